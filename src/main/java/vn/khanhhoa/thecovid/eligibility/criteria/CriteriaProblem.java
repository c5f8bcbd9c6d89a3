package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * One problem and its place.
 *
 * @param row code of the row, empty where it is not of one row
 * @param column key of the column, empty where it is not of one column
 * @param args for the gaps of the sentence, as they are typed in a cell
 */
public record CriteriaProblem(ProblemCode code, String row, String column, List<String> args) {
    public CriteriaProblem {
        args = List.copyOf(args);
    }

    public boolean isError() {
        return code.isError();
    }

    /** With its place in front. */
    public String text(Locale language) {
        String sentence = Texts.get(language, code.key(), new ProblemWords(language).of(code, args));
        if (row.isEmpty() && column.isEmpty()) {
            return sentence;
        }
        String place = row.isEmpty()
                ? Texts.get(language, "eligibility.problem-at.column", column)
                : column.isEmpty()
                        ? Texts.get(language, "eligibility.problem-at.row", row)
                        : Texts.get(language, "eligibility.problem-at.cell", row, column);
        return place + ": " + sentence;
    }
}
