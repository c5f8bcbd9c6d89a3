package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.review.CallingBack;
import vn.khanhhoa.thecovid.review.DeskSettings;
import vn.khanhhoa.thecovid.review.Forwarding;
import vn.khanhhoa.thecovid.review.ListForwarding;
import vn.khanhhoa.thecovid.review.Others;
import vn.khanhhoa.thecovid.review.Reason;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.review.Reopening;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.review.Why;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/** What is done with an entry at the desk: judged, forwarded, looked at again. What speaks for what is with {@link EntryFindings}. */
@Named
@RequestScoped
public class ReviewEntryPage {
    @Inject
    private EntryAtDesk desk;

    @Inject
    private NextEntry next;

    @Inject
    private QueueAddress queue;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Forwarding forwarding;

    @Inject
    private ListForwarding lists;

    @Inject
    private CallingBack callingBack;

    @Inject
    private Reopening reopening;

    @Inject
    private Reasons reasons;

    @Inject
    private EntryReasons words;

    @Inject
    private EntryFindings findings;

    @Inject
    private DeskSettings settings;

    @Inject
    private Holding holding;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Language language;

    @Inject
    private Formats format;

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
    private String unstaffed = "";
    private @Nullable Optional<Reopening.OwnDecision> ownDecision;
    private boolean forwardingTried;
    private boolean reopeningTried;

    public void load() {
        version = getEntry().version();
        desk.holder();
    }

    public void decide() {
        Outcome chosen;
        try {
            chosen = Outcome.valueOf(outcome);
        } catch (IllegalArgumentException none) {
            messages.errorAt("form:outcome", "review.outcome-missing");
            return;
        }
        if (words.lackText(chosen, reason, text)) {
            messages.errorAt("form:text", "review.reason-text-missing");
            return;
        }
        if (shownAlone) {
            settings.requireAlone(actor.get(), getEntry().templateCode());
        }
        Reviewing.Judged judged =
                shown(() -> reviewing.decide(actor.get(), getId(), version, chosen, reason, text, atOnce));
        Why why = judged.why();
        if (byScript()) {
            tell(
                    !judged.undoable()
                            ? "review.told-at-once"
                            : why == Why.ALONE ? "review.told" : "review.told-proposed",
                    judged.undoable());
        } else {
            messages.success(
                    why == Why.ALONE ? "review.decided" : "review.proposed",
                    getEntry().name());
            messages.go(next.path());
        }
    }

    /** Where the entry is not what was shown any more, the page shows what it is now. */
    private <T> T shown(Supplier<T> act) {
        try {
            return act.get();
        } catch (RuleViolation broken) {
            if (broken.code().equals("stafflist.entry-changed")) {
                desk.readAnew();
                version = getEntry().version();
            }
            throw broken;
        }
    }

    /**
     * The desk's script shows what follows by itself, and says in {@code loaded} which page of it it has; nothing but this
     * answer says that something was recorded.
     */
    private static boolean byScript() {
        return Objects.requireNonNullElse(
                        FacesContext.getCurrentInstance()
                                .getExternalContext()
                                .getRequestHeaderMap()
                                .get("Accept"),
                        "")
                .startsWith("application/json");
    }

