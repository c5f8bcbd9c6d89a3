package vn.khanhhoa.thecovid.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.ListDataValidation;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The workbook of a form template, to be filled in and uploaded. Every column is formatted as text, so that no
 * spreadsheet takes the zero from an identity number or turns a date around. What explains stands above the headings or
 * on a sheet of its own, where it is never taken for data. Hidden sheets carry the drop-down lists and the template's
 * code and version.
 */
public final class TemplateWorkbook {
    static final String LIST_SHEET = "Danh sách";
    private static final String GUIDE_SHEET = "Hướng dẫn";
    private static final String LISTS_SHEET = "_lists";
    private static final String APPLICATION = "The Covid Khanh Hoa";
    private static final String APPLICATION_VERSION = "1.0";
    private static final int NOTES_ROW = 3;
    private static final int ENGLISH_ROW = 4;
    static final int HEADINGS_ROW = 5;
    static final int FIRST_DATA_ROW = HEADINGS_ROW + 1;
    /** As many as are read. */
    private static final int LAST_DATA_ROW = FIRST_DATA_ROW + ReadingLimits.DEFAULT.rows() - 1;

    private static final int NARROWEST = 12;
    private static final int WIDEST = 42;
    static final String ACCENT = "FFDCE9F5";
    private static final String QUIET = "FF5A6672";

    private final FormDefinition form;
    private final ReferenceLists lists;

    public TemplateWorkbook(FormDefinition form, ReferenceLists lists) {
        this.form = form;
        this.lists = lists;
    }

    /** Writes the {@code .xlsx} and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        write(out, false, empty -> {});
    }

    /**
     * With lines that the other writes, from {@link #FIRST_DATA_ROW} on.
     *
     * @param part whether the lines are only some of the list's: the file says so when it comes back
     */
    void write(OutputStream out, boolean part, Consumer<Worksheet> lines) throws IOException {
        try (Workbook workbook = new Workbook(out, APPLICATION, APPLICATION_VERSION)) {
            Worksheet list = workbook.newWorksheet(LIST_SHEET);
            writeGuide(workbook.newWorksheet(GUIDE_SHEET));
            Worksheet choices = workbook.newWorksheet(LISTS_SHEET);
            choices.setVisibilityState(VisibilityState.HIDDEN);
            writeMark(workbook.newWorksheet(TemplateMark.SHEET), part);
            writeTitle(list);
            for (int column = 0; column < form.columns().size(); column++) {
                writeColumn(list, choices, column, form.columns().get(column));
            }
            list.freezePane(2, FIRST_DATA_ROW);
            lines.accept(list);
        }
    }

    private void writeMark(Worksheet mark, boolean part) {
        mark.setVisibilityState(VisibilityState.HIDDEN);
        mark.value(0, 0, "template");
        mark.value(0, 1, form.code());
        mark.value(1, 0, "version");
        mark.value(1, 1, Integer.toString(form.version()));
        if (part) {
            mark.value(2, 0, "lines");
            mark.value(2, 1, TemplateMark.PART);
        }
    }

    private void writeTitle(Worksheet list) {
        list.value(0, 0, form.code() + " – " + form.nameVi());
        list.style(0, 0).bold().fontSize(14).set();
        list.value(1, 0, form.nameEn());
        list.style(1, 0).fontColor(QUIET).set();
        list.value(
                2,
                0,
                "Mỗi người một dòng, bắt đầu ngay dưới dòng tên cột. Cột có dấu * là bắt buộc. Không đổi tên cột; thứ tự"
                        + " cột và các cột thêm không ảnh hưởng. / One person a row, right below the headings. Columns with *"
                        + " are required. Keep the headings.");
        list.style(2, 0).italic().set();
        list.rowHeight(NOTES_ROW, 75);
    }

    private void writeColumn(Worksheet list, Worksheet choices, int at, FormColumn column) {
        String star = column.required() ? " *" : "";
        list.style(at).format("@").set();
        list.value(NOTES_ROW, at, column.noteVi());
        list.style(NOTES_ROW, at)
                .wrapText(true)
                .verticalAlignment("top")
                .fontSize(9)
                .fontColor(QUIET)
                .set();
        list.value(ENGLISH_ROW, at, column.labelEn() + star);
        list.style(ENGLISH_ROW, at)
                .fontSize(9)
                .fontColor(QUIET)
                .fillColor(ACCENT)
                .set();
        list.value(HEADINGS_ROW, at, column.labelVi() + star);
        list.style(HEADINGS_ROW, at).bold().fillColor(ACCENT).set();
        List<String> values = lists.choices(column);
        int longest = values.stream().mapToInt(String::length).max().orElse(0);
        list.width(
                at,
                Math.min(WIDEST, Math.max(Math.max(NARROWEST, column.labelVi().length() + 4), longest)));
        if (!values.isEmpty()) {
            for (int row = 0; row < values.size(); row++) {
                choices.value(row, at, values.get(row));
            }
            ListDataValidation validation = list.range(FIRST_DATA_ROW, at, LAST_DATA_ROW, at)
                    .validateWithList(choices.range(0, at, values.size() - 1, at));
            // The list offers and does not force: a code alone, or several activities, are as good.
            validation.showErrorMessage(false).errorTitle("").error("");
        }
    }

    private void writeGuide(Worksheet guide) {
        List<String> headings = List.of("Cột", "Bắt buộc", "Cách ghi", "Column", "How to fill in");
        for (int column = 0; column < headings.size(); column++) {
            guide.value(0, column, headings.get(column));
            guide.style(0, column).bold().fillColor(ACCENT).set();
            guide.width(column, column == 1 ? NARROWEST : WIDEST);
        }
        int row = 1;
        for (FormColumn column : form.columns()) {
            guide.value(row, 0, column.labelVi());
            guide.value(row, 1, column.required() ? "Có" : "");
            guide.value(row, 2, column.noteVi());
            guide.value(row, 3, column.labelEn());
            guide.value(row, 4, column.noteEn());
            row++;
        }
    }
}
