package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Forms that this visitor has filled in and may not have sent yet, each under a random id; they end with the session and
 * are nowhere else. A form that was sent holds nothing more of the person but its code and who
 * received it. The code is shown for some minutes, and not once the next form is begun: the phone may be somebody else's by
 * then. Whoever proves to be the person sees it again.
 */
@RequestScoped
public class PersonalDrafts {
    private static final String ATTRIBUTE = "citizen.drafts";
    private static final int MOST = 10;
    private static final Duration SHOWN = Duration.ofMinutes(5);

    /**
     * @param person tells the same person and period again
     * @param code of the entry that came of it; empty until it is sent
     * @param agency that it went to
     * @param shownUntil the code, without a further proof
     */
    record Draft(HashMap<String, String> cells, String person, String code, String agency, Instant shownUntil)
            implements Serializable {
        boolean isSent() {
            return !code.isEmpty();
        }

        private Draft showing(Instant until) {
            return new Draft(cells, person, code, agency, until);
        }
    }

    /** Replaced, never changed, so that every node of a session sees the change. */
    private record Drafts(LinkedHashMap<String, Draft> drafts) implements Serializable {}

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    /**
     * Under a new session id: one that somebody knew before is worth nothing now.
     *
     * @param known of the form that this one takes the place of, if it is there and was not sent
     */
    PublicId keep(Optional<PublicId> known, Map<String, String> cells, String person) {
        request.getSession(true);
        request.changeSessionId();
        PublicId id = known.filter(
                        each -> find(each).filter(draft -> !draft.isSent()).isPresent())
                .orElseGet(PublicId::random);
        LinkedHashMap<String, Draft> drafts = new LinkedHashMap<>(drafts());
        drafts.replaceAll((key, draft) -> draft.showing(Instant.EPOCH));
        put(drafts, id, new Draft(new HashMap<>(cells), person, "", "", Instant.EPOCH));
        return id;
    }

    void sent(PublicId id, String code, String agency) {
        find(id).ifPresent(draft -> put(
                drafts(),
                id,
                new Draft(
                        new HashMap<>(),
                        draft.person(),
                        code,
                        agency,
                        clock.instant().plus(SHOWN))));
    }

    /** The code of a form that was sent, once more for some minutes. */
    void show(PublicId id) {
        find(id).ifPresent(
                        draft -> put(drafts(), id, draft.showing(clock.instant().plus(SHOWN))));
    }

    boolean isShown(Draft draft) {
        return clock.instant().isBefore(draft.shownUntil());
    }

    /** What was sent otherwise than as a form of its own. */
    void drop(PublicId id) {
        if (find(id).isPresent()) {
            LinkedHashMap<String, Draft> drafts = new LinkedHashMap<>(drafts());
            drafts.remove(id.toString());
            request.getSession(true).setAttribute(ATTRIBUTE, new Drafts(drafts));
        }
    }

    Optional<Draft> find(PublicId id) {
        return Optional.ofNullable(drafts().get(id.toString()));
    }

    /** The form that was sent for the same person and period. */
    Optional<PublicId> sentFor(String person) {
        return drafts().entrySet().stream()
                .filter(each ->
                        each.getValue().isSent() && each.getValue().person().equals(person))
                .findFirst()
                .flatMap(each -> PublicId.parse(each.getKey()));
    }

    void forget() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    private void put(Map<String, Draft> kept, PublicId id, Draft draft) {
        LinkedHashMap<String, Draft> drafts = new LinkedHashMap<>(kept);
        drafts.put(id.toString(), draft);
        while (drafts.size() > MOST) {
            drafts.remove(drafts.keySet().iterator().next());
        }
        request.getSession(true).setAttribute(ATTRIBUTE, new Drafts(drafts));
    }

    private Map<String, Draft> drafts() {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Drafts kept ? kept.drafts() : Map.of();
    }
}
