package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.DocumentView;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.review.Evidence;
import vn.khanhhoa.thecovid.review.PastDecision;
import vn.khanhhoa.thecovid.review.Reason;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.review.Step;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.DraftRowView;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/** What a decision on the entry can go by: its organisation, what else there is of the person, doubts, documents, the past. */
@Named
@RequestScoped
public class EntryFindings {
    /** An answer that what is seen on this page suggests. */
    public record Suggestion(Outcome outcome, Reason reason, String because) {}

    @Inject
    private EntryAtDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private Amendments amendments;

    @Inject
    private Evidence evidence;

    @Inject
    private Reasons reasons;

    @Inject
    private Organisations organisations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private final Once<Amendments.Chain> chain = new Once<>(entry -> amendments.forReview(actor.get(), entry));
    private final Once<Optional<Amendments.Since>> since = new Once<>(entry -> amendments.since(actor.get(), entry));
    private final Once<Integer> knownBirthYear = new Once<>(entry -> amendments.knownBirthYear(actor.get(), entry));
    private final Once<OrganisationView> organisation = new Once<>(entry -> organisations.view(entry.organisationId()));
    private final Once<EntryReading.Standing> standing =
            new Once<>(entry -> reading.standing(actor.get(), entry.organisationId()));
    private final Once<List<PastDecision>> history = new Once<>(entry -> reviewing.history(actor.get(), entry.id()));
    private final Once<List<Reviewing.Replaced>> replaced = new Once<>(entry -> reviewing.replaced(actor.get(), entry));
    private final Once<List<DocumentView>> documents = new Once<>(entry -> evidence.of(actor.get(), entry));
    private final Once<List<EntryReading.Other>> others =
            new Once<>(entry -> reviewing.ofSamePerson(actor.get(), entry));
    private final Once<Boolean> suspected = new Once<>(entry -> reviewing.isSuspected(actor.get(), entry));
    private final Once<List<EntryReading.Elsewhere>> elsewhere =
            new Once<>(entry -> reviewing.elsewhere(actor.get(), entry));
    private final Once<List<Refusal>> refusedElsewhere =
            new Once<>(entry -> reviewing.refusedElsewhere(actor.get(), entry).stream()
                    .map(this::refusal)
                    .toList());
    private final Once<List<DraftRowView.Problem>> warnings =
            new Once<>(entry -> reviewing.warnings(actor.get(), entry));
    private final Once<List<Suggestion>> suggestions = new Once<>(this::suggested);

    /** Found once for the entry as it was read: a page asks for the same again and again while it is made. */
    private final class Once<T> {
        private final Function<EntryView, T> finding;
        private @Nullable T found;
        private int version;

        Once(Function<EntryView, T> finding) {
            this.finding = finding;
        }

        T get() {
            EntryView entry = desk.entry();
            T known = found;
            if (known == null || version != entry.version()) {
                known = finding.apply(entry);
                found = known;
                version = entry.version();
            }
            return known;
        }
    }

    public Amendments.Chain getChain() {
        return chain.get();
    }

    /** What the sender has changed since an agency may have seen it; null for nothing. */
    public Amendments.@Nullable Since getSince() {
        return since.get()
                .filter(known -> !known.changes().isEmpty()
                        || known.other().any()
                        || known.otherThanFirst().any())
                .orElse(null);
    }

    public int getKnownBirthYear() {
        return knownBirthYear.get();
    }

    public OrganisationView getOrganisation() {
        return organisation.get();
    }

    public EntryReading.Standing getStanding() {
        return standing.get();
    }

    public List<PastDecision> getHistory() {
        return history.get();
    }

    /** That the head did not agree to what was proposed last; null where it is not so. */
    public @Nullable PastDecision getDeclined() {
        return getHistory().stream()
                .findFirst()
                .filter(last -> last.step() == Step.DECLINED && desk.isOpen())
                .orElse(null);
    }

    public List<Reviewing.Replaced> getReplaced() {
        return replaced.get();
    }

    /** Whose proposal it was, by which document or on which list it was decided; empty where there is nothing to say. */
    public String aside(PastDecision past) {
        List<String> parts = new ArrayList<>();
        say(parts, "review.history.proposed-by", past.proposer());
        say(parts, "review.history.list", past.approvalNo());
        say(parts, "review.history.mandate", past.mandateNo());
        String[] rule = past.byRule().split(" ", 2);
        if (rule.length > 1) {
            say(parts, "review.history.by-" + rule[0], rule[1]);
        }
        return parts.isEmpty() ? "" : " (" + String.join("; ", parts) + ")";
    }

    private void say(List<String> parts, String key, String what) {
        if (!what.isEmpty()) {
            parts.add(language.text(key, what));
        }
    }

    public List<DocumentView> getDocuments() {
        return documents.get();
    }

    public String agencyName(long id) {
        return catalogue.agency(id).map(AgencyView::name).orElse("");
    }

    public List<EntryReading.Other> getOthers() {
        return others.get();
    }

    public boolean isSuspected() {
        return suspected.get();
    }

    public List<EntryReading.Elsewhere> getElsewhere() {
        return elsewhere.get();
    }

    /** A refusal elsewhere in words. */
    public record Refusal(String agency, String day, String reason) {}

    public List<Refusal> getRefusedElsewhere() {
        return refusedElsewhere.get();
    }

    private Refusal refusal(EntryReading.RefusedElsewhere refused) {
        return new Refusal(
                agencyName(refused.agencyId()),
                formats.date(refused.decidedAt()),
                reasons.find(refused.reasonCode())
                        .map(reason -> reason.code() + " " + language.of(reason.nameVi(), reason.nameEn()))
                        .orElse(refused.reasonCode()));
    }

    /** What the check of the line found and let pass, in the words that its sender read. */
    public List<DraftRowView.Problem> getWarnings() {
        return warnings.get();
    }

    public String sentence(DraftRowView.Problem problem) {
        return language.text(problem.key(), problem.args());
    }

    /** What the entry itself speaks for. */
    public List<Suggestion> getSuggestions() {
        return suggestions.get();
    }

    private List<Suggestion> suggested(EntryView entry) {
        List<Suggestion> found = new ArrayList<>();
        if (getKnownBirthYear() != entry.birthYear()) {
            suggest(found, Outcome.RETURN, "R06", "review.because.birth-year");
        }
        if (getOthers().stream().anyMatch(other -> other.state() == EntryState.APPROVED)) {
            suggest(found, Outcome.REFUSE, "R07", "review.because.same-person");
        }
        if (!getElsewhere().isEmpty()) {
            suggest(found, Outcome.REFUSE, "R07", "review.because.elsewhere");
        }
        if (getOrganisation().headcount() > 0
                && getStanding().approved() >= getOrganisation().headcount()) {
            suggest(found, Outcome.RETURN, "R11", "review.because.headcount");
        }
        if (entry.validTo().isBefore(LocalDate.now(clock))) {
            suggest(found, Outcome.RETURN, "R10", "review.because.period-over");
        }
        return found;
    }

    private void suggest(List<Suggestion> found, Outcome outcome, String code, String because) {
        reasons.of(outcome).stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .ifPresent(known -> found.add(new Suggestion(outcome, known, because)));
    }
}
