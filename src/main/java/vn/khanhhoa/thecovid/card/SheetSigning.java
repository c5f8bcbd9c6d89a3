package vn.khanhhoa.thecovid.card;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.token.PostSheet;
import vn.khanhhoa.thecovid.platform.UseCase;

/** Signs what posts are told with the key that signs cards, which their devices know. */
@UseCase
public class SheetSigning {
    @Inject
    private SigningKeys keys;

    /** @param json without personal data @param madeAt in whole seconds */
    @Requires(Permission.RUN_JOBS)
    public byte[] signed(Actor portal, String json, Instant madeAt, Duration goodFor) {
        return new PostSheet(SigningKeys.ISSUER, madeAt, madeAt.plus(goodFor), json).signed(keys.signer());
    }
}
