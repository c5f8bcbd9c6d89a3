package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** Verdicts that have no effect yet, one an entry. Whoever changes some holds them first, in the order of the entries. */
@ApplicationScoped
class PendingVerdicts {
    /** Verdicts {@code p} and their entries {@code e}, but for what was sent anew or is closed meanwhile. */
    static final String STILL =
            "(review_pending p JOIN stafflist_entry e ON e.id = p.entry_id AND e.state = 'PENDING' AND"
                    + " e.stage = p.stage)";

    private static final String COLUMNS =
            "SELECT entry_id, act_id, agency_id, stage, outcome, reason_code, reason_text, why,"
                    + " judge_id, judge_name, judge_role, judged_at, effective_at, approver_id, approver_name, mandate_no FROM review_pending WHERE ";

    private static final String DUE =
            "stage = 'HELD' AND effective_at <= ? AND (put_off_until IS NULL OR put_off_until <= ?)";
    private static final String IN_ORDER = " ORDER BY effective_at, entry_id LIMIT ?";
    private static final int FAILURES_COUNTED = 100;

    /**
     * @param effectiveAt none for a proposal
     * @param approver who agreed to it, or none
     * @param mandateNo of the document by which an officer decided; empty for none
     */
    record Pending(
            long entryId,
            long actId,
            Stage stage,
            Why why,
            Verdict verdict,
            Instant judgedAt,
            @Nullable Instant effectiveAt,
            @Nullable Actor approver,
            String mandateNo) {
        long judgeId() {
            return verdict.actor().accountId();
        }
    }

    @Inject
    private Sql sql;

    void add(
            List<Long> entryIds,
            long actId,
            Verdict verdict,
            SecondLook.Judge judgement,
            Instant now,
            @Nullable Instant effectiveAt) {
        Actor judge = verdict.actor();
        sql.batch(
                "INSERT INTO review_pending (entry_id, act_id, agency_id, stage, outcome, reason_code, reason_text, why,"
                        + " judge_id, judge_name, judge_role, judged_at, effective_at, mandate_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entryIds,
                (statement, entryId) -> {
                    statement.setLong(1, entryId);
                    statement.setLong(2, actId);
                    statement.setLong(3, judge.agencyId());
                    statement.setString(4, (effectiveAt == null ? Stage.PROPOSED : Stage.HELD).name());
                    statement.setString(5, verdict.outcome().name());
                    statement.setString(6, verdict.reasonCode());
                    statement.setString(7, verdict.reasonText());
                    statement.setString(
                            8,
                            Objects.requireNonNull(judgement.whys().get(entryId))
                                    .name());
                    statement.setLong(9, judge.accountId());
                    statement.setString(10, judge.name());
                    statement.setString(11, judge.role().name());
                    statement.setTimestamp(12, Timestamp.from(now));
                    statement.setTimestamp(13, effectiveAt == null ? null : Timestamp.from(effectiveAt));
                    statement.setString(14, effectiveAt == null ? "" : judgement.mandateNo(entryId));
                });
    }

    /** Held; what another transaction holds already is left to it. */
    List<Pending> due(Instant now, int most) {
        return sql.list(COLUMNS + DUE + IN_ORDER + " FOR UPDATE SKIP LOCKED", PendingVerdicts::read, now, now, most);
    }

    List<Long> dueIds(Instant now, int most) {
        return sql.list(
                "SELECT entry_id FROM review_pending WHERE " + DUE + IN_ORDER, row -> row.getLong(1), now, now, most);
    }

    /** Held; none where it is not due any more. */
    List<Pending> dueOf(Instant now, long entryId) {
        return held(DUE + " AND entry_id = ?", now, now, entryId);
    }

    /** Each time for longer, up to an hour. */
    void putOff(Instant now, long entryId) {
        sql.update(
                "UPDATE review_pending SET failures = LEAST(failures + 1, ?), put_off_until = ? + INTERVAL LEAST(60, POW(2,"
                        + " failures - 1)) MINUTE WHERE entry_id = ?",
                FAILURES_COUNTED,
                now,
                entryId);
    }

    /** Held, by a condition on the table. */
    List<Pending> held(String condition, Object... args) {
        return sql.list(COLUMNS + condition + " FOR UPDATE", PendingVerdicts::read, args);
    }

    /** Whatever there is of these entries, before the entries themselves are held. */
    void hold(List<Long> entryIds) {
        if (!entryIds.isEmpty()) {
            sql.list(
                    "SELECT entry_id FROM review_pending WHERE entry_id IN (" + Sql.marks(entryIds.size())
                            + ") ORDER BY entry_id FOR UPDATE",
                    row -> row.getLong(1),
                    entryIds.toArray());
        }
    }

    List<Pending> find(String condition, Object... args) {
        return sql.list(COLUMNS + condition, PendingVerdicts::read, args);
    }

    /** Proposals that were agreed to. */
    void confirmed(List<Long> entryIds, Actor approver, Instant effectiveAt) {
        sql.batch(
                "UPDATE review_pending SET stage = 'HELD', approver_id = ?, approver_name = ?, effective_at = ? WHERE entry_id = ?",
                entryIds,
                (statement, entryId) -> {
                    statement.setLong(1, approver.accountId());
                    statement.setString(2, approver.name());
                    statement.setTimestamp(3, Timestamp.from(effectiveAt));
                    statement.setLong(4, entryId);
                });
    }

    void remove(List<Long> entryIds) {
        if (!entryIds.isEmpty()) {
            sql.update(
                    "DELETE FROM review_pending WHERE entry_id IN (" + Sql.marks(entryIds.size()) + ")",
                    entryIds.toArray());
        }
    }

    static List<Long> ids(List<Pending> pending) {
        List<Long> ids = new ArrayList<>();
        pending.forEach(each -> ids.add(each.entryId()));
        return ids;
    }

    private static Pending read(ResultSet row) throws SQLException {
        Actor judge = new Actor(
                row.getLong("judge_id"),
                row.getString("judge_name"),
                Role.valueOf(row.getString("judge_role")),
                0,
                row.getLong("agency_id"));
        return new Pending(
                row.getLong("entry_id"),
                row.getLong("act_id"),
                Stage.valueOf(row.getString("stage")),
                Why.valueOf(row.getString("why")),
                new Verdict(
                        judge,
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("reason_code"),
                        row.getString("reason_text")),
                Objects.requireNonNull(Sql.instant(row, "judged_at")),
                Sql.instant(row, "effective_at"),
                row.getLong("approver_id") == 0
                        ? null
                        : new Actor(
                                row.getLong("approver_id"),
                                row.getString("approver_name"),
                                Role.APPROVER,
                                0,
                                row.getLong("agency_id")),
                row.getString("mandate_no"));
    }
}
