package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the columns of a template stand in a file, told by the headings and not by their order. */
final class HeaderMatch {
    /** Fewer known headings than this are a chance hit in a title or a note. */
    private static final int FEWEST = 3;

    private static final int ABSENT = -1;
    /** Columns of a workbook of problems before the one that names the lines: their numbers, and what is wrong with them. */
    private static final int TOLD_BEFORE_REF = 2;

    private static final int UNKNOWN_RANK = Integer.MAX_VALUE;

    private final FormDefinition form;
    private final int row;
    private int width;
    private String[] texts;
    private final int[] columnOf;
    private final int[] rankOf;
    private int ref = ABSENT;
    /** Column behind those that say what became of the lines. */
    private int told = ABSENT;

    private int filled;
    private int matched;
    private int twice = ABSENT;

    HeaderMatch(Headings headings, RawRow candidate, @Nullable HeaderMatch above) {
        this.form = headings.form();
        this.row = candidate.number();
        this.width = candidate.width();
        this.texts = new String[width];
        this.columnOf = new int[form.columns().size()];
        this.rankOf = new int[form.columns().size()];
        Arrays.fill(columnOf, ABSENT);
        Arrays.fill(rankOf, UNKNOWN_RANK);
        for (int column = 0; column < width; column++) {
            if (candidate.text(column).strip().equals(AnnotatedWorkbook.TOLD_HEADING)) {
                told = column;
            }
        }
        for (int column = 0; column < width; column++) {
            String text = candidate.text(column);
            texts[column] = text;
            if (text.isEmpty()) {
                continue;
            }
            filled++;
            if (Headings.isRef(text)) {
                ref = column;
            } else if (ref < 0 || column > told) {
                int at = column;
                grouped(headings, text, above == null ? "" : above.groupTitle(column))
                        .or(() -> headings.find(text))
                        .ifPresent(found -> add(found, at));
            }
        }
    }

    /** "Giấy tờ" over "Số" is "Số giấy tờ"; "Mũi 1" over "Ngày" is "Mũi 1 Ngày". */
    private static Optional<Headings.Found> grouped(Headings headings, String text, String title) {
        return title.isEmpty()
                ? Optional.empty()
                : headings.find(text + " " + title).or(() -> headings.find(title + " " + text));
    }

    /** The heading over a column, or of the merged cell that reaches over it. */
    private String groupTitle(int column) {
        for (int at = Math.min(column, width - 1); at >= 0; at--) {
            if (!texts[at].isEmpty()) {
                return indexAt(at) < 0 || at == column ? texts[at] : "";
            }
        }
        return "";
    }

    private void add(Headings.Found found, int column) {
        int index = found.index();
        if (found.rank() == rankOf[index]) {
            twice = index;
        } else if (found.rank() < rankOf[index]) {
            matched += columnOf[index] == ABSENT ? 1 : 0;
            twice = twice == index ? ABSENT : twice;
            columnOf[index] = column;
            rankOf[index] = found.rank();
        }
    }

    boolean isHeader() {
        return matched >= FEWEST;
    }

