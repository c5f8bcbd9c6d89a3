package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.Assessing;
import vn.khanhhoa.thecovid.eligibility.LevelSeen;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.DraftRowView;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/**
 * Looking at entries and judging them. A verdict is a decision where the judge may decide alone, else a proposal to an
 * approver; a decision takes effect when its undo window closes, or at once when the judge says so.
 */
@UseCase
public class Reviewing {
    private static final String ANY_REASON = "R01";

    /** Rules that an entry breaks by what it is and who judges, not by how it stands now. */
    private static final Set<String> CLOSED = Set.of(
            "stafflist.four-eyes",
            "stafflist.own-people",
            "stafflist.own-request",
            "stafflist.decided-before",
            "stafflist.stands-in");

    @Inject
    private EntryReading reading;

    @Inject
    private EntryForwarding forwarding;

    @Inject
    private EntryDecisions decisions;

    @Inject
    private SecondLook secondLook;

    @Inject
    private DecisionEffects effects;

    @Inject
    private PendingVerdicts pending;

    @Inject
    private DecisionHistory history;

    @Inject
    private Reasons reasons;

    @Inject
    private Assessing assessing;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /**
     * What became of one verdict.
     *
     * @param undoable whether it can be taken back
     */
    public record Judged(Why why, boolean undoable) {}

    /** What became of many. @param judged each with why it stands by itself or waits for an approver */
    public record JudgedMany(Map<Long, Why> judged, List<EntryDecisions.LeftOut> leftOut) {}

    /** What would become of one. @param what a {@link Why}, or the code of the rule that leaves it out */
    public record Foreseen(long entryId, int version, String what) {}

    /** The entry, for the eyes of the actor; that the agency looked at it goes on record. */
    @Requires(Permission.REVIEW_ENTRIES)
    public EntryView look(Actor actor, PublicId id) {
        EntryView entry = reading.forReview(actor, id);
        forwarding.opened(actor, entry.entryId());
        keep("review.looked", actor, id);
        return entry;
    }

    /** The entry, for a page that may never be shown: nobody has looked at it by that, and that it was loaded goes on record. */
    @Requires(Permission.REVIEW_ENTRIES)
    public EntryView loadBeforehand(Actor actor, PublicId id) {
        EntryView entry = reading.forReview(actor, id);
        keep("review.loaded-beforehand", actor, id);
        return entry;
    }

    /** A page that was loaded beforehand is shown: all that is on it is looked at now. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void showLoaded(Actor actor, PublicId id, Locale language) {
        EntryView entry = look(actor, id);
        if (entry.kind().asksForLevel()) {
            level(actor, entry, reading.desk(actor, id), language);
        }
    }

    private void keep(String action, Actor actor, PublicId id) {
        trail.fire(new EntryDecided(
                actor.accountId(), action, "entry", id.toString(), Map.of("agency", String.valueOf(actor.agencyId()))));
    }

    /**
     * Why the actor may not judge an open entry at all, whatever they would say; empty where they may. The code of the rule,
     * which is the key of its sentence.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<String> closed(Actor actor, EntryView entry) {
        List<Long> ids = List.of(entry.entryId());
        Verdict verdict = new Verdict(actor, Outcome.REFUSE, ANY_REASON, "");
        return decisions.foresee(actor, ids, verdict, secondLook.judge(verdict, ids)).stream()
                .map(EntryDecisions.Foreseen::code)
                .filter(CLOSED::contains)
                .findFirst();
    }

    /** What else the agency has of the same person. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<EntryReading.Other> ofSamePerson(Actor actor, EntryView entry) {
        return reading.ofSamePerson(actor, entry);
    }

    /** Whether somebody proposed before, here or elsewhere, to refuse the person for a forgery; nobody outside is told. */
    @Requires(Permission.REVIEW_ENTRIES)
    public boolean isSuspected(Actor actor, EntryView entry) {
        actor.requireAgency(entry.agencyId());
        return !history.ofSuspected(List.of(entry.entryId())).isEmpty();
    }

