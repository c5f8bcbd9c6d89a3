package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one cell asks. Its text is what an officer types and reads: {@code >= 14 days}, {@code none or >= 14 days},
 * {@code >= 1 and <= 3}, {@code yes}, {@code none}, {@code any}, {@code any of A, B}, {@code none of A, B}.
 *
 * @param orNone a range that is also met where there is no such thing
 * @param low of a range, {@code null} where it is open
 * @param unit of the numbers; {@code null} for counts and dates
 * @param codes of ANY_OF and NONE_OF
 */
public record Condition(
        Shape shape,
        boolean orNone,
        @Nullable Bound low,
        @Nullable Bound high,
        @Nullable Unit unit,
        List<String> codes) {
    public enum Shape {
        YES,
        NO,
        /** There is no such thing. */
        NONE,
        /** There is one, whatever it is. */
        ANY,
        RANGE,
        ANY_OF,
        NONE_OF
    }

    /**
     * One end of a range.
     *
     * @param value a number of the unit; a day since 1970; a local time as seconds since 1970
     */
    public record Bound(long value, boolean included) {}

    public Condition {
        codes = List.copyOf(codes);
    }

    static Condition of(Shape shape) {
        return new Condition(shape, false, null, null, null, List.of());
    }

    static Condition of(Shape shape, List<String> codes) {
        return new Condition(shape, false, null, null, null, codes);
    }

    /** Whether whole numbers are all there is between its ends. */
    static boolean isWhole(ValueType type, @Nullable Unit unit) {
        return type == ValueType.COUNT
                || type == ValueType.DATE
                || type == ValueType.AGE
                || (type == ValueType.ELAPSED && unit == Unit.DAYS);
    }

    /** The least whole number in the range. */
    long least() {
        return low == null ? Long.MIN_VALUE : low.included ? low.value : low.value + 1;
    }

    long most() {
        return high == null ? Long.MAX_VALUE : high.included ? high.value : high.value - 1;
    }

    /** Of a value that may lie between whole numbers; twice the value, so that it is a whole number all the same. */
    boolean holdsTwice(long twice) {
        return (low == null || twice > 2 * low.value || (low.included && twice == 2 * low.value))
                && (high == null || twice < 2 * high.value || (high.included && twice == 2 * high.value));
    }

    boolean holds(Collection<String> some) {
        return switch (shape) {
            case NONE -> some.isEmpty();
            case ANY -> !some.isEmpty();
            case ANY_OF -> codes.stream().anyMatch(some::contains);
            case NONE_OF -> codes.stream().noneMatch(some::contains);
            case YES, NO, RANGE -> throw new IllegalStateException(shape + " is not asked of codes");
        };
    }

    public String text(Term term) {
        return switch (shape) {
            case YES -> "yes";
            case NO -> "no";
            case NONE -> "none";
            case ANY -> "any";
            case ANY_OF -> "any of " + String.join(", ", codes);
            case NONE_OF -> "none of " + String.join(", ", codes);
            case RANGE -> (orNone ? "none or " : "") + range(term);
        };
    }

    private String range(Term term) {
        if (low != null && low.equals(high)) {
            return "= " + value(term, low);
        }
        if (low == null) {
            return "<" + with(term, Objects.requireNonNull(high));
        }
        return ">" + with(term, low) + (high == null ? "" : " and <" + with(term, high));
    }

    private String with(Term term, Bound bound) {
        return (bound.included ? "= " : " ") + value(term, bound);
    }

    private String value(Term term, Bound bound) {
        return switch (term.type()) {
            case DATE -> LocalDate.ofEpochDay(bound.value).toString();
            case DATE_TIME ->
                LocalDateTime.ofEpochSecond(bound.value, 0, ZoneOffset.UTC).toString();
            default -> unit == null ? Long.toString(bound.value) : bound.value + " " + unit.word();
        };
    }
}
