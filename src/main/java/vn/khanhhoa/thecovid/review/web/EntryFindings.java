package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
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
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.DraftRowView;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
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
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private Amendments.@Nullable Chain chain;
    private @Nullable List<EntryReading.Other> others;
    private @Nullable List<DocumentView> documents;
    private @Nullable List<EntryReading.Elsewhere> elsewhere;
    private EntryReading.@Nullable Standing standing;

    public Amendments.Chain getChain() {
        Amendments.Chain known = chain;
        if (known == null) {
            known = amendments.forReview(actor.get(), desk.id());
            chain = known;
        }
        return known;
    }

    public int getKnownBirthYear() {
        return amendments.knownBirthYear(actor.get(), desk.entry());
    }

    public OrganisationView getOrganisation() {
        return organisations.view(desk.entry().organisationId());
    }

    public EntryReading.Standing getStanding() {
        EntryReading.Standing known = standing;
        if (known == null) {
            known = reading.standing(actor.get(), desk.entry().organisationId());
            standing = known;
        }
        return known;
    }

    public List<PastDecision> getHistory() {
        return reviewing.history(actor.get(), desk.id());
    }

    public List<DocumentView> getDocuments() {
        List<DocumentView> known = documents;
        if (known == null) {
            known = evidence.of(actor.get(), desk.id());
            documents = known;
        }
        return known;
    }

    public String agencyName(long id) {
        return catalogue.agency(id).map(AgencyView::name).orElse("");
    }

    public List<EntryReading.Other> getOthers() {
        List<EntryReading.Other> known = others;
        if (known == null) {
            known = reviewing.ofSamePerson(actor.get(), desk.id());
            others = known;
        }
        return known;
    }

    /** What the entry itself speaks for. */
    public List<Suggestion> getSuggestions() {
        List<Suggestion> found = new ArrayList<>();
        if (getKnownBirthYear() != desk.entry().birthYear()) {
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
        if (desk.entry().validTo().isBefore(LocalDate.now(clock))) {
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

    /** What the check of the line found and let pass, in the words that its sender read. */
    public List<DraftRowView.Problem> getWarnings() {
        return reviewing.warnings(actor.get(), desk.id());
    }

    public String sentence(DraftRowView.Problem problem) {
        return language.text(problem.key(), problem.args());
    }

    public List<EntryReading.Elsewhere> getElsewhere() {
        List<EntryReading.Elsewhere> known = elsewhere;
        if (known == null) {
            known = reviewing.elsewhere(actor.get(), desk.id());
            elsewhere = known;
        }
        return known;
    }
}