    private void tell(String key, boolean undoable) {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        external.setResponseContentType("application/json;charset=UTF-8");
        String path = external.getRequestContextPath() + next.path();
        if (path.equals(request.getParameter("loaded"))) {
            next.entry().ifPresent(id -> reviewing.showLoaded(actor.get(), id, language.getLocale()));
        }
        try {
            external.getResponseOutputWriter()
                    .write(Json.createObjectBuilder()
                            .add("told", language.text(key, getEntry().name()))
                            .add("undoable", undoable)
                            .add("next", path)
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
        if (!unstaffed.equals(agency) && !forwarding.isStaffed(actor.get(), target)) {
            unstaffed = agency;
            messages.errorAt("forward:agency", "review.agency-without-officers");
            return;
        }
        if (wholeList) {
            messages.go(ForwardingPage.PAGE + lists.begin(actor.get(), getId(), target, remark));
            return;
        }
        String name = getEntry().name();
        next.remember();
        sayForwarded(name, shown(() -> forwarding.forward(actor.get(), getId(), version, target, remark)));
        messages.go(next.path());
    }

    /** With until when and where it is called back. */
    private void sayForwarded(String name, PublicId act) {
        CallingBack.Standing standing = callingBack.standing(actor.get(), act);
        String agency = standing.receiver().name();
        if (standing.isPossible()) {
            messages.successLeadingTo(
                    ForwardingPage.PAGE + act,
                    "review.call-back",
                    "review.forwarded",
                    name,
                    agency,
                    format.time(standing.until()));
        } else {
            messages.success("review.forwarded-for-good", name, agency);
        }
    }

    public void reopen() {
        reopeningTried = true;
        String name = getEntry().name();
        Others.Went went = shown(() -> reopening.reopen(actor.get(), getId(), version, remark));
        if (went.by() == Others.By.ANOTHER_AGENCY) {
            messages.success("review.reopened-above", name, findings.agencyName(went.agencyId()));
            messages.go(queue.getQueue());
            return;
        }
        messages.success("review.reopened", name);
        messages.go(next.address(getId()));
    }

    public EntryView getEntry() {
        return desk.entry();
    }

    public EntryReading.Desk getDesk() {
        return desk.desk();
    }

    public boolean isOpen() {
        return desk.isOpen();
    }

    public boolean isLate() {
        return desk.isLate();
    }

    /** Empty where none follows. */
    public String getNextLink() {
        return next.link();
    }

    /** Whether there is a form to decide, which is heard whatever became of the entry since it was shown. */
    public boolean isDecidable() {
        return messages.isHearing() || isOpen() && getOtherHolder().isEmpty();
    }

    /** Why there are no buttons to decide: the key of a sentence; empty where there are. */
    public String getClosed() {
        return messages.isHearing() ? "" : desk.closed().orElse("");
    }

    /** A remark of which the form is no longer there. */
    public String getUnsaved() {
        return isDecidable() || isReopenable() ? "" : text.isBlank() ? remark : text;
    }

    public boolean isReopenable() {
        return actor.get().may(Permission.APPROVE_PROPOSALS)
                && (messages.isHearing() || isDecided() && ownDecision().isEmpty());
    }

    private boolean isDecided() {
        return getEntry().state() == EntryState.APPROVED || getEntry().state() == EntryState.REFUSED;
    }

    private Optional<Reopening.OwnDecision> ownDecision() {
        Optional<Reopening.OwnDecision> known = ownDecision;
        if (known == null) {
            known = reopening.ownDecision(actor.get(), getId());
            ownDecision = known;
        }
        return known;
    }

    /** To a head who made the decision: who may open it again, and who may be asked to; none where the head may, or is none. */
    public List<String> getWhoReopens() {
        if (messages.isHearing() || !actor.get().may(Permission.APPROVE_PROPOSALS) || !isDecided()) {
            return List.of();
        }
        return ownDecision().map(this::whoReopens).orElse(List.of());
    }

    private List<String> whoReopens(Reopening.OwnDecision own) {
        List<String> told = new ArrayList<>();
        told.add(
                own.heads().isEmpty()
                        ? language.text("review.no-other-head")
                        : language.text("review.other-heads", String.join(", ", own.heads())));
        if (getEntry().state() == EntryState.REFUSED) {
            told.add(
                    own.next().by() == Others.By.ANOTHER_AGENCY
                            ? language.text(
                                    "review.reconsider-above",
                                    findings.agencyName(own.next().agencyId()))
                            : language.text("review.reconsider-here-too"));
        }
        return told;
    }

    /** What is said of a colleague who has the entry; empty where it is free or one's own. */
    public String getOtherHolder() {
        return desk.holder()
                .filter(other -> other.accountId() != actor.get().accountId())
                .map(other -> holding.sentence(other.accountId(), other.until()))
                .orElse("");
    }

    /** The page is made anew with them: what is decided then is the entry as it is shown now. */
    public void showNumbers() {
        numbers = reviewing.numbers(actor.get(), getId());
        load();
    }

    /** In full, where the reader has just asked for them. */
    public List<EntryView.Cell> getNumbers() {
        return numbers;
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

    /** The agency of which the officer was told that nobody works there. */
    public String getUnstaffed() {
        return unstaffed;
    }

    public void setUnstaffed(@Nullable String unstaffed) {
        this.unstaffed = Objects.requireNonNullElse(unstaffed, "");
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
        return desk.id();
    }
}
