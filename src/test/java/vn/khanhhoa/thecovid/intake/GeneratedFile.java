package vn.khanhhoa.thecovid.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The bytes of a {@link GeneratedList}: a workbook or a CSV file in one of many encodings, with or without lines of title,
 * the columns in some order under some of their names, and one more that nobody asked for.
 */
final class GeneratedFile {
    /** What kind of file it is, and how its letters are written. */
    enum Kind {
        WORKBOOK(64),
        WORKBOOK_IN_TCVN3(3),
        WORKBOOK_IN_VNI(3),
        UTF_8_WITH_MARK(9),
        UTF_8(6),
        UTF_16(5),
        WINDOWS_1258(4),
        TCVN3(3),
        VNI(3);

        private final int percent;

        Kind(int percent) {
            this.percent = percent;
        }

        static Kind any(Random random) {
            int left = random.nextInt(100);
            for (Kind kind : values()) {
                left -= kind.percent;
                if (left < 0) {
                    return kind;
                }
            }
            throw new IllegalStateException("less than a hundred percent");
        }

        boolean isWorkbook() {
            return ordinal() <= WORKBOOK_IN_VNI.ordinal();
        }

        /** Whether it can hold any character. */
        boolean isUnicode() {
            return this == WORKBOOK || this == UTF_8_WITH_MARK || this == UTF_8 || this == UTF_16;
        }

        boolean isTcvn3() {
            return this == WORKBOOK_IN_TCVN3 || this == TCVN3;
        }

        UnaryOperator<String> letters() {
            return switch (this) {
                case WORKBOOK_IN_TCVN3, TCVN3 -> OldFontTest::toTcvn3;
                case WORKBOOK_IN_VNI, VNI -> OldFontTest::toVni;
                default -> UnaryOperator.identity();
            };
        }
    }

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final String OWN_COLUMN = "Nhóm máu";

    private final Kind kind;
    private final List<String> titles = new ArrayList<>();
    private final List<FormColumn> columns;
    private final List<String> headings = new ArrayList<>();
    private final char separator;

    GeneratedFile(Kind kind, FormDefinition form, Random random) {
        this.kind = kind;
        this.columns = new ArrayList<>(form.columns());
        if (random.nextInt(3) == 0) {
            Collections.shuffle(columns, random);
        }
        for (int title = random.nextInt(4); title > 0; title--) {
            titles.add(title == 1 ? "Danh sách đề nghị cấp thẻ" : "");
        }
        columns.forEach(column -> headings.add(heading(column, random)));
        headings.add(OWN_COLUMN);
        this.separator = kind == Kind.UTF_16 ? '\t' : ",;\t".charAt(random.nextInt(3));
    }

    private static String heading(FormColumn column, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> column.labelEn();
            case 1 ->
                column.aliases().isEmpty()
                        ? column.labelVi()
                        : column.aliases().get(random.nextInt(column.aliases().size()));
            case 2 -> column.labelVi() + " *";
            case 3 -> "  " + column.labelVi() + " (ghi đúng)";
            default -> column.labelVi();
        };
    }

    Kind kind() {
        return kind;
    }

    /** The row of the first line, as a spreadsheet counts. */
    int firstRow() {
        return titles.size() + 2;
    }

    byte[] bytes(List<GeneratedList.Line> lines) {
        return kind.isWorkbook() ? workbook(lines) : csv(lines);
    }

    private byte[] workbook(List<GeneratedList.Line> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            for (int row = 0; row < titles.size(); row++) {
                write(sheet, row, 0, titles.get(row));
            }
            for (int column = 0; column < headings.size(); column++) {
                write(sheet, titles.size(), column, headings.get(column));
            }
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    write(
                            sheet,
                            firstRow() - 1 + row,
                            column,
                            lines.get(row),
                            columns.get(column).key());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(Worksheet sheet, int row, int column, GeneratedList.Line line, String key) {
        String text = line.cells().getOrDefault(key, "");
        CellHint hint = line.hints().get(key);
        if (text.isEmpty()) {
            return;
        }
        if (hint == CellHint.NUMBER) {
            sheet.value(row, column, Long.parseLong(text));
        } else if (hint != null) {
            LocalDate day = DateParts.parse(text).flatMap(DateParts::toDay).orElseThrow();
            sheet.value(row, column, ChronoUnit.DAYS.between(EPOCH, day));
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else {
            write(sheet, row, column, text);
        }
    }

    private void write(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, kind.letters().apply(text));
        if (!kind.isUnicode()) {
            sheet.style(row, column)
                    .fontName(kind.isTcvn3() ? ".VnTime" : "VNI-Times")
                    .set();
        }
    }

    private byte[] csv(List<GeneratedList.Line> lines) {
        StringBuilder text = new StringBuilder();
        titles.forEach(title -> append(text, List.of(title)));
        append(text, headings);
        for (GeneratedList.Line line : lines) {
            append(
                    text,
                    columns.stream()
                            .map(column -> line.cells().getOrDefault(column.key(), ""))
                            .toList());
        }
        String encoded = kind.letters().apply(text.toString());
        return switch (kind) {
            case UTF_8_WITH_MARK -> ("\uFEFF" + encoded).getBytes(StandardCharsets.UTF_8);
            case UTF_8 -> encoded.getBytes(StandardCharsets.UTF_8);
            case UTF_16 -> ("\uFEFF" + encoded).getBytes(StandardCharsets.UTF_16LE);
            case WINDOWS_1258 -> GoldenLists.windows1258(encoded);
            default -> encoded.getBytes(Charset.forName("windows-1252"));
        };
    }

    private void append(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : String.valueOf(separator));
            String cell = cells.get(i);
            boolean quoted = cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            text.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append("\r\n");
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
