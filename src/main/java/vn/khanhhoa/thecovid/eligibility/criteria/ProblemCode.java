package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Locale;

/** What can be wrong with a criteria set or a matrix, or worth a second look. The sentences are in the texts. */
public enum ProblemCode {
    FILE_NOT_READABLE,
    FORMAT_UNKNOWN,
    FIELD_MISSING,
    FIELD_UNKNOWN,
    FIELD_OF_WRONG_KIND,
    TOO_LONG,
    CODE_MALFORMED,
    CODE_REPEATED,
    COLOUR_MALFORMED,
    NAME_MISSING,
    NO_LEVEL,
    TERM_UNKNOWN,
    PARAMETER_UNKNOWN,
    PARAMETER_MISSING,
    PARAMETER_VALUE_UNKNOWN,
    COLUMN_UNUSED(false),
    ROW_NAME_NUMBER(false),
    LEVEL_UNKNOWN,
    COLUMN_UNKNOWN,
    BLOCKING_TOO_LATE,
    OTHERWISE_MISSING,
    OTHERWISE_TOO_EARLY,
    OTHERWISE_BLOCKING,
    CELL_NOT_UNDERSTOOD,
    CELL_OF_WRONG_TYPE,
    UNIT_MISSING,
    UNIT_WRONG,
    UNITS_MIXED,
    NUMBER_TOO_LARGE,
    RANGE_EMPTY,
    CODE_UNKNOWN,
    ROW_UNREACHABLE,
    NOBODY_ANSWERS_FOR,
    GAP(false),
    OVERLAP(false),
    TOO_MANY_TO_CHECK(false);

    private final boolean error;

    ProblemCode() {
        this(true);
    }

    ProblemCode(boolean error) {
        this.error = error;
    }

    /** Else only worth a look: the set can be used. */
    public boolean isError() {
        return error;
    }

    String key() {
        return "eligibility.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
