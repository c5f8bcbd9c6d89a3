package vn.khanhhoa.thecovid.eligibility;

import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;

/** A row of a file of records with something wrong. @param taken all the same: there are warnings only */
public record ImportRowView(
        int row, String name, boolean taken, Map<String, String> cells, List<RecordProblem> problems) {
    public ImportRowView {
        problems = List.copyOf(problems);
    }
}
