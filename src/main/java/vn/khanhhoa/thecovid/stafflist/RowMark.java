package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/**
 * What is to be seen at lines of a draft, and at how many.
 *
 * @param kind E errors, W warnings, R repairs
 * @param code of the problem or the repair
 * @param column key of the column, empty for the line as a whole
 */
public record RowMark(String kind, String code, String column, int rows) {
    public static final String ERROR = "E";
    public static final String WARNING = "W";
    public static final String REPAIR = "R";

    /** Key of the sentence. */
    public String messageKey() {
        return (kind.equals(REPAIR) ? "intake.repair." : "intake.")
                + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
