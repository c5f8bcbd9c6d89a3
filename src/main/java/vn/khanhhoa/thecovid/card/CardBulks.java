package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryPeriods;

/**
 * One act on all cards that match a filter. First it says of each what would become of it, and changes nothing; begun, a job does in
 * steps what was foreseen, to those cards that are as they were seen. Suspending, restoring and renewing can be undone as a whole: what
 * nobody has changed since is as it was before.
 */
@UseCase
public class CardBulks {
    static final String DONE = "DONE";
    static final String UNDONE = "UNDONE";
    private static final int MOST = 50_000;
    private static final int STEP = 1_000;

    /** @param what became, or would become, of so many: done, undone, or the code of why not */
    public record Group(String what, long cards) {
        public boolean isLeftOut() {
            return what.indexOf('.') >= 0;
        }
    }

    /**
     * How far it has come.
     *
     * @param until of a renewal, the new last day
     * @param own whether the reader may go on with it
     * @param incident for which it stands still; empty where it does not
     */
    public record Progress(
            PublicId id,
            CardAct act,
            String reason,
            Optional<LocalDate> until,
            List<Group> groups,
            boolean begun,
            boolean finished,
            boolean undone,
            long waiting,
            boolean own,
            Optional<String> incident) {
        public boolean isRunning() {
            return begun && !finished && incident.isEmpty();
        }

        public long total() {
            return sum(group -> true);
        }

        /** That are changed, or would be. */
        public long toChange() {
            return sum(group -> group.what().equals(DONE));
        }

        public long leftOut() {
            return sum(Group::isLeftOut);
        }

        public long takenBack() {
            return sum(group -> group.what().equals(UNDONE));
        }

        public long done() {
            return undone ? takenBack() : toChange() - waiting;
        }

        public int percent() {
            long all = undone ? takenBack() + waiting : toChange();
            return all == 0 ? 100 : (int) (100 * done() / all);
        }

        public boolean isUndoable() {
            return own && act.isUndoable() && finished && !undone && toChange() > 0;
        }

        private long sum(Predicate<Group> which) {
            return groups.stream().filter(which).mapToLong(Group::cards).sum();
        }
    }

    @Inject
    private Jobs jobs;

    @Inject
    private FailedJobs failed;

    @Inject
    private Renewing renewing;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** An act that needs no day. */
    @Requires(Permission.CONTROL_CARDS)
    public PublicId prepare(Actor actor, CardFilter filter, CardAct act, String typed) {
        return prepare(actor, filter, act, typed, null);
    }

    /**
     * Looks through all that match now; what the actor looked through before and did not begin is forgotten.
     *
     * @param until the new last day, of a renewal
     */
    @Requires(Permission.CONTROL_CARDS)
    public PublicId prepare(Actor actor, CardFilter filter, CardAct act, String typed, @Nullable LocalDate until) {
        String reason = OneLine.of(typed);
        if (reason.isEmpty()) {
            throw new RuleViolation("card.reason-missing");
        }
        if (reason.length() > CardControl.LONGEST_REASON) {
            throw new RuleViolation("card.reason-too-long", CardControl.LONGEST_REASON);
        }
        LocalDate lastDay = act == CardAct.RENEW ? renewing.required(until) : null;
        forget(actor);
        PublicId id = PublicId.random();
        long bulkId = sql.number("SELECT NEXT VALUE FOR card_bulk_seq");
        sql.update(
                "INSERT INTO card_bulk (id, public_id, agency_id, actor_id, act, reason, until, prepared_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                bulkId,
                id,
                actor.agencyId(),
                actor.accountId(),
                act.name(),
                reason,
                lastDay,
                clock.instant());
        LocalDate today = LocalDate.now(clock);
        CardFilter.Condition which = filter.condition(actor, today);
        List<Object> args = new ArrayList<>(List.of(bulkId, today));
        String foreseen = foreseen(act, lastDay, today, args);
        args.addAll(Arrays.asList(which.args()));
        int matching = sql.update(
                "INSERT INTO card_bulk_card (bulk_id, card_id, version, foreseen) SELECT ?, id, version, CASE WHEN state NOT IN"
                        + " ('VALID', 'SUSPENDED') OR valid_to < ? THEN 'card.over-already'" + foreseen
                        + " ELSE 'DONE' END FROM card_card WHERE " + which.sql() + " ORDER BY id LIMIT " + (MOST + 1),
                args.toArray());
        if (matching == 0) {
            throw new RuleViolation("card.bulk-none");
        }
        if (matching > MOST) {
            throw new RuleViolation("card.bulk-many", MOST);
        }
        if (act == CardAct.RENEW) {
            leaveOwn(actor, bulkId);
        }
        return id;
    }

