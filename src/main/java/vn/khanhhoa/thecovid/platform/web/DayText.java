package vn.khanhhoa.thecovid.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as readers write it: day, month, year, with whatever between them or with nothing. The fields that browsers make of
 * dates turn day and month around with the browser's language, and so have no place here.
 */
public final class DayText {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private DayText() {}

    public static String of(LocalDate day) {
        return WRITTEN.format(day);
    }

    public static Optional<LocalDate> read(String text) {
        String typed = text.strip();
        Matcher iso = YEAR_FIRST.matcher(typed);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        for (Pattern pattern : new Pattern[] {DAY_FIRST, DIGITS}) {
            Matcher found = pattern.matcher(typed);
            if (found.matches()) {
                return day(found.group(3), found.group(2), found.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
