package vn.khanhhoa.thecovid.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the lists of {@code src/test/resources/lists} that are made by hand: one trap each, a few rows. Those whose names
 * end with {@code -libreoffice} were saved once by LibreOffice from others, and are kept as it wrote them.
 */
final class GoldenLists {
    static final String[] HEADINGS = {
        "STT",
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
        "Loại giấy tờ",
        "Số giấy tờ",
        "Điện thoại",
        "Địa chỉ",
        "Mã xã/phường nơi cư trú",
        "Nơi làm việc",
        "Mục đích/hoạt động",
        "Từ ngày",
        "Đến ngày"
    };
    static final String[][] PEOPLE = {
        {
            "1",
            "Nguyễn Văn Hòa",
            "09/02/1985",
            "Nam",
            "CCCD/Căn cước",
            "056085001234",
            "0905123456",
            "12 Trần Phú",
            "Phường Vĩnh Hòa",
            "Nhà máy Suối Dầu",
            "LV_DN",
            "05/10/2021",
            "05/12/2021"
        },
        {
            "2",
            "Trần Thị Quỳnh Như",
            "1990",
            "Nữ",
            "CCCD/Căn cước",
            "056190004321",
            "0914000111",
            "tổ 5, Vĩnh Thọ",
            "22327",
            "Văn phòng 12 Yersin",
            "LV_DN",
            "05/10/2021",
            "05/12/2021"
        },
        {
            "3",
            "Mấu Ngỡi",
            "31/12/1978",
            "Nam",
            "CMND",
            "225123456",
            "",
            "Ngọc Hiệp",
            "Ngoài tỉnh",
            "Nhà máy Suối Dầu",
            "LV_DN",
            "05/10/2021",
            "05/12/2021"
        }
    };

    private static final String TONES = "[\u0300\u0301\u0303\u0309\u0323]";
    private static final String NO_TONES = "[^\u0300\u0301\u0303\u0309\u0323]";

    private final Path folder;

    private GoldenLists(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        GoldenLists lists = new GoldenLists(Path.of(arguments[0]));
        lists.workbooks();
        lists.texts();
        lists.pages();
        lists.oldWorkbooks();
        new GoldenWorkbooks(lists.folder).write();
    }

