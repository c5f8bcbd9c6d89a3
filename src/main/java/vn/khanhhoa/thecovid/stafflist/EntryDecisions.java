package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Carries verdicts through: each entry by itself, those of another agency never. A verdict first takes the entry out of the
 * queue; what it says comes true with {@link #carryOut}. Who may decide alone and for how long a verdict can be undone is
 * not known here.
 */
@UseCase
public class EntryDecisions {
    /** What became of the entries; the others were decided meanwhile or may not be decided by this actor. */
    public record Result(List<Long> decided, List<LeftOut> leftOut) {}

    /** @param code of the rule, which is also the key of its sentence */
    public record LeftOut(long entryId, String name, String code) {}

    /** What decides where a verdict leads. @param form code of its list's; largeList by what the judgement calls large */
    public record Case(long entryId, String name, String form, boolean largeList) {}

    /** What would become of an entry. @param code of the rule that leaves it out; empty where it could be judged */
    public record Foreseen(long entryId, int version, String code) {}

    /** Says of each entry whether the verdict stands by itself ({@code HELD}) or needs an approver ({@code PROPOSED}). */
    public interface Judgement {
        Stage stage(Case entry);

        /** Lists of more entries are large; 0 where none is. They are not counted any further. */
        default int largeAbove() {
            return 0;
        }

        /** Whether the entry is still as the judge saw it. */
        default boolean isAsSeen(long entryId, int version) {
            return true;
        }

        /** Accounts whose work the judge does for them: their entries are closed to the judge as to themselves. */
        default Set<Long> standsInFor() {
            return Set.of();
        }
    }

    private interface Rule {
        void check(Entry entry, long ownAgencyId);
    }

    @Inject
    private Lists lists;

    @Inject
    private Entries entries;

    @Inject
    private AmendedEntries amended;

    @Inject
    private OwnRequests ownRequests;

    @Inject
    private Organisations organisations;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    @Inject
    private Event<EntriesApproved> approved;

    @Inject
    private Event<EntriesEnded> ended;

    @Inject
    private Event<EntriesDecided> told;

    /** One entry, as it was when its version was shown; throws where it changed since. Says its number. */
    @Requires(Permission.REVIEW_ENTRIES)
    public long judge(Actor actor, PublicId id, int version, Verdict verdict, Judgement judgement) {
        Entry held = held(actor, id, version, verdict.outcome());
        notTheirOwn(actor, List.of(held.id()), judgeable(verdict, judgement))
                .check(held, organisations.ownAgencyId(held.organisationId()));
        leaveQueue(List.of(held), judgement);
        return held.id();
    }

    /** Many entries; what cannot be decided is left out and named, and holds nobody up. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Result judgeMany(Actor actor, List<Long> ids, Verdict verdict, Judgement judgement) {
        Sorted sorted = sort(actor, ids, verdict, judgeableUnseen(ids, verdict, judgement));
        leaveQueue(sorted.fit(), judgement);
        return sorted.result();
    }

    /**
     * Many entries in the name of a rule of the portal, whose verdict has nobody's account; what a reviewer could not decide is left
     * out here too.
     */
    @Requires(Permission.RUN_JOBS)
    public Result judgeByRule(Actor portal, List<Long> ids, Verdict verdict, Judgement judgement) {
        Sorted sorted = sort(verdict.actor(), ids, verdict, unseen(ids, verdict, judgeable(verdict, judgement)));
        leaveQueue(sorted.fit(), judgement);
        return sorted.result();
    }

    /** What {@link #judgeMany} would do now, by the same rules; nothing is held and nothing changes. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Foreseen> foresee(Actor actor, List<Long> ids, Verdict verdict, Judgement judgement) {
        Map<Long, Entry> seen = amended.seen(ids);
        Sorted sorted = sort(actor, ids, verdict, judgeableUnseen(ids, verdict, judgement), seen);
        byStage(sorted.fit(), judgement);
        Map<Long, String> codes = new HashMap<>();
        sorted.leftOut().forEach(left -> codes.put(left.entryId(), left.code()));
        List<Foreseen> foreseen = ids.stream()
                .map(seen::get)
                .filter(Objects::nonNull)
                .map(entry -> new Foreseen(entry.id(), entry.version(), codes.getOrDefault(entry.id(), "")))
                .toList();
        lists.forget(List.copyOf(seen.values()));
        return foreseen;
    }

    /** Among many, nobody is approved whom the entry did not name when an agency last returned it, or it was first sent. */
    private Rule judgeableUnseen(List<Long> ids, Verdict verdict, Judgement judgement) {
        return unseen(ids, verdict, notTheirOwn(verdict.actor(), ids, judgeable(verdict, judgement)));
    }

    private Rule unseen(List<Long> ids, Verdict verdict, Rule judgeable) {
        Set<Long> others = verdict.outcome() == Outcome.APPROVE ? entries.ofOtherPeople(ids) : Set.of();
        return (entry, own) -> {
            judgeable.check(entry, own);
            if (others.contains(entry.id())) {
                throw new RuleViolation("stafflist.person-changed");
            }
        };
    }

    /** Besides, nobody decides what was asked for with their own document, phone or e-mail. */
    private Rule notTheirOwn(Actor actor, List<Long> ids, Rule rule) {
        Set<Long> own = ownRequests.among(actor, ids);
        return (entry, ownAgency) -> {
            rule.check(entry, ownAgency);
            if (own.contains(entry.id())) {
                throw new RuleViolation("stafflist.own-request");
            }
        };
    }

    private Rule judgeable(Verdict verdict, Judgement judgement) {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        return (entry, own) -> {
            entry.requireJudgeable(verdict, own, today, now, judgement.standsInFor());
            if (!judgement.isAsSeen(entry.id(), entry.version())) {
                throw new RuleViolation("stafflist.entry-changed");
            }
        };
    }

    /** What was proposed, by an approver, who may stand in for others: it is decided, and takes effect later. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public Result confirm(Actor approver, List<Long> ids, Verdict verdict, Set<Long> standsInFor) {
        LocalDate today = LocalDate.now(clock);
        Rule confirmable = (entry, own) -> entry.requireConfirmable(verdict, own, today, standsInFor);
        Sorted sorted = sort(approver, ids, verdict, notTheirOwn(approver, ids, confirmable));
        entries.move(sorted.ids(), EntryAction.CONFIRM);
        lists.forget(sorted.fit());
        return sorted.result();
    }

    /** Back into the queue: undone, not approved of, or lapsed. Says which of them could still be. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Long> putBack(Actor actor, List<Long> ids, EntryAction how) {
        List<Long> back = new ArrayList<>();
        List<Entry> held = lists.entriesForDecision(ids);
        for (Entry entry : held) {
            if (entry.agencyId() == actor.agencyId() && how.isAllowedAt(entry.position())) {
                back.add(entry.id());
            }
        }
        entries.move(back, how);
        lists.forget(held);
        return back;
    }

    /**
     * Holds entries on which verdicts follow that differ, all in the one order: lists, then entries by their ids. Held verdict
     * by verdict, they could wait in a circle with another act.
     *
     * @param refused those of them whose verdict is a refusal
     */
    @Requires(Permission.RUN_JOBS)
    public void hold(Actor portal, List<Long> ids, List<Long> refused) {
        amended.holdLists(refused, Outcome.REFUSE);
        amended.hold(ids);
    }

    /** What was decided takes effect. */
    @Requires(Permission.RUN_JOBS)
    public Result carryOut(Actor portal, List<Long> ids, Verdict verdict) {
        LocalDate today = LocalDate.now(clock);
        Sorted sorted = sort(verdict.actor(), ids, verdict, (entry, own) -> entry.requireEffective(verdict, today));
        carryOut(sorted.fit(), verdict);
        entries.move(stillHeld(sorted), EntryAction.LAPSE);
        lists.forget(sorted.fit());
        lists.forget(sorted.unfit());
        return sorted.result();
    }

    private record Sorted(List<Entry> fit, List<Entry> unfit, List<LeftOut> leftOut) {
        List<Long> ids() {
            return fit.stream().map(Entry::id).toList();
        }

        Result result() {
            return new Result(ids(), leftOut);
        }
    }

    private Sorted sort(Actor actor, List<Long> ids, Verdict verdict, Rule rule) {
        amended.holdLists(ids, verdict.outcome());
        return sort(actor, ids, verdict, rule, amended.held(ids));
    }

    private Sorted sort(Actor actor, List<Long> ids, Verdict verdict, Rule rule, Map<Long, Entry> held) {
        Set<Long> withdrawn = withdrawn(held.values(), verdict.outcome());
        List<Entry> fit = new ArrayList<>();
        List<Entry> unfit = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Map<Long, Long> ownAgencies = organisations.ownAgencyIds(
                held.values().stream().map(Entry::organisationId).collect(Collectors.toSet()));
        for (Entry entry :
                ids.stream().sorted().map(held::get).filter(Objects::nonNull).toList()) {
            try {
                entry.requireAt(actor.agencyId());
                rule.check(entry, ownAgencies.getOrDefault(entry.organisationId(), 0L));
                AmendedEntries.requireInForce(entry, held, verdict.outcome());
                requireSender(entry, withdrawn);
                fit.add(entry);
            } catch (RuleViolation broken) {
                unfit.add(entry);
                leftOut.add(new LeftOut(entry.id(), entry.name(), broken.code()));
            }
        }
        return new Sorted(fit, unfit, leftOut);
    }

    /** What cannot take effect any more is looked at again, unless it is closed. */
    private static List<Long> stillHeld(Sorted sorted) {
        return sorted.unfit().stream()
                .filter(entry -> EntryAction.LAPSE.isAllowedAt(entry.position()))
                .map(Entry::id)
                .toList();
    }

    private Entry held(Actor actor, PublicId id, int version, Outcome outcome) {
        Entry entry = lists.entry(id).orElseThrow(NotFound::new);
        actor.requireAgency(entry.agencyId());
        amended.holdLists(List.of(entry.id()), outcome);
        Map<Long, Entry> all = amended.held(List.of(entry.id()));
        Entry held = Objects.requireNonNull(all.get(entry.id()));
        if (held.version() != version) {
            throw new RuleViolation("stafflist.entry-changed");
        }
        AmendedEntries.requireInForce(held, all, outcome);
        requireSender(held, withdrawn(List.of(held), outcome));
        return held;
    }

    /** Of a list that was withdrawn, nothing can be mended any more. */
    private Set<Long> withdrawn(Collection<Entry> held, Outcome outcome) {
        Set<Long> withdrawn = new HashSet<>();
        if (outcome == Outcome.RETURN) {
            InParts.of(
                    held.stream().map(Entry::listId).distinct().toList(),
                    (some, args) -> withdrawn.addAll(sql.list(
                            "SELECT id FROM stafflist_list WHERE state = 'WITHDRAWN' AND id IN " + some,
                            row -> row.getLong(1),
                            args)));
        }
        return withdrawn;
    }

    private static void requireSender(Entry entry, Set<Long> withdrawn) {
        if (withdrawn.contains(entry.listId())) {
            throw new RuleViolation("stafflist.return-to-nobody");
        }
    }

    private void leaveQueue(List<Entry> judged, Judgement judgement) {
        byStage(judged, judgement)
                .forEach((stage, ids) ->
                        entries.move(ids, stage == Stage.HELD ? EntryAction.DECIDE : EntryAction.PROPOSE));
        lists.forget(judged);
    }

    private Map<Stage, List<Long>> byStage(List<Entry> judged, Judgement judgement) {
        Map<Long, OfList> lists = new HashMap<>();
        String isLarge = judgement.largeAbove() == 0
                ? "FALSE"
                : "(SELECT e.id FROM stafflist_entry e WHERE e.list_id = l.id LIMIT " + judgement.largeAbove()
                        + ", 1) IS NOT NULL";
        InParts.of(
                judged.stream().map(Entry::listId).distinct().toList(),
                (some, args) -> sql.list(
                                "SELECT id, template_code, " + isLarge + " FROM stafflist_list l WHERE id IN " + some,
                                row -> Map.entry(row.getLong(1), new OfList(row.getString(2), row.getBoolean(3))),
                                args)
                        .forEach(each -> lists.put(each.getKey(), each.getValue())));
        Map<Stage, List<Long>> byStage = new EnumMap<>(Stage.class);
        for (Entry entry : judged) {
            OfList list = Objects.requireNonNull(lists.get(entry.listId()));
            Stage stage = judgement.stage(new Case(entry.id(), entry.name(), list.form(), list.large()));
            byStage.computeIfAbsent(stage, unused -> new ArrayList<>()).add(entry.id());
        }
        return byStage;
    }

    private record OfList(String form, boolean large) {}

    private void carryOut(List<Entry> decided, Verdict verdict) {
        List<Long> ids = decided.stream().map(Entry::id).toList();
        entries.decide(ids, verdict, clock.instant());
        amended.follow(decided, verdict);
        if (verdict.outcome() == Outcome.APPROVE) {
            List<ApprovedEntry> grounds = decided.stream()
                    .filter(entry -> entry.kind() != EntryKind.LEAVE)
                    .map(Entry::approved)
                    .toList();
            if (!grounds.isEmpty()) {
                approved.fire(new EntriesApproved(grounds, verdict.actor()));
            }
        } else {
            List<Long> reversed =
                    decided.stream().filter(Entry::isReopened).map(Entry::id).toList();
            if (!reversed.isEmpty()) {
                ended.fire(new EntriesEnded(reversed, EntriesEnded.Cause.REVERSED, verdict.actor()));
            }
        }
        told.fire(verdict.on(decided));
    }
}
