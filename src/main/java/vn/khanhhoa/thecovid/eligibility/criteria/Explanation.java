package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why an assessment is as it is, until when, and what would change it.
 *
 * @param matched the row that matched; empty for those who may not know
 * @param earlier rows above it, each with the cells that kept it from matching
 * @param changes the next by the clock first, then what facts would bring, the best level first
 */
public record Explanation(
        Instant at,
        Level level,
        Optional<RowAnswer> matched,
        List<RowAnswer> earlier,
        Optional<Instant> until,
        List<Change> changes) {
    public Explanation {
        earlier = List.copyOf(earlier);
        changes = List.copyOf(changes);
    }

    /** As much of it as they may see. */
    public Explanation seenBy(Audience audience) {
        return switch (audience) {
            case CITIZEN, HEALTH_OFFICE -> this;
            case REVIEWER -> seenByReviewer();
            case OFFICER -> new Explanation(at, level, Optional.empty(), List.of(), until, List.of());
        };
    }

    private Explanation seenByReviewer() {
        boolean held = matched.map(answer -> answer.row().blocking()).orElse(false);
        if (held) {
            return new Explanation(at, level, Optional.empty(), List.of(), until, List.of());
        }
        return new Explanation(
                at,
                level,
                matched.map(RowAnswer::withoutLaboratory),
                earlier.stream()
                        .filter(answer -> !answer.row().blocking())
                        .map(RowAnswer::withoutLaboratory)
                        .toList(),
                until,
                changes.stream()
                        .filter(Explanation::isOpen)
                        .map(Explanation::bare)
                        .toList());
    }

    /** Says nothing of why somebody is or will be held. */
    private static boolean isOpen(Change change) {
        return !change.row().blocking()
                && change.because()
                        .map(cell -> cell.column().term().sight() != Term.Sight.CAUSE)
                        .orElse(true);
    }

    private static Change bare(Change change) {
        return new Change(
                change.kind(),
                change.detail(),
                change.adds(),
                change.ends(),
                change.because().map(cell -> cell.column().term().sight() == Term.Sight.OPEN ? cell : cell.bare()),
                change.row(),
                change.from(),
                change.until());
    }
}
