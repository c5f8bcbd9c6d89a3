package vn.khanhhoa.thecovid.stafflist.intake;

import java.time.LocalDate;
import java.util.Optional;
import vn.khanhhoa.thecovid.stafflist.intake.CellValue.BirthDate;
import vn.khanhhoa.thecovid.stafflist.intake.CellValue.BirthDate.Precision;

/**
 * A birth date as far as the document tells it. 00/00/1950 means the year alone. A year typed into a cell that is
 * formatted as a date comes out in 1905 and is caught by the age.
 */
record BirthDateRule(LocalDate today) implements CellRule {
    private static final int OLDEST_AGE = 110;

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        Optional<DateParts> parts = DateParts.parse(text);
        if (parts.isPresent() && parts.get().count() > 1 && parts.get().yearDigits() == 2) {
            findings.add(ProblemCode.BIRTH_YEAR_TWO_DIGITS);
            return Optional.empty();
        }
        Optional<BirthDate> birth = parts.filter(DateParts::hasFullYear).flatMap(BirthDateRule::birthDate);
        if (birth.isEmpty()) {
            findings.add(ProblemCode.BIRTH_DATE_INVALID);
        } else if (birth.get().from().isAfter(today)) {
            findings.add(ProblemCode.BIRTH_DATE_FUTURE);
        } else if (today.getYear() - birth.get().from().getYear() > OLDEST_AGE) {
            findings.add(ProblemCode.BIRTH_DATE_TOO_OLD, OLDEST_AGE);
        } else {
            return Optional.of(birth.get());
        }
        return Optional.empty();
    }

    private static Optional<BirthDate> birthDate(DateParts parts) {
        if (parts.month() == 0 && parts.day() == 0) {
            return known(parts.year(), 1, 1, Precision.YEAR);
        }
        return parts.day() == 0
                ? known(parts.year(), parts.month(), 1, Precision.MONTH)
                : known(parts.year(), parts.month(), parts.day(), Precision.DAY);
    }

    private static Optional<BirthDate> known(int year, int month, int day, Precision precision) {
        return DateParts.day(year, month, day).map(from -> new BirthDate(from, precision));
    }
}
