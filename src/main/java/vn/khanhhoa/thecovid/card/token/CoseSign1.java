package vn.khanhhoa.thecovid.card.token;

/**
 * The envelope of RFC 9052, section 4.2, in the one form used here: tag 18, algorithm and key id in the protected
 * header, nothing in the unprotected one.
 */
final class CoseSign1 {
    private static final int TAG = 18;
    static final int ALGORITHM = 1;
    static final int KEY_ID = 4;
    private static final int TYPE = 16; // RFC 9596
    static final int ES256 = -7;
    private static final int MAX_BYTES = 2048;
    private static final byte[] NO_EXTERNAL_DATA = {};

    private final byte[] header;
    private final KeyId kid;
    private final byte[] payload;
    private final byte[] signature;

    private CoseSign1(byte[] header, KeyId kid, byte[] payload, byte[] signature) {
        this.header = header;
        this.kid = kid;
        this.payload = payload;
        this.signature = signature;
    }

    /** The headers differ from the ones this portal writes; the message may well be good for others. */
    static final class UnsupportedHeader extends Exception {
        UnsupportedHeader(String what) {
            super(what, null, false, false);
        }
    }

    static byte[] header(KeyId kid) {
        return new CborWriter()
                .map(2)
                .integer(ALGORITHM)
                .integer(ES256)
                .integer(KEY_ID)
                .bytes(kid.bytes())
                .toBytes();
    }

    /** Of a document that is no card: the type keeps each from being taken for the other. */
    static byte[] header(KeyId kid, String type) {
        return new CborWriter()
                .map(3)
                .integer(ALGORITHM)
                .integer(ES256)
                .integer(KEY_ID)
                .bytes(kid.bytes())
                .integer(TYPE)
                .text(type)
                .toBytes();
    }

    static byte[] toBeSigned(byte[] header, byte[] payload) {
        return new CborWriter()
                .array(4)
                .text("Signature1")
                .bytes(header)
                .bytes(NO_EXTERNAL_DATA)
                .bytes(payload)
                .toBytes();
    }

    static byte[] write(byte[] header, byte[] payload, byte[] signature) {
        return tagged(untagged(header, payload, signature));
    }

    static byte[] tagged(byte[] message) {
        byte[] tagged = new byte[1 + message.length];
        tagged[0] = (byte) (CborWriter.TAG << 5 | TAG);
        System.arraycopy(message, 0, tagged, 1, message.length);
        return tagged;
    }

    static byte[] untagged(byte[] header, byte[] payload, byte[] signature) {
        return new CborWriter()
                .array(4)
                .bytes(header)
                .map(0)
                .bytes(payload)
                .bytes(signature)
                .toBytes();
    }

    static CoseSign1 read(byte[] message) throws MalformedException, UnsupportedHeader {
        CborReader in = new CborReader(message);
        in.tag(TAG);
        in.array(4, 4);
        byte[] header = in.bytes(0, MAX_BYTES);
        if (in.map() != 0) {
            throw new UnsupportedHeader("unprotected headers are not taken");
        }
        KeyId kid = readHeader(new CborReader(header));
        byte[] payload = in.bytes(0, MAX_BYTES);
        byte[] signature = in.bytes(Es256.SIGNATURE_BYTES, Es256.SIGNATURE_BYTES);
        in.end();
        return new CoseSign1(header, kid, payload, signature);
    }

    KeyId kid() {
        return kid;
    }

    byte[] payload() {
        return payload.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    byte[] toBeSigned() {
        return toBeSigned(header, payload);
    }

    private static KeyId readHeader(CborReader in) throws MalformedException, UnsupportedHeader {
        if (in.map() != 2 || in.integer() != ALGORITHM || !in.atInteger() || in.integer() != ES256) {
            throw new UnsupportedHeader("not ES256 and a key id");
        }
        if (!in.atInteger() || in.integer() != KEY_ID || !in.atBytes()) {
            throw new UnsupportedHeader("no key id");
        }
        KeyId kid = KeyId.ofBytes(in.bytes(1, KeyId.MAX_BYTES));
        in.end();
        return kid;
    }
}
