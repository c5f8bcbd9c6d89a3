package vn.khanhhoa.thecovid.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM for what must not lie in the database in clear text, and HMAC-SHA-256 under another key for finding it
 * again. Layout of a sealed value: key id (2 bytes), nonce (12 bytes), cipher text with its tag.
 */
@ApplicationScoped
public class DataCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private DataKeys keys;

    // One a thread: to find the algorithm takes longer than to encrypt a line of a list.
    private final ThreadLocal<Cipher> ciphers = each(() -> Cipher.getInstance("AES/GCM/NoPadding"));
    private final ThreadLocal<Mac> macs = each(this::mac);

    public byte[] seal(String clear) {
        return seal(clear.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] seal(byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        short keyId = keys.current();
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.ENCRYPT_MODE, keys.encrypting(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] text = cipher.doFinal(clear);
            return ByteBuffer.allocate(2 + NONCE_BYTES + text.length)
                    .putShort(keyId)
                    .put(nonce)
                    .put(text)
                    .array();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a value cannot be encrypted", failure);
        }
    }

    public String open(byte[] sealed) {
        return new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    public byte[] openBytes(byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        short keyId = buffer.getShort();
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.DECRYPT_MODE, keys.encrypting(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(sealed, buffer.position(), buffer.remaining());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a value cannot be decrypted", failure);
        }
    }

    /** The same for equal values of one kind, and no way back: 32 bytes. */
    public byte[] match(String kind, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8); // before the first update, which would stay in it
        Mac mac = macs.get();
        mac.update(kind.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(bytes);
    }

    /** Ready for the next value, and again after each. */
    private Mac mac() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(keys.matching());
        return mac;
    }

    private static <T> ThreadLocal<T> each(Callable<T> algorithm) {
        return ThreadLocal.withInitial(() -> {
            try {
                return algorithm.call();
            } catch (Exception missing) {
                throw new IllegalStateException(missing);
            }
        });
    }
}
