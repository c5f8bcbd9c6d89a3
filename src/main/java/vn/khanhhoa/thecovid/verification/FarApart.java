package vn.khanhhoa.thecovid.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds cards that were at two posts one after the other faster than anybody goes. Two posters say nothing: anybody with a picture of a
 * card checks in anywhere.
 */
final class FarApart {
    private static final double MINUTES = 60;

    /** One after the other. */
    record Jump(Sighting before, Sighting after, double km, Duration time) {}

    private final Distances distances;
    private final int speed;
    private final Duration clocks;
    private final int least;

    /**
     * @param speed kilometres an hour that nobody goes
     * @param clocks by which those of devices may differ
     * @param least kilometres below which nothing is far
     */
    FarApart(Distances distances, int speed, Duration clocks, int least) {
        this.distances = distances;
        this.speed = speed;
        this.clocks = clocks;
        this.least = least;
    }

    /** How long before and after a sighting others can make it a jump, when posts are not further apart than this. */
    Duration reach(int farthestKm) {
        return Duration.ofMinutes(Math.round(MINUTES * farthestKm / speed));
    }

    /** @param fresh scans of which at least one has part in a jump */
    List<Jump> among(List<Sighting> sightings, Set<Long> fresh) {
        List<Sighting> inOrder = new ArrayList<>(sightings);
        inOrder.sort(Comparator.comparing(Sighting::cardId)
                .thenComparing(Sighting::at)
                .thenComparing(Sighting::scanId));
        List<Jump> jumps = new ArrayList<>();
        for (int i = 1; i < inOrder.size(); i++) {
            Sighting before = inOrder.get(i - 1);
            Sighting after = inOrder.get(i);
            if (before.cardId() == after.cardId()
                    && !(before.byPoster() && after.byPoster())
                    && (fresh.contains(before.scanId()) || fresh.contains(after.scanId()))) {
                Jump jump = new Jump(
                        before,
                        after,
                        distances.km(before.postId(), after.postId()),
                        Duration.between(before.at(), after.at()));
                if (isTooFast(jump)) {
                    jumps.add(jump);
                }
            }
        }
        return jumps;
    }

    private boolean isTooFast(Jump jump) {
        double minutes = jump.time().plus(clocks).toSeconds() / MINUTES;
        return jump.km() >= least && jump.km() * MINUTES > speed * minutes;
    }
}