    private void workbooks() throws IOException {
        xlsx(
                "two-languages-and-numbering",
                rowsXml(
                        List.of("DANH SÁCH NGƯỜI LAO ĐỘNG"),
                        List.of(),
                        List.of(
                                "No.",
                                "Full name",
                                "Date of birth",
                                "Sex",
                                "Kind of document",
                                "Document number",
                                "Phone"),
                        List.of(HEADINGS),
                        List.of(
                                "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)",
                                "(13)"),
                        List.of(PEOPLE[0]),
                        List.of(PEOPLE[1])));
        xlsx(
                "group-titles",
                rowsXml(
                        List.of(
                                "STT",
                                "Họ và tên",
                                "Ngày sinh",
                                "Giới tính",
                                "Giấy tờ",
                                "",
                                "Điện thoại",
                                "Địa chỉ",
                                "Mã xã/phường nơi cư trú",
                                "Nơi làm việc",
                                "Mục đích/hoạt động",
                                "Thời hạn",
                                ""),
                        List.of("", "", "", "", "Loại", "Số", "", "", "", "", "", "Từ ngày", "Đến ngày"),
                        List.of(PEOPLE[0]),
                        List.of(PEOPLE[2])));
        xlsx(
                "other-names-without-marks",
                rowsXml(
                        List.of(
                                "TT",
                                "HO TEN NHAN VIEN",
                                "Ngay sinh (dd/mm/yyyy)",
                                "PHAI",
                                "LOAI GIAY TO",
                                "SỐ CCCD/CMND *",
                                "Dien thoai",
                                "",
                                "Ma xa/phuong noi cu tru",
                                "Noi lam viec",
                                "Muc dich/hoat dong",
                                "Tu ngay",
                                "Den ngay",
                                "Nhóm máu"),
                        List.of(
                                "1",
                                "Lê Hòa",
                                "1985",
                                "Nam",
                                "CMND",
                                "225123456",
                                "0905123456",
                                "",
                                "22327",
                                "x",
                                "LV_DN",
                                "05/10/2021",
                                "05/12/2021",
                                "O")));
        xlsx("formulas-rich-text-hidden-row", headings() + """
            <row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>"Lê "&amp;"Hòa"</f><v>Lê Hòa</v></c>\
            <c r="C2" s="1"><f>DATE(1985,2,9)</f><v>31087</v></c><c r="D2" t="s"><v>0</v></c>\
            <c r="F2"><v>5.6085001234E10</v></c><c r="G2"><v>905123456</v></c><c r="H2" t="e"><v>#REF!</v></c></row>\
            <row r="3" hidden="1"><c r="B3" t="inlineStr"><is><r><t>Trần </t></r><r><rPr><b/></rPr><t>Bình</t></r></is></c>\
            <c r="C3" s="1"><v>1985</v></c><c r="F3" s="3"><v>56085001235</v></c></row>\
            <row r="4"/><row r="5"><c r="A5"><v>3</v></c></row>\
            <row r="6"><c r="B6" t="inlineStr"><is><t>Cao Sơn</t></is></c><c r="C6" t="d"><v>1990-12-31T00:00:00</v></c>\
            <c r="L6" s="1"><v>44470</v></c></row>\
            """);
        byte[] mac = book(headings() + "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>Lê Hòa</t></is></c>"
                + "<c r=\"C2\" s=\"1\"><v>29625</v></c></row><row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>Cao An</t>"
                + "</is></c><c r=\"C3\" s=\"1\"><v>1990</v></c></row>");
        write(
                "from-1904.xlsx",
                ListFiles.edit(mac, "xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"true\"/>"));
        write("strict-prefixed-absolute.xlsx", strict());
        write("two-sheets.xlsx", twoSheets());
        xlsx(
                "printed-pages",
                rowsXml(
                        List.of(HEADINGS),
                        List.of(PEOPLE[0]),
                        List.of(HEADINGS),
                        List.of(PEOPLE[1]),
                        List.of(PEOPLE[2])));
        xlsx(
                "row-references",
                rowsXml(
                        List.of(
                                "_row",
                                "Họ và tên",
                                "Ngày sinh",
                                "Giới tính",
                                "Loại giấy tờ",
                                "Số giấy tờ",
                                "Mã xã/phường nơi cư trú",
                                "Nơi làm việc",
                                "Mục đích/hoạt động",
                                "Từ ngày",
                                "Đến ngày"),
                        List.of(
                                "AbCdEf0123456789",
                                "Lê Hòa",
                                "1985",
                                "Nam",
                                "CMND",
                                "225123456",
                                "22327",
                                "x",
                                "LV_DN",
                                "05/10/2021",
                                "05/12/2021")));
        write("font-tcvn3.xlsx", oldFont(".VnTime", OldFontTest::toTcvn3));
        write("font-vni.xlsx", oldFont("VNI-Times", OldFontTest::toVni));
        write("font-capitals.xlsx", oldFont(".VnTimeH", OldFontTest::toTcvn3));
        xlsx(
                "missing-columns",
                rowsXml(List.of("Họ và tên", "Ngày sinh", "Điện thoại"), List.of("Lê Hòa", "1985", "1")));
    }

    private void texts() throws IOException {
        String comma = text(",");
        String tab = text("\t");
        write("utf8-mark.csv", ("\uFEFF" + text(";")).getBytes(StandardCharsets.UTF_8));
        write(
                "utf8-decomposed.csv",
                Normalizer.normalize(comma, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8));
        write("utf16-le-mark.csv", ("\uFEFF" + tab).getBytes(StandardCharsets.UTF_16LE));
        write("utf16-be-mark.csv", ("\uFEFF" + tab).getBytes(StandardCharsets.UTF_16BE));
        write("utf16-le.csv", comma.getBytes(StandardCharsets.UTF_16LE));
        write("utf16-be.csv", comma.getBytes(StandardCharsets.UTF_16BE));
        write("windows-1258.csv", windows1258(comma));
        write("month-first.csv", monthFirst().getBytes(StandardCharsets.UTF_8));
        write("tabs-called.xls", tab.getBytes(StandardCharsets.UTF_8));
        write("tcvn3.csv", OldFontTest.toTcvn3(comma).getBytes(StandardCharsets.ISO_8859_1));
        write("vni.csv", OldFontTest.toVni(comma).getBytes(StandardCharsets.ISO_8859_1));
        write("vni-in-utf8.csv", OldFontTest.toVni(comma).getBytes(StandardCharsets.UTF_8));
        write(
                "western.csv",
                (comma + "4,Søren Mørk,1990,Nam,,,,,\n5,Đặng,1990\n".replace("Đặng", "Ðang \u00DEor"))
                        .replaceAll("[^\\x00-\\xFF]", "?")
                        .getBytes(Charset.forName("windows-1252")));
    }

