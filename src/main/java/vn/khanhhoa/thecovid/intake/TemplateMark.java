package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Optional;

/**
 * The template code and version that a downloaded workbook carries in a hidden sheet: B1 holds the code, B2 the version, B3 whether it has only some lines of a list.
 * A workbook without the sheet was made by other means and is judged by its headings alone.
 */
final class TemplateMark {
    static final String SHEET = "_meta";
    static final String PART = "part";
    private static final int VALUE_COLUMN = 1;
    private static final int LONGEST_VERSION = 6;

    private String code = "";
    private String version = "";
    private boolean part;
    private boolean there;

    /** @throws Refusal where the file was made from another template than the form's */
    static TemplateMark of(List<ListTable> tables, OtherForms others) {
        TemplateMark mark = new TemplateMark();
        for (ListTable table : tables) {
            if (table.name().equals(SHEET)) {
                table.forEach(mark::take);
                mark.there = true;
                if (!mark.code.equals(others.own().code())) {
                    throw others.made(mark.code);
                }
                return mark;
            }
        }
        return mark;
    }

    private boolean take(RawRow row) {
        if (row.number() == 1) {
            code = CellText.normalise(row.text(VALUE_COLUMN));
        } else if (row.number() == 2) {
            version = CellText.normalise(row.text(VALUE_COLUMN));
        } else if (row.number() == 3) {
            part = CellText.normalise(row.text(VALUE_COLUMN)).equals(PART);
        }
        return row.number() < 3;
    }

    boolean isThere() {
        return there;
    }

    /** Whether only some lines of a list were downloaded. */
    boolean isPart() {
        return part;
    }

    Optional<Integer> version() {
        return CellText.isDigits(version) && version.length() <= LONGEST_VERSION
                ? Optional.of(Integer.valueOf(version))
                : Optional.empty();
    }

    /** An older version cannot have columns that came later, so it is not refused for lacking them. */
    boolean isOlderThan(FormDefinition form) {
        return version().filter(number -> number < form.version()).isPresent();
    }
}
