package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one sheet: looks for the headings among the first rows (a second line of headings below them, in the
 * other language, belongs to them), then hands over every row with data by the template's columns.
 */
final class RowCollector implements Predicate<RawRow> {
    private static final int ROWS_BEFORE_HEADINGS = 60;

    private final HeaderMatch.Headings headings;
    private final List<FormColumn> columns;
    private final int ordinal;
    private final int mostRows;
    private final ProblemCode cellsOutside;
    private final Consumer<ListRow> taker;
    private @Nullable HeaderMatch header;
    private boolean complete;
    private int rows;

    RowCollector(FormDefinition form, int mostRows, ProblemCode cellsOutside, Consumer<ListRow> taker) {
        this.headings = new HeaderMatch.Headings(form);
        this.columns = form.columns();
        this.ordinal = form.indexOf(ColumnType.ORDINAL);
        this.mostRows = mostRows;
        this.cellsOutside = cellsOutside;
        this.taker = taker;
    }

    @Override
    public boolean test(RawRow row) {
        if (!complete) {
            HeaderMatch match = headings.match(row);
            if (match.isHeader()) {
                header = match;
                return true;
            }
            if (header == null) {
                return row.number() < ROWS_BEFORE_HEADINGS;
            }
            header.requireComplete();
            complete = true;
        }
        if (row.width() > 0 && header != null) {
            collect(row, header);
        }
        return true;
    }

    private void collect(RawRow row, HeaderMatch match) {
        List<String> cells = new ArrayList<>(columns.size());
        boolean data = false;
        for (int i = 0; i < columns.size(); i++) {
            int column = match.columnOf(i);
            String text = column < 0 ? "" : row.text(column);
            cells.add(text);
            data |= i != ordinal && !text.isEmpty();
        }
        if (!data) {
            return;
        }
        if (++rows > mostRows) {
            throw new Refusal(UnreadableCode.TOO_MANY_ROWS, mostRows);
        }
        taker.accept(new ListRow(row.number(), cells, problems(row, match)));
    }

    private List<RowProblem> problems(RawRow row, HeaderMatch match) {
        if (row.faults().isEmpty() && row.width() <= match.width()) {
            return List.of();
        }
        List<RowProblem> problems = new ArrayList<>();
        for (RawRow.Fault fault : row.faults()) {
            int index = match.indexAt(fault.column());
            if (index >= 0) {
                String key = columns.get(index).key();
                problems.add(new RowProblem(row.number(), key, fault.code(), List.of()));
            }
        }
        if (row.width() > match.width()) {
            problems.add(new RowProblem(row.number(), "", cellsOutside, List.of()));
        }
        return problems;
    }

    /** Empty where the sheet had no headings. */
    Optional<Reading> finish() {
        if (header == null) {
            return Optional.empty();
        }
        header.requireComplete();
        if (rows == 0) {
            throw new Refusal(UnreadableCode.NO_ROWS);
        }
        return Optional.of(new FinishedReading(rows, header.row(), header.unknown()));
    }
}