    private void pages() throws IOException {
        write("page-called.xls", page("""
            <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{mso:"<td>"}</style>\
            </head><body><table><tr><td><b>BẢNG L&Ugrave;ƠNG</b></td></tr></table><table border=1>
            <tr><th rowspan=2>STT<th rowspan="2">H&#7885; và tên</th><th rowspan=2>Ngày<br>sinh</th><th rowspan=2>Giới tính
            <th colspan=2>Giấy tờ</th><th rowspan=2>Mã xã/phường nơi cư trú<th rowspan=2>Nơi làm việc<th rowspan=2>Mục đích/hoạt động
            <th rowspan=2>Từ ngày<th rowspan=2>Đến ngày</tr><tr><th>Loại<th>Số</tr>
            <tr><td>1<td>Nguyễn&nbsp;Văn H&ograve;a</td><td>09/02/1985<td>Nam<td>CMND<td>225123456<td>22327
            <td>A &amp; B<td>LV_DN<td>05/10/2021<td>05/12/2021</tr>
            <!-- <tr><td>9<td>không có --><tr style="display: none"><td>2<td>Cao Sơn<td>1990<td>Nam<td>CMND<td>225123457<td>22327
            <td>x<td>LV_DN<td>05/10/2021<td>05/12/2021</table></body></html>\
            """).getBytes(StandardCharsets.UTF_8));
        write("page-windows-1258.html", windows1258(page("<table>" + tableRows() + "</table>")));
        write("xml-2003-called.xls", xml2003().getBytes(StandardCharsets.UTF_8));
        write("bare-records.xls", bareRecords());
        write("rows.json", json().getBytes(StandardCharsets.UTF_8));
        write(
                "web-archive.mht",
                "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Of Excel 95: the Vietnamese code page, and the Western one with a font that draws Vietnamese letters. */
    private void oldWorkbooks() throws IOException {
        write("excel-95.xls", OldWorkbooks.excel95(1258, "Arial", GoldenLists::windows1258));
        write(
                "excel-95-font-tcvn3.xls",
                OldWorkbooks.excel95(
                        1252, ".VnTime", text -> OldFontTest.toTcvn3(text).getBytes(Charset.forName("windows-1252"))));
    }

    private static String page(String text) {
        return text;
    }

    private static String tableRows() {
        StringBuilder html = new StringBuilder();
        for (List<String> row :
                List.of(List.of(HEADINGS), List.of(PEOPLE[0]), List.of(PEOPLE[1]), List.of(PEOPLE[2]))) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(cell).append("</td>"));
            html.append("</tr>\n");
        }
        return html.toString();
    }

    private static String text(String separator) {
        StringBuilder text = new StringBuilder(String.join(separator, HEADINGS)).append("\r\n");
        for (String[] person : PEOPLE) {
            List<String> cells = new ArrayList<>();
            for (String cell : person) {
                cells.add(cell.contains(separator) ? '"' + cell + '"' : cell);
            }
            text.append(String.join(separator, cells)).append("\r\n");
        }
        return text.toString();
    }

