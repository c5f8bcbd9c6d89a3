package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.DocumentView;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.review.Delegations;
import vn.khanhhoa.thecovid.review.DeskSettings;
import vn.khanhhoa.thecovid.review.Evidence;
import vn.khanhhoa.thecovid.review.Forwarding;
import vn.khanhhoa.thecovid.review.Lending;
import vn.khanhhoa.thecovid.review.PastDecision;
import vn.khanhhoa.thecovid.review.Reason;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.review.Reopening;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.review.Why;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.DraftRowView;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.Stage;

/** All that one decision needs, and the way to the next. */
@Named
@RequestScoped
public class ReviewEntryPage {
    private static final String ENTRY = "/agency/review-entry?id=";
    private static final String QUEUE = "/agency/review-queue";

    /** An answer that what is seen on this page suggests. */
    public record Suggestion(Outcome outcome, Reason reason, String because) {}

    @Inject
    private Reviewing reviewing;

    @Inject
    private Forwarding forwarding;

    @Inject
    private Reopening reopening;

    @Inject
    private Amendments amendments;

    @Inject
    private Reasons reasons;

    @Inject
    private Organisations organisations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryClaims claims;

    @Inject
    private DeskSettings settings;

    @Inject
    private Lending lending;

    @Inject
    private Delegations delegations;

    @Inject
    private Evidence evidence;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Language language;

    @Inject
    private PageMessages messages;

    private int version = -1;
    private String outcome = "";
    private String reason = "";
    private String text = "";
    private boolean atOnce;
    private boolean shownAlone;
    private @Nullable Boolean alone;
    private String agency = "";
    private boolean wholeList;
    private String remark = "";
    private List<EntryView.Cell> numbers = List.of();
    private boolean forwardingTried;
    private boolean reopeningTried;
    private @Nullable EntryView entry;
    private EntryReading.@Nullable Desk desk;
    private Amendments.@Nullable Chain chain;
    private @Nullable List<EntryReading.Other> others;
    private @Nullable List<DocumentView> documents;
    private @Nullable List<EntryReading.Elsewhere> elsewhere;
    private EntryReading.@Nullable Standing standing;
    private @Nullable Optional<EntryClaims.Holder> holder;
    private @Nullable Optional<PublicId> next;

    public void load() {
        version = getEntry().version();
        getHolder();
    }

    public void decide() {
        Outcome chosen;
        try {
            chosen = Outcome.valueOf(outcome);
        } catch (IllegalArgumentException none) {
            messages.errorAt("form:outcome", "review.outcome-missing");
            return;
        }
        if (shownAlone) {
            settings.requireAlone(actor.get(), getEntry().templateCode());
        }
        Why why = shown(() -> reviewing.decide(actor.get(), getId(), version, chosen, reason, text, atOnce))
                .why();
        if (byScript()) {
            tell(why == Why.ALONE ? "review.told" : "review.told-proposed");
        } else {
            messages.success(
                    why == Why.ALONE ? "review.decided" : "review.proposed",
                    getEntry().name());
            messages.go(nextPath());
        }
    }

    /** Where the entry is not what was shown any more, the page shows what it is now. */
    private <T> T shown(Supplier<T> act) {
        try {
            return act.get();
        } catch (RuleViolation broken) {
            if (broken.code().equals("stafflist.entry-changed")) {
                entry = null;
                desk = null;
                holder = null;
                version = getEntry().version();
            }
            throw broken;
        }
    }

    /** The desk's script shows what follows by itself; nothing but this answer says that something was recorded. */
    private static boolean byScript() {
        return Objects.requireNonNullElse(
                        FacesContext.getCurrentInstance()
                                .getExternalContext()
                                .getRequestHeaderMap()
                                .get("Accept"),
                        "")
                .startsWith("application/json");
    }

    private void tell(String key) {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        external.setResponseContentType("application/json;charset=UTF-8");
        try {
            external.getResponseOutputWriter()
                    .write(Json.createObjectBuilder()
                            .add("told", language.text(key, getEntry().name()))
                            .add("next", external.getRequestContextPath() + nextPath())
                            .build()
                            .toString());
        } catch (IOException gone) {
            throw new UncheckedIOException("the caller is gone", gone);
        }
        context.responseComplete();
    }

