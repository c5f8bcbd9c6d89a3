package vn.khanhhoa.thecovid.intake;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What may be wrong with a row. The sentence for the sender is {@code intake.<key>}; arguments are named here. */
public enum ProblemCode {
    REQUIRED_MISSING,
    /** Longest length. */
    TEXT_TOO_LONG,
    /** Length up to which a cell is read, longest length. */
    CELL_TOO_LONG,
    /** Length of the cell, longest length of all cells of a row together, what is left of the cell. */
    ROW_TOO_LONG,
    FORMULA_ERROR,
    /** Question marks where letters were. */
    LETTERS_LOST,
    /** A CSV row with more cells than headings: a separator inside a text, and everything after it shifted. */
    CELLS_SHIFTED,
    CELLS_IGNORED(Severity.WARNING),
    /** A row that the spreadsheet does not show, by hand or by a filter. */
    ROW_HIDDEN(Severity.WARNING),
    NAME_HAS_DIGITS,
    NAME_CHARACTERS,
    /** Of the web or of mail, or what a phone takes for one. */
    NAME_ADDRESS,
    NAME_TOO_SHORT,
    /** No capital at all, in a name that has not only words of Vietnamese: where they belong only its paper tells. */
    NAME_LOWER_CASE(Severity.WARNING),
    /** What stands there is Vietnamese only in an old font. */
    OLD_FONT_TEXT(Severity.WARNING),
    /** Letters as text of an old font has them, and some foreign names. */
    NAME_UNUSUAL(Severity.WARNING),
    DATE_INVALID,
    /** Other dates of the column are month first. */
    DATE_MAYBE_TURNED(Severity.WARNING),
    /** First day allowed. */
    DATE_TOO_EARLY,
    /** Last day allowed. */
    DATE_TOO_LATE,
    DATE_TIME_INVALID,
    TIME_INVALID,
    NUMBER_INVALID,
    /** Least number allowed. */
    NUMBER_TOO_SMALL,
    /** Greatest number allowed. */
    NUMBER_TOO_LARGE,
    PLATE_INVALID,
    VESSEL_NUMBER_INVALID,
    TAX_CODE_INVALID,
    /** The last digit does not check the others. */
    TAX_CODE_WRONG,
    TAX_CODE_ZERO_LOST,
    BIRTH_DATE_INVALID,
    BIRTH_YEAR_TWO_DIGITS,
    BIRTH_DATE_FUTURE,
    /** Oldest age. */
    BIRTH_DATE_TOO_OLD,
    /** Least age at which anybody works as a rule. */
    WORKER_CHILD(Severity.WARNING),
    /** Age from which somebody works like any other. */
    WORKER_MINOR(Severity.WARNING),
    /** Allowed values. */
    VALUE_NOT_ALLOWED,
    SCIENTIFIC_NOTATION,
    /** Digits found, digits expected. */
    IDENTITY_ZERO_LOST,
    /** Digits expected. */
    IDENTITY_LENGTH,
    IDENTITY_CHARACTERS,
    /** The kind that the number looks like. */
    IDENTITY_OTHER_KIND,
    PASSPORT_INVALID,
    /** A Vietnamese has one of another shape. */
    PASSPORT_UNUSUAL(Severity.WARNING),
    IDENTITY_SEX_DIFFERS(Severity.WARNING),
    IDENTITY_YEAR_DIFFERS(Severity.WARNING),
    /** A personal number starts with the code of no province. */
    IDENTITY_PLACE_UNKNOWN(Severity.WARNING),
    /** First row with the same document. */
    DUPLICATE_IN_FILE,
    /** Number of the other line, which has the same name and birth date, and the same phone or commune. */
    SAME_PERSON(Severity.WARNING),
    PHONE_INVALID,
    PHONE_ZERO_LOST,
    PHONE_OLD_NUMBER,
    INSURANCE_INVALID,
    INSURANCE_ZERO_LOST,
    AREA_UNKNOWN,
    /** The choices that have the name with other marks. */
    AREA_ALIKE,
    /** The choices. */
    AREA_AMBIGUOUS,
    /** Code given, the name that belongs to it. */
    AREA_NAME_DIFFERS,
    /** The commune that is no more. */
    AREA_ENDED,
    /** The commune that is no more, what took its place. */
    AREA_REPLACED,
    ADDRESS_NEEDED,
    WORKPLACE_UNKNOWN,
    WORKPLACE_AMBIGUOUS,
    /** The workplaces that have the name with other marks. */
    WORKPLACE_ALIKE,
    /** Which of the activities in the cell, from 1. */
    ACTIVITY_UNKNOWN,
    SECTOR_UNKNOWN,
    /** Activities found, most allowed. */
    TOO_MANY_ACTIVITIES,
    PERIOD_REVERSED,
    PERIOD_OVER,
    /** Longest number of days. */
    PERIOD_TOO_LONG,
    /** Name of the other list of the same organisation. */
    DUPLICATE_IN_OWN_LIST(Severity.WARNING),
    /** Tells nothing of the other organisation. */
    DUPLICATE_ELSEWHERE(Severity.WARNING);

    private static final Set<ProblemCode> OF_THE_FILE = EnumSet.of(
            FORMULA_ERROR, CELL_TOO_LONG, ROW_TOO_LONG, CELLS_SHIFTED, CELLS_IGNORED, ROW_HIDDEN, DATE_MAYBE_TURNED);
    private static final Set<ProblemCode> DOUBTS =
            EnumSet.of(CELLS_SHIFTED, CELLS_IGNORED, ROW_HIDDEN, DATE_MAYBE_TURNED, SAME_PERSON);

    private final Severity severity;

    ProblemCode() {
        this(Severity.ERROR);
    }

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** Found in reading a file and in no later check of its rows, so that it must not be lost in one. */
    public boolean isOfTheFile() {
        return OF_THE_FILE.contains(this);
    }

    /** Only somebody who looks can tell; it goes when the sender says that the cell, or the line, is right. */
    public boolean isDoubt() {
        return DOUBTS.contains(this);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
