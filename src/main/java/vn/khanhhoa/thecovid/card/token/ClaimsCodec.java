package vn.khanhhoa.thecovid.card.token;

import static vn.khanhhoa.thecovid.card.token.ClaimParts.MAX_ISSUER_BYTES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Claims as a CBOR map and back. Registered claims have the keys of RFC 8392, all others are together under one
 * private-use key. The reader accepts nothing that the writer would have written in another way.
 */
final class ClaimsCodec {
    private static final int ISSUER = 1;
    private static final int EXPIRES = 4;
    private static final int NOT_BEFORE = 5;
    private static final int CARD = -65537;

    private static final int CARD_NUMBER = 1;
    private static final int NAME = 2;
    private static final int BIRTH_YEAR = 3;
    private static final int ID_TAIL = 4;
    private static final int ACTIVITIES = 5;
    private static final int ROUTE = 6;
    private static final int KIND = 7;
    private static final int STATUS_PLACE = 8;

    record Issued(String issuer, CardClaims claims) {}

    private ClaimsCodec() {}

    static byte[] write(String issuer, CardClaims claims) {
        CborWriter out = new CborWriter().map(4);
        out.integer(ISSUER).text(issuer);
        out.integer(EXPIRES).integer(claims.expiresAt().getEpochSecond());
        out.integer(NOT_BEFORE).integer(claims.notBefore().getEpochSecond());
        out.integer(CARD).map(8);
        ClaimParts.writeNumber(out.integer(CARD_NUMBER), claims.cardNumber());
        ClaimParts.writeText(out.integer(NAME), claims.name());
        out.integer(BIRTH_YEAR).integer(claims.birthYear());
        ClaimParts.writeTail(out.integer(ID_TAIL), claims.idTail());
        ClaimParts.writeCodes(out.integer(ACTIVITIES), claims.activities());
        out.integer(ROUTE).array(claims.route().size());
        claims.route().forEach(area -> ClaimParts.writeArea(out, area));
        out.integer(KIND).integer(claims.kind().number());
        out.integer(STATUS_PLACE).integer(claims.statusPlace());
        return out.toBytes();
    }

    static Issued read(byte[] payload) throws MalformedException {
        CborReader in = new CborReader(payload);
        in.map(4);
        in.expect(ISSUER);
        String issuer = in.text(MAX_ISSUER_BYTES);
        in.expect(EXPIRES);
        long expires = in.integer();
        in.expect(NOT_BEFORE);
        long notBefore = in.integer();
        in.expect(CARD);
        in.map(8);
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
        in.expect(ROUTE);
        List<String> route = route(in);
        in.expect(KIND);
        CardKind kind = CardKind.of(in.integer());
        in.expect(STATUS_PLACE);
        int statusPlace = in.integer(0, CardClaims.MAX_PLACE - 1);
        in.end();
        try {
            CardClaims claims = new CardClaims(
                    kind,
                    cardNumber,
                    statusPlace,
                    Instant.ofEpochSecond(notBefore),
                    Instant.ofEpochSecond(expires),
                    name,
                    birthYear,
                    idTail,
                    activities,
                    route);
            if (!Arrays.equals(payload, write(issuer, claims))) {
                throw new MalformedException("claims in another form than the one canonical");
            }
            return new Issued(issuer, claims);
        } catch (RuntimeException refused) {
            // Whatever the record of claims does not accept was not written by this codec.
            throw new MalformedException(String.valueOf(refused.getMessage()));
        }
    }

    private static List<String> route(CborReader in) throws MalformedException {
        int areas = in.array(0, CardClaims.MAX_ROUTE);
        List<String> route = new ArrayList<>(areas);
        for (int area = 0; area < areas; area++) {
            route.add(ClaimParts.readArea(in));
        }
        return route;
    }
}
