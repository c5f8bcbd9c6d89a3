package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.review.TestRefusals.tried;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Amending;
import vn.khanhhoa.thecovid.stafflist.EntryAction;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryKind;
import vn.khanhhoa.thecovid.stafflist.EntryPosition;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Withdrawing;

/**
 * Lists that live through random acts of everybody, one sequence for each seed. After each act every entry must have gone a
 * way that {@link EntryAction} has for that act, decided once for each time that it was open, with one card where it is
 * approved and none elsewhere. In the end all that is open can be brought to an end.
 */
@ApplicationScoped
public class RandomActs {
    private static final int PEOPLE = 4;
    private static final String WHY = "Theo yêu cầu";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> AGENCIES = List.of("SCT", "SXD");
    private static final Set<EntryAction> EFFECTS =
            EnumSet.of(EntryAction.APPROVE, EntryAction.REFUSE, EntryAction.RETURN, EntryAction.LAPSE);
    private static final Set<EntryPosition> DECIDED =
            EnumSet.of(EntryPosition.APPROVED, EntryPosition.REFUSED, EntryPosition.RETURNED);

    /** What somebody does, and what it may do to entries. */
    private enum Act {
        CLAIM(),
        DECIDE(EntryAction.DECIDE, EntryAction.PROPOSE),
        DECIDE_AT_ONCE(
                EntryAction.DECIDE, EntryAction.PROPOSE, EntryAction.APPROVE, EntryAction.REFUSE, EntryAction.RETURN),
        DECIDE_WHAT_HAS_CHANGED(),
        DECIDE_FOR_ANOTHER_AGENCY(),
        UNDO(EntryAction.UNDO),
        WINDOWS_CLOSE(EFFECTS),
        APPROVE_BATCH(
                EntryAction.CONFIRM, EntryAction.APPROVE, EntryAction.REFUSE, EntryAction.RETURN, EntryAction.LAPSE),
        DECLINE(EntryAction.DECLINE),
        FORWARD(EntryAction.FORWARD),
        CALL_BACK(EntryAction.CALL_BACK),
        REOPEN(EntryAction.REOPEN),
        RECONSIDER(EntryAction.RECONSIDER),
        MEND(EntryAction.SUBMIT, EntryAction.SUBMIT_AGAIN),
        CHANGE(EntryAction.SUBMIT, EntryAction.SUBMIT_AGAIN),
        LEAVE(EntryAction.SUBMIT, EntryAction.SUBMIT_AGAIN),
        LEAVING_DAY(),
        WITHDRAW(EntryAction.WITHDRAW),
        BULK(EntryAction.DECIDE, EntryAction.PROPOSE, EntryAction.APPROVE, EntryAction.REFUSE, EntryAction.RETURN),
        BULK_UNDO(EntryAction.UNDO),
        WITHDRAW_LIST(EntryAction.WITHDRAW);

        private final Set<EntryAction> ways = EnumSet.noneOf(EntryAction.class);

        Act(EntryAction... ways) {
            this(Set.of(ways));
        }

        Act(Set<EntryAction> ways) {
            this.ways.addAll(ways);
            // An amended entry ends with the approval of the amendment, and the portal looks for leaving days by
            // itself.
            this.ways.add(EntryAction.END);
        }
    }

    private record Seen(
            long id,
            PublicId publicId,
            EntryPosition position,
            int version,
            EntryKind kind,
            long agencyId,
            boolean reopened) {}

    /** Those who act in all sequences of a run, so that their counts can be added up. */
    public record Cast(Map<Long, List<Actor>> reviewers, Map<Long, List<Actor>> heads) {
        List<Actor> all() {
            List<Actor> all = new ArrayList<>();
            reviewers.values().forEach(all::addAll);
            heads.values().forEach(all::addAll);
            return all;
        }
    }

    @Inject
    private TestLists lists;

    @Inject
    private TestLines lines;

    @Inject
    private TestBulk bulk;

    @Inject
    private TestDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Undoing undoing;

    @Inject
    private Proposals proposals;

    @Inject
    private Reopening reopening;

    @Inject
    private Forwarding forwarding;

    @Inject
    private CallingBack callingBack;

    @Inject
    private EntryClaims claims;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Amending amending;