    /** A row right below the headings that goes on with them: in another language, or divided under group titles. */
    boolean continues(HeaderMatch above) {
        if (isHeader()) {
            return true;
        }
        if (matched == 0) {
            return isNumbering();
        }
        for (int column = 0; column < width; column++) {
            if (!texts[column].isEmpty() && above.indexAt(column) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** (1) (2) (3), as printed forms number their columns. */
    private boolean isNumbering() {
        int last = 0;
        for (String text : texts) {
            String digits = text.replaceAll("[()\\s]", "");
            if (digits.isEmpty() || (last == 0 && digits.length() == 1 && Character.isLetter(digits.charAt(0)))) {
                continue;
            }
            if (!digits.equals(Integer.toString(last + 1))) {
                return false;
            }
            last++;
        }
        return last >= FEWEST;
    }

    /** Both rows of headings as one; what the fuller one says counts. */
    HeaderMatch joined(HeaderMatch above) {
        HeaderMatch fuller = matched >= above.matched ? this : above;
        HeaderMatch other = fuller == this ? above : this;
        HeaderMatch both = new HeaderMatch(this, above);
        System.arraycopy(fuller.columnOf, 0, both.columnOf, 0, columnOf.length);
        System.arraycopy(fuller.rankOf, 0, both.rankOf, 0, rankOf.length);
        both.matched = fuller.matched;
        both.twice = fuller.twice;
        for (int i = 0; i < columnOf.length; i++) {
            if (both.columnOf[i] == ABSENT && other.columnOf[i] != ABSENT && both.indexAt(other.columnOf[i]) < 0) {
                both.columnOf[i] = other.columnOf[i];
                both.rankOf[i] = other.rankOf[i];
                both.matched++;
            }
        }
        return both;
    }

    private HeaderMatch(HeaderMatch lower, HeaderMatch upper) {
        this.form = lower.form;
        this.row = lower.row;
        this.width = Math.max(lower.width, upper.width);
        this.columnOf = new int[lower.columnOf.length];
        this.rankOf = new int[lower.rankOf.length];
        this.ref = lower.ref >= 0 ? lower.ref : upper.ref;
        this.told = lower.told >= 0 ? lower.told : upper.told;
        this.filled = lower.filled + upper.filled;
        this.texts = new String[width];
        for (int column = 0; column < width; column++) {
            String text = column < lower.width ? lower.texts[column] : "";
            boolean above =
                    text.isEmpty() || lower.matched == 0 || (lower.indexAt(column) < 0 && upper.indexAt(column) >= 0);
            texts[column] = above && column < upper.width ? upper.texts[column] : text;
        }
    }

    /**
     * @param lacking whether required columns may be missing
     * @throws Refusal where a needed heading is missing or one stands twice
     */
    void requireComplete(boolean lacking) {
        if (twice != ABSENT) {
            throw new Refusal(
                    UnreadableCode.COLUMN_TWICE, form.columns().get(twice).labelVi());
        }
        List<FormColumn> missing = new ArrayList<>();
        for (int i = 0; i < columnOf.length; i++) {
            if (columnOf[i] == ABSENT && form.columns().get(i).required()) {
                missing.add(form.columns().get(i));
            }
        }
        if (!missing.isEmpty() && !lacking) {
            List<String> choices = unknown();
            unnamed().forEach(column -> choices.add(UnnamedColumn.name(UnnamedColumn.letterOf(column))));
            throw Refusal.missing(missing, choices);
        }
    }

    /** Headings printed again further down, as on every page of a report. */
    boolean isRepeatedBy(RawRow other) {
        int same = 0;
        for (int index = 0; index < columnOf.length; index++) {
            int column = columnOf[index];
            if (column >= 0 && !other.text(column).isEmpty()) {
                if (!other.text(column).equals(texts[column])) {
                    return false;
                }
                same++;
            }
        }
        return same >= FEWEST;
    }

    /** A column beyond the last heading holds something, as the rows below do or the sender says. */
    void reach(int columns) {
        if (columns > width) {
            int headed = width;
            texts = Arrays.copyOf(texts, columns);
            Arrays.fill(texts, headed, columns, "");
            width = columns;
        }
    }

    /** Columns without a heading, which the sender says what they are. @param most columns of a table */
    void claim(Headings headings, int most) {
        for (int column = width; column < most; column++) {
            if (headings.chosen(UnnamedColumn.name(UnnamedColumn.letterOf(column)))
                    .isPresent()) {
                reach(column + 1);
            }
        }
        for (int column : unnamed()) {
            String name = UnnamedColumn.name(UnnamedColumn.letterOf(column));
            headings.chosen(name)
                    .filter(found -> columnOf[found.index()] == ABSENT)
                    .ifPresent(found -> {
                        add(found, column);
                        texts[column] = name;
                    });
        }
    }

    /** All of them, known or not. */
    List<String> headings() {
        return Arrays.stream(texts).filter(text -> !text.isEmpty()).toList();
    }

    /** Columns among the others that have no heading. */
    List<Integer> unnamed() {
        List<Integer> unnamed = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            if (texts[column].isEmpty() && indexAt(column) < 0 && column != ref) {
                unnamed.add(column);
            }
        }
        return unnamed;
    }

    private boolean isOurs(int column) {
        return ref >= 0 && column <= Math.max(ref, told) && column >= ref - TOLD_BEFORE_REF;
    }

    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            if (!texts[column].isEmpty() && indexAt(column) < 0 && !isOurs(column)) {
                unknown.add(CellText.normalise(texts[column]));
            }
        }
        return unknown;
    }

    List<ColumnDifference> differences() {
        List<ColumnDifference> differences = new ArrayList<>();
        for (int i = 0; i < columnOf.length; i++) {
            FormColumn column = form.columns().get(i);
            if (columnOf[i] == ABSENT) {
                differences.add(new ColumnDifference(ColumnDifference.Kind.MISSING, column.labelVi(), column.key()));
            } else if (!Headings.isOwn(rankOf[i])) {
                String heading = CellText.normalise(texts[columnOf[i]]);
                differences.add(new ColumnDifference(ColumnDifference.Kind.RENAMED, heading, column.key()));
            }
        }
        for (String heading : unknown()) {
            differences.add(new ColumnDifference(ColumnDifference.Kind.UNKNOWN, heading, ""));
        }
        return differences;
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

    /** Column of the file that names the row a line belongs to, or -1. */
    int ref() {
        return ref;
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
