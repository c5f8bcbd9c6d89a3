package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** At which posts devices were, and when. */
@ApplicationScoped
class StoredStays {
    /** What clocks of devices may be wrong. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    /** @param until when it was told that it is elsewhere; none as long as it was not */
    record Stay(long post, Instant since, @Nullable Instant until) {
        boolean covers(long otherPost, Instant at) {
            return post == otherPost
                    && !at.isBefore(since.minus(CLOCKS))
                    && (until == null || !at.isAfter(until.plus(CLOCKS)));
        }
    }

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    List<Stay> of(long device) {
        return sql.list(
                "SELECT post_id, since, until FROM verification_device_post WHERE device_id = ?",
                row -> new Stay(
                        row.getLong(1), Objects.requireNonNull(Sql.instant(row, "since")), Sql.instant(row, "until")),
                device);
    }

    /** It is there from now on, as far as its agency knows. */
    void begin(PublicId device, long post) {
        sql.update(
                "INSERT INTO verification_device_post (id, device_id, post_id, since) SELECT NEXT VALUE FOR"
                        + " verification_device_post_seq, d.id, ?, ? FROM verification_device d WHERE d.public_id = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM verification_device_post s WHERE s.device_id = d.id AND s.post_id = ? AND s.until IS NULL)",
                post,
                clock.instant(),
                device,
                post);
    }

    /** It was told where it is: what it scans from now on it scans there. @param post 0 for nowhere */
    void told(long device, long post) {
        List<Long> over = sql.list(
                "SELECT id FROM verification_device_post WHERE device_id = ? AND post_id <> ? AND until IS NULL",
                row -> row.getLong(1),
                device,
                post);
        over.forEach(stay ->
                sql.update("UPDATE verification_device_post SET until = ? WHERE id = ?", clock.instant(), stay));
    }
}
