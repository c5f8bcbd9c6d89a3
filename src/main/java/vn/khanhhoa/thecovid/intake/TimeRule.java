package vn.khanhhoa.thecovid.intake;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time of day: 08:30, 8h30, 8 giờ, and 02:30 CH (PM) as spreadsheets show it. */
final class TimeRule implements CellRule {
    private static final Pattern PARTS = Pattern.compile(
            "(\\d{1,2})(?: ?(?:h|g|giờ) ?(?:(\\d{2})(?: ?(?:p|phút))?)?|:(\\d{2})(?::(\\d{2}))?)(?: ?(AM|PM|SA|CH))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int NOON = 12;

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        Optional<CellValue> time = parse(text).map(CellValue.TimeOfDay::new);
        if (time.isEmpty()) {
            findings.add(ProblemCode.TIME_INVALID);
        }
        return time;
    }

    static Optional<LocalTime> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = number(parts.group(1));
        int minute = Math.max(number(parts.group(2)), number(parts.group(3)));
        int second = number(parts.group(4));
        String half = parts.group(5);
        if (half != null) {
            if (hour < 1 || hour > NOON) {
                return Optional.empty();
            }
            boolean afternoon = half.toUpperCase(Locale.ROOT).matches("PM|CH");
            hour = hour % NOON + (afternoon ? NOON : 0);
        }
        return hour < 24 && minute < 60 && second < 60
                ? Optional.of(LocalTime.of(hour, minute, second))
                : Optional.empty();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
