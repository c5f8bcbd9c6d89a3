package vn.khanhhoa.thecovid.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixDraft;

/**
 * One cell in which two matrices are not the same.
 *
 * @param scenario empty where it is the note of an activity
 * @param before empty where the activity is new
 * @param after empty where the activity is gone
 */
public record MatrixDifference(String activity, String scenario, String before, String after) {
    /** In the order of the later matrix, what is gone at the end. */
    static List<MatrixDifference> between(MatrixDraft before, MatrixDraft after) {
        List<MatrixDifference> found = new ArrayList<>();
        for (MatrixDraft.Row row : after.rows()) {
            Optional<MatrixDraft.Row> known = before.row(row.activity());
            row.cells().forEach((scenario, text) -> {
                String old = known.map(each -> each.cells().getOrDefault(scenario, ""))
                        .orElse("");
                if (!old.equals(text)) {
                    found.add(new MatrixDifference(row.activity(), scenario, old, text));
                }
            });
            String oldNote = known.map(MatrixDraft.Row::noteVi).orElse("");
            if (!oldNote.equals(row.noteVi())) {
                found.add(new MatrixDifference(row.activity(), "", oldNote, row.noteVi()));
            }
        }
        before.rows().stream()
                .filter(row -> after.row(row.activity()).isEmpty())
                .forEach(row -> row.cells()
                        .forEach((scenario, text) ->
                                found.add(new MatrixDifference(row.activity(), scenario, text, ""))));
        return found;
    }
}
