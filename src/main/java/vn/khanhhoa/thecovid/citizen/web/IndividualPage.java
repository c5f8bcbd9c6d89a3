package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.citizen.StatusLookup;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.IndividualCheck;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;

/**
 * A person without an employer asks for a card: the form, how it was understood, and the code. An officer of a commune
 * does the same for somebody in {@code /agency}. The address names a draft of this session, at one of the three steps.
 */
@Named
@RequestScoped
public class IndividualPage extends PersonalForm {
    @Inject
    private PersonalDrafts drafts;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private StatusLookup lookup;

    private boolean agreed;
    private String proof = "";
    private @Nullable IndividualCheck understood;

    /** What was found wrong is found again whenever the page is loaded: also by a reload, or on the way back. */
    public void load() {
        draft("edit").filter(draft -> !draft.isSent()).ifPresent(draft -> {
            fill(draft.cells());
            if (!parameters.text("faulty").isEmpty()) {
                tell(individuals().check(draft.cells()));
            }
        });
    }

    public boolean isForOthers() {
        return request.getServletPath().startsWith("/agency/");
    }

    public String getStep() {
        Optional<PersonalDrafts.Draft> sent = draft("sent").filter(PersonalDrafts.Draft::isSent);
        if (sent.isPresent()) {
            return isForOthers() || drafts.isShown(sent.get()) ? "sent" : "closed";
        }
        if (!getSentBefore().isEmpty()) {
            return "sent-before";
        }
        return draft("draft").isPresent() ? "summary" : "form";
    }

    /** The draft that a page of before it was sent names, as after going back; empty otherwise. */
    public String getSentBefore() {
        return Stream.of("draft", "edit")
                .filter(parameter ->
                        draft(parameter).filter(PersonalDrafts.Draft::isSent).isPresent())
                .map(parameters::text)
                .findFirst()
                .orElse("");
    }

    /** The address names a draft that this session does not hold any more. */
    public boolean isOver() {
        return getStep().equals("form") && !(parameters.text("draft") + parameters.text("sent")).isEmpty();
    }

    public void check() {
        Map<String, String> cells = cells();
        String person = person(cells);
        Optional<PublicId> known = PublicId.parse(parameters.text("edit"));
        if (!individuals().check(cells).good()) {
            messages().go(path() + "?edit=" + drafts.keep(known, cells, person) + "&faulty=true");
            return;
        }
        Optional<PublicId> sent = drafts.sentFor(person);
        messages()
                .go(sent.map(id -> path() + "?sent=" + id)
                        .orElseGet(() -> path() + "?draft=" + drafts.keep(known, cells, person)));
    }

    public void send() {
        PublicId id = parameters.id("draft");
        Optional<PersonalDrafts.Draft> draft = drafts.find(id);
        if (draft.isEmpty()) {
            messages().go(path() + "?draft=" + id);
        } else if (draft.get().isSent()) {
            messages().go(path() + "?sent=" + id);
        } else if (!agreed) {
            messages().errorAt("send:agreed", "citizen.individual.not-agreed");
        } else {
            send(id, draft.get().cells());
        }
    }

    private void send(PublicId id, Map<String, String> cells) {
        IndividualEntries.Outcome outcome = isForOthers()
                ? individuals().sendFor(actor.get(), id, cells)
                : individuals().send(actor.get(), id, cells, actor.networkAddress());
        if (outcome instanceof IndividualEntries.Sent sent) {
            drafts.sent(id, sent.code().toString(), individuals().check(cells).agency());
            messages().go(path() + "?sent=" + id);
        } else if (outcome instanceof IndividualEntries.Faulty faulty) {
            faulty.check().errors().forEach(problem -> messages().error(problem.key(), problem.args()));
        } else {
            messages().error("citizen.individual.too-many");
        }
    }

    /** The code is shown again to who knows what its person knows; a stranger on the same phone does not. */
    public void showCode() {
        PublicId id = parameters.id("sent");
        StatusLookup.Outcome outcome = lookup.attempt(
                drafts.find(id).map(PersonalDrafts.Draft::code).orElse(""), proof, actor.networkAddress());
        if (outcome instanceof StatusLookup.Opened) {
            drafts.show(id);
            messages().go(path() + "?sent=" + id);
        } else if (outcome instanceof StatusLookup.TooManyAttempts) {
            messages().error("citizen.too-many-attempts");
        } else {
            messages().errorAt("closed:proof", "citizen.individual.closed.refused");
        }
    }

    /** Never sent back to the page. */
    public String getProof() {
        return "";
    }

    public void setProof(String proof) {
        this.proof = proof;
    }

    public IndividualCheck getUnderstood() {
        IndividualCheck known = understood;
        if (known == null) {
            known = individuals().check(draft("draft").orElseThrow().cells());
            understood = known;
        }
        return known;
    }

    public String getCode() {
        return draft("sent")
                .filter(draft -> isForOthers() || drafts.isShown(draft))
                .map(PersonalDrafts.Draft::code)
                .orElse("");
    }

    /** Who received what was sent. */
    public String getAgency() {
        return draft("sent").map(PersonalDrafts.Draft::agency).orElse("");
    }

    public String getDraft() {
        return parameters.text("draft");
    }

    private Optional<PersonalDrafts.Draft> draft(String parameter) {
        return PublicId.parse(parameters.text(parameter)).flatMap(drafts::find);
    }

    private String path() {
        return isForOthers() ? "/agency/individual" : "/public/individual";
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
