package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Whether the same row matched, and so the level is the same. */
    public boolean isOfSameRow(Explanation other) {
        return level.equals(other.level) && matched.map(RowAnswer::row).equals(other.matched.map(RowAnswer::row));
    }

    /**
     * As much of it as they may see.
     *
     * @param open exceptions of which a reviewer may know that somebody has one; of all others the cause is medical
     */
    public Explanation seenBy(Audience audience, Set<String> open) {
        return switch (audience) {
            case CITIZEN, HEALTH_OFFICE -> this;
            case REVIEWER -> seenByReviewer(open);
            case OFFICER -> new Explanation(at, level, Optional.empty(), List.of(), until, List.of());
        };
    }

    private Explanation seenByReviewer(Set<String> open) {
        if (matched.filter(answer -> answer.row().blocking() || answer.goesByOther(open))
                .isPresent()) {
            return new Explanation(at, level, Optional.empty(), List.of(), until, List.of());
        }
        return new Explanation(
                at,
                level,
                matched.map(answer -> answer.forReviewers(open)),
                earlier.stream()
                        .filter(answer -> !answer.row().blocking() && !answer.goesByOther(open))
                        .map(answer -> answer.forReviewers(open))
                        .toList(),
                until,
                changes.stream()
                        .filter(change -> isOpen(change, open))
                        .map(change -> bare(change, open))
                        .toList());
    }

    /** Says nothing of why somebody is or will be held, nor of an exception for a medical cause, had or not. */
    private static boolean isOpen(Change change, Set<String> open) {
        return !change.row().blocking()
                && (change.kind() != Change.Kind.EXCEPTION || open.contains(change.detail()))
                && change.because()
                        .map(cell -> cell.column().term().sight() != Term.Sight.CAUSE && !cell.goesByOther(open))
                        .orElse(true);
    }

    private static Change bare(Change change, Set<String> open) {
        return new Change(
                change.kind(),
                change.detail(),
                change.adds(),
                change.ends(),
                change.because().map(cell -> cell.forReviewers(open)),
                change.row(),
                change.from(),
                change.until());
    }
}
