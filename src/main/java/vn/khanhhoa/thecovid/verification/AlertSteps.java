package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.verification.StoredAlerts.Finding;

/** The steps of {@link AlertJob}, a transaction each: the calls that were looked through go in the one in which their alerts are raised. */
@ApplicationScoped
@Transactional
class AlertSteps {
    /** No two posts are further apart, or nobody is believed to have gone that far. */
    private static final int FARTHEST_KM = 400;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 8;

    /** @param cardId 0 for none @param byCode whether the code or the number of a card was read */
    private record Fresh(long id, long postId, long cardId, Instant at, boolean stopped, boolean byCode) {}

    @Inject
    private AlertDesk desk;

    @Inject
    private StoredAlerts stored;

    @Inject
    private AlertSettings settings;

    @Inject
    private CardQueries cards;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Nothing more is done while a device waits. */
    void arrived(@Observes ScansArrived scans) {
        sql.update(
                "INSERT INTO verification_arrived (first_id, last_id, next_try) VALUES (?, ?, ?)",
                scans.firstId(),
                scans.lastId(),
                clock.instant());
    }

    List<Long> due(int most) {
        return sql.list(
                "SELECT first_id FROM verification_arrived WHERE next_try <= ? ORDER BY first_id LIMIT ?",
                row -> row.getLong(1),
                clock.instant(),
                most);
    }

