package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one table: looks for the headings among the first rows (rows right below that go on with them belong
 * to them), then hands over every row with data by the template's columns.
 */
final class RowCollector implements Predicate<RawRow> {
    private static final int ROWS_BEFORE_HEADINGS = 60;
    private static final int MOST_ROWS_OF_HEADINGS = 4;
    private static final String MIDNIGHT_IN_UTC = "17:00";

    private final Headings headings;
    private final List<FormColumn> columns;
    private final int ordinal;
    private final boolean lacking;
    private final ReadingLimits limits;
    private final RowBound bound;
    private final boolean shifting;
    private final Consumer<ListRow> taker;
    private final OldFontSigns signs = new OldFontSigns();
    private final ClosingRows closing;
    private final Map<Integer, Integer> unnamed = new TreeMap<>();
    private @Nullable OldFontSigns conversion;
    private @Nullable HeaderMatch header;
    private int firstHeaderRow;
    private int numberedAfter;
    private int last;
    private boolean complete;
    private int rows;

    RowCollector(
            Headings headings,
            boolean lacking,
            ReadingLimits limits,
            RowBound bound,
            boolean shifting,
            Consumer<ListRow> taker) {
        this.headings = headings;
        this.columns = headings.form().columns();
        this.ordinal = headings.form().indexOf(ColumnType.ORDINAL);
        this.lacking = lacking;
        this.limits = limits;
        this.bound = bound;
        this.shifting = shifting;
        this.taker = taker;
        this.closing = new ClosingRows(columns);
    }

    /** Rows that were left out because they close the list: sums and signatures. */
    List<Integer> closingRows() {
        return closing.rows();
    }

    /** Converts by what an earlier walk through the same table has found. */
    RowCollector converting(OldFontSigns found) {
        conversion = found;
        return this;
    }

    /** Numbers its rows on from another table's: 0 where there is none. */
    RowCollector after(int lastOfAnother) {
        numberedAfter = lastOfAnother;
        return this;
    }

    /** Number of the last row that was handed over. */
    int last() {
        return last;
    }

    @Override
    public boolean test(RawRow row) {
        bound.checkTime();
        if (!complete) {
            HeaderMatch above = header;
            HeaderMatch match = headings.match(row, above);
            if (above == null) {
                if (match.isHeader()) {
                    header = match;
                    firstHeaderRow = row.number();
                }
                return header != null || row.number() < ROWS_BEFORE_HEADINGS;
            }
            if (row.number() - firstHeaderRow < MOST_ROWS_OF_HEADINGS && match.continues(above)) {
                header = match.joined(above);
                return true;
            }
            complete(above, row);
        }
        if (header != null && (row.width() > 0 || row.tooWide())) {
            collect(row, header);
        }
        return true;
    }

    private void complete(HeaderMatch match, RawRow first) {
        if (!shifting) {
            match.reach(first.width());
        }
        match.claim(headings, limits.columns());
        match.requireComplete(lacking);
        match.unnamed().forEach(column -> unnamed.put(column, 0));
        complete = true;
    }

    /** Columns without a heading in which something stands. */
    List<UnnamedColumn> unnamed() {
        return unnamed.entrySet().stream()
                .filter(column -> column.getValue() > 0)
                .map(column -> new UnnamedColumn(UnnamedColumn.letterOf(column.getKey()), column.getValue()))
                .toList();
    }

