package vn.khanhhoa.thecovid.notification.wording;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The text of an SMS. In the alphabet that every phone has (GSM 03.38), 160 characters are one SMS and longer texts are
 * parted by 153; with one letter outside of it, 70 and 67. So Vietnamese is written without its marks unless the operator
 * wants them.
 */
public record SmsText(String text, boolean plain, int length, int segments) {
    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each takes two places. */
    private static final String GSM_EXTENDED = "^{}\\[~]|€";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<String, String> WITHOUT_MARKS = Map.ofEntries(
            Map.entry("Đ", "D"),
            Map.entry("đ", "d"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("‘", "'"),
            Map.entry("’", "'"),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("…", "..."),
            Map.entry("•", "-"),
            Map.entry("\u00a0", " "));

    private static final int ONE_PLAIN = 160;
    private static final int PART_PLAIN = 153;
    private static final int ONE_UNICODE = 70;
    private static final int PART_UNICODE = 67;

    /** @param marks whether Vietnamese keeps its marks */
    public static SmsText of(String words, boolean marks) {
        String text = marks ? Normalizer.normalize(words, Normalizer.Form.NFC) : withoutMarks(words);
        boolean plain = text.chars().allMatch(SmsText::isPlain);
        int length = plain
                ? (int) text.chars()
                        .map(c -> GSM_EXTENDED.indexOf(c) < 0 ? 1 : 2)
                        .sum()
                : text.length();
        return new SmsText(
                text,
                plain,
                length,
                plain ? parts(length, ONE_PLAIN, PART_PLAIN) : parts(length, ONE_UNICODE, PART_UNICODE));
    }

    private static boolean isPlain(int letter) {
        return GSM.indexOf(letter) >= 0 || GSM_EXTENDED.indexOf(letter) >= 0;
    }

    private static int parts(int length, int one, int part) {
        return length <= one ? 1 : (length + part - 1) / part;
    }

    /** What has no letter of the alphabet even then becomes a question mark. */
    private static String withoutMarks(String words) {
        String text =
                MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            String known = Character.toString(letter);
            String replaced = WITHOUT_MARKS.getOrDefault(known, known);
            plain.append(replaced.chars().allMatch(SmsText::isPlain) ? replaced : "?");
        });
        return plain.toString();
    }
}