    /** A section that is closed at first stays open where it was used and something is wrong. */
    public boolean isForwardingTried() {
        return forwardingTried;
    }

    public boolean isReopeningTried() {
        return reopeningTried;
    }

    public void forward() {
        forwardingTried = true;
        PublicId target = PublicId.parse(agency).orElse(null);
        if (target == null) {
            messages.errorAt("forward:agency", "review.agency-missing");
            return;
        }
        if (wholeList) {
            messages.success(
                    "review.forwarded-list",
                    forwarding
                            .forwardList(actor.get(), getId(), getEntry().listId(), target, remark)
                            .decided()
                            .size());
        } else {
            String name = getEntry().name();
            shown(() -> {
                forwarding.forward(actor.get(), getId(), version, target, remark);
                return true;
            });
            messages.success("review.forwarded", name);
        }
        messages.go(nextPath());
    }

    public void reopen() {
        reopeningTried = true;
        shown(() -> {
            reopening.reopen(actor.get(), getId(), version, remark);
            return true;
        });
        messages.success("review.reopened", getEntry().name());
        messages.go(ENTRY + getId());
    }

    private String nextPath() {
        return next().map(id -> ENTRY + id + context()).orElse(QUEUE);
    }

    private QueuePlace place() {
        return new QueuePlace(getEntry().submittedAt(), getEntry().entryId());
    }

    /** Taken for this reviewer already, so that nobody else begins it meanwhile. */
    private Optional<PublicId> next() {
        Optional<PublicId> known = next;
        if (known == null) {
            known = next(this::after).or(() -> next(this::before));
            next = known;
        }
        return known;
    }

    /**
     * What was given to the reviewer first, else the oldest; in both, the people of an organisation come one after the other:
     * what was read of it once need not be read again.
     */
    private Optional<PublicId> next(Function<QueueFilter, Optional<PublicId>> among) {
        if (!getOrganisationFilter().isEmpty()) {
            return among.apply(filter());
        }
        long organisation = getEntry().organisationId();
        long reader = actor.get().accountId();
        return among.apply(ofOrganisation(organisation, reader))
                .or(() -> among.apply(ofOrganisation(0, reader)))
                .or(() -> among.apply(ofOrganisation(organisation, 0)))
                .or(() -> among.apply(QueueFilter.ALL));
    }

    private Optional<PublicId> after(QueueFilter filter) {
        return claims.next(actor.get(), filter, time(), Optional.of(place()), delegations.standsInFor(actor.get()));
    }

    /** At the end of the queue, from its start again. */
    private Optional<PublicId> before(QueueFilter filter) {
        return claims.before(actor.get(), filter, time(), place(), delegations.standsInFor(actor.get()));
    }

    private static QueueFilter ofOrganisation(long id, long holder) {
        return new QueueFilter("", id, 0, "", "", Optional.empty(), holder);
    }

    /** Empty where none follows. */
    public String getNextLink() {
        return getEntry().state() == EntryState.PENDING
                ? next().map(id -> ENTRY.substring(1) + id + context()).orElse("")
                : "";
    }

    private Duration time() {
        return Duration.ofMinutes(settings.rules(actor.get()).claimMinutes());
    }

    /** Those of one organisation after each other, where the reviewer began with it. */
    private QueueFilter filter() {
        return PublicId.parse(getOrganisationFilter())
                .map(id -> ofOrganisation(organisations.view(id).id(), 0))
                .orElse(QueueFilter.ALL);
    }

    public String getOrganisationFilter() {
        return parameters.text("organisation");
    }

    private String context() {
        return getOrganisationFilter().isEmpty() ? "" : "&organisation=" + getOrganisationFilter();
    }

    public EntryView getEntry() {
        EntryView known = entry;
        if (known == null) {
            known = reviewing.look(actor.get(), getId());
            entry = known;
        }
        return known;
    }

    public EntryReading.Desk getDesk() {
        EntryReading.Desk known = desk;
        if (known == null) {
            known = reading.desk(actor.get(), getId());
            desk = known;
        }
        return known;
    }

    public boolean isOpen() {
        return getEntry().state() == EntryState.PENDING && getDesk().stage() == Stage.OPEN;
    }

