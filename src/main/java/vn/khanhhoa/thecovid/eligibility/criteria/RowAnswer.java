package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.List;

/** Why a row matched, or why not, cell by cell. */
public record RowAnswer(CriteriaRow row, boolean matched, List<CellAnswer> cells) {
    public RowAnswer {
        cells = List.copyOf(cells);
    }

    RowAnswer withoutLaboratory() {
        return new RowAnswer(
                row,
                matched,
                cells.stream()
                        .map(cell -> cell.column().term().sight() == Term.Sight.OPEN ? cell : cell.bare())
                        .toList());
    }
}
