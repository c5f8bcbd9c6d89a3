package vn.khanhhoa.thecovid.intake;

import java.util.Locale;

/** Why a file as a whole is not taken. The sentence for the sender is {@code intake.<key>}. */
public enum UnreadableCode {
    EMPTY_FILE,
    /** Limit in megabytes. */
    FILE_TOO_LARGE,
    NOT_A_SPREADSHEET,
    /** A spreadsheet of another format (.xlsb, a very old .xls), to be saved as .xlsx. */
    SAVE_AS_XLSX,
    /** A workbook of OpenDocument (.ods). */
    OPEN_DOCUMENT,
    /** A page saved with its images in one file (.mht). */
    WEB_ARCHIVE,
    ENCRYPTED,
    MACROS,
    /** Truncated or altered; nothing is repaired. */
    DAMAGED,
    /** Inflates beyond the bounds, as a zip bomb does. */
    TOO_MUCH_INSIDE,
    /** Carries a document type definition, by which XML reaches other files. */
    EXTERNAL_CONTENT,
    /** Limit in minutes. */
    TAKES_TOO_LONG,
    /** Limit. */
    TOO_MANY_ROWS,
    /** Row, limit. */
    TOO_MANY_COLUMNS,
    NO_HEADER,
    /** Name of the sheet that was chosen. */
    SHEET_NOT_FOUND,
    /** Names of the missing columns. */
    MISSING_COLUMNS,
    /** Name of the column. */
    COLUMN_TWICE,
    /** The form found and the one expected, each by code and name. */
    WRONG_TEMPLATE,
    /** The form that the headings fit and the one expected, each by code and name; columns missing. */
    OTHER_FORM,
    NO_ROWS,
    /** Line of the first wrong byte. */
    NOT_UTF8,
    /** Letters became question marks; the first lines. */
    FILE_LETTERS_LOST,
    /** Row at which the open quotation mark stands. */
    BROKEN_QUOTES,
    /** Number of the row at which it ends to be JSON as it is described, or 0. */
    NOT_JSON_ROWS;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
