package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Posts and scans at them, as devices leave them in the tables. */
@ApplicationScoped
public class TestScans {
    /** @param agencyId that answers for it */
    public record Post(long id, String name, long agencyId) {}

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<ScansArrived> arrived;

    @Inject
    private AlertJob alerts;

    @Inject
    private ForgottenScans forgotten;

    @Transactional
    public Post post(String agencyCode, @Nullable Double lat, @Nullable Double lon, int visitMinutes) {
        long id = sql.number("SELECT NEXT VALUE FOR verification_post_seq");
        long agency = sql.number("SELECT id FROM registry_agency WHERE code = ? AND valid_to IS NULL", agencyCode);
        String name = "Điểm " + PublicId.random();
        sql.update(
                "INSERT INTO verification_post (id, public_id, agency_id, kind, name, area_id, address, lat, lon, visit_minutes,"
                        + " stale_minutes, fallback_vi, fallback_en, made_by, made_at, version) VALUES (?, ?, ?, 'MARKET', ?,"
                        + " (SELECT id FROM registry_area WHERE code = '22327' AND valid_to IS NULL), '1 Yersin', ?, ?, ?, 60, '',"
                        + " '', 1, ?, 0)",
                id,
                PublicId.random(),
                agency,
                name,
                lat,
                lon,
                visitMinutes,
                clock.instant());
        return new Post(id, name, agency);
    }

    /** As one call brings it. */
    @Transactional
    public long scan(Post post, @Nullable CardView card, Instant at, String direction, String verdict) {
        long id = store(post, card, at, direction, verdict);
        arrived.fire(new ScansArrived(id, id));
        return id;
    }

    /** Without anybody being told that it arrived. */
    @Transactional
    public long store(Post post, @Nullable CardView card, Instant at, String direction, String verdict) {
        return store(post, card, at, direction, verdict, card == null ? "PAPER" : "QR");
    }

    /** By the poster. */
    @Transactional
    public long checkIn(Post post, CardView card, Instant at) {
        return store(post, card, at, "IN", "PASS", "POSTER");
    }

    private long store(Post post, @Nullable CardView card, Instant at, String direction, String verdict, String way) {
        long id = sql.number("SELECT NEXT VALUE FOR verification_scan_seq");
        sql.update(
                "INSERT INTO verification_scan (id, post_id, agency_id, device_id, client_id, at, received_at, direction,"
                        + " activity, way, paper, card_id, person_id, verdict, reason, online) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'CHO',"
                        + " ?, ?, ?, ?, ?, '', TRUE)",
                id,
                post.id(),
                post.agencyId(),
                way.equals("POSTER") ? 0 : 1,
                PublicId.random(),
                at,
                clock.instant(),
                direction,
                way,
                card == null ? "CCCD" : "",
                card == null ? null : card.cardId(),
                card == null ? null : card.personId(),
                verdict);
        return id;
    }

    public void lookThrough() {
        alerts.run();
    }

    public void forget() {
        forgotten.run();
    }

    /** Whether nobody is left to look through these. */
    public boolean isLookedThrough(List<Long> scans) {
        return sql.number(
                        "SELECT COUNT(*) FROM verification_arrived WHERE first_id IN (" + Sql.marks(scans.size()) + ")",
                        scans.toArray())
                == 0;
    }
}