    /** What other agencies have approved for the same person. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<EntryReading.Elsewhere> elsewhere(Actor actor, EntryView entry) {
        return reading.inForceElsewhere(actor, entry);
    }

    /** What other agencies have refused of the same person lately, for the reason that they tell outside. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<EntryReading.RefusedElsewhere> refusedElsewhere(Actor actor, EntryView entry) {
        return reading.refusedElsewhere(actor, entry);
    }

    /** The numbers of documents and phones in full; that they were looked at goes on record. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<EntryView.Cell> numbers(Actor actor, PublicId id) {
        List<EntryView.Cell> numbers = reading.numbers(actor, id);
        forwarding.opened(actor, reading.reference(actor, id).entryId());
        keep("review.numbers-shown", actor, id);
        return numbers;
    }

    /**
     * What the criteria in force where the entry is for make of its person now; that health data were looked at goes on record.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public LevelSeen level(Actor actor, EntryView entry, EntryReading.Desk desk, Locale language) {
        actor.requireAgency(entry.agencyId());
        LevelSeen level = assessing.forReviewer(actor, entry.personId(), desk.areaId(), language);
        if (level.order() != null && level.factsKnown()) {
            keep("review.level-shown", actor, entry.id());
        }
        return level;
    }

    /** That entries were listed by what the data makes of their people goes on record. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void levelsListed(Actor actor, int entries) {
        trail.fire(new EntryDecided(
                actor.accountId(),
                "review.levels-listed",
                "agency",
                String.valueOf(actor.agencyId()),
                Map.of("entries", String.valueOf(entries))));
    }

    /** What the check of the line found and let pass. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<DraftRowView.Problem> warnings(Actor actor, EntryView entry) {
        return reading.warnings(actor, entry);
    }

    /** Judges one entry as it was shown. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Judged decide(
            Actor actor, PublicId id, int version, Outcome outcome, String code, String text, boolean atOnce) {
        Verdict verdict = new Verdict(actor, outcome, checked(outcome, code, text), text.strip());
        EntryReading.Reference entry = reading.reference(actor, id);
        pending.hold(List.of(entry.entryId()));
        SecondLook.Judge judge = secondLook.judge(verdict, List.of(entry.entryId()));
        long entryId = decisions.judge(actor, id, version, verdict, judge);
        settle(List.of(entryId), sql.number("SELECT NEXT VALUE FOR review_seq"), verdict, judge, atOnce);
        Why why = Objects.requireNonNull(judge.whys().get(entryId));
        return new Judged(why, why != Why.ALONE || !atOnce && judge.rules().undoMinutes() > 0);
    }

    /**
     * Judges some hundreds at once; the caller says who is left out and why.
     *
     * @param seen the entries in the versions that the judge saw; what is another by now is left out
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public JudgedMany decideMany(Actor actor, Map<Long, Integer> seen, Verdict verdict, long actId, boolean atOnce) {
        List<Long> ids = seen.keySet().stream().sorted().toList();
        checked(verdict.outcome(), verdict.reasonCode(), verdict.reasonText());
        pending.hold(ids);
        SecondLook.Judge judge = secondLook.judge(verdict, ids, seen);
        EntryDecisions.Result result = decisions.judgeMany(actor, ids, verdict, judge);
        settle(result.decided(), actId, verdict, judge, atOnce);
        return new JudgedMany(judge.whys(), result.leftOut());
    }

    /**
     * What {@link #decideMany} would do now; nothing is decided. Which of them are drawn for a second look is not told: whoever
     * is controlled by it could choose what to decide.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Foreseen> foresee(Actor actor, List<Long> ids, Verdict verdict) {
        SecondLook.Judge judge = secondLook.judge(verdict, ids);
        return decisions.foresee(actor, ids, verdict, judge).stream()
                .map(each -> new Foreseen(
                        each.entryId(),
                        each.version(),
                        each.code().isEmpty()
                                ? foretold(Objects.requireNonNull(judge.whys().get(each.entryId())))
                                        .name()
                                : each.code()))
                .toList();
    }

    private static Why foretold(Why why) {
        return why == Why.SAMPLE ? Why.ALONE : why;
    }

    /** Those of a page of the queue to which an approver did not agree when something was proposed last. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Set<Long> declined(Actor actor, List<Long> ids) {
        return history.declined(List.copyOf(reading.idsAt(actor, ids).keySet()));
    }

    /** Latest first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<PastDecision> history(Actor actor, PublicId id) {
        return history.of(reading.reference(actor, id).entryId());
    }

    /** An entry whose place another one took. @param history latest first */
    public record Replaced(EntryReading.Replaced entry, List<PastDecision> history) {}

    /** Whose place the entry took in its line, the latest first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Replaced> replaced(Actor actor, EntryView entry) {
        return reading.replaced(actor, entry).stream()
                .map(before -> new Replaced(before, history.of(before.entryId())))
                .toList();
    }

    private void settle(List<Long> entryIds, long actId, Verdict verdict, SecondLook.Judge judge, boolean atOnce) {
        Instant now = clock.instant();
        // What was said before the sender changed the entry in mid-window is void.
        pending.remove(entryIds);
        List<Long> decided = entryIds.stream()
                .filter(id -> judge.whys().get(id) == Why.ALONE)
                .toList();
        List<Long> proposed = entryIds.stream()
                .filter(id -> judge.whys().get(id) != Why.ALONE)
                .toList();
        Map<String, List<Long>> byMandate = new TreeMap<>();
        decided.forEach(id -> byMandate
                .computeIfAbsent(judge.mandateNo(id), unused -> new ArrayList<>())
                .add(id));
        byMandate.forEach((mandateNo, ids) ->
                history.add(ids, actId, DecisionHistory.Entry.of(Step.DECIDED, verdict, mandateNo)));
        history.add(proposed, actId, DecisionHistory.Entry.of(Step.PROPOSED, verdict, ""));
        pending.add(proposed, actId, verdict, judge, now, null);
        effects.record(
                "review.proposed",
                verdict.actor(),
                proposed,
                Map.of(
                        "agency",
                        String.valueOf(verdict.actor().agencyId()),
                        "outcome",
                        verdict.outcome().name(),
                        "reason",
                        verdict.reasonCode()));
        int minutes = judge.rules().undoMinutes();
        if (atOnce || minutes == 0) {
            byMandate.forEach((mandateNo, ids) ->
                    effects.carryOut(new DecisionEffects.Decided(verdict, null, mandateNo), ids, id -> actId));
        } else {
            pending.add(decided, actId, verdict, judge, now, now.plus(Duration.ofMinutes(minutes)));
        }
    }

    String checked(Outcome outcome, String code, String text) {
        if (!outcome.needsReason()) {
            return "";
        }
        if (code.isBlank()) {
            throw new RuleViolation("stafflist.reason-missing");
        }
        Reason reason = reasons.of(outcome).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("review.reason-unknown"));
        if (reason.needsText() && text.isBlank()) {
            throw new RuleViolation("review.reason-text-missing");
        }
        return code;
    }
}
