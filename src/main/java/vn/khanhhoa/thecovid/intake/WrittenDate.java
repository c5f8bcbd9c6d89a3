package vn.khanhhoa.thecovid.intake;

import java.util.Optional;
import java.util.OptionalInt;

/** A date as somebody wrote it, for those who do not read it. */
public final class WrittenDate {
    private WrittenDate() {}

    /** That it names in full. */
    public static OptionalInt year(String text) {
        return DateParts.parse(text)
                .filter(DateParts::hasFullYear)
                .map(date -> OptionalInt.of(date.year()))
                .orElse(OptionalInt.empty());
    }

    /** A birth date as it is written in full. */
    public static String of(CellValue.BirthDate birth) {
        return BirthDateRule.text(birth);
    }

    /** With day and month in each other's place; nothing where only one order makes a date, or both make the same. */
    public static Optional<String> turned(String text) {
        return DateParts.parse(text)
                .filter(date -> !date.yearFirst() && date.mayBeTurned())
                .map(date -> "%02d/%02d/".formatted(date.month(), date.day())
                        + text.substring(text.length() - date.yearDigits()));
    }
}
