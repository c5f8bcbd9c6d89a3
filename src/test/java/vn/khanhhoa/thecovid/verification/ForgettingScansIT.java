package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

@InPortal
class ForgettingScansIT {
    @Inject
    private TestScans scans;

    @Inject
    private TestEntries entries;

    @Inject
    private ForgettingSteps steps;

    @Inject
    private StoredAlerts alerts;

    @Inject
    private CardQueries cards;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private TestScans.Post post = new TestScans.Post(0, "", 0);
    private Instant now = Instant.EPOCH;
    private long old;
    private long young;

    @BeforeEach
    void a_scan_of_each_side_of_thirty_days() {
        CardView card = cards.ofEntry(entries.approved().entryId()).orElseThrow();
        post = scans.post("SCT", null, null, 60);
        now = clock.instant();
        old = scans.store(post, card, now.minus(Duration.ofDays(30)).minusSeconds(60), "IN", "PASS");
        young = scans.store(post, card, now.minus(Duration.ofDays(30)).plusSeconds(600), "IN", "PASS");
        for (long scan : List.of(old, young)) {
            sql.update(
                    "INSERT INTO verification_scan_count (post_id, agency_id, at_hour, received_hour, way, paper, verdict, n)"
                            + " SELECT post_id, agency_id, DATE_FORMAT(at, '%Y-%m-%d %H:00:00'), ?, way, paper, verdict, 1 FROM"
                            + " verification_scan s WHERE id = ? ON DUPLICATE KEY UPDATE n = n + 1",
                    now.truncatedTo(ChronoUnit.HOURS), scan);
        }
    }

    @Test
    void scans_go_after_thirty_days_and_the_counts_stay() {
        long counted = counted();
        scans.forget();
        scans.forget();

        assertThat(isThere(old)).isFalse();
        assertThat(isThere(young)).isTrue();
        assertThat(counted()).isEqualTo(counted).isEqualTo(2);
    }

    @Test
    void who_was_told_more_of_a_card_at_a_post_is_forgotten_like_its_scans() {
        for (Duration ago : List.of(Duration.ofDays(31), Duration.ofDays(29))) {
            sql.update(
                    "INSERT INTO verification_look (id, post_id, agency_id, device_id, card_id, at, reason) VALUES (NEXT VALUE FOR"
                            + " verification_look_seq, ?, ?, 1, 1, ?, 'nghi mượn thẻ')",
                    post.id(),
                    post.agencyId(),
                    now.minus(ago));
        }
        scans.forget();

        assertThat(sql.number("SELECT COUNT(*) FROM verification_look WHERE post_id = ?", post.id()))
                .isEqualTo(1);
    }

    @Test
    void it_goes_on_where_it_was_stopped() {
        for (int each = 0; each < 5; each++) {
            scans.store(post, null, now.minus(Duration.ofDays(40 + each)), "IN", "STOP");
        }
        boolean more = true;
        while (more) {
            more = steps.forgetScans(2);
        }

        assertThat(sql.number("SELECT COUNT(*) FROM verification_scan WHERE post_id = ?", post.id()))
                .isEqualTo(1);
    }

    @Test
    void an_alert_ends_with_the_last_of_its_scans() {
        PublicId ended = alert(List.of(old));
        PublicId goesOn = alert(List.of(old, young));
        scans.forget();

        assertThat(isAlert(ended)).isFalse();
        assertThat(isAlert(goesOn)).isTrue();
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM verification_alert_agency g LEFT JOIN verification_alert a ON a.id = g.alert_id WHERE"
                                + " a.id IS NULL"))
                .isZero();
    }

    @Test
    void whose_contacts_were_asked_for_is_forgotten_with_the_scans_and_that_they_were_is_not() {
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO verification_tracing (id, public_id, agency_id, person_id, from_at, to_at, reason, document, state,"
                        + " asked_by, asker, asked_at) VALUES (NEXT VALUE FOR verification_tracing_seq, ?, 1, 5, ?, ?, 'ca bệnh 1234',"
                        + " '15', 'APPROVED', 1, 'Đặng', ?)",
                id,
                now.minus(Duration.ofDays(40)),
                now.minus(Duration.ofDays(31)),
                now.minus(Duration.ofDays(31)));
        scans.forget();

        assertThat(sql.number(
                        "SELECT COUNT(*) FROM verification_tracing WHERE public_id = ? AND person_id IS NULL AND reason = 'ca"
                                + " bệnh 1234'",
                        id))
                .isEqualTo(1);
    }

    private PublicId alert(List<Long> about) {
        Instant at = now.minus(Duration.ofDays(30)).minusSeconds(60);
        return alerts.raise(
                new StoredAlerts.Finding(AlertKind.REFUSALS, post.id(), 0, 0, null, null, at, at, Instant.EPOCH, about),
                Set.of(post.agencyId()));
    }

    private boolean isAlert(PublicId id) {
        return sql.number("SELECT COUNT(*) FROM verification_alert WHERE public_id = ?", id) == 1;
    }

    private boolean isThere(long scan) {
        return sql.number("SELECT COUNT(*) FROM verification_scan WHERE id = ?", scan) == 1;
    }

    private long counted() {
        return sql.number("SELECT SUM(n) FROM verification_scan_count WHERE post_id = ?", post.id());
    }
}
