package vn.khanhhoa.thecovid.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What a new password has to be: long, and nothing that is tried first, which are the names at hand, and what many people
 * choose, in English and in Vietnamese. Which signs it is made of is not asked: length is what counts.
 */
final class GoodPassword {
    static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    /** More of it would make no difference, and takes long to look through. */
    private static final int LOOKED_AT = 64;
    /** So many guesses take years where each has to pass the sign-in, and very long where hashes were stolen. */
    private static final double FEWEST_GUESSES = 1e8;

    private static final int SHORTEST_NAME = 4;
    private static final List<String> OF_THE_PORTAL = List.of("thecovid", "khanhhoa");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Zxcvbn GUESSING = guessing();

    private GoodPassword() {}

    static void require(String password, String email, String displayName) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new RuleViolation("access.password-length", SHORTEST, LONGEST);
        }
        String letters = letters(password);
        List<String> names = names(email, displayName).toList();
        if (names.stream().anyMatch(letters::contains)) {
            throw new RuleViolation("access.password-names");
        }
        String plain = unmarked(password);
        Strength strength = GUESSING.measure(plain.substring(0, Math.min(LOOKED_AT, plain.length())), names);
        double guesses = strength.getGuesses();
        strength.wipe();
        if (guesses < FEWEST_GUESSES) {
            throw new RuleViolation("access.password-common");
        }
    }

    /** Whatever stands at hand to whoever guesses. */
    private static Stream<String> names(String email, String displayName) {
        return Stream.concat(
                        Stream.of(letters(email.replaceFirst("@.*", "")), letters(displayName)), OF_THE_PORTAL.stream())
                .filter(name -> name.length() >= SHORTEST_NAME);
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(unmarked(text)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String unmarked(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static Zxcvbn guessing() {
        try {
            return new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("vietnamese", vietnamese()))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the lists of common passwords", unreadable);
        }
    }

    /** The most common first. */
    private static List<String> vietnamese() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(GoodPassword.class.getResourceAsStream("/access/common-passwords-vi.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
