package vn.khanhhoa.thecovid.card.token;

import java.time.Instant;
import java.util.List;

/**
 * The keys that are believed, for devices that have to do without a network: a CWT (RFC 8392) with issuer, when it was made and
 * until when it is to be used, signed by one of these keys. Whoever has one takes the next only if it was made later and is
 * signed by a key of the one they have that it does not itself withdraw.
 *
 * @param withdrawn keys that became known to others: none of their cards is believed any more
 */
public record TrustBundle(
        String issuer, Instant madeAt, Instant validUntil, List<TrustedKey> keys, List<KeyId> withdrawn) {
    static final String TYPE = "application/vnd.thecovid.trust+cwt";
    private static final int ISSUER = 1;
    private static final int EXPIRES = 4;
    private static final int ISSUED = 6;
    private static final int TRUST = -65538;
    private static final int KEYS = 1;
    private static final int WITHDRAWN = 2;

    public TrustBundle {
        keys = List.copyOf(keys);
        withdrawn = List.copyOf(withdrawn);
    }

    public byte[] signed(TokenSigner signer) {
        CborWriter out = new CborWriter().map(4);
        out.integer(ISSUER).text(issuer);
        out.integer(EXPIRES).integer(validUntil.getEpochSecond());
        out.integer(ISSUED).integer(madeAt.getEpochSecond());
        out.integer(TRUST).map(2);
        KeySets.write(out.integer(KEYS), keys);
        out.integer(WITHDRAWN).array(withdrawn.size());
        withdrawn.forEach(kid -> out.bytes(kid.bytes()));
        return signer.document(TYPE, out.toBytes());
    }
}
