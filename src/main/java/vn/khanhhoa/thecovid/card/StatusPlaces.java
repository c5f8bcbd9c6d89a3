package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Iterator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/**
 * Draws a place in the status list for each new card. Numbers of a sequence, so that no two nodes draw the same one and the list
 * grows no longer than it must, put in another order within each block of {@value #BLOCK}: an order that follows from a key of the
 * portal, is the same on every node, and tells nobody else which cards were issued together.
 */
@ApplicationScoped
class StatusPlaces {
    static final int BLOCK = 1 << 16;
    private static final int STEP = 1_000;
    private static final int AES_BYTES = 16;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    private @Nullable Iterator<Long> numbers;
    private long block = -1;
    private int[] order = {};

    synchronized long next() {
        Iterator<Long> known = numbers;
        if (known == null) {
            known = sql.ids("card_status_seq", STEP);
            numbers = known;
        }
        long number = known.next();
        if (number / BLOCK != block) {
            block = number / BLOCK;
            order = order(Arrays.copyOf(cipher.match("card-status-places", ""), AES_BYTES), block);
        }
        return block * BLOCK + order[(int) (number % BLOCK)];
    }

    /** Shuffled by the key stream of AES in counter mode. */
    static int[] order(byte[] key, long block) {
        try {
            Cipher aes = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] start = ByteBuffer.allocate(AES_BYTES).putLong(block).array();
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            ByteBuffer chance = ByteBuffer.wrap(aes.doFinal(new byte[BLOCK * Long.BYTES]));
            int[] order = new int[BLOCK];
            for (int place = 0; place < BLOCK; place++) {
                int other = (int) Long.remainderUnsigned(chance.getLong(), place + 1);
                order[place] = order[other];
                order[other] = place;
            }
            return order;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