    /** Why a current card is left out, beside what is said of any; what fills its gaps is added to the arguments. */
    private static String foreseen(CardAct act, @Nullable LocalDate until, LocalDate today, List<Object> args) {
        return switch (act) {
            case SUSPEND -> " WHEN state = 'SUSPENDED' AND NOT held THEN 'card.suspended-already'";
            case RESTORE -> {
                args.add(CardIssuing.reopened());
                yield " WHEN state = 'SUSPENDED' AND held THEN 'card.held-by-data' WHEN state = 'VALID' THEN"
                        + " 'card.not-suspended' WHEN state_reason = ? THEN 'card.restore-looked-at-again'";
            }
            case RENEW -> {
                args.addAll(List.of(
                        Objects.requireNonNull(until),
                        Objects.requireNonNull(until),
                        today,
                        EntryPeriods.LONGEST_DAYS));
                yield " WHEN state = 'SUSPENDED' THEN 'card.renew-suspended' WHEN valid_to >= ? THEN 'card.renew-not-longer'"
                        + " WHEN DATEDIFF(?, GREATEST(valid_from, ?)) >= ? THEN 'card.renew-too-long' WHEN EXISTS (SELECT 1"
                        + " FROM stafflist_entry a WHERE a.amends_id = card_card.entry_id AND (a.open_amends IS NOT NULL OR"
                        + " a.leave_due IS NOT NULL)) THEN '" + Renewing.NOT_FREE + "'";
            }
            case REISSUE, REVOKE -> "";
        };
    }

    /** Nobody makes a card longer that is their own, or their agency's people's. */
    private void leaveOwn(Actor actor, long bulkId) {
        long above = 0;
        List<Map.Entry<Long, Long>> some;
        do {
            some = sql.list(
                    "SELECT b.card_id, c.entry_id FROM card_bulk_card b JOIN card_card c ON c.id = b.card_id WHERE b.bulk_id = ?"
                            + " AND b.foreseen = 'DONE' AND b.card_id > ? ORDER BY b.card_id LIMIT " + STEP,
                    row -> Map.entry(row.getLong(1), row.getLong(2)),
                    bulkId,
                    above);
            Set<Long> closed = renewing.closedTo(
                    actor, some.stream().map(Map.Entry::getValue).toList());
            sql.batch(
                    "UPDATE card_bulk_card SET foreseen = ? WHERE bulk_id = ? AND card_id = ?",
                    some.stream()
                            .filter(card -> closed.contains(card.getValue()))
                            .toList(),
                    (statement, card) -> {
                        statement.setString(1, Renewing.OWN);
                        statement.setLong(2, bulkId);
                        statement.setLong(3, card.getKey());
                    });
            above = some.isEmpty() ? above : some.get(some.size() - 1).getKey();
        } while (some.size() == STEP);
    }

    private void forget(Actor actor) {
        String unused = "SELECT id FROM card_bulk WHERE actor_id = ? AND begun_at IS NULL FOR UPDATE";
        for (long bulk : sql.list(unused, row -> row.getLong(1), actor.accountId())) {
            sql.update("DELETE FROM card_bulk_card WHERE bulk_id = ?", bulk);
            sql.update("DELETE FROM card_bulk WHERE id = ?", bulk);
        }
    }

    /** Does what was foreseen. Once more changes nothing. */
    @Requires(Permission.CONTROL_CARDS)
    public void begin(Actor actor, PublicId id) {
        long bulkId = own(actor, id);
        Progress progress = progress(actor, id);
        if (progress.toChange() == 0) {
            throw new RuleViolation("card.bulk-none");
        }
        progress.until().ifPresent(renewing::required);
        if (sql.update("UPDATE card_bulk SET begun_at = ? WHERE id = ? AND begun_at IS NULL", clock.instant(), bulkId)
                == 0) {
            return;
        }
        jobs.enqueue(CardBulkJob.NAME, String.valueOf(bulkId));
        tell(actor, "card.bulk-begun", id, progress);
    }

