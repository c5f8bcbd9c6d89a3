package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/**
 * What had been decided by a moment that has passed: the same today and in a year. A head sees their agency, the head of the
 * task force sees all.
 */
@UseCase
public class Figures {
    private static final String CLOSED =
            " FROM review_count_closed d JOIN review_count c ON c.id = d.count_id WHERE d.closed_at <= ?";

    /**
     * @param hour when it begins; none where hours are added up
     * @param outcome none for what is no decision
     * @param reasonCode empty for none
     * @param late of the entries, those past the agency's deadline
     */
    public record Line(
            long agencyId,
            @Nullable Instant hour,
            Step step,
            @Nullable Outcome outcome,
            String reasonCode,
            long entries,
            long late) {
        /** Why it was passed on is why it counts no more where it was called back. */
        public String about() {
            return step == Step.CALLED_BACK ? Reasons.WRONG_AGENCY : reasonCode;
        }

        /** How many it adds to what was passed on: what was called back was not. */
        public long passedOn() {
            return step == Step.FORWARDED ? entries : step == Step.CALLED_BACK ? -entries : 0;
        }
    }

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The latest moment up to which nothing is added any more. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public Instant latest(Actor head) {
        return sql.first(
                        "SELECT closed_at FROM review_cutoff WHERE id = 1",
                        row -> Objects.requireNonNull(Sql.instant(row, "closed_at")))
                .orElseThrow();
    }

    /** By agency, outcome and reason. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public List<Line> totals(Actor head, Instant cutoff) {
        return lines(head, cutoff, Optional.empty(), "NULL");
    }

    /** By hour as well, of what was done from a moment on. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public List<Line> hours(Actor head, Instant cutoff, Instant from) {
        return lines(
                head, cutoff, Optional.of(from), "CAST(DATE_FORMAT(c.counted_at, '%Y-%m-%d %H:00:00') AS DATETIME)");
    }

    private List<Line> lines(Actor head, Instant cutoff, Optional<Instant> from, String hour) {
        if (cutoff.isAfter(latest(head))) {
            throw new RuleViolation("review.cutoff-ahead");
        }
        StringBuilder where = new StringBuilder();
        List<Object> args = new ArrayList<>(List.of(cutoff));
        if (!seesAll(head)) {
            where.append(" AND c.agency_id = ?");
            args.add(head.agencyId());
        }
        from.ifPresent(moment -> {
            where.append(" AND c.counted_at >= ?");
            args.add(moment);
        });
        return sql.list(
                "SELECT c.agency_id, " + hour + " AS hour, c.step, c.outcome, IFNULL(c.reason_code, '') AS reason,"
                        + " SUM(c.entries) AS entries, SUM(c.late) AS late" + CLOSED + where
                        + " GROUP BY c.agency_id, hour, c.step, c.outcome, reason ORDER BY hour, c.agency_id, c.step,"
                        + " c.outcome, reason",
                Figures::line,
                args.toArray());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("agency_id"),
                Sql.instant(row, "hour"),
                Step.valueOf(row.getString("step")),
                Optional.ofNullable(row.getString("outcome"))
                        .map(Outcome::valueOf)
                        .orElse(null),
                row.getString("reason"),
                row.getLong("entries"),
                row.getLong("late"));
    }

    private boolean seesAll(Actor head) {
        return catalogue
                .agencyByCode(Forwarding.TRIAGE, LocalDate.now(clock))
                .filter(taskForce -> taskForce.id() == head.agencyId())
                .isPresent();
    }
}
