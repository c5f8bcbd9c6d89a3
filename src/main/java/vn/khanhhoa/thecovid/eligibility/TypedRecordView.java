package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A record that was typed by hand and does not count yet.
 *
 * @param returned to whoever typed it, with a note
 * @param own whether the reader typed it, and so may not confirm it
 * @param problems warnings with which it was typed
 */
public record TypedRecordView(
        PublicId id,
        String name,
        Map<String, String> cells,
        List<RecordProblem> problems,
        boolean returned,
        boolean own,
        String typist,
        Instant typedAt,
        String note) {
    public TypedRecordView {
        problems = List.copyOf(problems);
    }
}
