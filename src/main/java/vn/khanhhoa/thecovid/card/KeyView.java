package vn.khanhhoa.thecovid.card;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A key that signs cards.
 *
 * @param kid as it is in the header of each code that it signed
 * @param inToken whether the private key is in a PKCS#11 token rather than in the key store file
 * @param signing whether new cards are signed by it now
 * @param signed how many cards it has signed
 * @param current how many of these can still be used
 * @param toReissue how many had to get new codes when it became known to others
 * @param incident for which giving new codes stands still; empty where it does not
 */
public record KeyView(
        PublicId id,
        String kid,
        boolean inToken,
        KeyState state,
        @Nullable Instant activeFrom,
        Instant createdAt,
        boolean signing,
        long signed,
        long current,
        int toReissue,
        Optional<String> incident) {
    public boolean isReissuing() {
        return state == KeyState.COMPROMISED && current > 0 && incident.isEmpty();
    }

    /** Cards that have their new code. */
    public long reissued() {
        return Math.max(0, toReissue - current);
    }

    public int percent() {
        return toReissue == 0 ? 100 : (int) (100 * reissued() / toReissue);
    }
}
