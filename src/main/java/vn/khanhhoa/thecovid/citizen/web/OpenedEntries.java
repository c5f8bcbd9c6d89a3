package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.citizen.OwnLevel;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;
import vn.khanhhoa.thecovid.stafflist.RegistrationCode;

/**
 * The entries that this visitor has opened, each under a random id: addresses then name neither a person nor a code, and
 * are worth nothing in another browser.
 */
@RequestScoped
public class OpenedEntries {
    private static final String ATTRIBUTE = "citizen.opened";
    private static final String PROVEN = "citizen.proven";
    private static final String LEVELS = "citizen.levels";
    private static final int MOST = 10;

    /** An entry, and the code by which it was opened. */
    private record Entry(long id, String code) implements Serializable {}

    /** Replaced, never changed, so that every node of a session sees the change. */
    private record Opened(LinkedHashMap<String, Entry> entries) implements Serializable {}

    /** Views whose visitor has typed the whole number of the document. */
    private record Proven(HashMap<String, IndividualEntries.Proof> views) implements Serializable {}

    /** Views whose visitor has proved to be the person by the phone in the health record. */
    private record Levels(HashMap<String, Level> views) implements Serializable {}

    private record Level(long entryId, Instant until) implements Serializable {}

    @Inject
    private HttpServletRequest request;

    /** Under a new session id: one that somebody knew before is worth nothing now. */
    public String remember(long entryId, RegistrationCode code) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(opened(session));
        if (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        String view = PublicId.random().toString();
        entries.put(view, new Entry(entryId, code.text()));
        session.setAttribute(ATTRIBUTE, new Opened(entries));
        return view;
    }

    public Optional<Long> find(String view) {
        return entry(view).map(Entry::id);
    }

    Optional<RegistrationCode> code(String view) {
        return entry(view).map(entry -> new RegistrationCode(entry.code()));
    }

    private Optional<Entry> entry(String view) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(opened(session).get(view));
    }

    void prove(String view, IndividualEntries.Proof proof) {
        HttpSession session = request.getSession(true);
        HashMap<String, IndividualEntries.Proof> views = new HashMap<>(proven(session));
        views.put(view, proof);
        session.setAttribute(PROVEN, new Proven(views));
    }

    Optional<IndividualEntries.Proof> proven(String view) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(proven(session).get(view));
    }

    private static Map<String, IndividualEntries.Proof> proven(HttpSession session) {
        return session.getAttribute(PROVEN) instanceof Proven proven ? proven.views() : Map.of();
    }

    void ownLevel(String view, OwnLevel.Proof proof) {
        HttpSession session = request.getSession(true);
        HashMap<String, Level> views = new HashMap<>(levels(session));
        views.put(view, new Level(proof.entryId(), proof.until()));
        session.setAttribute(LEVELS, new Levels(views));
    }

    /** As it was proved, whether or not it is over. */
    Optional<OwnLevel.Proof> ownLevel(String view) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(levels(session).get(view))
                        .map(level -> new OwnLevel.Proof(level.entryId(), level.until()));
    }

    private static Map<String, Level> levels(HttpSession session) {
        return session.getAttribute(LEVELS) instanceof Levels levels ? levels.views() : Map.of();
    }

    public void forget() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PROVEN);
            session.removeAttribute(LEVELS);
            session.removeAttribute(ATTRIBUTE);
        }
    }

    private static Map<String, Entry> opened(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Opened opened ? opened.entries() : Map.of();
    }
}
