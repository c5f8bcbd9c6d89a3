package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.token.KeySets;
import vn.khanhhoa.thecovid.card.token.TokenCheck;
import vn.khanhhoa.thecovid.card.token.TrustBundle;
import vn.khanhhoa.thecovid.platform.UseCase;

/** Tells the tokens of this portal from everything else, and gives out the keys by which others can tell. */
@UseCase
public class TokenReading {
    /** What a text turned out to be. */
    public sealed interface Reading {}

    /**
     * Signed by this portal and in its time; the card's present state is another question.
     *
     * @param place of the card in the status list
     */
    public record Genuine(CardNumber card, long place) implements Reading {}

    /**
     * Signed by this portal; what became of the card goes before the calendar.
     *
     * @param reason {@code not-yet-valid} or {@code expired}
     */
    public record OutOfTime(CardNumber card, String reason) implements Reading {}

    /** @param reason for example {@code bad-signature} */
    public record Refused(String reason) implements Reading {}

    private static final Duration BUNDLE_LIFE = Duration.ofDays(7);
    private static final Duration BUNDLE_KEPT = Duration.ofSeconds(30);

    private record Bundle(Instant at, byte[] signed) {}

    private volatile @Nullable Bundle bundle;

    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Reading read(String token) {
        TokenCheck check = keys.reader().read(token);
        if (check instanceof TokenCheck.Genuine genuine) {
            return new Genuine(
                    new CardNumber(genuine.claims().cardNumber()),
                    genuine.claims().statusPlace());
        } else if (check instanceof TokenCheck.OutOfTime late) {
            return new OutOfTime(
                    new CardNumber(late.claims().cardNumber()), late.reason().code());
        }
        return new Refused(((TokenCheck.Rejected) check).reason().code());
    }

    /** JSON of RFC 7517, section 5. */
    @Requires(Permission.ANYONE)
    public String jwkSet() {
        return KeySets.jwkSet(keys.trusted());
    }

    /** For devices that have to do without a network, good for a week; signed anew twice a minute at most, whoever asks. */
    @Requires(Permission.ANYONE)
    public byte[] trustBundle() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Bundle known = bundle;
        if (known == null || !now.isBefore(known.at().plus(BUNDLE_KEPT)) || now.isBefore(known.at())) {
            byte[] signed = new TrustBundle(
                            SigningKeys.ISSUER, now, now.plus(BUNDLE_LIFE), keys.trusted(), keys.withdrawn())
                    .signed(keys.signer());
            known = new Bundle(now, signed);
            bundle = known;
        }
        return known.signed().clone();
    }

    /** Other keys, another bundle. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyChanged change) {
        bundle = null;
    }

    /** CBOR of RFC 9052, section 7. */
    @Requires(Permission.ANYONE)
    public byte[] coseKeySet() {
        return KeySets.coseKeySet(keys.trusted());
    }
}
