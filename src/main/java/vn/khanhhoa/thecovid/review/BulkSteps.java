package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** The work of a bulk, some hundred entries at a time: looking through, deciding, putting back. */
@UseCase
public class BulkSteps {
    private static final int AT_ONCE = 500;

    /** Key of what is said of an entry that the data made green when it was filtered, and not when it was its turn. */
    static final String NOT_GREEN = "review.not-green-any-more";

    /** A bulk as the job sees it. */
    record Work(
            long id,
            BulkDecisions.Phase phase,
            Actor actor,
            Verdict verdict,
            QueueFilter filter,
            Optional<QueuePlace> above,
            QueuePlace upTo,
            long lastEntry,
            boolean atOnce,
            boolean undone) {}

    @Inject
    private EntryQueue queue;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Undoing undoing;

    @Inject
    private PendingVerdicts pending;

    @Inject
    private DecisionHistory history;

    @Inject
    private Lending lending;

    @Inject
    private LevelSteps levels;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** One step of the job: the next entries in one transaction. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, long bulkId, int most) {
        Work work = sql.first(
                        "SELECT * FROM review_bulk WHERE id = ? AND finished_at IS NULL AND NOT forgotten FOR UPDATE",
                        BulkSteps::read,
                        bulkId)
                .orElse(null);
        if (work == null) {
            return false;
        }
        if (work.undone()) {
            return putBack(work, most);
        }
        return switch (work.phase()) {
            case FORESEEING -> foresee(portal, work, most);
            case FORESEEN -> false;
            case DECIDING -> judge(work, most);
        };
    }

    private boolean putBack(Work work, int most) {
        List<PendingVerdicts.Pending> some = pending.held(
                "act_id = ? AND approval_id IS NULL AND effective_at IS NULL ORDER BY entry_id LIMIT ?",
                work.id(),
                most);
        if (some.isEmpty()) {
            return finish(work);
        }
        List<Long> back = undoing.takeBack(work.actor(), some);
        if (!back.isEmpty()) {
            became(work.id(), BulkDecisions.UNDONE, back);
        }
        List<Long> lapsed = PendingVerdicts.ids(some);
        lapsed.removeAll(Set.copyOf(back));
        if (!lapsed.isEmpty()) {
            became(work.id(), Undoing.LAPSED, lapsed);
        }
        sql.update("UPDATE review_bulk SET decided = GREATEST(0, decided - ?) WHERE id = ?", some.size(), work.id());
        return true;
    }

    private boolean foresee(Actor portal, Work work, int most) {
        List<QueuePlace> places =
                queue.places(portal, work.actor().agencyId(), work.filter(), work.above(), work.upTo(), most);
        if (places.isEmpty()) {
            sql.update(
                    "UPDATE review_bulk SET phase = 'FORESEEN', total = (SELECT IFNULL(SUM(entries), 0) FROM"
                            + " review_bulk_count WHERE bulk_id = review_bulk.id) WHERE id = ?",
                    work.id());
            return false;
        }
        List<Long> ids = places.stream().map(QueuePlace::entryId).toList();
        Set<Long> seen = linesOf(work, ids);
        Set<Long> noMore = greenNoMore(work, ids);
        List<Reviewing.Foreseen> foreseen = reviewing.foresee(work.actor(), ids, work.verdict()).stream()
                .filter(each -> !seen.contains(each.entryId()))
                .map(each -> noMore.contains(each.entryId())
                        ? new Reviewing.Foreseen(each.entryId(), each.version(), NOT_GREEN)
                        : each)
                .map(whoWouldHaveTwo(work, ids))
                .toList();
        sql.batch(
                "INSERT INTO review_bulk_entry (bulk_id, entry_id, version, foreseen) VALUES (?, ?, ?, ?)",
                foreseen,
                (statement, each) -> {
                    statement.setLong(1, work.id());
                    statement.setLong(2, each.entryId());
                    statement.setInt(3, each.version());
                    statement.setString(4, each.what());
                });
        Map<String, Integer> counts = new TreeMap<>();
        foreseen.forEach(each -> counts.merge(each.what(), 1, Integer::sum));
        counts.forEach((what, entries) -> count(work.id(), what, entries));
        QueuePlace reached = places.get(places.size() - 1);
        sql.update(
                "UPDATE review_bulk SET last_submitted_at = ?, last_entry = ? WHERE id = ?",
                reached.submittedAt(),
                reached.entryId(),
                work.id());
        return true;
    }

    private UnaryOperator<Reviewing.Foreseen> whoWouldHaveTwo(Work work, List<Long> ids) {
        Set<Long> twice = work.verdict().outcome() == Outcome.APPROVE ? queue.twice(work.actor(), ids) : Set.<Long>of();
        return each -> BulkDecisions.Group.isLeftOut(each.what()) || !twice.contains(each.entryId())
                ? each
                : new Reviewing.Foreseen(
                        each.entryId(),
                        each.version(),
                        each.what().equals(Why.ALONE.name()) ? BulkDecisions.TWICE : BulkDecisions.TWICE_PROPOSED);
    }

    /** Of a bulk of what is green: those that are not, asked at this moment. */
    private Set<Long> greenNoMore(Work work, Collection<Long> entryIds) {
        Set<Long> noMore = new HashSet<>();
        if (work.filter().greenAt().isPresent()) {
            noMore.addAll(entryIds);
            noMore.removeAll(levels.green(List.copyOf(entryIds)));
        }
        return noMore;
    }

    /** What was sent again meanwhile lies further behind, and is met twice. */
    private Set<Long> linesOf(Work work, List<Long> entryIds) {
        List<Object> args = new ArrayList<>(List.of(work.id()));
        args.addAll(entryIds);
        return new HashSet<>(sql.list(
                "SELECT entry_id FROM review_bulk_entry WHERE bulk_id = ? AND entry_id IN ("
                        + Sql.marks(entryIds.size()) + ")",
                row -> row.getLong(1),
                args.toArray()));
    }

    /** So many more are said to be this, or less. */
    private void count(long bulkId, String what, int more) {
        sql.update(
                "INSERT INTO review_bulk_count (bulk_id, what, entries) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE entries ="
                        + " entries + VALUES(entries)",
                bulkId,
                what,
                more);
    }

    private boolean judge(Work work, int most) {
        Map<Long, Integer> seen = new TreeMap<>();
        sql.list(
                        "SELECT entry_id, version FROM review_bulk_entry WHERE bulk_id = ? AND entry_id > ? AND foreseen NOT LIKE"
                                + " '%.%' ORDER BY entry_id LIMIT ?",
                        row -> Map.entry(row.getLong(1), row.getInt(2)), work.id(), work.lastEntry(), most)
                .forEach(each -> seen.put(each.getKey(), each.getValue()));
        if (seen.isEmpty()) {
            return finish(work);
        }
        List<Long> ids = List.copyOf(seen.keySet());
        Map<String, List<Long>> became = new TreeMap<>();
        Set<Long> noMore = greenNoMore(work, ids);
        seen.keySet().removeAll(noMore);
        noMore.forEach(entry -> add(became, NOT_GREEN, entry));
        int decided = 0;
        // Whoever lost the right meanwhile decides nothing more.
        if (!lending.mayStill(work.actor())) {
            seen.keySet().forEach(entry -> add(became, "review.right-lost", entry));
        } else if (!seen.isEmpty()) {
            Reviewing.JudgedMany result =
                    reviewing.decideMany(work.actor(), seen, work.verdict(), work.id(), work.atOnce());
            decided = result.judged().size();
            result.judged().forEach((entry, why) -> add(became, why.name(), entry));
            result.leftOut().forEach(left -> add(became, left.code(), left.entryId()));
        }
        became.forEach((what, entries) -> became(work.id(), what, entries));
        sql.update(
                "UPDATE review_bulk SET decided = decided + ?, last_entry = ? WHERE id = ?",
                decided,
                ids.get(ids.size() - 1),
                work.id());
        return true;
    }

    private static void add(Map<String, List<Long>> became, String what, long entryId) {
        became.computeIfAbsent(what, unused -> new ArrayList<>()).add(entryId);
    }

    /** Verdicts, held, that cannot take effect any more. @param why the key of a sentence */
    void lapsed(Actor actor, long bulkId, List<PendingVerdicts.Pending> verdicts, String why) {
        if (verdicts.isEmpty()) {
            return;
        }
        for (int from = 0; from < verdicts.size(); from += AT_ONCE) {
            List<PendingVerdicts.Pending> some = verdicts.subList(from, Math.min(verdicts.size(), from + AT_ONCE));
            List<Long> ids = PendingVerdicts.ids(some);
            pending.remove(ids);
            history.add(
                    ids,
                    bulkId,
                    new DecisionHistory.Entry(
                            Step.LAPSED, actor, some.get(0).verdict().outcome(), "", why, 0));
            became(bulkId, why, ids);
        }
        sql.update("UPDATE review_bulk SET decided = GREATEST(0, decided - ?) WHERE id = ?", verdicts.size(), bulkId);
    }

    private void became(long bulkId, String what, List<Long> entryIds) {
        List<Object> lines = new ArrayList<>(List.of(bulkId));
        lines.addAll(entryIds);
        Map<String, Integer> before = new TreeMap<>();
        sql.list(
                        "SELECT IFNULL(result, foreseen) AS what, COUNT(*) FROM review_bulk_entry WHERE bulk_id = ? AND"
                                + " entry_id IN (" + Sql.marks(entryIds.size()) + ") GROUP BY what",
                        row -> Map.entry(row.getString(1), row.getInt(2)),
                        lines.toArray())
                .forEach(each -> before.put(each.getKey(), each.getValue()));
        before.forEach((was, entries) -> {
            count(bulkId, was, -entries);
            count(bulkId, what, entries);
        });
        List<Object> args = new ArrayList<>(List.of(what, bulkId));
        args.addAll(entryIds);
        sql.update(
                "UPDATE review_bulk_entry SET result = ? WHERE bulk_id = ? AND entry_id IN ("
                        + Sql.marks(entryIds.size()) + ")",
                args.toArray());
    }

    private boolean finish(Work work) {
        sql.update("UPDATE review_bulk SET finished_at = ? WHERE id = ?", clock.instant(), work.id());
        return false;
    }

    /**
     * Some lines of a bulk that is over for so long, or was not begun, and then itself. Says whether more may be forgotten. One
     * that still can be undone stays.
     */
    @Requires(Permission.RUN_JOBS)
    public boolean forget(Actor portal, Instant over, int most) {
        Optional<Long> next = sql.first(
                "SELECT id FROM review_bulk WHERE (forgotten OR finished_at < ? OR phase <> 'DECIDING' AND started_at < ?) AND"
                        + " NOT EXISTS (SELECT 1 FROM review_pending p JOIN stafflist_entry e ON e.id = p.entry_id AND e.stage = p.stage"
                        + " WHERE p.act_id = review_bulk.id) ORDER BY id LIMIT 1",
                row -> row.getLong(1),
                over,
                over);
        next.ifPresent(bulkId -> {
            sql.update("UPDATE review_bulk SET forgotten = TRUE WHERE id = ?", bulkId);
            int gone = sql.update(
                    "DELETE FROM review_bulk_entry WHERE bulk_id = ? ORDER BY entry_id LIMIT ?", bulkId, most);
            if (gone < most) {
                // Verdicts that were void.
                sql.update("DELETE FROM review_pending WHERE act_id = ?", bulkId);
                sql.update("DELETE FROM review_bulk WHERE id = ?", bulkId);
            }
        });
        return next.isPresent();
    }

    private static Work read(ResultSet row) throws SQLException {
        Actor actor = new Actor(
                row.getLong("actor_id"),
                row.getString("actor_name"),
                Role.valueOf(row.getString("actor_role")),
                0,
                row.getLong("agency_id"),
                row.getLong("home_agency_id"));
        return new Work(
                row.getLong("id"),
                BulkDecisions.Phase.valueOf(row.getString("phase")),
                actor,
                new Verdict(
                        actor,
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("reason_code"),
                        row.getString("reason_text")),
                filter(row),
                place(row, "last"),
                place(row, "up_to").orElseThrow(),
                row.getLong("last_entry"),
                row.getBoolean("at_once"),
                row.getTimestamp("undone_at") != null);
    }

    static QueueFilter filter(ResultSet row) throws SQLException {
        return new QueueFilter(
                row.getString("name"),
                row.getLong("organisation_id"),
                row.getLong("list_id"),
                row.getString("activity"),
                row.getString("form"),
                Optional.ofNullable(Sql.instant(row, "due_before")),
                Optional.ofNullable(Sql.instant(row, "near_at")),
                row.getLong("holder_id"),
                Objects.requireNonNull(Sql.instant(row, "started_at")),
                Optional.ofNullable(Sql.instant(row, "green_at")));
    }

    private static Optional<QueuePlace> place(ResultSet row, String which) throws SQLException {
        long entryId = row.getLong(which + "_entry");
        return Optional.ofNullable(Sql.instant(row, which + "_submitted_at")).map(at -> new QueuePlace(at, entryId));
    }
}