    /** What nobody has changed since is as it was. Once more changes nothing. */
    @Requires(Permission.CONTROL_CARDS)
    public void undo(Actor actor, PublicId id) {
        long bulkId = own(actor, id);
        Progress progress = progress(actor, id);
        if (!progress.act().isUndoable()) {
            throw new RuleViolation("card.bulk-final");
        }
        if (sql.update(
                        "UPDATE card_bulk SET undone_at = ?, finished_at = NULL WHERE id = ? AND undone_at IS NULL AND"
                                + " finished_at IS NOT NULL",
                        clock.instant(),
                        bulkId)
                == 0) {
            return;
        }
        jobs.enqueue(CardBulkJob.NAME, String.valueOf(bulkId));
        tell(actor, "card.bulk-undone", id, progress);
    }

    /** What was done to many cards at a time. */
    public record Recent(PublicId id, CardAct act, String reason, Instant begunAt, boolean undone) {}

    /** By the actor, the newest first. */
    @Requires(Permission.CONTROL_CARDS)
    public List<Recent> recent(Actor actor, int count) {
        return sql.list(
                "SELECT public_id, act, reason, begun_at, undone_at IS NOT NULL AS undone FROM card_bulk WHERE actor_id = ? AND"
                        + " agency_id = ? AND begun_at IS NOT NULL ORDER BY begun_at DESC LIMIT ?",
                row -> new Recent(
                        Sql.publicId(row, "public_id"),
                        CardAct.valueOf(row.getString("act")),
                        row.getString("reason"),
                        Objects.requireNonNull(Sql.instant(row, "begun_at")),
                        row.getBoolean("undone")),
                actor.accountId(),
                actor.agencyId(),
                count);
    }

    /** To colleagues of the agency too. */
    @Requires(Permission.CONTROL_CARDS)
    public Progress progress(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT * FROM card_bulk WHERE public_id = ? AND agency_id = ?",
                        row -> {
                            long bulkId = row.getLong("id");
                            boolean undone = row.getTimestamp("undone_at") != null;
                            return new Progress(
                                    id,
                                    CardAct.valueOf(row.getString("act")),
                                    row.getString("reason"),
                                    Optional.ofNullable(row.getObject("until", LocalDate.class)),
                                    groups(bulkId),
                                    row.getTimestamp("begun_at") != null,
                                    row.getTimestamp("finished_at") != null,
                                    undone,
                                    waiting(bulkId, undone),
                                    row.getLong("actor_id") == actor.accountId(),
                                    failed.incident(CardBulkJob.NAME, String.valueOf(bulkId)));
                        },
                        id,
                        actor.agencyId())
                .orElseThrow(NotFound::new);
    }

    private List<Group> groups(long bulkId) {
        return sql.list(
                "SELECT IFNULL(result, foreseen) AS what, COUNT(*) FROM card_bulk_card WHERE bulk_id = ? GROUP BY what ORDER BY"
                        + " INSTR(what, '.') > 0, what",
                row -> new Group(row.getString(1), row.getLong(2)),
                bulkId);
    }

    private long waiting(long bulkId, boolean undone) {
        return sql.number(
                "SELECT COUNT(*) FROM card_bulk_card WHERE bulk_id = ? AND foreseen = 'DONE' AND "
                        + (undone ? "result = 'DONE'" : "result IS NULL"),
                bulkId);
    }

    private long own(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT id FROM card_bulk WHERE public_id = ? AND actor_id = ? AND agency_id = ? FOR UPDATE",
                        row -> row.getLong(1),
                        id,
                        actor.accountId(),
                        actor.agencyId())
                .orElseThrow(NotFound::new);
    }

    private void tell(Actor actor, String action, PublicId id, Progress progress) {
        trail.fire(new CardChanged(
                actor.accountId(),
                action,
                "cards",
                id.toString(),
                Map.of(
                        "act", progress.act().name(),
                        "count", String.valueOf(progress.toChange()),
                        "left-out", String.valueOf(progress.leftOut()))));
    }
}
