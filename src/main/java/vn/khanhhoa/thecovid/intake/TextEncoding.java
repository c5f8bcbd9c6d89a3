package vn.khanhhoa.thecovid.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * How the characters of a text file are encoded. A byte order mark decides. Without one, zeros in every other byte are
 * UTF-16; bytes that are valid UTF-8 throughout are UTF-8, because other encodings of Vietnamese hardly ever are by
 * chance. What remains has one byte for each character: its words decide between Windows-1258 and the old fonts
 * ({@link EightBitWords}), and where they do not decide clearly, the file is refused rather than guessed at.
 *
 * @param start bytes of the byte order mark
 */
record TextEncoding(Charset charset, int start) {
    static final String WINDOWS_1258 = "windows-1258";
    private static final int LOOKED_AT = 4096;
    private static final double MOST_ARE_ZERO = 0.4;

    /** @throws Refusal where the file is in no encoding that is known for certain */
    static TextEncoding of(byte[] file) {
        TextEncoding encoding = unchecked(file);
        int wrong = encoding.firstWrongByte(file);
        if (wrong < 0) {
            return encoding;
        }
        if (encoding.charset().equals(StandardCharsets.UTF_8) && encoding.start() == 0) {
            return new TextEncoding(new EightBitWords(file).charset(), 0);
        }
        throw new Refusal(UnreadableCode.NOT_UTF8, lineAt(file, wrong));
    }

    /** By byte order mark and zeros alone. */
    static TextEncoding unchecked(byte[] file) {
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        int[] zeros = new int[2];
        int length = Math.min(file.length, LOOKED_AT) & ~1;
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += file[i] == 0 ? 1 : 0;
        }
        double half = length / 2.0;
        if (zeros[0] == 0 && zeros[1] > MOST_ARE_ZERO * half) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (zeros[1] == 0 && zeros[0] > MOST_ARE_ZERO * half) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        return new TextEncoding(StandardCharsets.UTF_8, 0);
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

    private int firstWrongByte(byte[] file) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file, start, file.length - start);
        CharBuffer characters = CharBuffer.allocate(1 << 13);
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(bytes, characters, true);
        } while (result.isOverflow());
        return result.isError() ? bytes.position() : -1;
    }

    private static int lineAt(byte[] file, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Windows-1258 writes most tone marks as characters of their own. */
    boolean isDecomposed() {
        return charset.name().equalsIgnoreCase(WINDOWS_1258);
    }

    Reader reader(byte[] file) {
        return new InputStreamReader(new ByteArrayInputStream(file, start, file.length - start), charset);
    }

    /** The first characters, whatever the encoding makes of them. */
    String beginning(byte[] file) {
        int length = Math.min(file.length - start, LOOKED_AT);
        return new String(file, start, length, charset);
    }
}
