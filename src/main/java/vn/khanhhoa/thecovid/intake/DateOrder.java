package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the dates of a file whose day and month a spreadsheet set to American order may have turned around. One date does
 * not show it where both are at most twelve; the column does. Either its texts are month first, wherever that can be
 * seen; or such a spreadsheet took all dates that it could for days of its calendar, and left those above the twelfth as
 * texts, day first. A column that shows neither, as one of periods that are all the same, goes by the other columns: one
 * program wrote them all. Nothing is changed: the sender is asked to look.
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

        private boolean isAmerican() {
            return dayFirst > 0 && clearDays == 0 && !days.isEmpty();
        }

        private boolean isDoubtful(int row, Doubt ofFile) {
            return texts.get(row) && hasTextsTurned(ofFile) || days.get(row) && hasDaysTurned(ofFile);
        }

        private boolean isDoubtful(Doubt ofFile) {
            return !texts.isEmpty() && hasTextsTurned(ofFile) || !days.isEmpty() && hasDaysTurned(ofFile);
        }

        private boolean hasTextsTurned(Doubt ofFile) {
            return monthFirst > dayFirst || monthFirst + dayFirst == 0 && ofFile.texts();
        }

        private boolean hasDaysTurned(Doubt ofFile) {
            return isAmerican() || dayFirst + clearDays == 0 && ofFile.days();
        }
    }

    /** What all columns together show. */
    private record Doubt(boolean texts, boolean days) {}

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

    /** Where in a row it looks. */
    Set<Integer> positions() {
        return columns.keySet();
    }

    void see(int position, String text, OpenRow row) {
        Column column = columns.get(position);
        CellHint hint = row.hint(position);
        if (column != null && hint != CellHint.YEAR_AS_DATE) {
            column.see(row.number(), text, hint == CellHint.DATE);
        }
    }

    private Doubt doubt() {
        int monthFirst = 0;
        boolean american = false;
        for (Column column : columns.values()) {
            monthFirst += column.monthFirst - column.dayFirst;
            american |= column.isAmerican();
        }
        return new Doubt(monthFirst > 0, american);
    }

    boolean isDoubtful() {
        Doubt ofFile = doubt();
        return columns.values().stream().anyMatch(column -> column.isDoubtful(ofFile));
    }

    List<CheckedRow> mark(List<CheckedRow> rows) {
        Doubt ofFile = doubt();
        List<Column> doubtful = columns.values().stream()
                .filter(column -> column.isDoubtful(ofFile))
                .toList();
        return doubtful.isEmpty()
                ? rows
                : rows.stream().map(row -> mark(row, doubtful, ofFile)).toList();
    }

    private static CheckedRow mark(CheckedRow row, List<Column> doubtful, Doubt ofFile) {
        List<RowProblem> problems = new ArrayList<>(row.problems());
        for (Column column : doubtful) {
            RowProblem doubt = new RowProblem(row.rowNumber(), column.key, ProblemCode.DATE_MAYBE_TURNED, List.of());
            if (column.isDoubtful(row.rowNumber(), ofFile)
                    && row.values().containsKey(column.key)
                    && !problems.contains(doubt)) {
                problems.add(doubt);
            }
        }
        return problems.size() == row.problems().size() ? row : row.withProblems(problems);
    }
}
