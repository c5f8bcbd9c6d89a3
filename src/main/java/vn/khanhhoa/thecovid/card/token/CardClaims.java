package vn.khanhhoa.thecovid.card.token;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What a card says about itself to whoever scans it without a network. Never a full identity number, a phone number, a
 * level, a fact of health, or a day that would give one away: the record has no place for them.
 *
 * @param cardNumber the random part of the card's number, without prefix, dashes and check character
 * @param statusPlace its place in the {@link StatusList}; {@value #NO_PLACE} on cards of before there was one
 * @param notBefore first instant of validity, in whole seconds
 * @param expiresAt first instant after validity, likewise
 * @param name in NFC; longer than {@value #MAX_NAME} letters it is cut and ends in an ellipsis
 * @param idTail last four characters of the identity document as printed; empty for people without one
 * @param activities codes of the catalogue, at most {@value #MAX_ACTIVITIES}
 * @param route codes of the areas that it leads through, at most {@value #MAX_ROUTE}; none where it is bound to no way
 */
public record CardClaims(
        CardKind kind,
        String cardNumber,
        long statusPlace,
        Instant notBefore,
        Instant expiresAt,
        String name,
        int birthYear,
        String idTail,
        List<String> activities,
        List<String> route) {
    public static final int MAX_NAME = 80;
    public static final int MAX_ACTIVITIES = 16;
    public static final int MAX_ROUTE = 4;
    static final long NO_PLACE = -1;
    static final int MAX_PLACE = 1 << 26;
    static final int MIN_BIRTH_YEAR = 1850;
    static final int MAX_BIRTH_YEAR = 2200;
    private static final long LAST_SECOND = 253_402_300_799L; // end of the year 9999
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{1,11}");
    private static final Pattern TAIL = Pattern.compile("[0-9A-Z]{0,4}");
    private static final Pattern ACTIVITY = Pattern.compile("[0-9A-Z][0-9A-Z_]{0,23}");
    private static final Pattern AREA = Pattern.compile("[0-9A-Z]{1,8}");

    public CardClaims {
        name = shorten(name);
        activities = List.copyOf(activities);
        route = List.copyOf(route);
        if (activities.size() > MAX_ACTIVITIES) {
            throw new RuleViolation("card.too-many-activities", activities.size(), MAX_ACTIVITIES);
        }
        require(statusPlace >= NO_PLACE && statusPlace < MAX_PLACE, "no place of the status list");
        require(inSeconds(notBefore) && inSeconds(expiresAt), "times are whole seconds");
        require(notBefore.isBefore(expiresAt), "validity ends before it starts");
        require(NUMBER.matcher(cardNumber).matches(), "card number has letters and digits only");
        require(TAIL.matcher(idTail).matches(), "at most four characters of an identity document");
        require(birthYear >= MIN_BIRTH_YEAR && birthYear <= MAX_BIRTH_YEAR, "birth year out of range");
        require(activities.stream().allMatch(code -> ACTIVITY.matcher(code).matches()), "activity code misspelt");
        require(
                route.size() <= MAX_ROUTE
                        && route.stream().allMatch(code -> AREA.matcher(code).matches()),
                "no route");
    }

    static boolean inSeconds(Instant time) {
        return time.getNano() == 0 && time.getEpochSecond() >= 0 && time.getEpochSecond() <= LAST_SECOND;
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    static String shorten(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (nfc.length() <= MAX_NAME) {
            return nfc;
        }
        int end = Character.isHighSurrogate(nfc.charAt(MAX_NAME - 2)) ? MAX_NAME - 2 : MAX_NAME - 1;
        return nfc.substring(0, end).strip() + "…";
    }
}
