package vn.khanhhoa.thecovid.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Lists by template M01 for tests: the same seed makes the same people, with personal numbers that agree with sex and
 * birth year. Headings stand in row 1; person number n (from 0) in row n + 2.
 */
public final class ListFiles {
    public static final LocalDate TODAY = LocalDate.of(2021, 10, 5);
    public static final int LONGEST_PERIOD = 180;

    public static final ReferenceLists LISTS = new ReferenceLists(
            List.of(
                    new Choice("22327", "Phường Vĩnh Hòa", "Thành phố Nha Trang"),
                    new Choice("22345", "Phường Vạn Thắng", "Thành phố Nha Trang"),
                    new Choice("22516", "Xã Vạn Thắng", "Huyện Vạn Ninh"),
                    new Choice("22366", "Phường Phước Tiến", "Thành phố Nha Trang"),
                    new Choice("22736", "Thị trấn Trường Sa", "Huyện Trường Sa")),
            List.of(),
            "",
            List.of(Choice.of("w1", "Nhà máy Suối Dầu"), Choice.of("w2", "Văn phòng 12 Yersin")),
            List.of(
                    Choice.of("LV_DN", "Làm việc tại DN, nhà máy, KCN"),
                    Choice.of("QC_LIENHUYEN", "Qua chốt liên huyện")),
            sectors());

    private static final FormDefinition FORM = forms().version("M01", 1).orElseThrow();

