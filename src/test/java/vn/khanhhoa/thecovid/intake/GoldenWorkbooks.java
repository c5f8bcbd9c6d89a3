package vn.khanhhoa.thecovid.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes workbooks of {@code src/test/resources/lists} in the shapes that Excel, Google Sheets and WPS Office give to their
 * parts, and one of accidents that spreadsheets make of numbers and dates.
 */
final class GoldenWorkbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Path folder;

    GoldenWorkbooks(Path folder) {
        this.folder = folder;
    }

    void write() throws IOException {
        write("as-excel.xlsx", asExcel());
        write("as-google-sheets.xlsx", asGoogleSheets());
        write("as-wps.xlsx", asWps());
        write("accidents.xlsx", accidents());
        write("american-dates.xlsx", americanDates());
        write("merged-title-hidden-column-sheet.xlsx", mergedAndHidden());
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    /** The table of shared texts, filled as cells are written. */
    private static final class Shared {
        private final List<String> items = new ArrayList<>();

        String text(String address, int style, String text) {
            return item(address, style, "<t>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</t>");
        }

        String item(String address, int style, String content) {
            if (!items.contains(content)) {
                items.add(content);
            }
            return "<c r=\"" + address + "\" s=\"" + style + "\" t=\"s\"><v>" + items.indexOf(content) + "</v></c>";
        }

        /** Texts one after the other from column A on; empty ones make no cell. */
        String texts(int row, String... texts) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < texts.length; column++) {
                if (!texts[column].isEmpty()) {
                    cells.append(text((char) ('A' + column) + "" + row, 0, texts[column]));
                }
            }
            return cells.toString();
        }

        String part() {
            StringBuilder part = new StringBuilder(HEAD + "<sst xmlns=\"" + MAIN + "\" count=\"" + items.size()
                    + "\" uniqueCount=\"" + items.size() + "\">");
            items.forEach(item -> part.append("<si>").append(item).append("</si>"));
            return part.append("</sst>").toString();
        }
    }

    private static byte[] zip(Map<String, String> parts) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return ListFiles.zip(bytes);
    }

    private static String relationships(String... idTypeTarget) {
        StringBuilder part = new StringBuilder(HEAD + "<Relationships xmlns=\"" + PACKAGE + "\">");
        for (int i = 0; i < idTypeTarget.length; i += 3) {
            part.append("<Relationship Id=\"").append(idTypeTarget[i]).append("\" Type=\"");
            part.append(idTypeTarget[i + 1].startsWith("http") ? "" : RELATIONS + "/");
            part.append(idTypeTarget[i + 1]).append("\" Target=\"").append(idTypeTarget[i + 2]);
            part.append("\"/>");
        }
        return part.append("</Relationships>").toString();
    }

    private static String contentTypes(String... partAndType) {
        StringBuilder part = new StringBuilder(HEAD
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                + " Extension=\"xml\" ContentType=\"application/xml\"/>");
        for (int i = 0; i < partAndType.length; i += 2) {
            part.append("<Override PartName=\"").append(partAndType[i]).append("\" ContentType=\"");
            part.append("application/vnd.openxmlformats-officedocument.spreadsheetml.");
            part.append(partAndType[i + 1]).append("+xml\"/>");
        }
        return part.append("</Types>").toString();
    }

    /** Formats: 0 general, 1 day, 2 text, 3 twelve zeros, 4 day and time. */
    private static String styles(String cellStyleXfs, String more) {
        return HEAD + "<styleSheet xmlns=\"" + MAIN + "\"" + more
                + "><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/><numFmt numFmtId=\"165\""
                + " formatCode=\"000000000000\"/></numFmts><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts><fills count=\"1\"><fill><patternFill"
                + " patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders>" + cellStyleXfs
                + "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/><xf numFmtId=\"164\""
                + " fontId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"0\" applyNumberFormat=\"1\"/><xf"
                + " numFmtId=\"165\" fontId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"22\" fontId=\"0\""
                + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
    }

    /**
     * Extensions on every part, frozen title, texts in runs with phonetic hints, escapes of carriage returns, formulas
     * shared and of arrays, a day with a time, an error, and a very hidden sheet of choices.
     */
    private static byte[] asExcel() {
        String extensions = " xmlns:r=\"" + RELATIONS
                + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac x15 xr"
                + " xr2 xr3\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\""
                + " xmlns:x15=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main\""
                + " xmlns:xr=\"http://schemas.microsoft.com/office/spreadsheetml/2014/revision\""
                + " xmlns:xr2=\"http://schemas.microsoft.com/office/spreadsheetml/2015/revision2\""
                + " xmlns:xr3=\"http://schemas.microsoft.com/office/spreadsheetml/2016/revision3\"";
        Shared shared = new Shared();
        String rows = "<row r=\"1\" spans=\"1:13\" ht=\"18.75\" x14ac:dyDescent=\"0.3\">"
                + shared.item(
                        "A1",
                        0,
                        "<r><rPr><b/><sz val=\"14\"/></rPr><t xml:space=\"preserve\">DANH SÁCH </t></r><r><t>ĐỀ"
                                + " NGHỊ</t></r>")
                + "<c r=\"B1\" s=\"0\"/><c r=\"C1\" s=\"0\"/></row><row r=\"3\" spans=\"1:13\" x14ac:dyDescent=\"0.25\">"
                + shared.texts(3, GoldenLists.HEADINGS) + "</row>"
                + "<row r=\"4\" spans=\"1:13\" x14ac:dyDescent=\"0.25\"><c r=\"A4\"><f ca=\"1\">ROW()-3</f><v>1</v></c>"
                + shared.item(
                        "B4",
                        2,
                        "<r><t xml:space=\"preserve\">Nguyễn Văn </t></r><r><rPr><b/><rFont val=\"Arial\"/></rPr>"
                                + "<t>Hòa</t></r><rPh sb=\"0\" eb=\"6\"><t>グエン</t></rPh><phoneticPr fontId=\"1\""
                                + " type=\"noConversion\"/>")
                + "<c r=\"C4\" s=\"1\"><f t=\"shared\" ref=\"C4:C5\" si=\"0\">DATE(1985,2,9)</f><v>31087</v></c>"
                + shared.texts(4, "", "", "", "Nam", "CCCD/Căn cước")
                + "<c r=\"F4\" s=\"3\"><v>56085001234</v></c><c r=\"G4\" t=\"str\"><f>\"0905\"&amp;123456</f><v>0905123456</v></c>"
                + shared.item("H4", 0, "<t xml:space=\"preserve\">12 Trần Phú_x000D_\nVĩnh Hòa </t>")
                + shared.texts(4, "", "", "", "", "", "", "", "", "Phường Vĩnh Hòa", "Nhà máy Suối Dầu", "LV_DN")
                + "<c r=\"L4\" s=\"4\"><v>44474.354166666664</v></c><c r=\"M4\" s=\"1\"><v>44535</v></c></row>"
                + "<row r=\"5\" spans=\"1:13\" x14ac:dyDescent=\"0.25\"><c r=\"A5\"><v>2</v></c>"
                + shared.texts(5, "", "Trần Thị Quỳnh Như")
                + "<c r=\"C5\" s=\"1\"><f t=\"shared\" si=\"0\"/><v>31087</v></c>"
                + shared.texts(5, "", "", "", "Nữ", "CCCD/Căn cước")
                + "<c r=\"F5\"><v>56185004321</v></c><c r=\"G5\" t=\"e\"><f>VLOOKUP(B5,DM!A:B,2,0)</f><v>#N/A</v></c>"
                + "<c r=\"H5\" t=\"b\"><v>1</v></c><c r=\"I5\" cm=\"1\"><f t=\"array\" ref=\"I5\">MAX(22327)</f>"
                + "<v>22327</v></c>"
                + shared.texts(5, "", "", "", "", "", "", "", "", "", "Văn phòng 12 Yersin", "LV_DN")
                + "<c r=\"L5\" s=\"1\"><v>44474</v></c><c r=\"M5\" s=\"1\"><v>44535</v></c></row>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                contentTypes(
                        "/xl/workbook.xml", "sheet.main",
                        "/xl/worksheets/sheet1.xml", "worksheet",
                        "/xl/worksheets/sheet2.xml", "worksheet",
                        "/xl/styles.xml", "styles",
                        "/xl/sharedStrings.xml", "sharedStrings"));
        parts.put(
                "_rels/.rels",
                relationships(
                        "rId3",
                        "extended-properties",
                        "docProps/app.xml",
                        "rId1",
                        "officeDocument",
                        "xl/workbook.xml"));
        parts.put(
                "docProps/app.xml",
                HEAD
                        + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                        + "<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>");
        parts.put("xl/workbook.xml", HEAD + "<workbook xmlns=\"" + MAIN + "\"" + extensions + """
                ><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="23801"/>\
                <workbookPr defaultThemeVersion="166925"/><mc:AlternateContent><mc:Choice Requires="x15">\
                <x15ac:absPath url="D:\\Nhân sự\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/>\
                </mc:Choice></mc:AlternateContent><xr:revisionPtr revIDLastSave="0" documentId="8_{1}"/>\
                <bookViews><workbookView xWindow="-120" yWindow="-120" xr2:uid="{2}"/></bookViews><sheets>\
                <sheet name="Nhân sự" sheetId="1" r:id="rId1"/><sheet name="DM" sheetId="2" state="veryHidden" r:id="rId2"/>\
                </sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Nhân sự'!$A$3:$M$5\
                </definedName></definedNames><calcPr calcId="191029"/><extLst><ext uri="{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}" \
                xmlns:xcalcf="http://schemas.microsoft.com/office/spreadsheetml/2018/calcfeatures"><xcalcf:calcFeatures/></ext>\
                </extLst></workbook>""");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships(
                        "rId3",
                        "styles",
                        "styles.xml",
                        "rId2",
                        "worksheet",
                        "worksheets/sheet2.xml",
                        "rId1",
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "rId4",
                        "sharedStrings",
                        "sharedStrings.xml"));
        parts.put(
                "xl/worksheets/sheet1.xml", HEAD + "<worksheet xmlns=\"" + MAIN + "\"" + extensions + """
                 xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr filterMode="0"/><dimension ref="A1:M5"/><sheetViews>\
                <sheetView tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" state="frozen"/></sheetView>\
                </sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="2" max="2" width="24.7" \
                customWidth="1"/></cols><sheetData>""" + rows + """
                </sheetData><autoFilter ref="A3:M5" xr:uid="{3}"/><mergeCells count="1"><mergeCell ref="A1:M1"/></mergeCells>\
                <phoneticPr fontId="1" type="noConversion"/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" \
                xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" \
                xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1>\
                <xm:f>DM!$B$1:$B$9</xm:f></x14:formula1><xm:sqref>I4:I5</xm:sqref></x14:dataValidation></x14:dataValidations>\
                </ext></extLst></worksheet>""");
        parts.put(
                "xl/worksheets/sheet2.xml",
                HEAD + "<worksheet xmlns=\"" + MAIN
                        + "\"><dimension ref=\"A1\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>"
                        + "</c></row></sheetData></worksheet>");
        parts.put(
                "xl/styles.xml",
                styles(
                        "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\" fontId=\"0\"/></cellStyleXfs>",
                        " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\""));
        parts.put("xl/sharedStrings.xml", shared.part());
        return zip(parts);
    }

    /** Texts in their cells, every number with a point, no dimension, no cell styles to inherit from, no properties. */
    private static byte[] asGoogleSheets() {
        StringBuilder rows = new StringBuilder("<row r=\"1\">");
        for (int column = 0; column < GoldenLists.HEADINGS.length; column++) {
            rows.append(inline((char) ('A' + column) + "1", GoldenLists.HEADINGS[column]));
        }
        rows.append("</row>");
        String[] person = GoldenLists.PEOPLE[0];
        rows.append("<row r=\"2\"><c r=\"A2\" s=\"0\"><v>1.0</v></c>").append(inline("B2", person[1]));
        rows.append("<c r=\"C2\" s=\"1\"><v>31087.0</v></c>").append(inline("D2", person[3]));
        rows.append(inline("E2", person[4])).append("<c r=\"F2\" s=\"0\"><v>5.6085001234E10</v></c>");
        rows.append("<c r=\"G2\" s=\"0\"><v>9.05123456E8</v></c>").append(inline("H2", person[7]));
        rows.append("<c r=\"I2\" s=\"0\"><v>22327.0</v></c>").append(inline("J2", person[9]));
        rows.append("<c r=\"K2\" s=\"0\" t=\"str\"><f>CONCATENATE(\"LV\",\"_DN\")</f><v>LV_DN</v></c>");
        rows.append("<c r=\"L2\" s=\"1\"><v>44474.0</v></c><c r=\"M2\" s=\"1\"><f>L2+61</f><v>44535.0</v></c></row>");
        rows.append("<row r=\"3\"><c r=\"A3\" s=\"0\"/><c r=\"B3\" s=\"0\"/></row>");
        rows.append("<row r=\"4\">").append(inline("B4", GoldenLists.PEOPLE[2][1]));
        rows.append("<c r=\"C4\" s=\"1\"><v>1978.0</v></c>").append(inline("D4", "Nam"));
        rows.append(inline("E4", "CMND")).append("<c r=\"F4\" s=\"0\"><v>2.25123456E8</v></c>");
        rows.append("<c r=\"H4\" s=\"0\" t=\"e\"><f>#REF!</f><v>#REF!</v></c>").append(inline("I4", "Ngoài tỉnh"));
        rows.append(inline("J4", person[9])).append(inline("K4", "LV_DN")).append(inline("L4", "05/10/2021"));
        rows.append(inline("M4", "05/12/2021")).append("</row>");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships("rId1", "styles", "styles.xml", "rId2", "worksheet", "worksheets/sheet1.xml"));
        parts.put(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\" xmlns:mx=\"http://schemas.microsoft.com/office/mac/excel/2008/main\"><workbookPr/><sheets><sheet"
                        + " state=\"visible\" name=\"Trang tính1\" sheetId=\"1\" r:id=\"rId2\"/></sheets><definedNames/>"
                        + "<calcPr/></workbook>");
        parts.put("xl/styles.xml", styles("", ""));
        parts.put(
                "xl/worksheets/sheet1.xml",
                HEAD + "<worksheet xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheetPr><outlinePr summaryBelow=\"0\" summaryRight=\"0\"/></sheetPr><sheetViews><sheetView"
                        + " workbookViewId=\"0\"/></sheetViews><sheetFormatPr customHeight=\"1\" defaultColWidth=\"12.63\""
                        + " defaultRowHeight=\"15.75\"/><sheetData>" + rows
                        + "</sheetData><drawing r:id=\"rId1\"/></worksheet>");
        parts.put("xl/worksheets/_rels/sheet1.xml.rels", relationships("rId1", "drawing", "../drawings/drawing1.xml"));
        parts.put("xl/drawings/drawing1.xml", HEAD + "<xdr:wsDr xmlns:xdr=\"http://x\"/>");
        parts.put("_rels/.rels", relationships("rId1", "officeDocument", "xl/workbook.xml"));
        parts.put(
                "[Content_Types].xml",
                contentTypes(
                        "/xl/workbook.xml", "sheet.main",
                        "/xl/worksheets/sheet1.xml", "worksheet",
                        "/xl/styles.xml", "styles"));
        return zip(parts);
    }

    private static String inline(String address, String text) {
        return "<c r=\"" + address + "\" s=\"0\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text
                + "</t></is></c>";
    }

    /** Its own name spaces, targets from the root of the package, formulas that give texts, flags and errors. */
    private static byte[] asWps() {
        String names = " xmlns:r=\"" + RELATIONS
                + "\" xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                + " xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"";
        Shared shared = new Shared();
        String[] person = GoldenLists.PEOPLE[1];
        String rows = "<row r=\"1\" spans=\"1:13\">" + shared.texts(1, GoldenLists.HEADINGS) + "</row>"
                + "<row r=\"2\" customFormat=\"1\" spans=\"1:13\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"str\"><f>\"Trần Thị"
                + "\"&amp;\" Quỳnh Như\"</f><v>Trần Thị Quỳnh Như</v></c>"
                + shared.item(
                        "C2",
                        2,
                        "<r><rPr><sz val=\"11\"/><rFont val=\"宋体\"/><charset val=\"134\"/></rPr><t>1990</t></r>")
                + "<c r=\"D2\" t=\"str\"><f>IF(TRUE,\"Nữ\",\"Nam\")</f><v>Nữ</v></c>"
                + shared.texts(2, "", "", "", "", person[4], person[5], person[6], person[7])
                + "<c r=\"I2\" t=\"str\"><f>TEXT(22327,\"0\")</f><v>22327</v></c>"
                + shared.texts(2, "", "", "", "", "", "", "", "", "", person[9], person[10], person[11], person[12])
                + "</row><row r=\"3\" spans=\"1:13\" hidden=\"1\"><c r=\"A3\" t=\"b\"><v>1</v></c>"
                + shared.texts(3, "", "Cao Sơn")
                + "<c r=\"C3\" t=\"e\"><f>DATEVALUE(\"x\")</f><v>#VALUE!</v></c><c r=\"D3\" t=\"str\"><f>\"\"</f><v></v></c></row>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", relationships("rId1", "officeDocument", "/xl/workbook.xml"));
        parts.put(
                "docProps/custom.xml",
                HEAD + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\">"
                        + "<property name=\"KSOProductBuildVer\"/></Properties>");
        parts.put(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\"" + names
                        + "><fileVersion appName=\"xl\"/><workbookPr/><bookViews/>"
                        + "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships(
                        "rId4",
                        "http://www.wps.cn/officeDocument/2020/cellImage",
                        "/xl/cellimages.xml",
                        "rId3",
                        "sharedStrings",
                        "/xl/sharedStrings.xml",
                        "rId2",
                        "styles",
                        "/xl/styles.xml",
                        "rId1",
                        "worksheet",
                        "/xl/worksheets/sheet1.xml"));
        parts.put("xl/styles.xml", styles("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs>", names));
        parts.put("xl/sharedStrings.xml", shared.part());
        parts.put(
                "xl/worksheets/sheet1.xml",
                HEAD + "<worksheet xmlns=\"" + MAIN + "\"" + names
                        + "><sheetPr/><dimension ref=\"A1:M3\"/><sheetViews/>"
                        + "<sheetFormatPr defaultColWidth=\"9\" defaultRowHeight=\"15\"/><sheetData>" + rows
                        + "</sheetData><pageMargins left=\"0.7\"/></worksheet>");
        parts.put(
                "[Content_Types].xml",
                contentTypes(
                        "/xl/workbook.xml", "sheet.main",
                        "/xl/worksheets/sheet1.xml", "worksheet",
                        "/xl/styles.xml", "styles",
                        "/xl/sharedStrings.xml", "sharedStrings"));
        return zip(parts);
    }

    /** One accident a row, each to one person of his own. */
    private static byte[] accidents() {
        List<Map<Character, String>> rows = List.of(
                Map.of('B', text("\u00D0\u1ED7 \u0189\u00ECnh \u00F0\u1EE9c")),
                Map.of('F', number("56085000002"), 'G', number("905123456")),
                Map.of('E', text("CMND"), 'F', number("23456789")),
                Map.of('E', text("CMND"), 'F', text("23456780")),
                Map.of('F', text("56085000005"), 'G', text("905123456")),
                Map.of('D', text("Nữ"), 'F', number("56085000006")),
                Map.of('F', text("5608500007")),
                Map.of('F', text("05608500008")),
                Map.of('G', text("01681234567")),
                Map.of('G', number("1201234567")),
                Map.of('G', text("+84 168 123 4567")),
                Map.of('G', text("0159123456")),
                Map.of('C', text("9/2/85")),
                Map.of('C', text("09-02-85"), 'E', text("Hộ chiếu"), 'F', text("B1234567")),
                Map.of('C', text("01/02/15"), 'E', text("Hộ chiếu"), 'F', text("B1234568")),
                Map.of('C', text("9/2/85"), 'F', text("056090000016")),
                Map.of('C', day("1985")),
                Map.of('C', text("07/06/1905")),
                Map.of('C', text("07/06/1905"), 'F', text("056090000019")),
                Map.of('C', text("02/28/1985")),
                Map.of('C', text("1985-02-09"), 'L', text("2021.10.05")),
                Map.of('C', text("30/02/1985")),
                Map.of('C', number("31087")),
                Map.of('F', text("5.60850E+10"), 'G', text("9.05E+08")),
                Map.of('F', number("5.6085E10")),
                Map.of('C', text("1990")),
                Map.of('B', text("Le\u0302\u200B Thi\u0323\u00A0 H\u00F2a."), 'D', text("\uFF2E\uFF41\uFF4D")),
                Map.of('G', text("\uFF10\uFF19\uFF10\uFF15\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16")),
                Map.of('I', text("P.Vĩnh Hòa, TP. Nha Trang")),
                Map.of('I', text("Vạn Thắng")),
                Map.of('I', text("22345 – Phường Vĩnh Hòa")),
                Map.of('N', number("123456789"), 'O', number("3")),
                Map.of('N', text("123456789"), 'O', text("3")),
                Map.of('N', text("HT2010123456789"), 'O', text("bán lẻ")),
                Map.of('J', text("nha may suoi dau")),
                Map.of('K', text("LV_DN, qua chốt liên huyện")),
                Map.of('F', text("056085000001")));
        StringBuilder xml = new StringBuilder("<row r=\"1\">");
        for (int column = 0; column < GoldenLists.HEADINGS.length; column++) {
            xml.append(cell((char) ('A' + column), 1, text(GoldenLists.HEADINGS[column])));
        }
        xml.append(cell('N', 1, text("Mã BHXH")))
                .append(cell('O', 1, text("Mã ngành")))
                .append("</row>");
        for (int i = 0; i < rows.size(); i++) {
            xml.append("<row r=\"").append(i + 2).append("\">");
            for (char column = 'A'; column <= 'O'; column++) {
                String usual = column > 'M' ? "" : GoldenLists.PEOPLE[0][column - 'A'];
                if (column == 'F') {
                    usual = String.format("056085%06d", i + 1);
                }
                xml.append(cell(column, i + 2, rows.get(i).getOrDefault(column, usual.isEmpty() ? "" : text(usual))));
            }
            xml.append("</row>");
        }
        return GoldenLists.book(xml.toString());
    }

    /** What a spreadsheet of American order makes of Vietnamese dates: days where it could, texts where it could not. */
    private static byte[] americanDates() {
        StringBuilder xml = new StringBuilder("<row r=\"1\">");
        for (int column = 0; column < GoldenLists.HEADINGS.length; column++) {
            xml.append(cell((char) ('A' + column), 1, text(GoldenLists.HEADINGS[column])));
        }
        xml.append("</row>");
        // Of 09/02/1985 the second of September; 31/12/1978 stays a text; of 05/05/1990 nothing is turned.
        String[] births = {day("31292"), text("31/12/1985"), text("25/07/1985"), day("31172"), day("31116")};
        for (int i = 0; i < births.length; i++) {
            xml.append("<row r=\"").append(i + 2).append("\">");
            for (char column = 'A'; column <= 'M'; column++) {
                String usual = text(GoldenLists.PEOPLE[0][column - 'A']);
                if (column == 'F') {
                    usual = text(String.format("056085%06d", i + 1));
                }
                // The fifth of October, which was typed as 05/10/2021.
                String from = day("44326");
                xml.append(cell(column, i + 2, column == 'C' ? births[i] : column == 'L' ? from : usual));
            }
            xml.append("</row>");
        }
        return GoldenLists.book(xml.toString());
    }

    private static String cell(char column, int row, String content) {
        return content.isEmpty() ? "" : "<c r=\"" + column + row + "\"" + content + "</c>";
    }

    private static String text(String text) {
        return " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is>";
    }

    private static String number(String value) {
        return "><v>" + value + "</v>";
    }

    private static String day(String count) {
        return " s=\"1\"><v>" + count + "</v>";
    }

    /** A title over all columns, two of which are hidden, and a sheet beside it that is. */
    private static byte[] mergedAndHidden() {
        Map<String, byte[]> parts = GoldenLists.parts("");
        String title = "<row r=\"1\">" + cell('A', 1, text("CÔNG TY TNHH MỘT THÀNH VIÊN")) + "</row><row r=\"2\">"
                + cell('A', 2, text("DANH SÁCH ĐỀ NGHỊ CẤP THẺ")) + "</row><row r=\"3\"/>";
        StringBuilder rows = new StringBuilder(title);
        String[][] lines = {GoldenLists.HEADINGS, GoldenLists.PEOPLE[0], GoldenLists.PEOPLE[1], GoldenLists.PEOPLE[2]};
        for (int i = 0; i < lines.length; i++) {
            rows.append("<row r=\"").append(i + 4).append(i == 2 ? "\" hidden=\"1\">" : "\">");
            for (int column = 0; column < lines[i].length; column++) {
                String content = lines[i][column];
                rows.append(cell((char) ('A' + column), i + 4, content.isEmpty() ? "" : text(content)));
            }
            rows.append("</row>");
        }
        String sheet = "<worksheet xmlns=\"" + MAIN + "\"><cols><col min=\"7\" max=\"8\" width=\"9\" hidden=\"1\""
                + " customWidth=\"1\"/></cols><sheetData>" + rows + "</sheetData>%s</worksheet>";
        parts.put(
                "xl/worksheets/sheet1.xml",
                String.format(
                                sheet,
                                "<mergeCells count=\"2\"><mergeCell ref=\"A1:M1\"/><mergeCell ref=\"A2:M2\"/></mergeCells>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put(
                "xl/worksheets/sheet2.xml",
                String.format(sheet, "").replace("Hòa", "Hùng").getBytes(StandardCharsets.UTF_8));
        GoldenLists.replace(
                parts,
                "xl/workbook.xml",
                "</sheets>",
                "<sheet name=\"Năm ngoái\" sheetId=\"2\" state=\"hidden\" r:id=\"r5\"/></sheets>");
        GoldenLists.replace(
                parts,
                "xl/_rels/workbook.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"r5\" Type=\"" + RELATIONS
                        + "/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
        GoldenLists.replace(
                parts,
                "[Content_Types].xml",
                "</Types>",
                "<Override PartName=\"/xl/worksheets/sheet2.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        return ListFiles.zip(parts);
    }
}
