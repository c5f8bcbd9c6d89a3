package vn.khanhhoa.thecovid.card.token;

import static vn.khanhhoa.thecovid.card.token.TokenRejection.BAD_BASE45;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.BAD_SIGNATURE;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.EXPIRED;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.FOREIGN_CODE;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.MALFORMED;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.NOT_A_CARD;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.NOT_YET_VALID;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.TOO_LONG;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.UNKNOWN_KEY;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.UNSUPPORTED_HEADER;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.WITHDRAWN_KEY;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.WRONG_ISSUER;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Genuine;
import vn.khanhhoa.thecovid.card.token.TokenCheck.OutOfTime;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Rejected;

/**
 * Tells genuine tokens from everything else, without a network and without ever throwing. Valid from {@code nbf} up to,
 * not including, {@code exp}, with no leeway. Immutable: other keys, other reader. May be shared by threads.
 */
public final class TokenReader {
    /** Beyond the longest token that the bounds of {@link CardClaims} allow. */
    public static final int MAX_LENGTH = 2000;

    /** Of cards that are out and say what cards said at first. Both prefixes are of one length. */
    private static final String FIRST_PREFIX = "KH1:";

    /**
     * EU certificate and Viet Nam's vaccine passport, Swiss light certificate, New Zealand's pass, SMART Health Card,
     * French 2D-Doc.
     */
    private static final List<String> FOREIGN_PREFIXES = List.of("HC1:", "LT1:", "NZCP:/", "shc:/", "DC03", "DC04");

    private final String issuer;
    private final Map<KeyId, ECPublicKeyParameters> keys;
    private final Set<KeyId> withdrawn;
    private final Clock clock;

    /** @param withdrawn keys that are known, and not believed any more */
    public TokenReader(String issuer, Collection<TrustedKey> keys, Collection<KeyId> withdrawn, Clock clock) {
        this.issuer = issuer;
        this.keys = keys.stream().collect(Collectors.toMap(TrustedKey::id, key -> Es256.key(key.publicKey())));
        this.withdrawn = Set.copyOf(withdrawn);
        this.clock = clock;
    }

    public TokenCheck read(String token) {
        boolean first = token.startsWith(FIRST_PREFIX);
        if (!first && !token.startsWith(TokenSigner.PREFIX)) {
            return new Rejected(FOREIGN_PREFIXES.stream().anyMatch(token::startsWith) ? FOREIGN_CODE : NOT_A_CARD);
        }
        if (token.length() > MAX_LENGTH) {
            return new Rejected(TOO_LONG);
        }
        byte[] message;
        try {
            message = Base45.decode(token, TokenSigner.PREFIX.length());
        } catch (MalformedException notBase45) {
            return new Rejected(BAD_BASE45);
        }
        try {
            return read(CoseSign1.read(message), first);
        } catch (CoseSign1.UnsupportedHeader other) {
            return new Rejected(UNSUPPORTED_HEADER);
        } catch (MalformedException malformed) {
            return new Rejected(MALFORMED);
        }
    }

    private TokenCheck read(CoseSign1 message, boolean first) throws MalformedException {
        ECPublicKeyParameters key = keys.get(message.kid());
        if (key == null) {
            return new Rejected(withdrawn.contains(message.kid()) ? WITHDRAWN_KEY : UNKNOWN_KEY);
        }
        if (!Es256.verify(key, message.toBeSigned(), message.signature())) {
            return new Rejected(BAD_SIGNATURE);
        }
        ClaimsCodec.Issued read =
                first ? FirstClaimsCodec.read(message.payload()) : ClaimsCodec.read(message.payload());
        Instant now = clock.instant();
        if (!read.issuer().equals(issuer)) {
            return new Rejected(WRONG_ISSUER);
        }
        if (now.isBefore(read.claims().notBefore())) {
            return new OutOfTime(read.claims(), NOT_YET_VALID);
        }
        if (!now.isBefore(read.claims().expiresAt())) {
            return new OutOfTime(read.claims(), EXPIRED);
        }
        return new Genuine(read.claims(), message.kid());
    }
}
