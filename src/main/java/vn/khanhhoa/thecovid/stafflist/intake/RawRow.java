package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The texts of one row of a sheet, by column; reused from row to row. */
final class RawRow {
    record Fault(int column, ProblemCode code) {}

    private final String[] texts;
    private final int most;
    private final List<Fault> faults = new ArrayList<>();
    private int number;
    private int width;

    RawRow(int mostColumns) {
        this.most = mostColumns;
        this.texts = new String[mostColumns];
        Arrays.fill(texts, "");
    }

    void begin(int rowNumber) {
        Arrays.fill(texts, 0, width, "");
        faults.clear();
        number = rowNumber;
        width = 0;
    }

    /** Blank texts leave no trace. */
    void set(int column, String text) {
        if (CellText.isBlank(text)) {
            return;
        }
        if (column >= most) {
            throw new Refusal(UnreadableCode.TOO_MANY_COLUMNS, number, most);
        }
        texts[column] = text;
        width = Math.max(width, column + 1);
    }

    void fault(int column, ProblemCode code) {
        faults.add(new Fault(column, code));
    }

    int number() {
        return number;
    }

    /** One more than the last column with a text. */
    int width() {
        return width;
    }

    String text(int column) {
        return column < width ? texts[column] : "";
    }

    List<Fault> faults() {
        return faults;
    }
}