    private void collect(RawRow row, HeaderMatch match) {
        if (row.tooWide()) {
            throw new Refusal(UnreadableCode.TOO_MANY_COLUMNS, row.number(), limits.columns());
        }
        List<String> cells = new ArrayList<>(columns.size());
        Map<Integer, CellHint> hints = Map.of();
        boolean data = false;
        for (int i = 0; i < columns.size(); i++) {
            int column = match.columnOf(i);
            String text = column < 0 ? "" : text(row, column, columns.get(i).type());
            cells.add(text);
            if (i == ordinal || text.isEmpty()) {
                continue;
            }
            data = true;
            CellHint hint = row.hint(column);
            if (hint == null) {
                signs.look(text, row.font(column));
            } else {
                hints = hints.isEmpty() ? new HashMap<>() : hints;
                hints.put(i, hint);
            }
        }
        if (!data || match.isRepeatedBy(row) || closing.isOne(row, cells)) {
            return;
        }
        if (++rows > limits.rows()) {
            throw new Refusal(UnreadableCode.TOO_MANY_ROWS, limits.rows());
        }
        if (!shifting) {
            for (int column = match.width(); column < row.width(); column++) {
                unnamed.putIfAbsent(column, 0);
            }
        }
        unnamed.replaceAll((column, filled) -> row.text(column).isBlank() ? filled : filled + 1);
        last = numberedAfter == 0 ? row.number() : numberedAfter + row.number() - match.row();
        List<RowProblem> problems = problems(last, row, match);
        bound.keep(last, cells, problems);
        List<Repair> repairs = conversion == null ? List.of() : convert(row, match, cells, conversion);
        String ref = match.ref() < 0 ? "" : CellText.normalise(row.text(match.ref()));
        taker.accept(new ListRow(last, cells, problems, hints, ref, Set.of(), Map.of(), repairs));
    }

    /**
     * Of a cell with a day and a time of day, the time goes where a column asks for it. One of five in the afternoon is a
     * midnight of here that was written in UTC: its day is the day before, which nobody is to miss.
     */
    private static String text(RawRow row, int column, ColumnType type) {
        String time = row.time(column);
        boolean told = type == ColumnType.DATE_TIME
                || time.equals(MIDNIGHT_IN_UTC) && (type == ColumnType.DATE || type == ColumnType.BIRTH_DATE);
        return told && !time.isEmpty() ? row.text(column) + " " + time : row.text(column);
    }

    private List<Repair> convert(RawRow row, HeaderMatch match, List<String> cells, OldFontSigns found) {
        List<Repair> repairs = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String given = cells.get(i);
            if (given.isEmpty() || row.hint(match.columnOf(i)) != null) {
                continue;
            }
            Optional<String> converted = found.convert(given, row.font(match.columnOf(i)));
            if (converted.isPresent()) {
                cells.set(i, converted.get());
                repairs.add(new Repair(columns.get(i).key(), RepairKind.OLD_FONT, given, converted.get()));
            }
        }
        return repairs;
    }

    private List<RowProblem> problems(int number, RawRow row, HeaderMatch match) {
        List<RowProblem> problems = new ArrayList<>(0);
        if (row.hidden()) {
            problems.add(new RowProblem(number, "", ProblemCode.ROW_HIDDEN, List.of()));
        }
        for (RawRow.Fault fault : row.faults()) {
            int index = match.indexAt(fault.column());
            if (index >= 0) {
                FormColumn column = columns.get(index);
                List<Object> args = fault.code() == ProblemCode.CELL_TOO_LONG
                        ? List.of(limits.cellLength(), column.maxLength())
                        : List.of();
                problems.add(new RowProblem(number, column.key(), fault.code(), args));
            }
        }
        if (shifting && row.width() > match.width()) {
            problems.add(new RowProblem(number, "", ProblemCode.CELLS_SHIFTED, List.of()));
        }
        return problems;
    }

    int rows() {
        return rows;
    }

    OldFontSigns signs() {
        return signs;
    }

    /** The texts of the row of headings; none where there was none. */
    List<String> headings() {
        return header == null ? List.of() : header.headings();
    }

    /** The headings; empty where the table had none. @throws Refusal where they are not enough or no row is below them */
    Optional<HeaderMatch> finish() {
        if (header == null) {
            return Optional.empty();
        }
        header.requireComplete(lacking);
        if (rows == 0) {
            throw new Refusal(UnreadableCode.NO_ROWS);
        }
        return Optional.of(header);
    }
}
