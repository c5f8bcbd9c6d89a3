package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Map;

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

    /** The same of a row that has another number; the row that a duplicate names may have another one too. */
    public RowProblem numbered(int number, Map<Integer, Integer> others) {
        boolean namesAnother = code == ProblemCode.DUPLICATE_IN_FILE && args.size() == 1;
        return new RowProblem(
                number,
                columnKey,
                code,
                namesAnother && args.get(0) instanceof Number other
                        ? List.of(others.getOrDefault(other.intValue(), other.intValue()))
                        : args);
    }

    /** Key of the sentence for the sender. */
    public String messageKey() {
        return "intake." + code.key();
    }
}
