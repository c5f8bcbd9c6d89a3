package vn.khanhhoa.thecovid.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Excel 5 to 2003 ({@code .xls}, MS-XLS): its sheets in their order, shared texts and styles. Also the bare
 * stream of records without container or styles, as small exporters write it. Only what makes the content of cells is
 * looked at; pictures, charts, macros and formulas are passed over by their length.
 */
final class OldWorkbook {
    private static final int FILEPASS = 0x2F;
    private static final int DATEMODE = 0x22;
    private static final int CODEPAGE = 0x42;
    private static final int FONT = 0x31;
    private static final int FORMAT = 0x41E;
    private static final int XF = 0xE0;
    private static final int BOUNDSHEET = 0x85;
    private static final int SST = 0xFC;

    private static final int EXCEL_97 = 0x600;
    private static final int WORKSHEET = 0x10;
    private static final int GLOBALS = 0x05;
    private static final int MOST_SHEETS = 250;
    private static final int MOST_STYLES = 65_536;
    private static final int MOST_TEXTS = 700_000;
    private static final int LONGEST_NAME = 255;
    /** Fonts are counted without a fourth. */
    private static final int MISSING_FONT = 4;

    private record Sheet(String name, boolean hidden, int position) {}

    private record Style(int font, int format) {}

    private final byte[] stream;
    private final ReadingLimits limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<@Nullable OldFont> fonts = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Style> styles = new ArrayList<>();
    private List<String> texts = List.of();
    private Charset charset = StandardCharsets.ISO_8859_1;
    private boolean wide = true;
    private boolean from1904;
    private final CellFormats formats;

    static OldWorkbook of(CompoundFile file, ReadingLimits limits) {
        if (file.has("EncryptedPackage") || file.has("EncryptionInfo")) {
            throw new Refusal(UnreadableCode.ENCRYPTED);
        }
        if (file.has("_VBA_PROJECT_CUR")) {
            throw new Refusal(UnreadableCode.MACROS);
        }
        byte[] stream = file.stream("Workbook")
                .or(() -> file.stream("Book"))
                .orElseThrow(() -> new Refusal(UnreadableCode.NOT_A_SPREADSHEET));
        return new OldWorkbook(stream, limits);
    }

    OldWorkbook(byte[] stream, ReadingLimits limits) {
        this.stream = stream;
        this.limits = limits;
        BiffRecords records = new BiffRecords(stream);
        if (records.next() != BiffRecords.BOF) {
            throw new Refusal(UnreadableCode.SAVE_AS_XLSX);
        }
        wide = records.u16() == EXCEL_97;
        if (records.u16() == GLOBALS) {
            readGlobals(records);
        } else {
            sheets.add(new Sheet("", false, 0));
        }
        List<CellFormats.Style> shown = new ArrayList<>();
        for (Style style : styles) {
            OldFont font = style.font() < fonts.size() ? fonts.get(style.font()) : null;
            shown.add(new CellFormats.Style(style.format(), codes.getOrDefault(style.format(), ""), font));
        }
        formats = CellFormats.of(shown, from1904);
    }

    private void readGlobals(BiffRecords records) {
        if (!wide) {
            records.narrow();
        }
        for (int type = records.next(); type >= 0 && type != BiffRecords.EOF; type = records.next()) {
            switch (type) {
                case FILEPASS -> throw new Refusal(UnreadableCode.ENCRYPTED);
                case DATEMODE -> from1904 = records.u16() == 1;
                case CODEPAGE -> setCodePage(records);
                case FONT -> addFont(records);
                case FORMAT -> addFormat(records);
                case XF -> {
                    if (styles.size() < MOST_STYLES) {
                        styles.add(new Style(records.u16(), records.u16()));
                    }
                }
                case BOUNDSHEET -> addSheet(records);
                case SST -> texts = readTexts(records);
                default -> {
                    // Passed over by its length.
                }
            }
        }
    }

    private void setCodePage(BiffRecords records) {
        String name = "windows-" + records.u16();
        if (!wide && Charset.isSupported(name)) {
            charset = Charset.forName(name);
            records.narrow(charset);
        }
    }

    private void addFont(BiffRecords records) {
        if (fonts.size() == MISSING_FONT) {
            fonts.add(null);
        }
        if (fonts.size() < MOST_STYLES) {
            records.skip(14);
            fonts.add(OldFont.named(records.text(records.u8(), LONGEST_NAME)));
        }
    }

    private void addFormat(BiffRecords records) {
        int number = records.u16();
        codes.put(number, records.text(wide ? records.u16() : records.u8(), LONGEST_NAME));
    }

    private void addSheet(BiffRecords records) {
        int position = records.i32();
        boolean hidden = (records.u8() & 3) != 0;
        boolean worksheet = records.u8() == 0;
        String name = records.text(records.u8(), LONGEST_NAME);
        if (worksheet && sheets.size() < MOST_SHEETS) {
            sheets.add(new Sheet(name, hidden, position));
        }
    }

    private List<String> readTexts(BiffRecords records) {
        records.skip(4);
        int count = records.i32();
        if (count < 0 || count > MOST_TEXTS) {
            throw new Refusal(UnreadableCode.TOO_MUCH_INSIDE);
        }
        List<String> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(records.richText(limits.cellLength() + 1));
        }
        return read;
    }

    List<ListTable> tables() {
        return sheets.stream().<ListTable>map(Table::new).toList();
    }

    private final class Table implements ListTable {
        private final Sheet sheet;

        Table(Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public String name() {
            return sheet.name();
        }

        @Override
        public boolean hidden() {
            return sheet.hidden();
        }

        @Override
        public void forEach(Predicate<RawRow> taker) {
            BiffRecords records = new BiffRecords(stream);
            if (!wide) {
                records.narrow(charset);
            }
            records.goTo(sheet.position());
            if (records.next() != BiffRecords.BOF) {
                throw new Refusal(UnreadableCode.DAMAGED);
            }
            records.skip(2);
            if (records.u16() == WORKSHEET) {
                new OldSheetCells(records, texts, formats, limits).forEach(taker);
            }
        }
    }
}
