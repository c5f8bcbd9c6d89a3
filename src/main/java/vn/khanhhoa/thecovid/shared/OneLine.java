package vn.khanhhoa.thecovid.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Texts of one line, such as names, as they are kept: composed letters, single spaces, and nothing that is not seen. What is
 * not seen could break out of the line of a mail or a log, turn the order of the letters around it, or make two names look
 * alike that are not.
 */
public final class OneLine {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}]+");
    private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{Cc}]+");
    private static final Pattern OF_NO_NAME = Pattern.compile("[/:\\\\@<>\"]");
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
        return line;
    }

    /** The name of a file without its folders; of one that is too long the end, which says what it is. */
    public static String ofFile(String name, int longest) {
        String line = of(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        return line.length() <= longest ? line : of(line.substring(line.length() - longest));
    }
}
