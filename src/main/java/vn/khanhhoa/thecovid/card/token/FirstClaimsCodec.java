package vn.khanhhoa.thecovid.card.token;

import static vn.khanhhoa.thecovid.card.token.ClaimParts.MAX_ISSUER_BYTES;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** {@link FirstClaims} as they were written, to the byte: the reader compares. */
final class FirstClaimsCodec {
    private static final int ISSUER = 1;
    private static final int EXPIRES = 4;
    private static final int NOT_BEFORE = 5;
    private static final int ISSUED = 6;
    private static final int ID = 7;
    private static final int ID_BYTES = 16;
    private static final int CARD = -65537;

    private static final int CARD_NUMBER = 1;
    private static final int NAME = 2;
    private static final int BIRTH_YEAR = 3;
    private static final int ID_TAIL = 4;
    private static final int ACTIVITIES = 5;
    private static final int WORKPLACE = 6;

    private FirstClaimsCodec() {}

    static byte[] write(String issuer, FirstClaims claims) {
        CborWriter out = new CborWriter().map(6);
        out.integer(ISSUER).text(issuer);
        out.integer(EXPIRES).integer(claims.expiresAt().getEpochSecond());
        out.integer(NOT_BEFORE).integer(claims.notBefore().getEpochSecond());
        out.integer(ISSUED).integer(claims.issuedAt().getEpochSecond());
        out.integer(ID).bytes(claims.id());
        out.integer(CARD).map(6);
        ClaimParts.writeNumber(out.integer(CARD_NUMBER), claims.cardNumber());
        ClaimParts.writeText(out.integer(NAME), claims.name());
        out.integer(BIRTH_YEAR).integer(claims.birthYear());
        ClaimParts.writeTail(out.integer(ID_TAIL), claims.idTail());
        ClaimParts.writeCodes(out.integer(ACTIVITIES), claims.activities());
        ClaimParts.writeText(out.integer(WORKPLACE), claims.workplace());
        return out.toBytes();
    }

    static ClaimsCodec.Issued read(byte[] payload) throws MalformedException {
        CborReader in = new CborReader(payload);
        in.map(6);
        in.expect(ISSUER);
        String issuer = in.text(MAX_ISSUER_BYTES);
        in.expect(EXPIRES);
        long expires = in.integer();
        in.expect(NOT_BEFORE);
        long notBefore = in.integer();
        in.expect(ISSUED);
        long issued = in.integer();
        in.expect(ID);
        byte[] id = in.bytes(ID_BYTES, ID_BYTES);
        in.expect(CARD);
        in.map(6);
        in.expect(CARD_NUMBER);
        String cardNumber = ClaimParts.readNumber(in);
        in.expect(NAME);
        String name = ClaimParts.readText(in);
        in.expect(BIRTH_YEAR);
        int birthYear = in.integer(CardClaims.MIN_BIRTH_YEAR, CardClaims.MAX_BIRTH_YEAR);
        in.expect(ID_TAIL);
        String idTail = ClaimParts.readTail(in);
        in.expect(ACTIVITIES);
        List<String> activities = ClaimParts.readCodes(in);
        in.expect(WORKPLACE);
        String workplace = ClaimParts.readText(in);
        in.end();
        try {
            FirstClaims first = new FirstClaims(
                    id,
                    Instant.ofEpochSecond(issued),
                    Instant.ofEpochSecond(notBefore),
                    Instant.ofEpochSecond(expires),
                    cardNumber,
                    name,
                    birthYear,
                    idTail,
                    activities,
                    workplace);
            CardClaims claims = first.claims();
            if (!claims.name().equals(name) || !Arrays.equals(payload, write(issuer, first))) {
                throw new MalformedException("claims in another form than the one canonical");
            }
            return new ClaimsCodec.Issued(issuer, claims);
        } catch (RuntimeException refused) {
            // Whatever the records of claims do not accept was not written by this codec.
            throw new MalformedException(String.valueOf(refused.getMessage()));
        }
    }
}