    void postpone(long call) {
        int attempts =
                (int) sql.number("SELECT IFNULL(MAX(attempts), 0) FROM verification_arrived WHERE first_id = ?", call);
        sql.update(
                "UPDATE verification_arrived SET attempts = attempts + 1, next_try = ? WHERE first_id = ?",
                clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(DOUBLINGS, attempts))),
                call);
    }

    void lookThrough(List<Long> calls) {
        List<Fresh> fresh = new ArrayList<>();
        sql.list(
                        "SELECT first_id, last_id FROM verification_arrived WHERE first_id IN ("
                                + Sql.marks(calls.size()) + ") FOR UPDATE",
                        row -> List.of(row.getLong(1), row.getLong(2)),
                        calls.toArray())
                .forEach(call -> fresh.addAll(scans(call.get(0), call.get(1))));
        if (!fresh.isEmpty()) {
            Map<AlertSetting, Integer> set = settings.all();
            far(fresh, set);
            refusals(fresh, set);
            ended(fresh, set);
        }
        sql.batch(
                "DELETE FROM verification_arrived WHERE first_id = ?",
                calls,
                (statement, call) -> statement.setLong(1, call));
    }

    private List<Fresh> scans(long first, long last) {
        return sql.list(
                "SELECT id, post_id, IFNULL(card_id, 0), at, verdict = 'STOP', way IN ('QR', 'NUMBER') FROM verification_scan"
                        + " WHERE id BETWEEN ? AND ?",
                row -> new Fresh(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getBoolean(5),
                        row.getBoolean(6)),
                first,
                last);
    }

    private void far(List<Fresh> fresh, Map<AlertSetting, Integer> set) {
        List<Fresh> ofCards = fresh.stream().filter(scan -> scan.cardId() != 0).toList();
        if (ofCards.isEmpty()) {
            return;
        }
        Duration clocks = Duration.ofMinutes(of(set, AlertSetting.FAR_CLOCKS));
        FarApart anywhere = finder(Map.of(), set, clocks);
        Duration reach = anywhere.reach(FARTHEST_KM).plus(clocks);
        List<Sighting> sightings = sightings(
                ofCards.stream().map(Fresh::cardId).distinct().toList(),
                first(ofCards).minus(reach),
                last(ofCards).plus(reach));
        Map<Long, AlertDesk.Post> posts =
                desk.posts(sightings.stream().map(Sighting::postId).collect(Collectors.toSet()));
        List<FarApart.Jump> jumps = finder(posts, set, clocks)
                .among(sightings, ofCards.stream().map(Fresh::id).collect(Collectors.toSet()));
        for (FarApart.Jump jump : jumps) {
            List<Long> both = List.of(jump.before().scanId(), jump.after().scanId());
            if (!stored.unheard(AlertKind.FAR, both).isEmpty()) {
                desk.raise(
                        new Finding(
                                AlertKind.FAR,
                                jump.after().postId(),
                                jump.before().postId(),
                                jump.after().cardId(),
                                (int) Math.round(jump.km()),
                                (int) jump.time().toMinutes(),
                                jump.before().at(),
                                jump.after().at(),
                                Instant.EPOCH,
                                both),
                        posts);
            }
        }
    }

    private static FarApart finder(Map<Long, AlertDesk.Post> posts, Map<AlertSetting, Integer> set, Duration clocks) {
        Map<Long, Distances.Place> places = new HashMap<>();
        posts.forEach((id, post) -> places.put(id, post.place()));
        return new FarApart(
                new Distances(places, of(set, AlertSetting.FAR_COMMUNE), of(set, AlertSetting.FAR_DISTRICT)),
                of(set, AlertSetting.FAR_SPEED),
                clocks,
                of(set, AlertSetting.FAR_LEAST));
    }

    private List<Sighting> sightings(List<Long> cardIds, Instant from, Instant to) {
        List<Sighting> sightings = new ArrayList<>();
        InParts.of(cardIds, List.of(from, to), (some, args) -> {
            sightings.addAll(sql.list(
                    "SELECT id, card_id, post_id, at, way = 'POSTER' FROM verification_scan WHERE at BETWEEN ? AND ? AND card_id IN "
                            + some,
                    row -> new Sighting(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            Objects.requireNonNull(Sql.instant(row, "at")),
                            row.getBoolean(5)),
                    args));
        });
        return sightings;
    }

    private void refusals(List<Fresh> fresh, Map<AlertSetting, Integer> set) {
        Map<Long, List<Fresh>> stopped = fresh.stream()
                .filter(Fresh::stopped)
                .collect(Collectors.groupingBy(Fresh::postId, TreeMap::new, Collectors.toList()));
        int count = of(set, AlertSetting.REFUSALS);
        Duration within = Duration.ofMinutes(of(set, AlertSetting.REFUSALS_WITHIN));
        stopped.forEach((post, scans) -> {
            List<Stops.Stop> all = sql.list(
                    "SELECT id, at FROM verification_scan WHERE post_id = ? AND verdict = 'STOP' AND at BETWEEN ? AND ? ORDER BY"
                            + " at, id",
                    row -> new Stops.Stop(row.getLong(1), Objects.requireNonNull(Sql.instant(row, "at"))),
                    post,
                    first(scans).minus(within),
                    last(scans).plus(within));
            Set<Long> ids = scans.stream().map(Fresh::id).collect(Collectors.toSet());
            Stops.many(all, count, within).stream()
                    .filter(many -> many.stream().anyMatch(stop -> ids.contains(stop.scanId())))
                    .forEach(many -> refusals(post, many, count, within));
        });
    }

    /** Of those of whom somebody heard already, not once more: many new ones are another alert, a few go on with the one that is open. */
    private void refusals(long post, List<Stops.Stop> many, int count, Duration within) {
        Set<Long> unheard = new HashSet<>(stored.unheard(
                AlertKind.REFUSALS, many.stream().map(Stops.Stop::scanId).toList()));
        List<Stops.Stop> news =
                many.stream().filter(stop -> unheard.contains(stop.scanId())).toList();
        if (news.isEmpty()) {
            return;
        }
        Finding finding = new Finding(
                AlertKind.REFUSALS,
                post,
                0,
                0,
                null,
                null,
                news.get(0).at(),
                news.get(news.size() - 1).at(),
                many.get(0).at().minus(within),
                news.stream().map(Stops.Stop::scanId).toList());
        if (news.size() >= count) {
            desk.raise(finding, desk.posts(Set.of(post)));
        } else {
            stored.goOn(finding, Set.of());
        }
    }

    private void ended(List<Fresh> fresh, Map<AlertSetting, Integer> set) {
        List<Fresh> read = fresh.stream()
                .filter(scan -> scan.byCode() && scan.cardId() != 0)
                .toList();
        Map<Long, CardQueries.Standing> ended = new HashMap<>();
        InParts.<Long>of(
                read.stream().map(Fresh::cardId).distinct().toList(),
                some -> ended.putAll(cards.ended(Actor.PORTAL, some)));
        Duration mistake = Duration.ofMinutes(of(set, AlertSetting.ENDED_AFTER));
        Map<Long, List<Fresh>> after = read.stream()
                .filter(scan -> {
                    CardQueries.Standing end = ended.get(scan.cardId());
                    return end != null && scan.at().isAfter(end.since().plus(mistake));
                })
                .sorted(Comparator.comparing(Fresh::at))
                .collect(Collectors.groupingBy(Fresh::cardId, TreeMap::new, Collectors.toList()));
        after.forEach((card, scans) -> {
            Fresh latest = scans.get(scans.size() - 1);
            List<Long> news = stored.unheard(
                    AlertKind.ENDED, scans.stream().map(Fresh::id).toList());
            if (!news.isEmpty()) {
                desk.raise(
                        new Finding(
                                AlertKind.ENDED,
                                latest.postId(),
                                0,
                                card,
                                null,
                                null,
                                first(scans),
                                latest.at(),
                                Instant.EPOCH,
                                news),
                        desk.posts(Set.of(latest.postId())));
            }
        });
    }

    private static Instant first(List<Fresh> scans) {
        return scans.stream().map(Fresh::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<Fresh> scans) {
        return scans.stream().map(Fresh::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static int of(Map<AlertSetting, Integer> set, AlertSetting setting) {
        return Objects.requireNonNull(set.get(setting), setting::name);
    }
}
