package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.review.PastDecision;
import vn.khanhhoa.thecovid.review.Reason;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;

@Named
@RequestScoped
public class ReviewEntryPage {
    @Inject
    private Reviewing reviewing;

    @Inject
    private Amendments amendments;

    @Inject
    private Reasons reasons;

    @Inject
    private Organisations organisations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private int version = -1;
    private String outcome = "";
    private String reason = "";
    private String text = "";
    private @Nullable EntryView entry;
    private Amendments.@Nullable Chain chain;

    public void load() {
        version = getEntry().version();
    }

    public void decide() {
        Outcome chosen;
        String name = getEntry().name();
        try {
            chosen = Outcome.valueOf(outcome);
        } catch (IllegalArgumentException none) {
            messages.errorAt("form:outcome", "review.outcome-missing");
            return;
        }
        Optional<PublicId> next = reviewing.decide(actor.get(), getId(), version, chosen, reason, text);
        messages.success("review.decided", name);
        messages.go(
                next.map(following -> "/agency/review-entry?id=" + following).orElse("/agency/review-queue"));
    }

    public EntryView getEntry() {
        EntryView known = entry;
        if (known == null) {
            known = reviewing.look(actor.get(), getId());
            entry = known;
        }
        return known;
    }

    public Amendments.Chain getChain() {
        Amendments.Chain known = chain;
        if (known == null) {
            known = amendments.forReview(actor.get(), getId());
            chain = known;
        }
        return known;
    }

    public int getKnownBirthYear() {
        return amendments.knownBirthYear(actor.get(), getEntry());
    }

    public OrganisationView getOrganisation() {
        return organisations.view(getEntry().organisationId());
    }

    public List<PastDecision> getHistory() {
        return reviewing.history(actor.get(), getId());
    }

    public List<EntryReading.Other> getOthers() {
        return reviewing.ofSamePerson(actor.get(), getId());
    }

    public List<EntryReading.Elsewhere> getElsewhere() {
        return reviewing.elsewhere(actor.get(), getId());
    }

    public String agencyName(long agencyId) {
        return catalogue.agency(agencyId).map(AgencyView::name).orElse("");
    }

    public List<Reason> getRefusals() {
        return reasons.of(Outcome.REFUSE);
    }

    public List<Reason> getReturns() {
        return reasons.of(Outcome.RETURN);
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = Objects.requireNonNullElse(outcome, "");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
