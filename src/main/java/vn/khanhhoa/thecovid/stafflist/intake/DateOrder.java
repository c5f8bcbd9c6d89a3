package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the dates of a file whose day and month a spreadsheet set to American order may have turned around. One date does
 * not show it where both are at most twelve; the column does. Either its texts are month first, wherever that can be
 * seen; or such a spreadsheet took all dates that it could for days of its calendar, and left those above the twelfth as
 * texts, day first. Nothing is changed: the sender is asked to look.
 */
final class DateOrder {
    /** What is seen of one column. */
    private static final class Column {
        private final String key;
        private final BitSet texts = new BitSet();
        private final BitSet days = new BitSet();
        private int monthFirst;
        private int dayFirst;
        private int clearDays;
        /** Columns of periods say the same again and again. */
        private String lastText = "";

        private Optional<DateParts> last = Optional.empty();

        private Column(String key) {
            this.key = key;
        }

        private void see(int row, String text, boolean spreadsheetDay) {
            if (!text.equals(lastText)) {
                lastText = text;
                last = DateParts.parse(text).filter(date -> date.count() == 3 && !date.yearFirst());
            }
            last.ifPresent(date -> see(row, date, spreadsheetDay));
        }

        private void see(int row, DateParts parts, boolean spreadsheetDay) {
            if (parts.mayBeTurned()) {
                (spreadsheetDay ? days : texts).set(row);
            } else if (parts.turned().isPresent()) {
                monthFirst++;
            } else if (parts.day() > parts.month()) {
                if (spreadsheetDay) {
                    clearDays++;
                } else {
                    dayFirst++;
                }
            }
        }

        private boolean isDoubtful(int row) {
            return monthFirst > dayFirst && texts.get(row) || dayFirst > 0 && clearDays == 0 && days.get(row);
        }

        private boolean isDoubtful() {
            return monthFirst > dayFirst && !texts.isEmpty() || dayFirst > 0 && clearDays == 0 && !days.isEmpty();
        }
    }

    private final Map<Integer, Column> columns = new HashMap<>();

    DateOrder(List<FormColumn> form) {
        for (int i = 0; i < form.size(); i++) {
            switch (form.get(i).type()) {
                case BIRTH_DATE, VALID_FROM, VALID_TO, DATE ->
                    columns.put(i, new Column(form.get(i).key()));
                default -> {}
            }
        }
    }

    void see(int position, String text, OpenRow row) {
        Column column = columns.get(position);
        if (column == null) {
            return;
        }
        column.see(row.number(), text, row.hint(position) == CellHint.DATE);
    }

    boolean isDoubtful() {
        return columns.values().stream().anyMatch(Column::isDoubtful);
    }

    List<CheckedRow> mark(List<CheckedRow> rows) {
        List<Column> doubtful =
                columns.values().stream().filter(Column::isDoubtful).toList();
        return doubtful.isEmpty()
                ? rows
                : rows.stream().map(row -> mark(row, doubtful)).toList();
    }

    private static CheckedRow mark(CheckedRow row, List<Column> doubtful) {
        List<RowProblem> problems = new ArrayList<>(row.problems());
        for (Column column : doubtful) {
            RowProblem doubt = new RowProblem(row.rowNumber(), column.key, ProblemCode.DATE_MAYBE_TURNED, List.of());
            if (column.isDoubtful(row.rowNumber())
                    && row.values().containsKey(column.key)
                    && !problems.contains(doubt)) {
                problems.add(doubt);
            }
        }
        return problems.size() == row.problems().size() ? row : row.withProblems(problems);
    }
}
