package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one cell of a row was told.
 *
 * @param finding empty for those who may not know
 * @param facts that it goes by
 * @param passedOver facts of its kind that do not count, and why
 * @param meets of one that is not met: when it first is, if nothing is added; empty for never
 * @param ends of one that is met: when it first is not; empty for never
 */
public record CellAnswer(
        CriteriaColumn column,
        Condition condition,
        boolean met,
        Optional<Finding> finding,
        List<Fact> facts,
        List<PassedOver> passedOver,
        Optional<Instant> meets,
        Optional<Instant> ends) {
    /**
     * What was found, in the terms of the column.
     *
     * @param none there is no such thing
     * @param amount elapsed units, doses, years of age; 1 or 0 for yes or no; the day since 1970 of a date
     * @param codes that are held
     */
    public record Finding(
            boolean none, long amount, @Nullable Unit unit, List<String> codes) {}

    /** A fact that was there and does not count. */
    public record PassedOver(Fact fact, Reason reason) {}

    public enum Reason {
        /** A dose too soon after the one before. */
        TOO_SOON,
        METHOD_NOT_ACCEPTED,
        CERTIFICATE_NOT_ACCEPTED,
        /** Its time is over: an order, an exception, a paper. */
        ENDED,
        NOT_YET,
        /** A recovery, and a positive after it. */
        OVERTAKEN
    }

    public CellAnswer {
        facts = List.copyOf(facts);
        passedOver = List.copyOf(passedOver);
    }

    /** Whether it asks for an exception. */
    public boolean asksForException() {
        return column.term().kinds().contains(FactKind.EXCEPTION_CASE);
    }

    /** Whether it is met, or is not, by an exception that is none of these. */
    boolean goesByOther(Set<String> open) {
        return switch (column.term()) {
            case EXCEPTION -> condition.codes().isEmpty() || !open.containsAll(condition.codes());
            case EXCEPTION_SINCE -> !open.containsAll(column.values(Parameter.EXCEPTIONS));
            default -> false;
        };
    }

    /** Without details of a laboratory, and without exceptions other than these. */
    CellAnswer forReviewers(Set<String> open) {
        if (column.term().sight() != Term.Sight.OPEN) {
            return bare();
        }
        boolean tellsOfOther = Stream.concat(facts.stream(), passedOver.stream().map(PassedOver::fact))
                .anyMatch(fact -> isOther(fact, open));
        return tellsOfOther
                ? new CellAnswer(
                        column,
                        condition,
                        met,
                        Optional.empty(),
                        facts.stream().filter(fact -> !isOther(fact, open)).toList(),
                        passedOver.stream()
                                .filter(each -> !isOther(each.fact(), open))
                                .toList(),
                        meets,
                        ends)
                : this;
    }

    private static boolean isOther(Fact fact, Set<String> open) {
        return fact.kind() == FactKind.EXCEPTION_CASE && !open.contains(fact.code());
    }

    /** For those who may not know by what: whether it is met, and when that changes where that tells no cause. */
    CellAnswer bare() {
        boolean timed = column.term().sight() != Term.Sight.CAUSE;
        return new CellAnswer(
                column,
                condition,
                met,
                Optional.empty(),
                List.of(),
                List.of(),
                timed ? meets : Optional.empty(),
                timed ? ends : Optional.empty());
    }
}
