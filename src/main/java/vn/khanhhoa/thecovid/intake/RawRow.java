package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of one row of a sheet, by column; reused from row to row. */
final class RawRow {
    record Fault(int column, ProblemCode code) {}

    private final String[] texts;
    private final @Nullable CellHint[] hints;
    private final @Nullable OldFont[] fonts;
    private final String[] times;
    private final int most;
    private final List<Fault> faults = new ArrayList<>();
    private int number;
    private int width;
    private boolean tooWide;
    private boolean hidden;

    RawRow(int mostColumns) {
        this.most = mostColumns;
        this.texts = new String[mostColumns];
        this.hints = new CellHint[mostColumns];
        this.fonts = new OldFont[mostColumns];
        this.times = new String[mostColumns];
        Arrays.fill(texts, "");
        Arrays.fill(times, "");
    }

    void begin(int rowNumber) {
        begin(rowNumber, false);
    }

    void begin(int rowNumber, boolean isHidden) {
        Arrays.fill(texts, 0, width, "");
        Arrays.fill(hints, 0, width, null);
        Arrays.fill(fonts, 0, width, null);
        Arrays.fill(times, 0, width, "");
        faults.clear();
        number = rowNumber;
        hidden = isHidden;
        width = 0;
        tooWide = false;
    }

    void set(int column, String text) {
        set(column, text, null, null);
    }

    /** Blank texts leave no trace, those beyond the last column only that they were there. */
    void set(int column, String text, @Nullable CellHint hint, @Nullable OldFont font) {
        if (CellText.isBlank(text)) {
            return;
        }
        if (column >= most) {
            tooWide = true;
            return;
        }
        texts[column] = text;
        hints[column] = hint;
        fonts[column] = font;
        width = Math.max(width, column + 1);
    }

    /** The time of day of a cell whose text is its day alone. */
    void time(int column, String time) {
        if (column < width) {
            times[column] = time;
        }
    }

    /** Empty where there is none. */
    String time(int column) {
        return column < width ? times[column] : "";
    }

    void fault(int column, ProblemCode code) {
        faults.add(new Fault(column, code));
    }

    int number() {
        return number;
    }

    boolean hidden() {
        return hidden;
    }

    /** One more than the last column with a text. */
    int width() {
        return width;
    }

    boolean tooWide() {
        return tooWide;
    }

    String text(int column) {
        return column < width ? texts[column] : "";
    }

    @Nullable CellHint hint(int column) {
        return column < width ? hints[column] : null;
    }

    @Nullable OldFont font(int column) {
        return column < width ? fonts[column] : null;
    }

    List<Fault> faults() {
        return faults;
    }
}
