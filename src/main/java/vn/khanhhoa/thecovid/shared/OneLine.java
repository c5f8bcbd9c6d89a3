package vn.khanhhoa.thecovid.shared;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of one line, such as names, as they are kept: composed letters, single spaces, and nothing that is not seen. What is
 * not seen could break out of the line of a mail or a log, turn the order of the letters around it, or make two names look
 * alike that are not.
 */
public final class OneLine {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}]+");
    private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{Cc}]+");
    private static final Pattern OF_NO_BODY = Pattern.compile("[<>\\p{Cc}]");
    private static final Pattern OF_NO_NAME = Pattern.compile("[/:\\\\@<>\"]");

    /**
     * What phones make a link of: a scheme, {@code www.}, an address by numbers, a word that a dot joins to what ends an
     * address. "TP.Nha Trang" and "J.R." are none.
     */
    private static final Pattern ADDRESS = Pattern.compile(
            "://|@|www[.]|\\d+[.]\\d+[.]\\d+[.]\\d|[\\p{L}\\p{N}-][.](?:vn|us|uk|io|co|me|cc|tv|cn|ru|su|in|eu|de|fr|jp|kr|tk|ml|ga|cf"
                    + "|gq|ws|to|ly|gl|gd|gg|is|sh|ai|pw|nu|li|la|kh|th|my|sg|hk|tw|id|ph|au|ca|nl|im|st|so|fm|am|lol|cfd|sbs|cyou"
                    + "|com|net|org|info|biz|edu|gov|mil|int|name|pro|mobi"
                    + "|asia|tel|xyz|top|vip|shop|site|store|online|club|app|dev|tech|live|link|click|cloud|space|website|work"
                    + "|world|life|today|news|win|bid|loan|fun|icu|buzz|page|bank|money|finance|support|help|zone|xn--[a-z0-9-]+)"
                    + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_NAME = 120;

    private OneLine() {}

    public static String of(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("");
        return GAPS.matcher(Normalizer.normalize(seen, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** @param longest in characters of UTF-16, as columns count at least as many */
    public static String of(String text, int longest) {
        String line = of(text);
        if (line.length() > longest) {
            throw new RuleViolation("shared.line-too-long", longest, line.length());
        }
        return line;
    }

    /** A person's name, which holds no address of the web or of mail. */
    public static String ofPerson(String name) {
        String line = of(name, LONGEST_NAME);
        if (OF_NO_NAME.matcher(line).find()) {
            throw new RuleViolation("shared.signs-in-name");
        }
        if (holdsAddress(line)) {
            throw new RuleViolation("shared.address-in-name");
        }
        return line;
    }

    /** What a body or a place is called. What looks like mark-up, or is no sign at all, is a mistake or worse, and is not repaired. */
    public static String named(String name, int longest) {
        Matcher wrong = OF_NO_BODY.matcher(name.strip());
        if (wrong.find()) {
            throw new RuleViolation("shared.signs-in-body", wrong.start() + 1);
        }
        return of(name, longest);
    }

    /** The name of a body that goes into messages in the portal's name: it holds no address either. */
    public static String ofBody(String name, int longest) {
        String line = named(name, longest);
        if (holdsAddress(line)) {
            throw new RuleViolation("shared.address-in-name");
        }
        return line;
    }

    /** Whether there is something in it that a phone shows as a link. Initials, as in J.R., are none. */
    public static boolean holdsAddress(String text) {
        if (isOfLetters(text)) {
            return false;
        }
        // Full-width and small dots, colons and slashes lead to the same place.
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('。', '.');
        return ADDRESS.matcher(plain).find();
    }

    /** Latin letters with whatever marks, spaces and hyphens, as nearly all names are: nothing of that joins an address. */
    private static boolean isOfLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == ' ' || c == '-';
            boolean marked = c >= '\u00C0' && c <= '\u024F' || c >= '\u1E00' && c <= '\u1EFF';
            if (!plain && !marked) {
                return false;
            }
        }
        return true;
    }

    /** The name of a file without its folders; of one that is too long the end, which says what it is. */
    public static String ofFile(String name, int longest) {
        String line = of(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        return line.length() <= longest ? line : of(line.substring(line.length() - longest));
    }
}
