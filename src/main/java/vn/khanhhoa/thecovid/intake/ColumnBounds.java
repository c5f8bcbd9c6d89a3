package vn.khanhhoa.thecovid.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Least and greatest value of a column, written in its value list as {@code low..high}, where either end may be left out.
 * Ends are whole numbers ({@code 1..500}), days ({@code 2021-03-08..}) or days counted from today
 * ({@code today-3..today}).
 */
public record ColumnBounds(String low, String high) {
    static final ColumnBounds NONE = new ColumnBounds("", "");
    private static final String BETWEEN = "..";
    private static final String TODAY = "today";
    private static final int LONGEST = 12;

    static ColumnBounds of(FormColumn column) {
        return parse(column.type(), column.valueList());
    }

    /** @throws IllegalArgumentException for ends that a column of this type cannot have */
    public static ColumnBounds parse(ColumnType type, String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            throw new IllegalArgumentException("not low..high: " + text);
        }
        ColumnBounds bounds = new ColumnBounds(
                text.substring(0, between).strip(),
                text.substring(between + BETWEEN.length()).strip());
        boolean reversed;
        if (type == ColumnType.NUMBER) {
            reversed = bounds.least().orElse(Long.MIN_VALUE) > bounds.greatest().orElse(Long.MAX_VALUE);
        } else {
            LocalDate anyDay = LocalDate.of(2021, 10, 1);
            reversed = bounds.low.startsWith(TODAY) == bounds.high.startsWith(TODAY)
                    && bounds.first(anyDay)
                            .orElse(LocalDate.MIN)
                            .isAfter(bounds.last(anyDay).orElse(LocalDate.MAX));
        }
        if (reversed) {
            throw new IllegalArgumentException("nothing lies between " + text);
        }
        return bounds;
    }

    OptionalLong least() {
        return number(low);
    }

    OptionalLong greatest() {
        return number(high);
    }

    Optional<LocalDate> first(LocalDate today) {
        return day(low, today);
    }

    Optional<LocalDate> last(LocalDate today) {
        return day(high, today);
    }

    /** Whether a day lies between; otherwise that is found. */
    boolean check(LocalDate day, LocalDate today, Findings findings) {
        Optional<LocalDate> first = first(today);
        Optional<LocalDate> last = last(today);
        if (first.isPresent() && day.isBefore(first.get())) {
            findings.add(ProblemCode.DATE_TOO_EARLY, CellFormats.text(first.get()));
            return false;
        }
        if (last.isPresent() && day.isAfter(last.get())) {
            findings.add(ProblemCode.DATE_TOO_LATE, CellFormats.text(last.get()));
            return false;
        }
        return true;
    }

    private static OptionalLong number(String end) {
        if (end.isEmpty()) {
            return OptionalLong.empty();
        }
        if (end.length() > LONGEST) {
            throw new IllegalArgumentException("too long: " + end);
        }
        return OptionalLong.of(Long.parseLong(end));
    }

    private static Optional<LocalDate> day(String end, LocalDate today) {
        if (end.isEmpty()) {
            return Optional.empty();
        }
        if (end.equals(TODAY)) {
            return Optional.of(today);
        }
        if (end.startsWith(TODAY) && end.length() <= LONGEST) {
            return Optional.of(today.plusDays(Integer.parseInt(end.substring(TODAY.length()))));
        }
        try {
            return Optional.of(LocalDate.parse(end));
        } catch (DateTimeException notDay) {
            throw new IllegalArgumentException("not a day: " + end, notDay);
        }
    }
}
