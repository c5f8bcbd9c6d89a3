package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Scans and their counts, as they are stored: both in one transaction, which holds their posts, so that no two count at once. */
@ApplicationScoped
class StoredScans {
    /** Of the sequence: as many as one call may bring, so that the numbers of a call follow each other. */
    private static final int STEP = 500;

    /** @param deviceId 0 for a poster @param card none where none was read, or there is no such card */
    record NewScan(
            long id,
            long postId,
            long agencyId,
            long deviceId,
            Scan scan,
            Instant receivedAt,
            CardQueries.@Nullable Known card) {}

    private record Counted(
            long postId, long agencyId, Instant atHour, Instant receivedHour, String way, String paper, String verdict)
            implements Comparable<Counted> {
        static Counted of(NewScan scan) {
            return new Counted(
                    scan.postId(),
                    scan.agencyId(),
                    scan.scan().at().truncatedTo(ChronoUnit.HOURS),
                    scan.receivedAt().truncatedTo(ChronoUnit.HOURS),
                    scan.scan().way().name(),
                    scan.scan().paper(),
                    scan.scan().verdict().name());
        }

        private String order() {
            return postId + " " + agencyId + " " + atHour + " " + receivedHour + " " + way + " " + paper + " "
                    + verdict;
        }

        /** Whoever counts several does so in one order. */
        @Override
        public int compareTo(Counted other) {
            return order().compareTo(other.order());
        }
    }

    @Inject
    private Sql sql;

    Iterator<Long> ids() {
        return sql.ids("verification_scan_seq", STEP);
    }

    /** By public id: the post where the device is and those that are named, as far as they are the agency's; held, in order. */
    Map<PublicId, Long> hold(long agencyId, long own, Collection<PublicId> named) {
        Object[] args = Stream.of(
                        Stream.of((Object) agencyId, own), named.stream().map(id -> (Object) id))
                .flatMap(each -> each)
                .toArray();
        Map<PublicId, Long> held = new HashMap<>();
        sql.list(
                        "SELECT id, public_id FROM verification_post WHERE agency_id = ? AND (id = ?"
                                + (named.isEmpty() ? "" : " OR public_id IN (" + Sql.marks(named.size()) + ")")
                                + ") ORDER BY id FOR UPDATE",
                        row -> Map.entry(Sql.publicId(row, "public_id"), row.getLong("id")),
                        args)
                .forEach(post -> held.put(post.getKey(), post.getValue()));
        return held;
    }

    /** Which of them the device has told of before. */
    Set<PublicId> known(long deviceId, Collection<PublicId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.list(
                "SELECT client_id FROM verification_scan WHERE device_id = ? AND client_id IN (" + Sql.marks(ids.size())
                        + ")",
                row -> Sql.publicId(row, "client_id"),
                Stream.concat(Stream.of((Object) deviceId), ids.stream()).toArray()));
    }

    /** A check-in that somebody may be shown: of the last hours, and of a card. */
    record CheckIn(long postId, long cardId, @Nullable Instant at, String activity, Verdict verdict, String reason) {}

    Optional<CheckIn> checkIn(PublicId id, Instant since) {
        return sql.first(
                "SELECT post_id, card_id, at, activity, verdict, reason FROM verification_scan WHERE device_id = 0 AND client_id"
                        + " = ? AND at > ? AND card_id IS NOT NULL",
                row -> new CheckIn(
                        row.getLong("post_id"),
                        row.getLong("card_id"),
                        Sql.instant(row, "at"),
                        row.getString("activity"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason")),
                id,
                since);
    }

    /** The check-in by which somebody is there already. */
    Optional<PublicId> checkedIn(long postId, long cardId, String activity, Instant since) {
        return sql.first(
                "SELECT client_id FROM verification_scan WHERE card_id = ? AND at > ? AND post_id = ? AND activity = ? AND way ="
                        + " 'POSTER' ORDER BY at DESC LIMIT 1",
                row -> Sql.publicId(row, "client_id"),
                cardId,
                since,
                postId,
                activity);
    }

    void add(List<NewScan> scans) {
        sql.batch(
                "INSERT INTO verification_scan (id, post_id, agency_id, device_id, client_id, at, received_at, direction,"
                        + " activity, way, paper, card_id, person_id, verdict, reason, level, online)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                scans,
                (statement, each) -> {
                    Scan scan = each.scan();
                    CardQueries.Known card = each.card();
                    statement.setLong(1, each.id());
                    statement.setLong(2, each.postId());
                    statement.setLong(3, each.agencyId());
                    statement.setLong(4, each.deviceId());
                    statement.setBytes(5, scan.id().bytes());
                    statement.setTimestamp(6, Timestamp.from(scan.at()));
                    statement.setTimestamp(7, Timestamp.from(each.receivedAt()));
                    statement.setString(8, scan.direction().name());
                    statement.setString(9, scan.activity());
                    statement.setString(10, scan.way().name());
                    statement.setString(11, scan.paper());
                    statement.setObject(12, card == null ? null : card.cardId());
                    statement.setObject(13, card == null ? null : card.personId());
                    statement.setString(14, scan.verdict().name());
                    statement.setString(15, scan.reason());
                    statement.setString(
                            16, scan.level() == null ? null : scan.level().name());
                    statement.setBoolean(17, scan.online());
                });
        count(scans);
    }

    private void count(List<NewScan> scans) {
        Map<Counted, Integer> counts = new TreeMap<>();
        scans.forEach(scan -> counts.merge(Counted.of(scan), 1, Integer::sum));
        sql.batch(
                "INSERT INTO verification_scan_count (post_id, agency_id, at_hour, received_hour, way, paper, verdict, n)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE n = n + VALUES(n)",
                counts.entrySet(),
                (statement, each) -> {
                    Counted counted = each.getKey();
                    statement.setLong(1, counted.postId());
                    statement.setLong(2, counted.agencyId());
                    statement.setTimestamp(3, Timestamp.from(counted.atHour()));
                    statement.setTimestamp(4, Timestamp.from(counted.receivedHour()));
                    statement.setString(5, counted.way());
                    statement.setString(6, counted.paper());
                    statement.setString(7, counted.verdict());
                    statement.setInt(8, each.getValue());
                });
    }
}