    /** Every date month first, as some software exports them; the first birthday may be either. */
    private static String monthFirst() {
        StringBuilder text = new StringBuilder(String.join(",", HEADINGS)).append('\n');
        String[] births = {"02/09/1985", "12/31/1985", "7/25/1985", "05/05/1985", "13/13/1985"};
        for (int i = 0; i < births.length; i++) {
            String[] cells = PEOPLE[0].clone();
            cells[2] = births[i];
            cells[5] = String.format("056085%06d", i + 1);
            cells[11] = "10/05/2021";
            cells[12] = i == 1 ? "12/05/2021" : "11/30/2021";
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    /** As Windows writes it: vowels composed, tone marks behind them. */
    static byte[] windows1258(String text) {
        StringBuilder mixed = new StringBuilder();
        for (char c : text.toCharArray()) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            String vowel = Normalizer.normalize(parts.replaceAll(TONES, ""), Normalizer.Form.NFC);
            mixed.append(vowel).append(parts.replaceAll(NO_TONES, ""));
        }
        return mixed.toString().getBytes(Charset.forName("windows-1258"));
    }

    private static String headings() {
        return rowsXml(List.of(HEADINGS));
    }

    @SafeVarargs
    private static String rowsXml(List<String>... rows) {
        StringBuilder xml = new StringBuilder();
        for (int row = 0; row < rows.length; row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows[row].size(); column++) {
                String text = rows[row].get(column).replace("&", "&amp;");
                if (!text.isEmpty()) {
                    xml.append("<c r=\"").append((char) ('A' + column)).append(row + 1);
                    xml.append("\" t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        return xml.toString();
    }

    static Map<String, byte[]> parts(String rows) {
        Map<String, byte[]> parts = new LinkedHashMap<>(ListFiles.parts(""));
        parts.put("[Content_Types].xml", """
            <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
            </Types>\
            """.getBytes(StandardCharsets.UTF_8));
        String main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        put(
                parts,
                "xl/worksheets/sheet1.xml",
                "<worksheet" + main + "><sheetData>" + rows + "</sheetData></worksheet>");
        put(parts, "xl/sharedStrings.xml", "<sst" + main + "><si><r><t>N</t></r><r><t>am</t></r></si></sst>");
        put(parts, "xl/styles.xml", styles(main, "Calibri"));
        String relations = " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
        for (String part : List.of("_rels/.rels", "xl/_rels/workbook.xml.rels")) {
            replace(parts, part, "<Relationships", "<Relationships" + relations);
        }
        replace(parts, "xl/workbook.xml", "<workbook ", "<workbook" + main + " ");
        return parts;
    }

    private static String styles(String main, String font) {
        return "<styleSheet" + main
                + "><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"000000000000\"/></numFmts><fonts"
                + " count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><sz val=\"11\"/><name val=\""
                + font
                + "\"/></font></fonts><fills count=\"1\"><fill><patternFill/></fill></fills><borders"
                + " count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf fontId=\"0\"/></cellStyleXfs><cellXfs"
                + " count=\"4\"><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\""
                + " applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"170\""
                + " fontId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
    }

    private static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static void replace(Map<String, byte[]> parts, String name, String text, String by) {
        put(parts, name, new String(parts.get(name), StandardCharsets.UTF_8).replace(text, by));
    }

    static byte[] book(String rows) {
        return ListFiles.zip(parts(rows));
    }

    private static byte[] strict() {
        Map<String, byte[]> parts = parts("");
        put(
                parts,
                "xl/worksheets/sheet1.xml",
                "\uFEFF<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">"
                        + "<x:sheetData>"
                        + rowsXml(List.of(HEADINGS), List.of(PEOPLE[0]), List.of(PEOPLE[1]))
                                .replace("<", "<x:")
                                .replace("<x:/", "</x:")
                                .replaceAll(" r=\"[A-Z]*\\d+\"", "")
                        + "</x:sheetData></x:worksheet>");
        parts.remove("xl/sharedStrings.xml");
        replace(
                parts,
                "xl/_rels/workbook.xml.rels",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships");
        replace(parts, "xl/_rels/workbook.xml.rels", "Target=\"worksheets/", "Target=\"/xl/worksheets/");
        return ListFiles.zip(parts);
    }

    private static byte[] twoSheets() {
        Map<String, byte[]> parts = parts(rowsXml(List.of(HEADINGS), List.of(PEOPLE[0])));
        put(
                parts,
                "xl/worksheets/sheet2.xml",
                new String(parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8).replace("Hòa", "Hùng"));
        put(
                parts,
                "xl/worksheets/sheet3.xml",
                "<worksheet><sheetData>" + rowsXml(List.of(HEADINGS)) + "</sheetData></worksheet>");
        replace(
                parts,
                "xl/workbook.xml",
                "</sheets>",
                "<sheet name=\"Ca đêm\" sheetId=\"2\" r:id=\"r5\"/><sheet name=\"Mẫu trống\" sheetId=\"3\""
                        + " r:id=\"r6\"/><sheet name=\"Năm ngoái\" sheetId=\"4\" state=\"hidden\" r:id=\"r5\"/></sheets>");
        String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        replace(
                parts,
                "xl/_rels/workbook.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"r5\" Type=\"" + type
                        + "\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r6\" Type=\"" + type
                        + "\" Target=\"worksheets/sheet3.xml\"/></Relationships>");
        return ListFiles.zip(parts);
    }

    private static byte[] oldFont(String font, java.util.function.UnaryOperator<String> encoder) {
        String rows = rowsXml(List.of(HEADINGS), List.of(PEOPLE[0]), List.of(PEOPLE[1]))
                .replace(" t=\"inlineStr\"", " s=\"2\" t=\"inlineStr\"");
        Map<String, byte[]> parts = parts(encoder.apply(rows));
        put(
                parts,
                "xl/styles.xml",
                styles(" xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"", font));
        return ListFiles.zip(parts);
    }

    private static String xml2003() {
        StringBuilder rows = new StringBuilder();
        for (List<String> row : List.of(List.of(HEADINGS), List.of(PEOPLE[0]))) {
            rows.append("<Row>");
            row.forEach(cell ->
                    rows.append("<Cell><Data ss:Type=\"String\">").append(cell).append("</Data></Cell>"));
            rows.append("</Row>");
        }
        return """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
             xmlns:html="http://www.w3.org/TR/REC-html40"><Worksheet ss:Name="Tham khảo"><Table/></Worksheet>
            <Worksheet ss:Name="Nhân sự"><Table>\
            """ + rows + """
            <Row ss:Index="5" ss:Hidden="1"><Cell ss:Index="2"><ss:Data ss:Type="String"><html:B>Cao</html:B> Sơn</ss:Data></Cell>\
            <Cell><Data ss:Type="DateTime">1990-12-31T00:00:00.000</Data></Cell>\
            <Cell ss:Index="6"><Data ss:Type="Number">56085001234</Data></Cell></Row></Table></Worksheet></Workbook>
            """;
    }

    /** As a program sends them: texts, numbers as they are written, nothing, what no column is called, a row to mend. */
    private static String json() {
        StringBuilder json = new StringBuilder("{\"form\": \"M01\", \"more\": {\"a\": [1, {}]},\n\"rows\": [\n");
        String[] keys =
                "ordinal full_name birth_date sex document_kind document_number phone address residence workplace"
                        .concat(" activities valid_from valid_to")
                        .split(" ");
        for (int person = 0; person < PEOPLE.length; person++) {
            json.append(person == 0 ? "{\"_row\": \"AbCdEf0123456789\"" : "{\"blood\": \"O\"");
            for (int i = 0; i < keys.length; i++) {
                String text = PEOPLE[person][i];
                json.append(", \"").append(keys[i]).append("\": ");
                boolean number = i == 0 || i == 5 && person == 2;
                json.append(text.isEmpty() ? "null" : number ? text : '"' + text + '"');
            }
            json.append(", \"sector\": ").append(person == 1 ? "47" : "\"\"").append("},\n");
        }
        return json.append(
                        "{\"full_name\": \"Cao S\\u01a1n\\t\\u00d0\", \"phone\": 905123456, \"note\": true}, {\"note\": \" \"}\n]}\n")
                .toString();
    }

    /** As scripts on web servers write it: no container, no styles, whatever bytes the texts have. */
    private static byte[] bareRecords() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        record(out, 0x809, 0, 0x10, 0, 0);
        String[][] rows = {HEADINGS, PEOPLE[0], PEOPLE[1]};
        for (int column = 0; column < HEADINGS.length; column++) {
            for (int row = 0; row < rows.length; row++) {
                byte[] text = rows[row][column].getBytes(StandardCharsets.UTF_8);
                shorts(out, 0x204, 8 + text.length, row, column, 0, text.length);
                out.write(text);
            }
        }
        record(out, 0x0A);
        return out.toByteArray();
    }

    private static void record(java.io.ByteArrayOutputStream out, int type, int... content) {
        shorts(out, type, content.length * 2);
        shorts(out, content);
    }

    private static void shorts(java.io.ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            out.write(value);
            out.write(value >> 8);
        }
    }

    private void xlsx(String name, String rows) throws IOException {
        write(name + ".xlsx", book(rows));
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }
}
