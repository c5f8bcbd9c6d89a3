package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day with or without a time of day, in either order; 2021-10-05T08:30 as well. */
record MomentRule(ColumnBounds bounds, LocalDate today) implements CellRule {
    private static final String DAY = "(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4})";

    private static final Pattern DAY_FIRST = Pattern.compile(DAY + "(?:(?: |, ?| ?T|,? lúc )(.+))?");
    private static final Pattern TIME_FIRST = Pattern.compile("(.+?)(?: |, ?|,? ngày ){1,2}" + DAY);

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        Optional<CellValue.Moment> moment = moment(text);
        if (moment.isEmpty()) {
            findings.add(ProblemCode.DATE_TIME_INVALID);
            return Optional.empty();
        }
        return bounds.check(moment.get().at().toLocalDate(), today, findings)
                ? Optional.of(moment.get())
                : Optional.empty();
    }

    private static Optional<CellValue.Moment> moment(String text) {
        Matcher parts = DAY_FIRST.matcher(text);
        if (parts.matches()) {
            String time = parts.group(2);
            return moment(
                    parts.group(1), time == null ? Optional.of(LocalTime.MIN) : TimeRule.parse(time), time != null);
        }
        parts = TIME_FIRST.matcher(text);
        return parts.matches() ? moment(parts.group(2), TimeRule.parse(parts.group(1)), true) : Optional.empty();
    }

    private static Optional<CellValue.Moment> moment(String day, Optional<LocalTime> time, boolean known) {
        return DateParts.parse(day)
                .flatMap(DateParts::toDay)
                .flatMap(date -> time.map(hour -> new CellValue.Moment(date.atTime(hour), known)));
    }
}
