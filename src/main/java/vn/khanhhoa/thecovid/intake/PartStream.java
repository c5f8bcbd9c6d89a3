package vn.khanhhoa.thecovid.intake;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One part of an archive while it inflates: size, ratio and check sum are looked at as the bytes come. */
final class PartStream extends InputStream {
    private static final int RATIO_FROM = 1 << 20;

    private final ByteBuffer stored;
    private final Inflater inflater = new Inflater(true);
    private final boolean deflated;
    private final long expectedCrc;
    private final long mostBytes;
    private final int ratio;
    private final InflatedBytes total;
    private final CRC32 crc = new CRC32();
    private long count;
    private boolean ended;

    PartStream(ByteBuffer stored, boolean deflated, long crc, long mostBytes, int ratio, InflatedBytes total) {
        this.stored = stored;
        this.deflated = deflated;
        this.expectedCrc = crc;
        this.mostBytes = mostBytes;
        this.ratio = ratio;
        this.total = total;
        if (deflated) {
            inflater.setInput(stored.duplicate());
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int read = deflated ? inflate(target, offset, length) : copy(target, offset, length);
        if (read <= 0) {
            ended = true;
            if (crc.getValue() != expectedCrc) {
                throw new Refusal(UnreadableCode.DAMAGED);
            }
            return -1;
        }
        crc.update(target, offset, read);
        count += read;
        total.add(read);
        if (count > mostBytes || (deflated && count > RATIO_FROM && count / ratio > inflater.getBytesRead())) {
            throw new Refusal(UnreadableCode.TOO_MUCH_INSIDE);
        }
        return read;
    }

    private int inflate(byte[] target, int offset, int length) {
        try {
            int read = inflater.inflate(target, offset, length);
            if (read == 0 && !inflater.finished()) {
                throw new Refusal(UnreadableCode.DAMAGED);
            }
            return read;
        } catch (DataFormatException damaged) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
    }

    private int copy(byte[] target, int offset, int length) {
        int read = Math.min(length, stored.remaining());
        stored.get(target, offset, read);
        return read;
    }

    @Override
    public void close() {
        ended = true;
        inflater.end();
    }
}
