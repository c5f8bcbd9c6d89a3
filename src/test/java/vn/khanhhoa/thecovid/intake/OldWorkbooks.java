package vn.khanhhoa.thecovid.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Old workbooks for tests: records as MS-XLS has them, in a compound file of sectors of 4096 bytes. */
final class OldWorkbooks {
    private static final int SECTOR = 4096;
    private static final int SHORTEST_STREAM = 4096;
    private static final int LAST = -2;
    private static final int TABLE = -3;

    private OldWorkbooks() {}

    /** One sheet of texts that stand in the cells themselves. */
    static byte[] labels(List<String> headings, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        globals(out, new byte[0]);
        sheet(out);
        labels(out, 0, headings);
        for (int row = 0; row < rows.size(); row++) {
            labels(out, row + 1, rows.get(row));
        }
        record(out, 0x0A, new byte[0]);
        return compound("Workbook", out.toByteArray());
    }

    /** One sheet with headings only, and a table of as many shared texts. */
    static byte[] sharedTexts(int count) {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        ByteBuffer counts = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(count)
                .putInt(count);
        ByteArrayOutputStream sst = new ByteArrayOutputStream();
        sst.writeBytes(counts.array());
        boolean first = true;
        for (int i = 0; i < count; i++) {
            byte[] text = Integer.toString(i).getBytes(StandardCharsets.ISO_8859_1);
            if (sst.size() + text.length + 3 > 8224) {
                record(texts, first ? 0xFC : 0x3C, sst.toByteArray());
                sst.reset();
                first = false;
            }
            sst.write(text.length);
            sst.write(0);
            sst.write(0);
            sst.writeBytes(text);
        }
        record(texts, first ? 0xFC : 0x3C, sst.toByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        globals(out, texts.toByteArray());
        sheet(out);
        labels(out, 0, ListFiles.headings());
        record(out, 0x0A, new byte[0]);
        return compound("Workbook", out.toByteArray());
    }

    /** A name in the table of shared texts that goes on in another record, with another width, behind a rich one. */
    static byte[] brokenText(String name, int at) {
        ByteArrayOutputStream sst = new ByteArrayOutputStream();
        sst.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(2)
                .putInt(2)
                .array());
        sst.writeBytes(new byte[] {1, 0, 8, 1, 0, 'x', 0, 0, 0, 0});
        sst.writeBytes(shorts(name.length()));
        sst.write(0);
        sst.writeBytes(name.substring(0, at).getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        record(texts, 0xFC, sst.toByteArray());
        sst.reset();
        sst.write(1);
        sst.writeBytes(name.substring(at).getBytes(StandardCharsets.UTF_16LE));
        record(texts, 0x3C, sst.toByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        globals(out, texts.toByteArray());
        sheet(out);
        labels(out, 0, ListFiles.headings());
        record(out, 0xFD, shorts(1, ListFiles.index("full_name"), 0, 1, 0));
        record(out, 0x0A, new byte[0]);
        return compound("Workbook", out.toByteArray());
    }

    /** With a record that says by which key the rest is encrypted. */
    static byte[] encrypted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        record(out, 0x809, shorts(0x600, 5, 0, 0));
        record(out, 0x2F, new byte[54]);
        return compound("Workbook", out.toByteArray());
    }

    /**
     * As Excel 95 wrote it: texts of one byte for each character in a code page, sectors of 512 bytes. The first person has
     * numbers for his day of birth, his document and his phone; the name of the second is rich, her activity a formula.
     */
    static byte[] excel95(int codePage, String font, Function<String, byte[]> encoder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        record(out, 0x809, shorts(0x500, 5, 0x0CCD, 0x07CC));
        record(out, 0x42, shorts(codePage));
        record(out, 0x22, shorts(0));
        for (int i = 0; i < 5; i++) {
            record(
                    out,
                    0x31,
                    joined(shorts(200, 0, 0x7FFF, 400, 0, 0, 0), counted(font.getBytes(StandardCharsets.US_ASCII))));
        }
        record(out, 0x41E, joined(shorts(170), counted("dd/mm/yyyy".getBytes(StandardCharsets.US_ASCII))));
        for (int format : new int[] {0, 170}) {
            record(out, 0xE0, shorts(5, format, 1, 0, 0, 0, 0, 0));
        }
        byte[] name = counted(encoder.apply("Nhân sự"));
        int sheet = out.size() + 4 + 6 + name.length + 4;
        record(out, 0x85, joined(shorts(sheet, sheet >> 16, 0), name));
        record(out, 0x0A, new byte[0]);
        record(out, 0x809, shorts(0x500, 0x10, 0x0CCD, 0x07CC));
        record(out, 0x200, shorts(0, 3, 0, GoldenLists.HEADINGS.length, 0));
        record(out, 0x208, shorts(0, 0, GoldenLists.HEADINGS.length, 255, 0, 0, 0x100, 0));
        String[][] lines = {GoldenLists.HEADINGS, GoldenLists.PEOPLE[0], GoldenLists.PEOPLE[1]};
        for (int row = 0; row < lines.length; row++) {
            for (int column = 0; column < lines[row].length; column++) {
                byte[] text = encoder.apply(lines[row][column]);
                byte[] label = joined(shorts(row, column, 0, text.length), text);
                if (row == 1 && column == 2) {
                    record(out, 0x203, joined(shorts(row, column, 1), real(31_087)));
                } else if (row == 1 && (column == 5 || column == 6)) {
                    record(out, 0x203, joined(shorts(row, column, 0), real(Long.parseLong(lines[row][column]))));
                } else if (row == 2 && column == 1) {
                    record(out, 0xD6, joined(label, new byte[] {1, 0, 4}));
                } else if (row == 2 && column == 10) {
                    record(out, 0x06, shorts(row, column, 0, 0, 0, 0, 0xFFFF, 0, 0, 0, 0));
                    record(out, 0x207, joined(shorts(text.length), text));
                } else {
                    record(out, 0x204, label);
                }
            }
        }
        record(out, 0x0A, new byte[0]);
        return compound("Book", out.toByteArray(), 512);
    }

    private static byte[] counted(byte[] text) {
        return joined(new byte[] {(byte) text.length}, text);
    }

    private static byte[] real(double value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(value)
                .array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void globals(ByteArrayOutputStream out, byte[] more) {
        record(out, 0x809, shorts(0x600, 5, 0, 0));
        int position = out.size() + 4 + 9 + more.length + 4;
        byte[] sheet = ByteBuffer.allocate(9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(position)
                .putShort((short) 0)
                .put((byte) 1)
                .put((byte) 0)
                .put((byte) 'A')
                .array();
        record(out, 0x85, sheet);
        out.writeBytes(more);
        record(out, 0x0A, new byte[0]);
    }

    private static void sheet(ByteArrayOutputStream out) {
        record(out, 0x809, shorts(0x600, 0x10, 0, 0));
    }

    private static void labels(ByteArrayOutputStream out, int row, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                byte[] text = texts.get(column).getBytes(StandardCharsets.UTF_16LE);
                byte[] head = shorts(row, column, 0, texts.get(column).length());
                record(out, 0x204, joined(joined(head, new byte[] {1}), text));
            }
        }
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static void record(ByteArrayOutputStream out, int type, byte[] content) {
        out.writeBytes(shorts(type, content.length));
        out.writeBytes(content);
    }

    /** A container whose only stream has this name. */
    static byte[] compound(String name, byte[] content) {
        return compound(name, content, SECTOR);
    }

    private static byte[] compound(String name, byte[] content, int sector) {
        // A shorter stream would lie in small sectors.
        byte[] stream = Arrays.copyOf(content, Math.max(content.length, SHORTEST_STREAM));
        int sectors = (stream.length + sector - 1) / sector;
        int tables = sectors / (sector / 4) + 1;
        ByteBuffer file =
                ByteBuffer.allocate((1 + sectors + 1 + tables) * sector).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11AB1A1E011CFD0L);
        file.putShort(24, (short) 0x3E)
                .putShort(26, (short) (sector == SECTOR ? 4 : 3))
                .putShort(28, (short) -2);
        file.putShort(30, (short) Integer.numberOfTrailingZeros(sector)).putShort(32, (short) 6);
        file.putInt(40, sector == SECTOR ? 1 : 0).putInt(44, tables).putInt(48, sectors);
        file.putInt(56, SHORTEST_STREAM).putInt(60, LAST).putInt(68, LAST);
        Arrays.fill(file.array(), 76, 512, (byte) -1);
        file.put(sector, stream);
        int directory = (1 + sectors) * sector;
        int table = directory + sector;
        for (int at = directory; at < table; at += 128) {
            file.putInt(at + 68, -1).putInt(at + 72, -1).putInt(at + 76, -1);
        }
        entry(file, directory, "Root Entry", 5, LAST, 0);
        file.putInt(directory + 76, 1);
        entry(file, directory + 128, name, 2, 0, stream.length);
        Arrays.fill(file.array(), table, file.limit(), (byte) -1);
        for (int i = 0; i < sectors; i++) {
            file.putInt(table + i * 4, i + 1 < sectors ? i + 1 : LAST);
        }
        file.putInt(table + sectors * 4, LAST);
        for (int i = 0; i < tables; i++) {
            file.putInt(76 + i * 4, sectors + 1 + i);
            if ((sectors + 1 + i) * 4 < tables * sector) {
                file.putInt(table + (sectors + 1 + i) * 4, TABLE);
            }
        }
        return file.array();
    }

    private static void entry(ByteBuffer file, int at, String name, int type, int start, int size) {
        file.put(at, name.getBytes(StandardCharsets.UTF_16LE));
        file.putShort(at + 64, (short) (name.length() * 2 + 2));
        file.put(at + 66, (byte) type).put(at + 67, (byte) 1);
        file.putInt(at + 116, start).putInt(at + 120, size);
    }
}
