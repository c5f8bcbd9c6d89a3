package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the columns of a template stand in a file, told by the headings and not by their order. */
final class HeaderMatch {
    /** Fewer known headings than this are a chance hit in a title or a note. */
    private static final int FEWEST = 3;

    private static final int ABSENT = -1;

    private final FormDefinition form;
    private final int row;
    private final int width;
    private final int[] columnOf;
    private final List<String> unknown = new ArrayList<>();
    private int matched;
    private int twice = ABSENT;

    private HeaderMatch(FormDefinition form, RawRow header) {
        this.form = form;
        this.row = header.number();
        this.width = header.width();
        this.columnOf = new int[form.columns().size()];
        Arrays.fill(columnOf, ABSENT);
    }

    /** Looks the headings of a template up by their comparable text. */
    static final class Headings {
        private final FormDefinition form;
        private final Map<String, Integer> byText = new HashMap<>();

        Headings(FormDefinition form) {
            this.form = form;
            for (int i = 0; i < form.columns().size(); i++) {
                FormColumn column = form.columns().get(i);
                byText.putIfAbsent(HeaderText.of(column.labelVi()), i);
                byText.putIfAbsent(HeaderText.of(column.labelEn()), i);
                byText.putIfAbsent(HeaderText.of(column.key()), i);
                for (String alias : column.aliases()) {
                    byText.putIfAbsent(HeaderText.of(alias), i);
                }
            }
        }

        HeaderMatch match(RawRow candidate) {
            HeaderMatch match = new HeaderMatch(form, candidate);
            for (int column = 0; column < candidate.width(); column++) {
                String text = candidate.text(column);
                Integer known = text.isEmpty() ? null : byText.get(HeaderText.of(text));
                if (known != null) {
                    match.add(known, column);
                } else if (!text.isEmpty()) {
                    match.unknown.add(CellText.normalise(text));
                }
            }
            return match;
        }
    }

    private void add(int index, int column) {
        if (columnOf[index] == ABSENT) {
            columnOf[index] = column;
            matched++;
        } else {
            twice = index;
        }
    }

    boolean isHeader() {
        return matched >= FEWEST;
    }

    /** @throws Refusal where a needed heading is missing or one stands twice */
    void requireComplete() {
        if (twice != ABSENT) {
            throw new Refusal(
                    UnreadableCode.COLUMN_TWICE, form.columns().get(twice).labelVi());
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < columnOf.length; i++) {
            if (columnOf[i] == ABSENT && form.columns().get(i).required()) {
                missing.add(form.columns().get(i).labelVi());
            }
        }
        if (!missing.isEmpty()) {
            throw new Refusal(UnreadableCode.MISSING_COLUMNS, String.join(", ", missing));
        }
    }

    int matched() {
        return matched;
    }

    int row() {
        return row;
    }

    int width() {
        return width;
    }

    List<String> unknown() {
        return unknown;
    }

    /** Column of the file for a column of the template, or -1. */
    int columnOf(int index) {
        return columnOf[index];
    }

    /** Column of the template for a column of the file, or -1. */
    int indexAt(int column) {
        for (int i = 0; i < columnOf.length; i++) {
            if (columnOf[i] == column) {
                return i;
            }
        }
        return ABSENT;
    }
}
