package vn.khanhhoa.thecovid.card;

import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.token.KeySets;
import vn.khanhhoa.thecovid.card.token.TokenCheck;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Tells the tokens of this portal from everything else, and gives out the keys by which others can tell. */
@UseCase
public class TokenReading {
    /** What a text turned out to be. */
    public sealed interface Reading {}

    /** Signed by this portal and in its time; the card's present state is another question. */
    public record Genuine(PublicId card) implements Reading {}

    /**
     * Signed by this portal; what became of the card goes before the calendar.
     *
     * @param reason {@code not-yet-valid} or {@code expired}
     */
    public record OutOfTime(PublicId card, String reason) implements Reading {}

    /** @param reason for example {@code bad-signature} */
    public record Refused(String reason) implements Reading {}

    @Inject
    private SigningKeys keys;

    @Requires(Permission.ANYONE)
    public Reading read(String token) {
        TokenCheck check = keys.reader().read(token);
        if (check instanceof TokenCheck.Genuine genuine) {
            return new Genuine(genuine.claims().id());
        } else if (check instanceof TokenCheck.OutOfTime late) {
            return new OutOfTime(late.claims().id(), late.reason().code());
        }
        return new Refused(((TokenCheck.Rejected) check).reason().code());
    }

    /** JSON of RFC 7517, section 5. */
    @Requires(Permission.ANYONE)
    public String jwkSet() {
        return KeySets.jwkSet(keys.trusted());
    }

    /** CBOR of RFC 9052, section 7. */
    @Requires(Permission.ANYONE)
    public byte[] coseKeySet() {
        return KeySets.coseKeySet(keys.trusted());
    }
}
