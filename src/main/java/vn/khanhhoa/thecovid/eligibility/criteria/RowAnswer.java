package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.List;
import java.util.Set;

/** Why a row matched, or why not, cell by cell. */
public record RowAnswer(CriteriaRow row, boolean matched, List<CellAnswer> cells) {
    public RowAnswer {
        cells = List.copyOf(cells);
    }

    /** Whether it can match by an exception that is none of these. */
    boolean goesByOther(Set<String> open) {
        return cells.stream().anyMatch(cell -> cell.goesByOther(open));
    }

    /** Without details of a laboratory, and without exceptions other than these. */
    RowAnswer forReviewers(Set<String> open) {
        return new RowAnswer(
                row,
                matched,
                cells.stream().map(cell -> cell.forReviewers(open)).toList());
    }
}
