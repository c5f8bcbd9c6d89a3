package vn.khanhhoa.thecovid.stafflist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose files are being read on this node. Of one organisation it is two at a time, of which one may be large; of all together
 * two may be large, each of which takes a good part of the memory. So a small file finds a thread however much others send.
 */
final class ReadingTurns {
    private static final int MOST_OF_ONE = 2;
    private static final int MOST_LARGE = 2;

    private final Map<Long, Integer> reading = new HashMap<>();
    private final Set<Long> large = new HashSet<>();

    /** False where the file has to wait. */
    synchronized boolean begin(long organisationId, boolean isLarge) {
        int own = reading.getOrDefault(organisationId, 0);
        if (own == MOST_OF_ONE || isLarge && (large.size() == MOST_LARGE || large.contains(organisationId))) {
            return false;
        }
        reading.put(organisationId, own + 1);
        if (isLarge) {
            large.add(organisationId);
        }
        return true;
    }

    synchronized void end(long organisationId, boolean isLarge) {
        reading.computeIfPresent(organisationId, (id, own) -> own == 1 ? null : own - 1);
        if (isLarge) {
            large.remove(organisationId);
        }
    }
}
