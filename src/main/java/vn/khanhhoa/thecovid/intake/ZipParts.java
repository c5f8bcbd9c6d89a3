package vn.khanhhoa.thecovid.intake;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of an Office Open XML package, from the central directory of its zip archive (PKWARE APPNOTE 4.3.12 and
 * 4.5.3). Works on bytes in memory, because an upload never lies unencrypted on a disk, and counts every inflated byte.
 */
final class ZipParts {
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int ENTRY_SIGNATURE = 0x02014B50;
    private static final int LOCAL_SIGNATURE = 0x04034B50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long IN_ZIP64_FIELD = 0xFFFFFFFFL;
    private static final int ZIP64_FIELD = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private record Entry(int method, long crc, int deflatedSize, int localHeader) {}

    private final ByteBuffer file;
    private final ReadingLimits limits;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final InflatedBytes inflated;

    ZipParts(byte[] bytes, ReadingLimits limits) {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
        this.inflated = new InflatedBytes(limits.totalBytes());
        try {
            readDirectory();
        } catch (IndexOutOfBoundsException truncated) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
    }

    private void readDirectory() {
        int end = findEnd();
        int count = u16(end + 10);
        if (count > limits.parts()) {
            throw new Refusal(UnreadableCode.TOO_MUCH_INSIDE);
        }
        int at = toIndex(u32(end + 16));
        for (int i = 0; i < count; i++) {
            if (file.getInt(at) != ENTRY_SIGNATURE) {
                throw new Refusal(UnreadableCode.DAMAGED);
            }
            if ((u16(at + 8) & 1) != 0) {
                throw new Refusal(UnreadableCode.ENCRYPTED);
            }
            int nameLength = u16(at + 28);
            int extraLength = u16(at + 30);
            byte[] name = new byte[nameLength];
            file.get(at + ENTRY_LENGTH, name);
            if (entries.put(partName(name), entry(at, at + ENTRY_LENGTH + nameLength, extraLength)) != null) {
                throw new Refusal(UnreadableCode.DAMAGED);
            }
            at += ENTRY_LENGTH + nameLength + extraLength + u16(at + 32);
        }
    }

    private int findEnd() {
        int last = file.limit() - END_LENGTH;
        for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
            if (file.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new Refusal(UnreadableCode.DAMAGED);
    }

    private Entry entry(int at, int extra, int extraLength) {
        long deflated = u32(at + 20);
        long local = u32(at + 42);
        if (deflated == IN_ZIP64_FIELD || local == IN_ZIP64_FIELD) {
            int field = zip64Field(extra, extraLength);
            if (u32(at + 24) == IN_ZIP64_FIELD) {
                field += Long.BYTES;
            }
            if (deflated == IN_ZIP64_FIELD) {
                deflated = file.getLong(field);
                field += Long.BYTES;
            }
            if (local == IN_ZIP64_FIELD) {
                local = file.getLong(field);
            }
        }
        return new Entry(u16(at + 10), u32(at + 16), toIndex(deflated), toIndex(local));
    }

    private int zip64Field(int extra, int extraLength) {
        int at = extra;
        while (at + 4 <= extra + extraLength) {
            if (u16(at) == ZIP64_FIELD) {
                return at + 4;
            }
            at += 4 + u16(at + 2);
        }
        throw new Refusal(UnreadableCode.DAMAGED);
    }

    private int toIndex(long value) {
        if (value < 0 || value > file.limit()) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
        return (int) value;
    }

    private int u16(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    private long u32(int at) {
        return Integer.toUnsignedLong(file.getInt(at));
    }

    /** Part names do not differ by case (ECMA-376 part 2); some writers use backslashes. */
    private static String partName(byte[] name) {
        return partName(new String(name, StandardCharsets.UTF_8));
    }

    private static String partName(String name) {
        String slashed = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashed.startsWith("/") ? slashed.substring(1) : slashed;
    }

    boolean has(String name) {
        return entries.containsKey(partName(name));
    }

    boolean hasNameEnding(String ending) {
        return entries.keySet().stream().anyMatch(name -> name.endsWith(ending));
    }

    /** The part's inflated bytes; reading them throws {@link Refusal} where a bound or the check sum is broken. */
    Optional<InputStream> open(String name) {
        return open(name, limits.partBytes());
    }

    Optional<InputStream> open(String name, long mostBytes) {
        Entry entry = entries.get(partName(name));
        if (entry == null) {
            return Optional.empty();
        }
        try {
            int local = entry.localHeader();
            if (file.getInt(local) != LOCAL_SIGNATURE) {
                throw new Refusal(UnreadableCode.DAMAGED);
            }
            int data = local + LOCAL_LENGTH + u16(local + 26) + u16(local + 28);
            ByteBuffer deflated = file.slice(data, entry.deflatedSize());
            return switch (entry.method()) {
                case STORED, DEFLATED ->
                    Optional.of(new PartStream(
                            deflated,
                            entry.method() == DEFLATED,
                            entry.crc(),
                            Math.min(mostBytes, limits.partBytes()),
                            limits.ratio(),
                            inflated));
                default -> throw new Refusal(UnreadableCode.DAMAGED);
            };
        } catch (IndexOutOfBoundsException truncated) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
    }
}
