package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

        private @Nullable DateParts last;

        private Column(String key) {
            this.key = key;
        }

        private void see(int row, String text, boolean spreadsheetDay) {
            if (!text.equals(lastText)) {
                lastText = text;
                last = DateParts.parse(text)
                        .filter(date -> date.count() == 3 && !date.yearFirst())
                        .orElse(null);
            }
            if (last != null) {
                see(row, last, spreadsheetDay);
            }
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

        private BitSet doubtful() {
            BitSet rows = new BitSet();
            if (monthFirst > dayFirst) {
                rows.or(texts);
            }
            if (dayFirst > 0 && clearDays == 0) {
                rows.or(days);
            }
            return rows;
        }
    }

    private final @Nullable Column[] columns;

    DateOrder(List<FormColumn> form) {
        columns = new Column[form.size()];
        for (int i = 0; i < columns.length; i++) {
            switch (form.get(i).type()) {
                case BIRTH_DATE, VALID_FROM, VALID_TO, DATE ->
                    columns[i] = new Column(form.get(i).key());
                default -> {}
            }
        }
    }

    void see(int position, String text, OpenRow row) {
        Column column = columns[position];
        if (column != null) {
            column.see(row.number(), text, row.hint(position) == CellHint.DATE);
        }
    }

    List<RowProblem> problems() {
        List<RowProblem> problems = new ArrayList<>();
        for (Column column : columns) {
            if (column == null) {
                continue;
            }
            column.doubtful().stream()
                    .mapToObj(row -> new RowProblem(row, column.key, ProblemCode.DATE_MAYBE_TURNED, List.of()))
                    .forEach(problems::add);
        }
        return problems;
    }
}
