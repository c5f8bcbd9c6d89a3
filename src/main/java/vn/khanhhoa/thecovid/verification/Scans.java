package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Takes what devices scanned where they were, at once or much later, each scan once however often it is sent. One that cannot be taken does
 * not keep the others back.
 */
@UseCase
public class Scans {
    public static final int MOST = 500;
    /** What clocks of devices may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    /** For as long as scans are kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int SHOWN = 40;

    /** @param id as it was given @param code why it was not taken, also the key of the sentence */
    public record Refused(String id, String code) {}

    /** @param known how many had been taken before */
    public record Taken(int taken, int known, List<Refused> refused) {}

    @Inject
    private Devices devices;

    @Inject
    private StoredScans stored;

    @Inject
    private StoredStays stays;

    @Inject
    private CardQueries cards;

    @Inject
    private Clock clock;

    @Inject
    private Event<ScansArrived> arrived;

    /** At most {@value #MOST}. Empty for who shows no secret of a device, or that of one that was shut out. */
    @Requires(Permission.ANYONE)
    public Optional<Taken> arrive(String secret, List<ScanMessage> messages) {
        return devices.held(secret).map(device -> new Arrival(device, messages).take());
    }

    /** One call. */
    private final class Arrival {
        private final Devices.Known device;
        private final List<ScanMessage> messages;
        private final Map<PublicId, Scan> scans = new LinkedHashMap<>();
        private final List<Refused> refused = new ArrayList<>();
        private int known;

        Arrival(Devices.Known device, List<ScanMessage> messages) {
            this.device = device;
            this.messages = messages;
        }

        Taken take() {
            messages.forEach(this::read);
            if (scans.values().stream().anyMatch(scan -> scan.post().isEmpty())) {
                device.postOrRefuse();
            }
            Map<PublicId, Long> posts = stored.hold(
                    device.agencyId(),
                    device.post(),
                    scans.values().stream()
                            .flatMap(scan -> scan.post().stream())
                            .distinct()
                            .toList());
            Set<PublicId> before = stored.known(device.id(), scans.keySet());
            known += before.size();
            scans.keySet().removeAll(before);
            List<StoredStays.Stay> where = stays.of(device.id());
            scans.values()
                    .removeIf(scan -> whyNot(scan, posts, where)
                            .map(code -> refuse(scan.id().toString(), code))
                            .orElse(false));
            if (!scans.isEmpty()) {
                store(posts);
            }
            return new Taken(scans.size(), known, List.copyOf(refused));
        }

        private void read(ScanMessage message) {
            String id = Objects.requireNonNullElse(message.id(), "");
            String shown = id.substring(0, Math.min(id.length(), SHOWN));
            try {
                Scan scan = Scan.read(message);
                Instant now = clock.instant();
                if (scan.at().isAfter(now.plus(AHEAD))) {
                    refuse(shown, "verification.scan-future");
                } else if (scan.at().isBefore(now.minus(KEPT))) {
                    refuse(shown, "verification.scan-old");
                } else if (scans.putIfAbsent(scan.id(), scan) != null) {
                    known++;
                }
            } catch (Scan.Misspelt misspelt) {
                refuse(shown, "verification.scan-misspelt");
            }
        }

        private Optional<String> whyNot(Scan scan, Map<PublicId, Long> posts, List<StoredStays.Stay> where) {
            long post = scan.post().map(named -> posts.getOrDefault(named, 0L)).orElse(device.post());
            if (post == 0) {
                return Optional.of("verification.scan-elsewhere");
            }
            return where.stream().anyMatch(stay -> stay.covers(post, scan.at()))
                    ? Optional.empty()
                    : Optional.of("verification.scan-not-there");
        }

        private boolean refuse(String id, String code) {
            return refused.add(new Refused(id, code));
        }

        /** The moment of arrival is that at which the posts are held: whoever counts up to an hour before has all of it. */
        private void store(Map<PublicId, Long> posts) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Map<CardNumber, CardQueries.Known> found = cards.known(
                    Actor.PORTAL,
                    scans.values().stream()
                            .flatMap(scan -> scan.number().stream())
                            .distinct()
                            .toList());
            Iterator<Long> ids = stored.ids();
            List<StoredScans.NewScan> fresh = scans.values().stream()
                    .map(scan -> new StoredScans.NewScan(
                            ids.next(),
                            scan.post()
                                    .map(post -> Objects.requireNonNull(posts.get(post)))
                                    .orElse(device.post()),
                            device.agencyId(),
                            device.id(),
                            scan,
                            now,
                            scan.number().map(found::get).orElse(null)))
                    .toList();
            stored.add(fresh);
            arrived.fire(new ScansArrived(
                    fresh.get(0).id(), fresh.get(fresh.size() - 1).id()));
        }
    }
}
