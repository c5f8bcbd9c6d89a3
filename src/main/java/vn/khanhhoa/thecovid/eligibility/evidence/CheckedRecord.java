package vn.khanhhoa.thecovid.eligibility.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row with all that is known of it.
 *
 * @param row its number, as the spreadsheet shows it
 * @param cells texts that count, by column key
 * @param record empty where an error keeps it from being taken
 * @param repaired whether a text was put right
 */
public record CheckedRecord(
        int row,
        Map<String, String> cells,
        Optional<HealthRecord> record,
        List<RecordProblem> problems,
        boolean repaired) {
    public CheckedRecord {
        problems = List.copyOf(problems);
    }

    /** With what other records of the person show. */
    public CheckedRecord with(List<RecordProblem> found) {
        if (found.isEmpty()) {
            return this;
        }
        boolean refused = found.stream().anyMatch(RecordProblem::isError);
        return new CheckedRecord(
                row,
                cells,
                refused ? Optional.empty() : record,
                Stream.concat(problems.stream(), found.stream()).toList(),
                repaired);
    }

    public String name() {
        return cells.getOrDefault("full_name", "");
    }
}
