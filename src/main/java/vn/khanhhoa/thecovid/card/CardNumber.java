package vn.khanhhoa.thecovid.card;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number on a card, made to be read over the phone and typed: {@code KH7-2XQ4-9MT3-G}. Nine random characters (45
 * bits: with a million cards about one guess in 35 million hits) and a check character, all of an alphabet without I, L, O
 * and U, which look or sound like others.
 *
 * <p>The check character is the sum of the nine over the field of 32 elements, each times its own power of the generator.
 * It finds every wrong character, every two characters in each other's place and every pair that became another pair.
 *
 * @param body the nine random characters, as they are stored and signed
 */
public record CardNumber(String body) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PREFIX = "KH";
    private static final int BODY_LENGTH = 9;
    private static final int MAX_TYPED = 40;
    private static final int FIELD_POLYNOMIAL = 0b100101; // x^5 + x^2 + 1, primitive

    public CardNumber {
        if (body.length() != BODY_LENGTH || body.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new IllegalArgumentException("no card number: " + body);
        }
    }

    /** Give it a {@link java.security.SecureRandom}: numbers must not follow from one another. */
    public static CardNumber random(RandomGenerator random) {
        StringBuilder body = new StringBuilder(BODY_LENGTH);
        for (int i = 0; i < BODY_LENGTH; i++) {
            body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CardNumber(body.toString());
    }

    /**
     * Reads what a person typed: spaces, dashes, dots, small letters, O for 0, I or L for 1, and a missing prefix are
     * forgiven. Empty if it is not a number or the check character does not fit.
     */
    public static Optional<CardNumber> parse(String typed) {
        if (typed.length() > MAX_TYPED) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        typed.codePoints().filter(Character::isLetterOrDigit).forEach(c -> plain.append(likeness(c)));
        if (plain.length() == PREFIX.length() + BODY_LENGTH + 1 && plain.indexOf(PREFIX) == 0) {
            plain.delete(0, PREFIX.length());
        }
        if (plain.length() != BODY_LENGTH + 1 || plain.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.empty();
        }
        CardNumber number = new CardNumber(plain.substring(0, BODY_LENGTH));
        return number.check() == plain.charAt(BODY_LENGTH) ? Optional.of(number) : Optional.empty();
    }

    /** Grouped for reading aloud. */
    @Override
    public String toString() {
        return PREFIX + body.charAt(0) + "-" + body.substring(1, 5) + "-" + body.substring(5) + "-" + check();
    }

    private static String likeness(int typed) {
        int upper = Character.toUpperCase(typed);
        return switch (upper) {
            case 'O' -> "0";
            case 'I', 'L' -> "1";
            default -> Character.toString(upper);
        };
    }

    private char check() {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum = timesGenerator(sum ^ ALPHABET.indexOf(body.charAt(i)));
        }
        return ALPHABET.charAt(sum);
    }

    private static int timesGenerator(int element) {
        int shifted = element << 1;
        return shifted < ALPHABET.length() ? shifted : shifted ^ FIELD_POLYNOMIAL;
    }
}
