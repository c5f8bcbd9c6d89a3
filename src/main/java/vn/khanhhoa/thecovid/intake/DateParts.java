package vn.khanhhoa.thecovid.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The one to three numbers of a written date, between slashes, hyphens or dots. Day first, as Vietnam writes it; year
 * first where the first number has four digits.
 */
record DateParts(int count, int day, int month, int year, int yearDigits, boolean yearFirst) {
    private static final int LONGEST = 10;
    private static final int FULL_YEAR = 4;
    private static final int MONTHS = 12;

    static Optional<DateParts> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int[] numbers = new int[3];
        int[] digits = new int[3];
        int part = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                numbers[part] = numbers[part] * 10 + (c - '0');
                digits[part]++;
            } else if ((c == '/' || c == '-' || c == '.') && digits[part] > 0 && part < 2) {
                part++;
            } else {
                return Optional.empty();
            }
        }
        if (digits[part] == 0) {
            return Optional.empty();
        }
        boolean yearFirst = part == 2 && digits[0] == FULL_YEAR;
        int yearAt = yearFirst ? 0 : part;
        int day = part < 2 ? 0 : numbers[yearFirst ? 2 : 0];
        int month = part == 0 ? 0 : numbers[part == 1 ? 0 : 1];
        return shortEnough(digits, part, yearAt)
                ? Optional.of(new DateParts(part + 1, day, month, numbers[yearAt], digits[yearAt], yearFirst))
                : Optional.empty();
    }

    private static boolean shortEnough(int[] digits, int last, int yearAt) {
        for (int i = 0; i <= last; i++) {
            if (digits[i] > (i == yearAt ? FULL_YEAR : 2)) {
                return false;
            }
        }
        return true;
    }

    boolean hasFullYear() {
        return yearDigits == FULL_YEAR;
    }

    /** Month first, as American spreadsheets write it, where day first makes no date. */
    Optional<DateParts> turned() {
        return count == 3 && month > MONTHS && day >= 1 && day <= MONTHS
                ? Optional.of(new DateParts(count, month, day, year, yearDigits, yearFirst))
                : Optional.empty();
    }

    /** Whether day first and month first both make a date, and not the same. */
    boolean mayBeTurned() {
        return count == 3 && day != month && day >= 1 && day <= MONTHS && month >= 1 && month <= MONTHS;
    }

    DateParts withYear(int fullYear) {
        return new DateParts(count, day, month, fullYear, FULL_YEAR, yearFirst);
    }

    /** The day, if the numbers are one of the calendar. */
    Optional<LocalDate> toDay() {
        return hasFullYear() && count == 3 ? day(year, month, day) : Optional.empty();
    }

    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException notInCalendar) {
            return Optional.empty();
        }
    }
}