    private static final String[] SURNAMES = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Cao", "Mấu"
    };
    private static final String[] MIDDLE = {"Văn", "Thị", "Quốc", "Ngọc", "Hữu", "Thanh", "Minh", "Thúy"};
    private static final String[] GIVEN = {"An", "Bình", "Hòa", "Hiếu", "Nguyệt", "Quyên", "Sơn", "Tuấn", "Vy", "Đức"};

    private final ReferenceLists lists;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> badRows = new TreeSet<>();

    private ListFiles(int count, int bad, long seed, ReferenceLists lists, LocalDate from, LocalDate to) {
        this.lists = lists;
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            rows.add(person(i, random, from, to));
        }
        for (int i = 0; i < bad; i++) {
            int at = count - 1 - (int) ((long) i * (count - 1) / Math.max(1, bad));
            spoil(rows.get(at), i);
            badRows.add(at + 2);
        }
    }

    /** A list of {@code count} people of whom {@code bad} (fewer than half) have one error each, of seven sorts. */
    public static ListFiles m01(int count, int bad, long seed) {
        return m01(count, bad, seed, LISTS, TODAY, TODAY.plusDays(60));
    }

    /** The same with the portal's own communes, workplaces and activities. */
    public static ListFiles m01(int count, int bad, long seed, ReferenceLists lists, LocalDate from, LocalDate to) {
        return new ListFiles(count, bad, seed, lists, from, to);
    }

    public static FormCatalogue forms() {
        try (Reader templates = resource("form_template.csv");
                Reader columns = resource("form_column.csv")) {
            return FormCatalogue.read(templates, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of the reference packs. */
    private static List<Choice> sectors() {
        try (Reader sectors = resource("sector.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(sectors)) {
            return rows.stream()
                    .filter(row -> row.getField("code").length() > 1)
                    .map(row -> Choice.of(row.getField("code"), row.getField("name_vi")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FormDefinition form() {
        return FORM;
    }

    static FormDefinition withColumns(int version, List<FormColumn> columns) {
        return new FormDefinition(FORM.code(), version, FORM.nameVi(), FORM.nameEn(), FORM.validFrom(), columns);
    }

    /** Known by the name it had before as well. */
    static FormColumn renamed(FormColumn column, String key, String labelVi, String labelEn, boolean required) {
        List<String> aliases = key.equals(column.key()) ? List.of(column.labelVi(), column.labelEn()) : List.of();
        return column(column, key, required, labelVi, labelEn, aliases);
    }

    private static FormColumn column(
            FormColumn column, String key, boolean required, String labelVi, String labelEn, List<String> aliases) {
        return new FormColumn(
                key,
                column.type(),
                required,
                column.values(),
                column.valueList(),
                labelVi,
                labelEn,
                aliases,
                column.noteVi(),
                column.noteEn(),
                column.maxLength(),
                column.defaultValue());
    }

    private static Reader resource(String name) {
        InputStream in = ListFiles.class.getResourceAsStream("/sql/reference/common/" + name);
        return new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8);
    }

    private List<String> person(int index, Random random, LocalDate from, LocalDate to) {
        boolean female = random.nextBoolean();
        LocalDate birth = LocalDate.of(1956 + random.nextInt(47), 1 + random.nextInt(12), 1 + random.nextInt(28));
        int centuryAndSex = (birth.getYear() >= 2000 ? 2 : 0) + (female ? 1 : 0);
        String number = String.format("056%d%02d%06d", centuryAndSex, birth.getYear() % 100, index);
        String name = pick(SURNAMES, random) + " " + pick(MIDDLE, random) + " " + pick(GIVEN, random);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("ordinal", Integer.toString(index + 1));
        cells.put("full_name", name);
        cells.put("birth_date", random.nextInt(10) == 0 ? birth.getYear() + "" : CellFormats.text(birth));
        cells.put("sex", female ? "Nữ" : "Nam");
        cells.put("document_kind", "CCCD/Căn cước");
        cells.put("document_number", number);
        cells.put("phone", random.nextInt(12) == 0 ? "" : "0905" + String.format("%06d", random.nextInt(1_000_000)));
        cells.put("address", (1 + random.nextInt(200)) + " Trần Phú");
        Choice commune = lists.communes().get(random.nextInt(lists.communes().size()));
        cells.put("residence", commune.label());
        cells.put("position", "Công nhân");
        cells.put(
                "workplace",
                lists.workplaces()
                        .get(random.nextInt(lists.workplaces().size()))
                        .name());
        cells.put("activities", lists.activities().get(0).label());
        cells.put("valid_from", CellFormats.text(from));
        cells.put("valid_to", CellFormats.text(to));
        cells.put("route", "Nhà – nơi làm việc");
        return row(cells);
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    private void spoil(List<String> row, int kind) {
        switch (kind % 7) {
            case 0 -> set(row, "full_name", "");
            case 1 -> set(row, "document_number", get(row, "document_number").substring(0, 11));
            case 2 -> set(row, "phone", "0905 12");
            case 3 -> set(row, "birth_date", "31/02/1990");
            case 4 -> set(row, "document_number", "5.60880E+10");
            case 5 -> set(row, "workplace", "Kho chưa đăng ký");
            default -> set(row, "residence", "Xã Không Có");
        }
    }

    /** A row of M01 by column keys; absent ones are empty. */
    public static List<String> row(Map<String, String> cells) {
        List<String> row = new ArrayList<>();
        form().columns().forEach(column -> row.add(cells.getOrDefault(column.key(), "")));
        return row;
    }

    public static void set(List<String> row, String column, String text) {
        row.set(index(column), text);
    }

    public static String get(List<String> row, String column) {
        return row.get(index(column));
    }

    static int index(String column) {
        return form().columns().indexOf(form().column(column).orElseThrow());
    }

    public static List<String> headings() {
        return form().columns().stream().map(FormColumn::labelVi).toList();
    }

    /** Cells in the order of the template's columns; may be altered before the file is made. */
    public List<List<String>> rows() {
        return rows;
    }

    /** Row numbers, as the spreadsheet shows them, of the people with an error. */
    public Set<Integer> badRows() {
        return badRows;
    }

    public byte[] xlsx() {
        return xlsx(headings(), rows);
    }

    /** A workbook without the template's mark. */
    public static byte[] xlsx(List<String> headings, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    if (!rows.get(row).get(column).isEmpty()) {
                        sheet.value(row + 1, column, rows.get(row).get(column));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public byte[] csv(char separator, boolean byteOrderMark) {
        return csv(headings(), rows, separator, byteOrderMark);
    }

    public static byte[] csv(List<String> headings, List<List<String>> rows, char separator, boolean byteOrderMark) {
        StringBuilder text = new StringBuilder(byteOrderMark ? "\uFEFF" : "");
        line(text, headings, separator);
        rows.forEach(row -> line(text, row, separator));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells, char separator) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : String.valueOf(separator));
            text.append('"').append(cells.get(i).replace("\"", "\"\"")).append('"');
        }
        text.append("\r\n");
    }

    /** A downloaded template with rows filled in below its headings (row 7 on), as a person would. */
    public static byte[] fill(byte[] template, List<List<String>> rows) {
        StringBuilder xml = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"").append(row + 7).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column).replace("&", "&amp;").replace("<", "&lt;");
                String address = (char) ('A' + column) + "" + (row + 7);
                if (!text.isEmpty()) {
                    xml.append("<c r=\"").append(address).append("\" t=\"inlineStr\"><is><t>");
                    xml.append(text).append("</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        return edit(template, "xl/worksheets/sheet1.xml", "</sheetData>", xml + "</sheetData>");
    }

    /** A workbook with some text of one part replaced. */
    public static byte[] edit(byte[] workbook, String part, String text, String by) {
        Map<String, byte[]> parts = new LinkedHashMap<>(unzip(workbook));
        String old = new String(Objects.requireNonNull(parts.get(part), part), StandardCharsets.UTF_8);
        if (!old.contains(text)) {
            throw new IllegalArgumentException(part + " has no " + text);
        }
        parts.put(part, old.replace(text, by).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    /** By the central directory: the local headers of what fastexcel writes do not tell sizes. */
    public static Map<String, byte[]> unzip(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try {
            Path copy = Files.write(Files.createTempFile("list", ".zip"), file);
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** The text of one part of a workbook. */
    static String part(byte[] workbook, String name) {
        byte[] part = Objects.requireNonNull(unzip(workbook).get(name), name);
        return XmlText.decode(part, 0, part.length);
    }

    /** The shared texts of a workbook, with letters for their numbers. */
    public static String texts(byte[] workbook) {
        String xml =
                new String(unzip(workbook).getOrDefault("xl/sharedStrings.xml", new byte[0]), StandardCharsets.UTF_8);
        return Pattern.compile("&#x([0-9a-f]+);")
                .matcher(xml)
                .replaceAll(
                        letter -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(letter.group(1), 16))));
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The parts of a small workbook whose only sheet has these rows, given as XML. */
    public static Map<String, byte[]> parts(String sheetData) {
        String documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + documents
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns:r=\"" + documents
                        + "\"><workbookPr/><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + documents
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + documents
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" + documents
                        + "/styles\" Target=\"/xl/styles.xml\"/></Relationships>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>x</t></si></sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy;@\"/></numFmts><cellXfs><xf"
                        + " numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + headingsXml() + sheetData + "</sheetData></worksheet>");
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static String headingsXml() {
        StringBuilder xml = new StringBuilder("<row r=\"1\">");
        headings()
                .forEach(heading ->
                        xml.append("<c t=\"inlineStr\"><is><t>").append(heading).append("</t></is></c>"));
        return xml.append("</row>").toString();
    }
}