    @Inject
    private EntryReading reading;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    public Cast cast() {
        Map<Long, List<Actor>> reviewers = new HashMap<>();
        Map<Long, List<Actor>> heads = new HashMap<>();
        for (String code : AGENCIES) {
            List<Actor> some = List.of(lists.reviewer(code), lists.reviewer(code), lists.reviewer(code));
            reviewers.put(some.get(0).agencyId(), some);
            heads.put(some.get(0).agencyId(), List.of(lists.head(code), lists.head(code)));
        }
        return new Cast(reviewers, heads);
    }

    /** One list from its submission to its end; says how often which act came about. */
    public Map<String, Integer> live(Cast cast, long seed, int acts) {
        Life life = new Life(cast, new Random(seed));
        try {
            for (int i = 0; i < acts; i++) {
                life.step();
            }
            life.end();
            return life.done;
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "seed " + seed + ": " + failure.getMessage() + "\n" + String.join("\n", life.log), failure);
        }
    }

    /** What was counted for these people is what took effect by them, outcome by outcome. */
    public void assertCounted(Cast cast) {
        List<Object> ids =
                cast.all().stream().map(actor -> (Object) actor.accountId()).toList();
        for (Outcome outcome : Outcome.values()) {
            List<Object> args = new ArrayList<>(ids);
            args.add(outcome.name());
            long counted = sql.number(
                    "SELECT IFNULL(SUM(entries), 0) FROM review_count WHERE step = 'DECIDED' AND judge_id IN ("
                            + Sql.marks(ids.size()) + ") AND outcome = ?",
                    args.toArray());
            args.set(ids.size(), "%after=" + outcome.state() + "%");
            long told = sql.number(
                    "SELECT COUNT(*) FROM audit_record WHERE action = 'review.decided' AND actor_id IN ("
                            + Sql.marks(ids.size()) + ") AND details LIKE ?",
                    args.toArray());
            assertThat(counted).as("counted as " + outcome).isEqualTo(told);
        }
    }

    private final class Life {
        private final Cast cast;
        private final Map<Long, List<Actor>> above = new HashMap<>();
        private final Random random;
        private final Actor officer;
        private final PublicId list;
        private final long listId;
        private final List<String> log = new ArrayList<>();
        private final Map<String, Integer> done = new TreeMap<>();
        private final Map<Long, Integer> decisions = new HashMap<>();
        private final Map<PublicId, Actor> bulks = new HashMap<>();
        private Map<Long, Seen> now;

        Life(Cast cast, Random random) {
            this.cast = cast;
            this.random = random;
            officer = lists.factory();
            list = lists.submitted(officer, PEOPLE);
            listId = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
            now = look();
            assertThat(now).hasSize(PEOPLE);
        }

        void step() {
            Act act = Act.values()[random.nextInt(Act.values().length)];
            if (act == Act.WITHDRAW_LIST && random.nextInt(8) > 0) {
                act = Act.DECIDE;
            }
            Seen seen = one(new ArrayList<>(now.values()));
            did(act, seen);
        }

        private void did(Act act, Seen seen) {
            String answer = tried(() -> act(act, seen));
            log.add(act + " " + seen + ": " + answer);
            if (answer.equals("done")) {
                done.merge(act.name(), 1, Integer::sum);
            }
            check(act);
        }

        private String act(Act act, Seen seen) {
            PublicId id = seen.publicId();
            Actor reviewer = one(reviewers(seen.agencyId()));
            Actor head = one(heads(seen.agencyId()));
            switch (act) {
                case CLAIM -> claims.take(reviewer, id, Duration.ofSeconds(random.nextInt(2)));
                case DECIDE, DECIDE_AT_ONCE -> decide(reviewer, id, seen.version(), act == Act.DECIDE_AT_ONCE);
                case DECIDE_WHAT_HAS_CHANGED -> {
                    decide(reviewer, id, seen.version() - 1, true);
                    throw new AssertionError("decided what was not shown");
                }
                case DECIDE_FOR_ANOTHER_AGENCY -> {
                    decide(elsewhere(seen.agencyId()), id, seen.version(), true);
                    throw new AssertionError("decided for another agency");
                }
                case UNDO -> {
                    if (cast.all().stream()
                            .filter(each -> each.agencyId() == seen.agencyId())
                            .noneMatch(each -> undoing.undo(each, id))) {
                        return "nothing to undo";
                    }
                }
                case WINDOWS_CLOSE ->
                    desk.windowsClose(
                            now.keySet().stream().mapToLong(Long::longValue).toArray());
                case APPROVE_BATCH -> {
                    Proposals.Batch batch = one(batches(head));
                    desk.worksOff(proposals.approve(head, batch.key(), batch.shown(), random.nextBoolean()));
                }
                case DECLINE -> {
                    Proposals.Batch batch = one(batches(head));
                    if (proposals.decline(head, batch.key(), Set.of(id), WHY) == 0) {
                        return "not of this batch";
                    }
                }
                case FORWARD -> forwarding.forward(reviewer, id, seen.version(), agency(seen), WHY);
                case CALL_BACK -> {
                    Optional<PublicId> last = sql.first(
                            "SELECT f.public_id FROM stafflist_passed_on p JOIN review_forwarding f ON f.id = p.act_id WHERE"
                                    + " p.entry_id = ?",
                            row -> Sql.publicId(row, "public_id"),
                            seen.id());
                    if (last.isEmpty()) {
                        return "never passed on";
                    }
                    callingBack.callBack(elsewhere(seen.agencyId()), last.get(), WHY);
                }
                case REOPEN -> reopening.reopen(head, id, seen.version(), WHY);
                case RECONSIDER -> reopening.reconsider(officer, id, WHY);
                case MEND -> {
                    EntryView entry = reading.own(officer, id);
                    if (!lines.has(entry) || !entry.state().isOpen() || entry.kind() != EntryKind.NEW) {
                        return "no line to mend";
                    }
                    lines.mend(
                            entry, "valid_to", DAY.format(LocalDate.now(clock).plusDays(20 + random.nextInt(20))));
                    lists.submit(officer, list);
                }
                case CHANGE -> {
                    EntryView entry = reading.own(officer, id);
                    if (!lines.has(entry) || entry.state() != EntryState.APPROVED) {
                        return "nothing to change";
                    }
                    lines.change(
                            officer,
                            entry,
                            "valid_to",
                            DAY.format(LocalDate.now(clock).plusDays(20 + random.nextInt(20))));
                    lists.submit(officer, list);
                }
                case LEAVE -> {
                    if (amending.leave(
                                            officer,
                                            list,
                                            List.of(id),
                                            LocalDate.now(clock).plusDays(random.nextInt(2) * 3L))
                                    .done()
                            == 0) {
                        return "nobody to leave";
                    }
                    lists.submit(officer, list);
                }
                case LEAVING_DAY -> lines.leavingDay(LocalDate.now(clock).plusDays(3));
                case WITHDRAW -> {
                    if (withdrawing.withdraw(officer, list, List.of(id)).done() == 0) {
                        return "not open";
                    }
                }
                case BULK -> {
                    Outcome outcome = one(List.of(Outcome.values()));
                    String reason = reason(outcome);
                    boolean later = random.nextBoolean();
                    PublicId begun = bulk.foresee(reviewer, ofThis(), outcome, reason, !later);
                    bulk.begin(reviewer, begun);
                    bulk.run(begun);
                    bulks.put(begun, reviewer);
                }
                case BULK_UNDO -> {
                    if (bulks.isEmpty()) {
                        return "no bulk";
                    }
                    PublicId begun = one(new ArrayList<>(bulks.keySet()));
                    bulk.undo(Objects.requireNonNull(bulks.get(begun)), begun);
                    bulk.run(begun);
                }
                case WITHDRAW_LIST -> keeping.withdraw(officer, list);
            }
            return "done";
        }

        private void decide(Actor reviewer, PublicId id, int version, boolean atOnce) {
            Outcome outcome = one(List.of(Outcome.APPROVE, Outcome.APPROVE, Outcome.REFUSE, Outcome.RETURN));
            String reason = outcome == Outcome.REFUSE && random.nextInt(3) == 0 ? "R14" : reason(outcome);
            reviewing.decide(reviewer, id, version, outcome, reason, "", atOnce);
        }

        private static String reason(Outcome outcome) {
            return switch (outcome) {
                case APPROVE -> "";
                case REFUSE -> "R01";
                case RETURN -> "R03";
            };
        }

        private void check(Act act) {
            Map<Long, Seen> before = now;
            now = look();
            for (Seen seen : now.values()) {
                Seen then = before.get(seen.id());
                if (then == null) {
                    assertThat(act.ways).as("a new entry by " + act).contains(EntryAction.SUBMIT);
                } else if (then.version() != seen.version() || then.position() != seen.position()) {
                    assertThat(reachable(then.position(), act.ways))
                            .as(act + " led from " + then + " to " + seen)
                            .contains(seen.position());
                    if (then.position() != seen.position() && DECIDED.contains(seen.position())) {
                        decisions.merge(seen.id(), 1, Integer::sum);
                    }
                }
            }
            checkDecisions();
            checkCards();
            checkPending();
        }

        private static Set<EntryPosition> reachable(EntryPosition from, Set<EntryAction> ways) {
            Set<EntryPosition> reached = EnumSet.of(from);
            for (int steps = 0; steps < ways.size(); steps++) {
                for (EntryAction way : ways) {
                    if (reached.stream().anyMatch(way::isAllowedAt)) {
                        reached.addAll(way.to());
                    }
                }
            }
            return reached;
        }

        private void checkDecisions() {
            Map<String, Long> byPublicId = new HashMap<>();
            now.values().forEach(seen -> byPublicId.put(seen.publicId().toString(), seen.id()));
            Map<Long, Integer> kept = new HashMap<>();
            sql.list(
                    "SELECT subject_id, COUNT(*) FROM audit_record WHERE subject_kind = 'entry' AND action = 'review.decided'"
                            + " AND subject_id IN (" + Sql.marks(byPublicId.size()) + ") GROUP BY subject_id",
                    row -> kept.put(Objects.requireNonNull(byPublicId.get(row.getString(1))), row.getInt(2)),
                    byPublicId.keySet().toArray());
            assertThat(kept).as("decisions on the trail").isEqualTo(decisions);
        }

        private void checkCards() {
            Map<Long, List<String>> current = new HashMap<>();
            sql.list(
                            "SELECT c.entry_id, c.state, c.valid_to = e.valid_to FROM card_card c JOIN stafflist_entry e ON e.id ="
                                    + " c.entry_id WHERE e.list_id = ? AND c.state IN ('VALID', 'SUSPENDED')",
                            row -> Map.entry(
                                    row.getLong(1),
                                    row.getString(2) + (row.getBoolean(3) ? "" : " for another period")),
                            listId)
                    .forEach(card -> current.computeIfAbsent(card.getKey(), unused -> new ArrayList<>())
                            .add(card.getValue()));
            for (Seen seen : now.values()) {
                List<String> cards = current.getOrDefault(seen.id(), List.of());
                if (seen.position() == EntryPosition.APPROVED && seen.kind() != EntryKind.LEAVE) {
                    assertThat(cards).as("cards of " + seen).containsExactly("VALID");
                } else if (seen.position().state() == EntryState.PENDING && seen.reopened()) {
                    assertThat(cards)
                            .as("cards of " + seen)
                            .hasSizeLessThanOrEqualTo(1)
                            .doesNotContain("VALID");
                } else {
                    assertThat(cards).as("cards of " + seen).isEmpty();
                }
            }
        }

        private void checkPending() {
            Map<Long, String> verdicts = sql
                    .list(
                            "SELECT p.entry_id, p.stage FROM review_pending p JOIN stafflist_entry e ON e.id = p.entry_id WHERE"
                                    + " e.list_id = ?",
                            row -> Map.entry(row.getLong(1), row.getString(2)),
                            listId)
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            for (Seen seen : now.values()) {
                if (seen.position().state() == EntryState.PENDING
                        && seen.position().stage() != Stage.OPEN) {
                    assertThat(verdicts)
                            .as("what " + seen + " waits for")
                            .containsEntry(seen.id(), seen.position().stage().name());
                }
            }
        }

        /** Nothing is stuck: by ordinary acts, all that is open comes to its end. */
        void end() {
            for (int round = 0; round < 4 && isOpen(); round++) {
                did(Act.WINDOWS_CLOSE, any());
                for (Seen seen : List.copyOf(now.values())) {
                    Seen current = Objects.requireNonNull(now.get(seen.id()));
                    if (current.position() == EntryPosition.PROPOSED) {
                        approveEverything(current.agencyId());
                    }
                }
                did(Act.WINDOWS_CLOSE, any());
                List.copyOf(now.values()).stream()
                        .filter(seen -> seen.position() == EntryPosition.QUEUED)
                        .forEach(this::decideSomehow);
                List.copyOf(now.values()).stream()
                        .filter(seen -> seen.position() == EntryPosition.RETURNED)
                        .forEach(seen -> did(Act.WITHDRAW, seen));
            }
            // Proposals of what was withdrawn meanwhile are not left to the next list.
            cast.heads().keySet().forEach(this::approveEverything);
            assertThat(now.values())
                    .as("open in the end")
                    .noneMatch(seen -> seen.position().state().isOpen());
        }

        private void approveEverything(long agencyId) {
            for (Actor head : heads(agencyId)) {
                for (Proposals.Batch batch : batches(head)) {
                    desk.worksOff(proposals.approve(head, batch.key(), batch.shown(), true));
                }
            }
            log.add("heads approve everything");
            check(Act.APPROVE_BATCH);
        }

        /** By whom the portal says that they may: reviewers, else heads. */
        private void decideSomehow(Seen seen) {
            List<Actor> officers = new ArrayList<>(reviewers(seen.agencyId()));
            officers.addAll(heads(seen.agencyId()));
            for (Outcome outcome : List.of(Outcome.APPROVE, Outcome.REFUSE)) {
                for (Actor reviewer : officers) {
                    String answer = tried(() -> {
                        int version = reading.own(officer, seen.publicId()).version();
                        reviewing.decide(
                                reviewer,
                                seen.publicId(),
                                version,
                                outcome,
                                outcome.needsReason() ? "R01" : "",
                                "",
                                true);
                    });
                    log.add(outcome + " in the end " + seen + ": " + answer);
                    check(Act.DECIDE_AT_ONCE);
                    if (answer.equals("done")) {
                        return;
                    }
                }
            }
        }

        /** Those of other tests are left to them. */
        private List<Proposals.Batch> batches(Actor head) {
            return proposals.batches(head).stream()
                    .filter(batch -> cast.all().stream().anyMatch(actor -> actor.accountId() == batch.proposerId()))
                    .toList();
        }

        private boolean isOpen() {
            return now.values().stream()
                    .anyMatch(seen -> seen.position().state().isOpen());
        }

        private Seen any() {
            return now.values().iterator().next();
        }

        private Map<Long, Seen> look() {
            return sql
                    .list(
                            "SELECT id, public_id, state, stage, version, kind, agency_id, reopened FROM stafflist_entry WHERE"
                                    + " list_id = ? ORDER BY id",
                            row -> new Seen(
                                    row.getLong(1),
                                    Sql.publicId(row, "public_id"),
                                    EntryPosition.of(
                                            EntryState.valueOf(row.getString(3)), Stage.valueOf(row.getString(4))),
                                    row.getInt(5),
                                    EntryKind.valueOf(row.getString(6)),
                                    row.getLong(7),
                                    row.getBoolean(8)),
                            listId)
                    .stream()
                    .collect(Collectors.toMap(Seen::id, seen -> seen, (a, b) -> a, TreeMap::new));
        }

        private List<Actor> reviewers(long agencyId) {
            return cast.reviewers().getOrDefault(agencyId, above(agencyId));
        }

        private List<Actor> heads(long agencyId) {
            return cast.heads().getOrDefault(agencyId, above(agencyId));
        }

        /** Where a decision goes of which everybody has judged. */
        private List<Actor> above(long agencyId) {
            return cast.reviewers().containsKey(agencyId)
                    ? List.of()
                    : above.computeIfAbsent(agencyId, id -> List.of(lists.head(code(id))));
        }

        private String code(long agencyId) {
            return catalogue.agency(agencyId).orElseThrow().code();
        }

        private Actor elsewhere(long agencyId) {
            return cast.reviewers().entrySet().stream()
                    .filter(entry -> entry.getKey() != agencyId)
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .get(0);
        }

        private PublicId agency(Seen seen) {
            return catalogue
                    .agency(elsewhere(seen.agencyId()).agencyId())
                    .orElseThrow()
                    .publicId();
        }

        private QueueFilter ofThis() {
            return new QueueFilter("", officer.organisationId(), 0, "");
        }

        private <T> T one(List<T> some) {
            if (some.isEmpty()) {
                throw new NotFound();
            }
            return some.get(random.nextInt(some.size()));
        }
    }
}