    public boolean isLate() {
        return getDesk().isLate(clock.instant());
    }

    /** Whether there is a form to decide, which is heard whatever became of the entry since it was shown. */
    public boolean isDecidable() {
        return messages.isHearing() || isOpen() && getOtherHolder().isEmpty();
    }

    /** A remark of which the form is no longer there. */
    public String getUnsaved() {
        return isDecidable() || isReopenable() ? "" : text.isBlank() ? remark : text;
    }

    public boolean isReopenable() {
        return actor.get().may(Permission.APPROVE_PROPOSALS)
                && (messages.isHearing()
                        || getEntry().state() == EntryState.APPROVED
                        || getEntry().state() == EntryState.REFUSED);
    }

    private Optional<EntryClaims.Holder> getHolder() {
        Optional<EntryClaims.Holder> known = holder;
        if (known == null) {
            known = isOpen() ? claims.take(actor.get(), getId(), time()) : Optional.empty();
            holder = known;
        }
        return known;
    }

    /** Of a colleague who has the entry open; empty where it is free or one's own. */
    public String getOtherHolder() {
        return getHolder()
                .filter(other -> other.accountId() != actor.get().accountId())
                .map(other -> lending.crew(actor.get()).stream()
                        .filter(member -> member.accountId() == other.accountId())
                        .findFirst()
                        .map(AgencyStaff.Member::name)
                        .orElse("–"))
                .orElse("");
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

    public EntryReading.Standing getStanding() {
        EntryReading.Standing known = standing;
        if (known == null) {
            known = reading.standing(actor.get(), getEntry().organisationId());
            standing = known;
        }
        return known;
    }

    public List<PastDecision> getHistory() {
        return reviewing.history(actor.get(), getId());
    }

    public List<DocumentView> getDocuments() {
        List<DocumentView> known = documents;
        if (known == null) {
            known = evidence.of(actor.get(), getId());
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
            known = reviewing.ofSamePerson(actor.get(), getId());
            others = known;
        }
        return known;
    }

    /** What the entry itself speaks for. */
    public List<Suggestion> getSuggestions() {
        List<Suggestion> found = new ArrayList<>();
        if (getKnownBirthYear() != getEntry().birthYear()) {
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
        if (getEntry().validTo().isBefore(LocalDate.now(clock))) {
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

    public void showNumbers() {
        numbers = reviewing.numbers(actor.get(), getId());
    }

    /** In full, where the reader has just asked for them. */
    public List<EntryView.Cell> getNumbers() {
        return numbers;
    }

    /** What the check of the line found and let pass, in the words that its sender read. */
    public List<DraftRowView.Problem> getWarnings() {
        return reviewing.warnings(actor.get(), getId());
    }

    public String sentence(DraftRowView.Problem problem) {
        return language.text(problem.key(), problem.args());
    }

    public List<EntryReading.Elsewhere> getElsewhere() {
        List<EntryReading.Elsewhere> known = elsewhere;
        if (known == null) {
            known = reviewing.elsewhere(actor.get(), getId());
            elsewhere = known;
        }
        return known;
    }

    public List<Reason> getRefusals() {
        return reasons.of(Outcome.REFUSE);
    }

    public List<Reason> getReturns() {
        return reasons.of(Outcome.RETURN);
    }

    public List<AgencyView> getAgencies() {
        return forwarding.agencies(actor.get());
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    /** Whether the verdict needs no approver as things are now. */
    public boolean isAlone() {
        Boolean known = alone;
        if (known == null) {
            known = settings.decidesAlone(actor.get(), getEntry().templateCode());
            alone = known;
        }
        return known;
    }

    /** As the reader was told when the page was shown. */
    public void setAlone(boolean shown) {
        shownAlone = shown;
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

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }

    public boolean isAtOnce() {
        return atOnce;
    }

    public void setAtOnce(boolean atOnce) {
        this.atOnce = atOnce;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(@Nullable String agency) {
        this.agency = Objects.requireNonNullElse(agency, "");
    }

    public boolean isWholeList() {
        return wholeList;
    }

    public void setWholeList(boolean wholeList) {
        this.wholeList = wholeList;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(@Nullable String remark) {
        this.remark = Objects.requireNonNullElse(remark, "");
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
