package vn.khanhhoa.thecovid.card.token;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.zip.Deflater;

/**
 * How every card stands, by its place in the list: a Token Status List of the IETF (draft-ietf-oauth-status-list) as a CWT, and what
 * changed in it since a moment. Only here is known how either is written.
 *
 * <p>Places that no card has are invalid, as far as they are within the list. One thread at a time may change it; others may look
 * at a place meanwhile, and find it as it was before or as it is then.
 */
public final class StatusList {
    /** Media type, and the type in the protected header. */
    public static final String TYPE = "application/statuslist+cwt";

    public static final String CHANGES_TYPE = "application/vnd.thecovid.status-changes+cwt";
    private static final int BITS = 4;
    private static final int NOBODY = CardStatus.INVALID.bits() * 0x11;
    /** Of a list, which grows by as many places at a time. */
    private static final int GROWTH = 1 << 16;

    private static final int ISSUER = 1;
    private static final int SUBJECT = 2;
    private static final int EXPIRES = 4;
    private static final int ISSUED = 6;
    private static final int STATUS_LIST = 65533;
    private static final int TIME_TO_LIVE = 65534;
    private static final int CHANGES = -65539;
    private static final int SINCE = 1;
    private static final int LENGTH = 2;
    private static final int CHANGED = 3;

    /**
     * What stands around a list when it is signed.
     *
     * @param subject address of the list
     * @param madeAt by which its age is told
     * @param until when it is not to be used any more
     * @param secondsToLive after how long a newer one should be asked for
     */
    public record Frame(String issuer, String subject, Instant madeAt, Instant until, int secondsToLive) {}

    private volatile byte[] places = new byte[0];

    public void set(long place, CardStatus status) {
        int index = Math.toIntExact(place);
        byte[] all = places;
        if (index >= length()) {
            all = Arrays.copyOf(places, (index / GROWTH + 1) * GROWTH * BITS / Byte.SIZE);
            Arrays.fill(all, places.length, all.length, (byte) NOBODY);
        }
        int shift = BITS * (index & 1);
        all[index >> 1] = (byte) (all[index >> 1] & ~(0x0F << shift) | status.bits() << shift);
        places = all;
    }

    public CardStatus get(long place) {
        byte[] all = places;
        if (place < 0 || place >= (long) all.length * Byte.SIZE / BITS) {
            return CardStatus.INVALID;
        }
        int index = (int) place;
        return CardStatus.of(all[index >> 1] >> BITS * (index & 1) & 0x0F);
    }

    /** Places in it, whether cards have them or not. */
    public int length() {
        return places.length * Byte.SIZE / BITS;
    }

    /** The same for equal lists. */
    public byte[] digest() {
        return Es256.sha256(places);
    }

    /** A COSE_Sign1 without tag, as the draft wants it. */
    public byte[] signed(TokenSigner signer, Frame frame) {
        CborWriter out = new CborWriter().map(6);
        out.integer(ISSUER).text(frame.issuer());
        out.integer(SUBJECT).text(frame.subject());
        out.integer(EXPIRES).integer(frame.until().getEpochSecond());
        out.integer(ISSUED).integer(frame.madeAt().getEpochSecond());
        out.integer(STATUS_LIST).map(2);
        out.text("lst").bytes(compressed());
        out.text("bits").integer(BITS);
        out.integer(TIME_TO_LIVE).integer(frame.secondsToLive());
        return signer.untagged(TYPE, out.toBytes());
    }

    /**
     * Places and how they stand now, for whoever has the list of a moment: each a place of 28 bits and its four. More than what
     * changed does no harm.
     */
    public byte[] changes(TokenSigner signer, Frame frame, Instant since, SortedMap<Long, CardStatus> changed) {
        ByteBuffer pairs = ByteBuffer.allocate(changed.size() * Integer.BYTES);
        changed.forEach((place, status) -> pairs.putInt(Math.toIntExact(place) << BITS | status.bits()));
        CborWriter out = new CborWriter().map(6);
        out.integer(ISSUER).text(frame.issuer());
        out.integer(SUBJECT).text(frame.subject());
        out.integer(EXPIRES).integer(frame.until().getEpochSecond());
        out.integer(ISSUED).integer(frame.madeAt().getEpochSecond());
        out.integer(TIME_TO_LIVE).integer(frame.secondsToLive());
        out.integer(CHANGES).map(3);
        out.integer(SINCE).integer(since.getEpochSecond());
        out.integer(LENGTH).integer(length());
        out.integer(CHANGED).bytes(pairs.array());
        return signer.untagged(CHANGES_TYPE, out.toBytes());
    }

    private byte[] compressed() {
        Deflater zlib = new Deflater(Deflater.BEST_COMPRESSION);
        zlib.setInput(places);
        zlib.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(places.length / 2 + 64);
        byte[] buffer = new byte[1 << 14];
        while (!zlib.finished()) {
            out.write(buffer, 0, zlib.deflate(buffer));
        }
        zlib.end();
        return out.toByteArray();
    }
}
