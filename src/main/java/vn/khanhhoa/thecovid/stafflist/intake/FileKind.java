package vn.khanhhoa.thecovid.stafflist.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What an upload is by its content; names and media types that a browser sends say nothing. */
enum FileKind {
    ZIP,
    TEXT;

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A};
    private static final byte[] ENCRYPTED_STREAM = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

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
        if (contains(file, OLE, 1)) {
            // An encrypted .xlsx is wrapped in the same container as an old .xls (MS-OFFCRYPTO 2.3).
            boolean encrypted = contains(file, ENCRYPTED_STREAM, file.length);
            throw new Refusal(encrypted ? UnreadableCode.ENCRYPTED : UnreadableCode.SAVE_AS_XLSX);
        }
        String beginning = TextEncoding.unchecked(file).beginning(file);
        if (isBinary(beginning) || isOtherText(beginning)) {
            throw new Refusal(UnreadableCode.NOT_A_SPREADSHEET);
        }
        return TEXT;
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

    private static boolean contains(byte[] file, byte[] wanted, int starts) {
        int last = Math.min(starts, file.length - wanted.length + 1);
        for (int at = 0; at < last; at++) {
            int i = 0;
            while (i < wanted.length && file[at + i] == wanted[i]) {
                i++;
            }
            if (i == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBinary(String beginning) {
        return beginning.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }

    private static boolean isOtherText(String beginning) {
        String start = beginning.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<") || start.startsWith("%pdf") || start.startsWith("{\\rtf");
    }
}
