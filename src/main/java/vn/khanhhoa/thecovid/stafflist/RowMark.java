package vn.khanhhoa.thecovid.stafflist;

import java.util.Arrays;
import java.util.Locale;
import vn.khanhhoa.thecovid.intake.ProblemCode;

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

    /** Whether marks of the code go when the sender says that they were looked at. */
    public static boolean isDoubt(String code) {
        return Arrays.stream(ProblemCode.values()).anyMatch(each -> each.name().equals(code) && each.isDoubt());
    }

    /** Key of the sentence. */
    public String messageKey() {
        return (kind.equals(REPAIR) ? "intake.repair." : "intake.")
                + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
