package vn.khanhhoa.thecovid.verification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.registry.OpeningHours;

/** When a post is open: while it is kept, and its timetable says so. Immutable. */
final class PostTimes {
    private static final int MOST_TURNS = 200;

    private final List<PostTurn> turns;
    private final OpeningHours hours;

    /** @param turns in any order; of two at one moment the one that was entered last counts */
    PostTimes(List<PostTurn> turns, OpeningHours hours) {
        this.turns = turns.stream()
                .sorted(Comparator.comparing(PostTurn::at).thenComparing(PostTurn::id))
                .toList();
        this.hours = hours;
    }

    /** Whatever the timetable says. */
    boolean isKept(Instant at) {
        boolean kept = false;
        for (PostTurn turn : turns) {
            kept = turn.at().isAfter(at) ? kept : turn.opens();
        }
        return kept;
    }

    boolean isOpen(Instant at) {
        return isKept(at) && hours.isOpen(at);
    }

    /** The next moment at which it opens or closes; empty where none is known. */
    Optional<Instant> changes(Instant after) {
        boolean open = isOpen(after);
        return Stream.iterate(next(after), Optional::isPresent, moment -> moment.flatMap(this::next))
                .flatMap(Optional::stream)
                .limit(MOST_TURNS)
                .filter(moment -> isOpen(moment) != open)
                .findFirst();
    }

    private Optional<Instant> next(Instant after) {
        return Stream.concat(
                        turns.stream().map(PostTurn::at).filter(at -> at.isAfter(after)), hours.turn(after).stream())
                .min(Comparator.naturalOrder());
    }
}
