package vn.khanhhoa.thecovid.card.token;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What a card says about itself to whoever scans it without a network. Never a full identity number, a phone number, a
 * level or a fact of health: the record has no place for them.
 *
 * @param issuedAt in whole seconds, as the two bounds of validity
 * @param notBefore first instant of validity
 * @param expiresAt first instant after validity
 * @param cardNumber the random part of the card's number, without prefix, dashes and check character
 * @param name in NFC; longer than {@value #MAX_TEXT} letters it is cut and ends in an ellipsis, as is the workplace
 * @param idTail last four characters of the identity document as printed; empty for people without one
 * @param activities codes of the catalogue, at most {@value #MAX_ACTIVITIES}
 * @param workplace name of the workplace; may be empty
 */
public record CardClaims(
        PublicId id,
        Instant issuedAt,
        Instant notBefore,
        Instant expiresAt,
        String cardNumber,
        String name,
        int birthYear,
        String idTail,
        List<String> activities,
        String workplace) {
    public static final int MAX_TEXT = 80;
    public static final int MAX_ACTIVITIES = 16;
    static final int MIN_BIRTH_YEAR = 1850;
    static final int MAX_BIRTH_YEAR = 2200;
    private static final long LAST_SECOND = 253_402_300_799L; // end of the year 9999
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{1,11}");
    private static final Pattern TAIL = Pattern.compile("[0-9A-Z]{0,4}");
    private static final Pattern ACTIVITY = Pattern.compile("[0-9A-Z][0-9A-Z_]{0,23}");

    public CardClaims {
        name = shorten(name);
        workplace = shorten(workplace);
        activities = List.copyOf(activities);
        if (activities.size() > MAX_ACTIVITIES) {
            throw new RuleViolation("card.too-many-activities", activities.size(), MAX_ACTIVITIES);
        }
        require(inSeconds(issuedAt) && inSeconds(notBefore) && inSeconds(expiresAt), "times are whole seconds");
        require(notBefore.isBefore(expiresAt), "validity ends before it starts");
        require(NUMBER.matcher(cardNumber).matches(), "card number has letters and digits only");
        require(TAIL.matcher(idTail).matches(), "at most four characters of an identity document");
        require(birthYear >= MIN_BIRTH_YEAR && birthYear <= MAX_BIRTH_YEAR, "birth year out of range");
        require(activities.stream().allMatch(code -> ACTIVITY.matcher(code).matches()), "activity code misspelt");
    }

    private static boolean inSeconds(Instant time) {
        return time.getNano() == 0 && time.getEpochSecond() >= 0 && time.getEpochSecond() <= LAST_SECOND;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static String shorten(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (nfc.length() <= MAX_TEXT) {
            return nfc;
        }
        int end = Character.isHighSurrogate(nfc.charAt(MAX_TEXT - 2)) ? MAX_TEXT - 2 : MAX_TEXT - 1;
        return nfc.substring(0, end).strip() + "…";
    }
}
