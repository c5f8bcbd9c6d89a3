package vn.khanhhoa.thecovid.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long people were at a post, as far as scans tell: from coming in to going out where both were scanned, else for as long as a visit
 * there is taken to last. Whoever was stopped stood there, and does not count as having been let in.
 */
final class Visits {
    /** Nobody is taken to have stayed longer from coming in to going out. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** @param leaving whether on the way out @param stopped whether they were not let through */
    record Seen(long personId, long cardId, Instant at, boolean leaving, boolean stopped, KnownBy knownBy) {
        Seen of(long otherPersonId) {
            return new Seen(otherPersonId, cardId, at, leaving, stopped, knownBy);
        }

        Visit visit(Instant from, Instant to) {
            return new Visit(personId, cardId, from, to, knownBy, stopped);
        }
    }

    /** @param cardId that was shown first @param stopped who stood there for a moment and was not let in */
    record Visit(long personId, long cardId, Instant from, Instant to, KnownBy knownBy, boolean stopped) {
        Visit until(Instant later, Seen seen) {
            return new Visit(personId, cardId, from, later, knownBy.and(seen.knownBy()), false);
        }

        boolean overlaps(Instant otherFrom, Instant otherTo) {
            return !from.isAfter(otherTo) && !otherFrom.isAfter(to);
        }
    }

    private Visits() {}

    /** @param inOrder scans of one post by time @param usual how long a visit lasts there */
    static List<Visit> of(List<Seen> inOrder, Duration usual) {
        List<Visit> visits = new ArrayList<>();
        Map<Long, Visit> open = new LinkedHashMap<>();
        for (Seen seen : inOrder) {
            if (seen.stopped()) {
                visits.add(seen.visit(seen.at(), seen.at()));
                continue;
            }
            Visit begun = open.remove(seen.personId());
            if (seen.leaving()) {
                boolean same = begun != null
                        && Duration.between(begun.from(), seen.at()).compareTo(LONGEST) <= 0;
                if (begun != null && same) {
                    visits.add(begun.until(seen.at(), seen));
                } else {
                    addIfThere(visits, begun);
                    visits.add(seen.visit(seen.at().minus(usual), seen.at()));
                }
            } else if (begun != null && !seen.at().isAfter(begun.to())) {
                open.put(seen.personId(), begun.until(seen.at().plus(usual), seen));
            } else {
                addIfThere(visits, begun);
                open.put(seen.personId(), seen.visit(seen.at(), seen.at().plus(usual)));
            }
        }
        visits.addAll(open.values());
        return visits;
    }

    private static void addIfThere(List<Visit> visits, @Nullable Visit visit) {
        if (visit != null) {
            visits.add(visit);
        }
    }
}
