package vn.khanhhoa.thecovid.shared;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What the outside sees instead of a database key: 128 random bits, written as 22 characters of unpadded base64url, so
 * that no address can be guessed from another.
 */
public record PublicId(UUID value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final int TEXT_LENGTH = 22;

    /** All 128 bits are random: not a version 4 UUID, which fixes six of them. */
    public static PublicId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return ofBytes(bytes);
    }

    public static PublicId ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a public id has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new PublicId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** Empty for whatever is not the one canonical text of an id. */
    public static Optional<PublicId> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            PublicId id = ofBytes(Base64.getUrlDecoder().decode(text));
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }
}
