package vn.khanhhoa.thecovid.stafflist;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Opens the status page of an entry together with the end of the identity number: fourteen characters (70 random bits) of
 * an alphabet without look-alikes, written {@code 7Q4M-2XWD-K9TB-3A}.
 */
public record RegistrationCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 14;
    private static final int GROUP = 4;
    private static final int LONGEST_TYPED = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RegistrationCode random() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new RegistrationCode(code.toString());
    }

    /** Spaces, dashes, small letters, O for 0, I and L for 1 are forgiven. */
    public static Optional<RegistrationCode> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? Optional.of(new RegistrationCode(plain))
                : Optional.empty();
    }

    /** Grouped for reading. */
    @Override
    public String toString() {
        StringBuilder grouped = new StringBuilder(text);
        for (int at = text.length() - text.length() % GROUP; at > 0; at -= GROUP) {
            if (at < grouped.length()) {
                grouped.insert(at, '-');
            }
        }
        return grouped.toString();
    }
}
