package vn.khanhhoa.thecovid.intake;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The words of a text with one byte for each character, read as Windows-1258, TCVN3 and VNI. Each reading counts the
 * words that it makes Vietnamese; it must explain four in five of all words with marks to be believed. Bytes that
 * Windows-1258 reads otherwise than the Western Windows-1252 must make Vietnamese words nine times in ten, so that
 * neither is taken for the other. Text in an old font is then handed on as Windows-1252, which leaves it as it is for
 * the sender to be asked about.
 */
final class EightBitWords {
    /** Letters of Windows-1252 for which Windows-1258 has others. */
    private static final String READ_OTHERWISE = "\u00C3\u00CC\u00D0\u00D2\u00D5\u00DD\u00DE\u00E3\u00EC\u00F0\u00F2"
            + "\u00F5\u00FD\u00FE\u008A\u008E\u009A\u009E";

    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_WORD = 24;
    private static final double ENOUGH = 0.8;
    private static final double NEARLY_ALL = 0.9;
    private static final int NO_LINE = 0;

    private record Verdict(boolean windows, boolean tcvn3, boolean vni, boolean readOtherwise) {}

    private final Charset windows = Charset.forName(TextEncoding.WINDOWS_1258);
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private int words;
    private int asWindows;
    private int asTcvn3;
    private int asVni;
    private int readOtherwise;
    private int readOtherwiseWell;
    private int firstWrongLine = NO_LINE;

    EightBitWords(byte[] file) {
        StringBuilder word = new StringBuilder();
        int line = 1;
        for (byte b : file) {
            char c = (char) (b & 0xFF);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c > '\u007F' && c != '\u00A0')) {
                word.append(c);
                continue;
            }
            look(word, line);
            word.setLength(0);
            line += c == '\n' ? 1 : 0;
        }
        look(word, line);
    }

    private void look(StringBuilder letters, int line) {
        if (letters.chars().allMatch(c -> c < 0x80)) {
            return;
        }
        words++;
        String word = letters.substring(0, Math.min(letters.length(), LONGEST_WORD));
        Verdict verdict = verdicts.get(word);
        if (verdict == null) {
            verdict = judge(word);
            if (verdicts.size() < MOST_REMEMBERED) {
                verdicts.put(word, verdict);
            } else if (Math.max(asWindows, Math.max(asTcvn3, asVni)) < words / 2) {
                throw unclear();
            }
        }
        asWindows += verdict.windows() ? 1 : 0;
        asTcvn3 += verdict.tcvn3() ? 1 : 0;
        asVni += verdict.vni() ? 1 : 0;
        readOtherwise += verdict.readOtherwise() ? 1 : 0;
        readOtherwiseWell += verdict.readOtherwise() && verdict.windows() ? 1 : 0;
        if (!verdict.windows() && firstWrongLine == NO_LINE) {
            firstWrongLine = line;
        }
    }

    private Verdict judge(String word) {
        byte[] bytes = new byte[word.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) word.charAt(i);
        }
        String decoded = Normalizer.normalize(new String(bytes, windows), Normalizer.Form.NFC);
        return new Verdict(
                Syllable.isOne(decoded),
                isSyllable(OldFont.TCVN3, word),
                isSyllable(OldFont.VNI, word),
                word.chars().anyMatch(c -> READ_OTHERWISE.indexOf(c) >= 0));
    }

    private static boolean isSyllable(OldFont font, String word) {
        String converted = font.convert(word);
        return converted != null && Syllable.isOne(converted);
    }

    /** @throws Refusal where no reading is clearly the right one */
    Charset charset() {
        if (asWindows >= Math.max(asTcvn3, asVni)
                && asWindows >= ENOUGH * words
                && readOtherwiseWell >= NEARLY_ALL * readOtherwise) {
            return windows;
        }
        if (Math.max(asTcvn3, asVni) > asWindows && Math.max(asTcvn3, asVni) >= ENOUGH * words) {
            return Charset.forName("windows-1252");
        }
        throw unclear();
    }

    private Refusal unclear() {
        return new Refusal(UnreadableCode.NOT_UTF8, Math.max(firstWrongLine, 1));
    }
}
