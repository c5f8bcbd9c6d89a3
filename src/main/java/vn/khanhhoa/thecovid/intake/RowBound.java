package vn.khanhhoa.thecovid.intake;

import java.util.List;

/**
 * What the rows of one file may hold and how long reading them may take; for one reading. A row that is longer than a row may
 * be loses the ends of its longest cells, and each such cell has a problem that tells it: whatever a file brings, its rows can
 * be stored.
 */
final class RowBound {
    private final List<FormColumn> columns;
    private final ReadingLimits limits;
    private final long begun = System.nanoTime();
    private long characters;

    RowBound(FormDefinition form, ReadingLimits limits) {
        this.columns = form.columns();
        this.limits = limits;
    }

    /** To be asked at every row, wanted or not. */
    void checkTime() {
        if (System.nanoTime() - begun > limits.time().toNanos()) {
            throw new Refusal(
                    UnreadableCode.TAKES_TOO_LONG, Math.max(1, limits.time().toMinutes()));
        }
    }

    /** Cells that fit their columns stay as they are, as {@link FormRules} lets no form have more than a row holds. */
    void keep(int row, List<String> cells, List<RowProblem> problems) {
        int length = length(cells);
        if (length > limits.rowLength()) {
            for (int i = 0; i < cells.size(); i++) {
                cut(row, cells, i, columns.get(i).maxLength(), problems);
            }
            length = length(cells);
        }
        // A form from before there was a bound.
        for (int i = 0; length > limits.rowLength() && i < cells.size(); i++) {
            length -= cells.get(i).length();
            cut(row, cells, i, limits.rowLength() / cells.size(), problems);
            length += cells.get(i).length();
        }
        characters += length;
        if (characters > limits.totalBytes()) {
            throw new Refusal(UnreadableCode.TOO_MUCH_INSIDE);
        }
    }

    private static int length(List<String> cells) {
        int length = 0;
        for (String cell : cells) {
            length += cell.length();
        }
        return length;
    }

    private void cut(int row, List<String> cells, int position, int most, List<RowProblem> problems) {
        String cell = cells.get(position);
        if (cell.length() > most) {
            int kept = most > 0 && Character.isHighSurrogate(cell.charAt(most - 1)) ? most - 1 : most;
            cells.set(position, cell.substring(0, kept));
            problems.add(new RowProblem(
                    row,
                    columns.get(position).key(),
                    ProblemCode.ROW_TOO_LONG,
                    List.of(cell.length(), limits.rowLength(), kept)));
        }
    }
}
