package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.CellValue.BirthDate;
import vn.khanhhoa.thecovid.intake.CellValue.BirthDate.Precision;

/** A birth date as far as the document tells it. 00/00/1950 means the year alone. */
record BirthDateRule(LocalDate today) implements CellRule {
    private static final int OLDEST_AGE = 110;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2030;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        Optional<DateParts> parts = DateParts.parse(text);
        if (parts.isPresent() && hasShortYear(parts.get())) {
            findings.add(ProblemCode.BIRTH_YEAR_TWO_DIGITS);
            return Optional.empty();
        }
        Optional<BirthDate> birth = parts.filter(DateParts::hasFullYear).flatMap(BirthDateRule::birthDate);
        if (birth.isEmpty()) {
            findings.add(ProblemCode.BIRTH_DATE_INVALID);
        } else if (birth.get().from().isAfter(today)) {
            findings.add(ProblemCode.BIRTH_DATE_FUTURE);
        } else if (isTooOld(birth.get())) {
            findings.add(ProblemCode.BIRTH_DATE_TOO_OLD, OLDEST_AGE);
        } else {
            return Optional.of(birth.get());
        }
        return Optional.empty();
    }

    /** What the text alone, and the cell it stood in, make sure; the rest of the row may make sure of more. */
    @Override
    public Optional<Mending> mend(String text, @Nullable CellHint hint) {
        if (hint == CellHint.YEAR_AS_DATE) {
            OptionalInt year = yearAsDate(text);
            if (year.isPresent()) {
                return Optional.of(new Mending(RepairKind.YEAR_AS_DATE, Integer.toString(year.getAsInt())));
            }
        }
        return DateParts.parse(text)
                .flatMap(DateParts::turned)
                .filter(DateParts::hasFullYear)
                .flatMap(BirthDateRule::birthDate)
                .map(birth -> new Mending(RepairKind.DAY_AND_MONTH_TURNED, text(birth)));
    }

    /** The birth dates that a year of two digits may stand for, living people's only. */
    List<BirthDate> ofShortYear(String text) {
        List<BirthDate> births = new ArrayList<>();
        DateParts.parse(text).filter(BirthDateRule::hasShortYear).ifPresent(parts -> {
            for (int century = FIRST_YEAR; century <= today.getYear(); century += 100) {
                DateParts full = parts.withYear(century + parts.year());
                birthDate(full)
                        .or(() -> full.turned().flatMap(BirthDateRule::birthDate))
                        .filter(birth -> !birth.from().isAfter(today) && !isTooOld(birth))
                        .ifPresent(births::add);
            }
        });
        return births;
    }

    /**
     * The year that was typed into a cell made for dates: taken for a count of days, the years from 1900 to 2030 come out
     * in 1905, or in 1909 where days count from 1904.
     */
    static OptionalInt yearAsDate(String text) {
        return DateParts.parse(text)
                .flatMap(DateParts::toDay)
                .map(BirthDateRule::yearAsDate)
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt yearAsDate(LocalDate day) {
        for (LocalDate epoch : List.of(EPOCH_1900, EPOCH_1904)) {
            long count = ChronoUnit.DAYS.between(epoch, day);
            if (count >= FIRST_YEAR && count <= LAST_YEAR) {
                return OptionalInt.of((int) count);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean hasShortYear(DateParts parts) {
        return parts.count() > 1 && parts.yearDigits() == 2;
    }

    private boolean isTooOld(BirthDate birth) {
        return today.getYear() - birth.from().getYear() > OLDEST_AGE;
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

    /** As the form asks for it. */
    static String text(BirthDate birth) {
        String day = CellFormats.text(birth.from());
        return switch (birth.precision()) {
            case DAY -> day;
            case MONTH -> day.substring(day.indexOf('/') + 1);
            case YEAR -> Integer.toString(birth.from().getYear());
        };
    }
}
