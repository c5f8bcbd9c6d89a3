package vn.khanhhoa.thecovid.card.token;

import java.util.Locale;

/** Why a text is no token to be believed, in the order in which it is found out. */
public enum TokenRejection {
    /** Has not the prefix of a card, nor of any code known here. */
    NOT_A_CARD,
    /** The code of another health pass, for example the vaccine passport's {@code HC1:}. */
    FOREIGN_CODE,
    TOO_LONG,
    BAD_BASE45,
    /** Not CBOR, not the COSE message expected, or not the claims expected, in the one canonical form. */
    MALFORMED,
    /** Another algorithm, or headers that this portal does not write. */
    UNSUPPORTED_HEADER,
    UNKNOWN_KEY,
    /** Signed, or made to look so, by a key that became known to others: its cards got new codes. */
    WITHDRAWN_KEY,
    BAD_SIGNATURE,
    WRONG_ISSUER,
    NOT_YET_VALID,
    EXPIRED;

    /** For interfaces: {@code bad-signature}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
