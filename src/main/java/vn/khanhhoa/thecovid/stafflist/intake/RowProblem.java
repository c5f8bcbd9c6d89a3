package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.List;

/**
 * One thing wrong with one row. Arguments never hold an identity or phone number.
 *
 * @param columnKey the column, or empty for the row as a whole
 */
public record RowProblem(int rowNumber, String columnKey, ProblemCode code, List<Object> args) {
    public RowProblem {
        args = List.copyOf(args);
    }

    public Severity severity() {
        return code.severity();
    }

    /** Key of the sentence for the sender. */
    public String messageKey() {
        return "intake." + code.key();
    }
}
