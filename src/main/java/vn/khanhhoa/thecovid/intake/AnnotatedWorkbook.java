package vn.khanhhoa.thecovid.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Worksheet;

/**
 * Lines of a list in the form of its template, to be mended in a spreadsheet and uploaded again. What is wrong or was
 * repaired is filled and explained in a comment at its cell, and once more in the last column, beside the number that the
 * line has in its list. A hidden column names the lines; behind it may stand what became of them, up to another hidden one. All cells are texts, which no spreadsheet takes for a formula, and are handed out unchanged: a mark in front of
 * them would come back with the next upload.
 */
public final class AnnotatedWorkbook {
    /** Heading of the hidden column that names the lines. */
    public static final String REF_HEADING = "_row";

    /** Heading of the hidden column behind what became of the lines, which is left out when the workbook comes back. */
    static final String TOLD_HEADING = "_told";

    private static final Map<AnnotatedLine.Tone, String> FILLS = Map.of(
            AnnotatedLine.Tone.ERROR, "FFF8CBCB",
            AnnotatedLine.Tone.WARNING, "FFFFEBB0",
            AnnotatedLine.Tone.REPAIR, "FFCFE2F7");
    private static final int NUMBER_WIDTH = 12;
    private static final int PROBLEMS_WIDTH = 80;
    private static final int TOLD_WIDTH = 40;
    private static final int LONGEST_COMMENT = 4_000;
    private static final int LONGEST_CELL = 32_000;

    private final FormDefinition form;
    private final ReferenceLists lists;
    private final String numberHeading;
    private final String problemsHeading;
    private final List<String> toldHeadings;

    /**
     * Neither heading is one of the template's; what stands below them is left out when the workbook comes back.
     *
     * @param numberHeading of the column with the numbers that the lines have in their list
     * @param problemsHeading of the column that says in words what is wrong
     */
    public AnnotatedWorkbook(FormDefinition form, ReferenceLists lists, String numberHeading, String problemsHeading) {
        this(form, lists, numberHeading, problemsHeading, List.of());
    }

    /** @param toldHeadings of the columns that say what became of the lines */
    public AnnotatedWorkbook(
            FormDefinition form,
            ReferenceLists lists,
            String numberHeading,
            String problemsHeading,
            List<String> toldHeadings) {
        this.toldHeadings = List.copyOf(toldHeadings);
        this.numberHeading = numberHeading;
        this.form = form;
        this.lists = lists;
        this.problemsHeading = problemsHeading;
    }

    /**
     * Writes the {@code .xlsx} and leaves the stream open.
     *
     * @param part whether the list has other lines as well
     */
    public void write(Iterable<AnnotatedLine> lines, boolean part, OutputStream out) throws IOException {
        new TemplateWorkbook(form, lists).write(out, part, sheet -> {
            int number = form.columns().size();
            int problems = number + 1;
            heading(sheet, number, numberHeading);
            sheet.width(number, NUMBER_WIDTH);
            heading(sheet, problems, problemsHeading);
            sheet.width(problems, PROBLEMS_WIDTH);
            heading(sheet, problems + 1, REF_HEADING);
            sheet.hideColumn(problems + 1);
            told(sheet, problems + 2);
            int row = TemplateWorkbook.FIRST_DATA_ROW;
            for (AnnotatedLine line : lines) {
                write(sheet, row++, line);
            }
        });
    }

    private void told(Worksheet sheet, int first) {
        for (int at = 0; at < toldHeadings.size(); at++) {
            heading(sheet, first + at, toldHeadings.get(at));
            sheet.width(first + at, TOLD_WIDTH);
        }
        if (!toldHeadings.isEmpty()) {
            heading(sheet, first + toldHeadings.size(), TOLD_HEADING);
            sheet.hideColumn(first + toldHeadings.size());
        }
    }

    private static void heading(Worksheet sheet, int column, String text) {
        sheet.value(TemplateWorkbook.HEADINGS_ROW, column, text);
        sheet.style(TemplateWorkbook.HEADINGS_ROW, column)
                .bold()
                .fillColor(TemplateWorkbook.ACCENT)
                .set();
        sheet.style(column).format("@").set();
    }

    private void write(Worksheet sheet, int row, AnnotatedLine line) {
        Map<String, List<AnnotatedLine.Note>> byColumn = new HashMap<>();
        line.notes()
                .forEach(note -> byColumn.computeIfAbsent(note.column(), unused -> new ArrayList<>())
                        .add(note));
        List<String> all = new ArrayList<>();
        byColumn.getOrDefault("", List.of()).forEach(note -> all.add(note.sentence()));
        for (int at = 0; at < form.columns().size(); at++) {
            FormColumn column = form.columns().get(at);
            List<AnnotatedLine.Note> notes = byColumn.getOrDefault(column.key(), List.of());
            cell(sheet, row, at, line.texts().getOrDefault(column.key(), ""), worst(notes));
            if (!notes.isEmpty()) {
                String comment = String.join(
                        "\n", notes.stream().map(AnnotatedLine.Note::sentence).toList());
                sheet.comment(row, at, shortened(comment, LONGEST_COMMENT));
                all.add(column.labelVi() + ": " + comment.replace('\n', ' '));
            }
        }
        int problems = form.columns().size() + 1;
        cell(sheet, row, problems - 1, Integer.toString(line.number()), Optional.empty());
        cell(sheet, row, problems, String.join("\n", all), Optional.empty());
        sheet.style(row, problems).format("@").wrapText(true).set();
        cell(sheet, row, problems + 1, line.ref(), Optional.empty());
        for (int at = 0; at < line.told().size(); at++) {
            cell(sheet, row, problems + 2 + at, line.told().get(at), Optional.empty());
        }
    }

    private static Optional<AnnotatedLine.Tone> worst(List<AnnotatedLine.Note> notes) {
        return notes.stream().map(AnnotatedLine.Note::tone).min(Comparator.naturalOrder());
    }

    private static void cell(Worksheet sheet, int row, int column, String text, Optional<AnnotatedLine.Tone> tone) {
        if (!text.isEmpty()) {
            sheet.value(row, column, shortened(text, LONGEST_CELL));
        }
        if (tone.isPresent()) {
            sheet.style(row, column)
                    .format("@")
                    .fillColor(FILLS.get(tone.get()))
                    .set();
        } else {
            sheet.style(row, column).format("@").set();
        }
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
