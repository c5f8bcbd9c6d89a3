package vn.khanhhoa.thecovid.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Goes through the records of an old workbook (MS-XLS 2.1.4): a number, a length, and that many bytes. Reading inside a
 * record goes on in the CONTINUE records behind it, and never beyond.
 */
final class BiffRecords {
    static final int BOF = 0x809;
    static final int EOF = 0x0A;
    private static final int CONTINUE = 0x3C;
    private static final int HEAD = 4;
    private static final int END = -1;

    private final ByteBuffer bytes;
    private int nextRecord;
    private int start;
    private int position;
    private int limit;
    private boolean wide = true;
    private Charset charset = StandardCharsets.ISO_8859_1;

    BiffRecords(byte[] stream) {
        this.bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Texts of workbooks before Excel 97 have one byte for each character. */
    void narrow(Charset oneByteEach) {
        wide = false;
        charset = oneByteEach;
    }

    void narrow() {
        wide = false;
    }

    void goTo(int record) {
        if (record < 0 || record > bytes.limit()) {
            throw damaged();
        }
        nextRecord = record;
    }

    /** Number of the next record, or -1 at the end. Padding and a cut record end the stream. */
    int next() {
        if (nextRecord + HEAD > bytes.limit()) {
            return END;
        }
        start = nextRecord;
        int type = open();
        return type == 0 && limit == position ? END : type;
    }

    private int open() {
        int type = Short.toUnsignedInt(bytes.getShort(nextRecord));
        int length = Short.toUnsignedInt(bytes.getShort(nextRecord + 2));
        position = nextRecord + HEAD;
        limit = position + length;
        if (limit > bytes.limit()) {
            throw damaged();
        }
        nextRecord = limit;
        return type;
    }

    /** Where the record begins, for {@link #goTo}. */
    int start() {
        return start;
    }

    int left() {
        return limit - position;
    }

    private boolean goOn() {
        if (nextRecord + HEAD > bytes.limit() || Short.toUnsignedInt(bytes.getShort(nextRecord)) != CONTINUE) {
            return false;
        }
        open();
        return true;
    }

    private int take(int length) {
        while (position == limit && goOn()) {
            // An empty record goes on in the one behind it.
        }
        if (position + length > limit) {
            throw damaged();
        }
        position += length;
        return position - length;
    }

    int u8() {
        return bytes.get(take(1)) & 0xFF;
    }

    int u16() {
        return Short.toUnsignedInt(bytes.getShort(take(2)));
    }

    int i32() {
        return bytes.getInt(take(4));
    }

    double real() {
        return bytes.getDouble(take(8));
    }

    void skip(long count) {
        for (long left = count; left > 0; ) {
            if (position == limit && !goOn()) {
                throw damaged();
            }
            int step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
    }

    /** A text whose length in characters was just read; of one that is longer than {@code most}, the beginning. */
    String text(int length, int most) {
        if (!wide) {
            int kept = Math.min(length, most);
            byte[] characters = new byte[kept];
            for (int i = 0; i < kept; i++) {
                characters[i] = (byte) u8();
            }
            skip(length - kept);
            return decode(characters);
        }
        return characters(u8(), length, most);
    }

    /** Small exporters that name no code page write whatever they have, today mostly UTF-8. */
    private String decode(byte[] characters) {
        if (charset.equals(StandardCharsets.ISO_8859_1)) {
            String text = new String(characters, StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') < 0) {
                return text;
            }
        }
        return Normalizer.normalize(new String(characters, charset), Normalizer.Form.NFC);
    }

    /** A text of the shared table, which may be rich and carries what it is rich in behind it. */
    String richText(int most) {
        int length = u16();
        int flags = u8();
        int runs = (flags & 8) != 0 ? u16() : 0;
        long extended = (flags & 4) != 0 ? Integer.toUnsignedLong(i32()) : 0;
        String text = characters(flags, length, most);
        skip(4L * runs + extended);
        return text;
    }

    /** Where the characters go on in another record, that record says anew how many bytes each has. */
    private String characters(int flags, int length, int most) {
        StringBuilder text = new StringBuilder(Math.min(length, most));
        boolean twoBytes = (flags & 1) != 0;
        for (int i = 0; i < length; i++) {
            if (position == limit && goOn()) {
                twoBytes = (u8() & 1) != 0;
            }
            char c = (char) (twoBytes ? u16() : u8());
            if (text.length() < most) {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static Refusal damaged() {
        return new Refusal(UnreadableCode.DAMAGED);
    }
}
