package vn.khanhhoa.thecovid.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The streams of a compound file (MS-CFB), the container of old workbooks and of encrypted new ones. Sectors are followed
 * by number within the bytes that are there; a chain that is longer than the file runs in a circle.
 */
final class CompoundFile {
    private static final byte[] SIGNATURE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final int LISTED_IN_HEADER = 109;
    private static final int ENTRY_LENGTH = 128;
    private static final int STREAM = 2;
    private static final int ROOT = 5;
    private static final int LAST_SECTOR = -2;
    private static final int MOST_ENTRIES = 4_096;

    private record Entry(int start, int size) {}

    private final ByteBuffer file;
    private final int sectorLength;
    private final int smallLength;
    private final int smallBelow;
    private final int[] next;
    private final int[] nextSmall;
    private final byte[] smallSectors;
    private final Map<String, Entry> streams = new HashMap<>();
    private Entry root = new Entry(LAST_SECTOR, 0);

    CompoundFile(byte[] bytes) {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int shift = file.getShort(30);
            int smallShift = file.getShort(32);
            if (shift < 7 || shift > 12 || smallShift < 4 || smallShift > shift) {
                throw new Refusal(UnreadableCode.DAMAGED);
            }
            this.sectorLength = 1 << shift;
            this.smallLength = 1 << smallShift;
            this.smallBelow = file.getInt(56);
            this.next = readTable();
            readDirectory();
            this.nextSmall = integers(chain(file.getInt(60), bytes.length));
            this.smallSectors = nextSmall.length == 0 ? new byte[0] : chain(root.start(), root.size());
        } catch (IndexOutOfBoundsException truncated) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
    }

    static boolean isOne(byte[] file) {
        return file.length >= SIGNATURE.length
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    private int sectors() {
        return (file.limit() + sectorLength - 1) / sectorLength;
    }

    private int offset(int sector) {
        if (sector < 0 || sector >= sectors() - 1) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
        return (sector + 1) * sectorLength;
    }

    /** For each sector the one that goes on with it. */
    private int[] readTable() {
        int perSector = sectorLength / Integer.BYTES;
        int count = Math.min(Math.max(0, file.getInt(44)), sectors());
        int[] table = new int[(int) Math.min((long) count * perSector, sectors())];
        Arrays.fill(table, LAST_SECTOR);
        int list = file.getInt(68);
        for (int i = 0, at = 76; i < count; i++, at += Integer.BYTES) {
            if (i >= LISTED_IN_HEADER && (i - LISTED_IN_HEADER) % (perSector - 1) == 0) {
                at = offset(list);
                list = file.getInt(at + sectorLength - Integer.BYTES);
            }
            int from = offset(file.getInt(at));
            for (int j = 0; j < perSector && i * perSector + j < table.length; j++) {
                int position = from + j * Integer.BYTES;
                table[i * perSector + j] =
                        position + Integer.BYTES <= file.limit() ? file.getInt(position) : LAST_SECTOR;
            }
        }
        return table;
    }

    private void readDirectory() {
        ByteBuffer entries =
                ByteBuffer.wrap(chain(file.getInt(48), file.limit())).order(ByteOrder.LITTLE_ENDIAN);
        int count = Math.min(entries.limit() / ENTRY_LENGTH, MOST_ENTRIES);
        for (int i = 0; i < count; i++) {
            int at = i * ENTRY_LENGTH;
            int type = entries.get(at + 66);
            int nameLength = Math.min(64, Math.max(2, entries.getShort(at + 64))) - 2;
            byte[] name = new byte[nameLength];
            entries.get(at, name);
            Entry entry = new Entry(entries.getInt(at + 116), entries.getInt(at + 120));
            if (type == ROOT) {
                root = entry;
            } else {
                streams.putIfAbsent(
                        new String(name, StandardCharsets.UTF_16LE),
                        type == STREAM ? entry : new Entry(LAST_SECTOR, 0));
            }
        }
    }

    private static int[] integers(byte[] bytes) {
        int[] integers = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(integers);
        return integers;
    }

    private byte[] chain(int start, int mostBytes) {
        int count = 0;
        for (int sector = start; sector >= 0 && count < most(mostBytes, sectorLength); count++) {
            offset(sector);
            sector = sector < next.length ? next[sector] : LAST_SECTOR;
        }
        byte[] bytes = new byte[Math.min(count * sectorLength, Math.max(0, mostBytes))];
        int sector = start;
        for (int at = 0; at < bytes.length; at += sectorLength) {
            int from = offset(sector);
            int length = Math.min(Math.min(sectorLength, bytes.length - at), file.limit() - from);
            file.get(from, bytes, at, length);
            sector = sector < next.length ? next[sector] : LAST_SECTOR;
        }
        return bytes;
    }

    private int most(int bytes, int length) {
        return Math.min(sectors(), (int) (((long) Math.max(0, bytes) + length - 1) / length));
    }

    boolean has(String name) {
        return streams.containsKey(name);
    }

    /** The bytes of a stream, at most as many as the file has. */
    Optional<byte[]> stream(String name) {
        Entry entry = streams.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        int size = Math.min(Math.max(0, entry.size()), file.limit());
        try {
            return Optional.of(size < smallBelow ? smallChain(entry.start(), size) : chain(entry.start(), size));
        } catch (IndexOutOfBoundsException truncated) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
    }

    private byte[] smallChain(int start, int size) {
        byte[] bytes = new byte[size];
        int sector = start;
        for (int at = 0; at < size; at += smallLength) {
            if (sector < 0 || sector >= nextSmall.length) {
                throw new Refusal(UnreadableCode.DAMAGED);
            }
            int length = Math.min(smallLength, size - at);
            System.arraycopy(smallSectors, sector * smallLength, bytes, at, length);
            sector = nextSmall[sector];
        }
        return bytes;
    }
}
