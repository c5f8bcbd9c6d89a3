package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Alerts as they are raised: what goes on is one alert, and a scan is in one of each kind at most. */
@ApplicationScoped
class StoredAlerts {
    /**
     * What was found.
     *
     * @param otherPostId 0 for none, as cardId
     * @param since before which an alert that is open is another one
     */
    record Finding(
            AlertKind kind,
            long postId,
            long otherPostId,
            long cardId,
            @Nullable Integer km,
            @Nullable Integer minutes,
            Instant firstAt,
            Instant lastAt,
            Instant since,
            List<Long> scanIds) {}

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private record Open(long id, PublicId publicId) {
        static Open read(ResultSet row) throws SQLException {
            return new Open(row.getLong(1), Sql.publicId(row, "public_id"));
        }
    }

    /** An alert that is open. @param fresh whom it concerns only now */
    record GoneOn(PublicId alert, Set<Long> fresh) {}

    /** Those of the scans that no alert of the kind is about. */
    List<Long> unheard(AlertKind kind, Collection<Long> scanIds) {
        if (scanIds.isEmpty()) {
            return List.of();
        }
        Set<Long> heard = new HashSet<>();
        InParts.of(List.copyOf(scanIds), List.of(kind.name()), (some, args) -> {
            heard.addAll(sql.list(
                    "SELECT s.scan_id FROM verification_alert_scan s JOIN verification_alert a ON a.id = s.alert_id WHERE a.kind = ?"
                            + " AND s.scan_id IN " + some,
                    row -> row.getLong(1),
                    args));
        });
        return scanIds.stream().filter(scan -> !heard.contains(scan)).toList();
    }

    /** Goes on with the alert that is open for the same, if there is one; it is then for whoever it concerns by now, too. */
    Optional<GoneOn> goOn(Finding finding, Set<Long> agencies) {
        Optional<Open> open = open(finding);
        return open.map(found -> {
            long alert = found.id();
            about(alert, finding.scanIds());
            Set<Long> fresh = new TreeSet<>(agencies);
            sql.list("SELECT agency_id FROM verification_alert_agency WHERE alert_id = ?", row -> row.getLong(1), alert)
                    .forEach(fresh::remove);
            isFor(alert, fresh);
            sql.update(
                    "UPDATE verification_alert SET first_at = LEAST(first_at, ?), last_at = GREATEST(last_at, ?) WHERE id = ?",
                    finding.firstAt(),
                    finding.lastAt(),
                    alert);
            return new GoneOn(found.publicId(), fresh);
        });
    }

    private void isFor(long alert, Set<Long> agencies) {
        sql.batch(
                "INSERT INTO verification_alert_agency (alert_id, agency_id) VALUES (?, ?)",
                agencies.stream().sorted().toList(),
                (statement, agency) -> {
                    statement.setLong(1, alert);
                    statement.setLong(2, Objects.requireNonNull(agency));
                });
    }

    private Optional<Open> open(Finding finding) {
        String unsettled =
                " AND EXISTS (SELECT 1 FROM verification_alert_agency g WHERE g.alert_id = a.id AND g.state <> 'SETTLED')"
                        + " ORDER BY a.id DESC LIMIT 1";
        return finding.cardId() == 0
                ? sql.first(
                        "SELECT a.id, a.public_id FROM verification_alert a WHERE a.kind = ? AND a.post_id = ? AND a.last_at >= ? AND a.first_at <="
                                + " ?" + unsettled,
                        Open::read,
                        finding.kind().name(),
                        finding.postId(),
                        finding.since(),
                        finding.lastAt().plus(Duration.between(finding.since(), finding.firstAt())))
                : sql.first(
                        "SELECT a.id, a.public_id FROM verification_alert a WHERE a.kind = ? AND a.card_id = ?"
                                + unsettled,
                        Open::read,
                        finding.kind().name(),
                        finding.cardId());
    }

    /** @param agencies whom it is for */
    PublicId raise(Finding finding, Set<Long> agencies) {
        long id = sql.number("SELECT NEXT VALUE FOR verification_alert_seq");
        PublicId publicId = PublicId.random();
        sql.update(
                "INSERT INTO verification_alert (id, public_id, kind, post_id, other_post_id, card_id, km, minutes, first_at,"
                        + " last_at, raised_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                publicId,
                finding.kind().name(),
                finding.postId(),
                finding.otherPostId() == 0 ? null : finding.otherPostId(),
                finding.cardId() == 0 ? null : finding.cardId(),
                finding.km(),
                finding.minutes(),
                finding.firstAt(),
                finding.lastAt(),
                clock.instant());
        isFor(id, agencies);
        about(id, finding.scanIds());
        return publicId;
    }

    private void about(long alert, List<Long> scanIds) {
        sql.batch(
                "INSERT IGNORE INTO verification_alert_scan (alert_id, scan_id) VALUES (?, ?)",
                scanIds,
                (statement, scan) -> {
                    statement.setLong(1, alert);
                    statement.setLong(2, scan);
                });
    }
}
