package vn.khanhhoa.thecovid.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds when so many were stopped at a post within so long that somebody should hear of it. */
final class Stops {
    /** Somebody was stopped. */
    record Stop(long scanId, Instant at) {}

    private Stops() {}

    /**
     * Stretches in which each is one of many; those of one stretch follow each other within the time.
     *
     * @param inOrder of one post, by time
     */
    static List<List<Stop>> many(List<Stop> inOrder, int count, Duration within) {
        boolean[] isOfMany = new boolean[inOrder.size()];
        int first = 0;
        for (int last = 0; last < inOrder.size(); last++) {
            while (isLonger(inOrder.get(first), inOrder.get(last), within)) {
                first++;
            }
            if (last - first + 1 >= count) {
                for (int each = last; each >= first && !isOfMany[each]; each--) {
                    isOfMany[each] = true;
                }
            }
        }
        List<List<Stop>> stretches = new ArrayList<>();
        List<Stop> stretch = new ArrayList<>();
        for (int each = 0; each < inOrder.size(); each++) {
            if (isOfMany[each]) {
                boolean goesOn =
                        stretch.isEmpty() || !isLonger(stretch.get(stretch.size() - 1), inOrder.get(each), within);
                if (!goesOn) {
                    stretches.add(List.copyOf(stretch));
                    stretch.clear();
                }
                stretch.add(inOrder.get(each));
            }
        }
        if (!stretch.isEmpty()) {
            stretches.add(List.copyOf(stretch));
        }
        return stretches;
    }

    private static boolean isLonger(Stop one, Stop other, Duration within) {
        return Duration.between(one.at(), other.at()).compareTo(within) > 0;
    }
}
