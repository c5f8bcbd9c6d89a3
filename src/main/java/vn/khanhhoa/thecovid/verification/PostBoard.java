package vn.khanhhoa.thecovid.verification;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Which posts of an agency scan, how often, and which do not: a place that is registered and never scans is none. Figures are those known
 * at a full hour, and the same whenever that hour is asked for: of posts that there were then.
 */
@UseCase
public class PostBoard {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String ROWS =
            "SELECT p.id, p.public_id, p.kind, p.name, p.area_id, IFNULL(SUM(IF(c.at_hour >= ?, c.n, 0)), 0) AS day,"
                    + " IFNULL(SUM(c.n), 0) AS week, (SELECT l.at_hour FROM verification_scan_count l WHERE l.post_id = p.id AND l.agency_id = p.agency_id"
                    + " AND l.received_hour < ? ORDER BY l.at_hour DESC LIMIT 1) AS last, (SELECT MAX(i.day) FROM verification_inspection i WHERE i.post_id ="
                    + " p.id AND i.day <= ?) AS inspected FROM verification_post p LEFT JOIN verification_scan_count c ON c.post_id = p.id AND c.agency_id = p.agency_id AND"
                    + " c.at_hour >= ? AND c.at_hour < ? AND c.received_hour < ? WHERE p.agency_id = ? AND p.made_at < ? GROUP BY p.id";

    /** Which posts are looked at. */
    public enum Which {
        ALL(""),
        /** With a check in the last 24 hours. */
        ACTIVE(" HAVING day > 0"),
        /** Without one in the last seven days. */
        QUIET(" HAVING week = 0");

        private final String having;

        Which(String having) {
            this.having = having;
        }

        public static Which of(String name) {
            return Stream.of(values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(ALL);
        }

        public String key() {
            return "verification.board-which." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param day checks of the last 24 hours @param week of the last seven days
     * @param last the hour of the last check; none where there never was one
     * @param inspected the last time; none where it never was
     */
    public record Row(
            PublicId id,
            PostKind kind,
            String name,
            String area,
            long day,
            long week,
            @Nullable Instant last,
            @Nullable LocalDate inspected) {}

    /** @param checks of the last 24 hours */
    public record Sums(long registered, long active, long quiet, long checks) {}

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The full hour up to which figures are complete, or one before. @param asked none for the newest */
    @Requires(Permission.KEEP_POSTS)
    public Instant cutOff(Actor actor, @Nullable Instant asked) {
        Instant newest = clock.instant().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.HOURS);
        return asked == null || asked.isAfter(newest) ? newest : asked.truncatedTo(ChronoUnit.HOURS);
    }

    /** Those that scan least first. @param until as {@link #cutOff} says */
    @Requires(Permission.KEEP_POSTS)
    public List<Row> rows(Actor actor, Which which, Instant until, int first, int count) {
        return sql.list(
                ROWS + which.having + " ORDER BY week, day, p.name, p.id LIMIT " + count + " OFFSET " + first,
                this::row,
                args(actor, until));
    }

    @Requires(Permission.KEEP_POSTS)
    public Sums sums(Actor actor, Instant until) {
        return sql.list(
                        "SELECT COUNT(*), IFNULL(SUM(day > 0), 0), IFNULL(SUM(week = 0), 0), IFNULL(SUM(day), 0) FROM ("
                                + ROWS + ") board",
                        row -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        args(actor, until))
                .get(0);
    }

    private static Object[] args(Actor actor, Instant until) {
        return new Object[] {
            until.minus(DAY),
            until,
            LocalDate.ofInstant(until, PortalClock.ZONE),
            until.minus(WEEK),
            until,
            until,
            actor.agencyId(),
            until
        };
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.publicId(row, "public_id"),
                PostKind.valueOf(row.getString("kind")),
                row.getString("name"),
                catalogue.area(row.getLong("area_id")).map(AreaView::path).orElse(""),
                row.getLong("day"),
                row.getLong("week"),
                Sql.instant(row, "last"),
                row.getObject("inspected", LocalDate.class));
    }
}
