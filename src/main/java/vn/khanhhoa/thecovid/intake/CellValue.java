package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** What the text of a cell means, by the type of its column. */
public sealed interface CellValue {
    /** NFC, trimmed; identity, phone and insurance numbers without separators. */
    record Text(String text) implements CellValue {}

    /** Code of a value of the column's list; for a commune outside the province {@link ReferenceLists#OUTSIDE}. */
    record Coded(String code) implements CellValue {}

    record Codes(List<String> codes) implements CellValue {
        public Codes {
            codes = List.copyOf(codes);
        }
    }

    record Day(LocalDate day) implements CellValue {}

    record Amount(long number) implements CellValue {}

    record TimeOfDay(LocalTime time) implements CellValue {}

    /** @param at at the start of the day where the time of day is not known */
    record Moment(LocalDateTime at, boolean timeKnown) implements CellValue {}

    /** The first day that the birth date may be, and how far it is known. */
    record BirthDate(LocalDate from, Precision precision) implements CellValue {
        /** How much of the date the document tells. */
        public enum Precision {
            DAY,
            MONTH,
            YEAR
        }
    }

    record Flag(boolean on) implements CellValue {}
}
