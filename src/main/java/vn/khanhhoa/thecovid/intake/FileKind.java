package vn.khanhhoa.thecovid.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an upload is by its content; names and media types that a browser sends say nothing. */
enum FileKind {
    ZIP,
    /** An old workbook, or an encrypted new one. */
    COMPOUND,
    /** The records of an old workbook without their container. */
    RECORDS,
    /** A page with tables, which programs like to call {@code .xls}. */
    PAGE,
    /** XML Spreadsheet 2003. */
    XML,
    /** Rows that a program sends. */
    JSON,
    TEXT;

    private static final String XML_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet";
    private static final Pattern WORKBOOK = Pattern.compile("<(?:\\w{1,8}:)?workbook\\s");
    private static final Pattern PAGE_START =
            Pattern.compile("<(?:!doctype html|html|head|meta|body|style|table|div|!--)");

    /** @throws Refusal for every kind that is not read */
    static FileKind of(byte[] file) {
        if (file.length == 0) {
            throw new Refusal(UnreadableCode.EMPTY_FILE);
        }
        if (startsWith(file, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (startsWith(file, 'P', 'K', 5, 6)) {
            throw new Refusal(UnreadableCode.NOT_A_SPREADSHEET);
        }
        if (CompoundFile.isOne(file)) {
            return COMPOUND;
        }
        if (startsWith(file, 0x09, 0x08)) {
            return RECORDS;
        }
        if (startsWith(file, 0x09, 0x00, 0x04) || startsWith(file, 0x09, 0x02, 0x06) || startsWith(file, 0x09, 0x04)) {
            throw new Refusal(UnreadableCode.SAVE_AS_XLSX);
        }
        return ofText(TextEncoding.unchecked(file).beginning(file).strip().toLowerCase(Locale.ROOT));
    }

    private static FileKind ofText(String start) {
        if (start.startsWith("mime-version:")) {
            throw new Refusal(UnreadableCode.WEB_ARCHIVE);
        }
        if (isBinary(start) || start.startsWith("%pdf") || start.startsWith("{\\rtf")) {
            throw new Refusal(UnreadableCode.NOT_A_SPREADSHEET);
        }
        if (start.startsWith("{")) { // no heading does
            return JSON;
        }
        if (!start.startsWith("<")) {
            return TEXT;
        }
        if (start.contains(XML_SPREADSHEET) && WORKBOOK.matcher(start).find()) {
            return XML;
        }
        if (PAGE_START.matcher(start).find()) {
            return PAGE;
        }
        throw new Refusal(UnreadableCode.NOT_A_SPREADSHEET);
    }

    private static boolean startsWith(byte[] file, int... start) {
        if (file.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBinary(String beginning) {
        return beginning.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
