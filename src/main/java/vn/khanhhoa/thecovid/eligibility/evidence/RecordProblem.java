package vn.khanhhoa.thecovid.eligibility.evidence;

import java.util.List;

/**
 * One thing wrong with a row of records.
 *
 * @param column key of the column; empty for the row as a whole
 * @param key of the sentence that says what it is and how to mend it
 * @param isError keeps the row from being taken
 * @param args what fills the gaps of the sentence: numbers, days, names of the catalogue; never a number of a person
 */
public record RecordProblem(String column, String key, boolean isError, List<Object> args) {
    public RecordProblem {
        args = List.copyOf(args);
    }

    static RecordProblem error(String column, String key, Object... args) {
        return new RecordProblem(column, "eligibility.record." + key, true, List.of(args));
    }

    static RecordProblem warning(String column, String key, Object... args) {
        return new RecordProblem(column, "eligibility.record." + key, false, List.of(args));
    }
}
