package vn.khanhhoa.thecovid.card.token;

import java.time.Instant;

/**
 * What a post needs to know to check cards without a network, besides keys and states: a CWT (RFC 8392) that holds one JSON text.
 * Says nothing of any person.
 *
 * @param until when it is not to be used any more
 */
public record PostSheet(String issuer, Instant madeAt, Instant until, String json) {
    static final String TYPE = "application/vnd.thecovid.post-sheet+cwt";
    private static final int ISSUER = 1;
    private static final int EXPIRES = 4;
    private static final int ISSUED = 6;
    private static final int SHEET = -65540;

    public byte[] signed(TokenSigner signer) {
        CborWriter out = new CborWriter().map(4);
        out.integer(ISSUER).text(issuer);
        out.integer(EXPIRES).integer(until.getEpochSecond());
        out.integer(ISSUED).integer(madeAt.getEpochSecond());
        out.integer(SHEET).text(json);
        return signer.document(TYPE, out.toBytes());
    }
}
