package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers from the texts of one table whether they were typed in an old font: words that are Vietnamese only if the
 * font's table is applied, or cells whose style names such a font. Proper Vietnamese has no such words, and foreign names
 * have too few of them by chance: three different ones are needed, and twice as many as words that remain unexplained.
 */
final class OldFontSigns {
    private static final int MOST_SAMPLES = 5;
    private static final int FEWEST_WORDS = 3;
    private static final int MOST_COUNTED = 64;

    private final Tally tcvn3 = new Tally();
    private final Tally vni = new Tally();
    private boolean unicode;
    private int odd;

    private static final class Tally {
        private final Set<String> texts = new HashSet<>();
        private final List<ReadingQuestion.Sample> samples = new ArrayList<>();
        private int words;
        private boolean named;
    }

    void look(String text, @Nullable OldFont named) {
        if (!OldFontWords.mayBeOld(text)) {
            unicode |= !isAscii(text);
            return;
        }
        if (named != null) {
            Tally tally = named == OldFont.VNI ? vni : tcvn3;
            OldFontWords.weigh(text, named)
                    .filter(OldFontSigns::isConvertible)
                    .filter(words -> !words.converted().equals(text))
                    .ifPresent(words -> add(tally, text, words, true));
            return;
        }
        boolean asTcvn3 = weigh(text, OldFont.TCVN3, tcvn3);
        boolean asVni = weigh(text, OldFont.VNI, vni);
        if (!asTcvn3
                && !asVni
                && OldFontWords.weigh(text, OldFont.TCVN3)
                                .map(OldFontWords::odd)
                                .orElse(1)
                        > 0) {
            odd++;
        }
    }

    private static boolean isConvertible(OldFontWords words) {
        return words.plain() == 0 && (words.old() > 0 || words.odd() == 0);
    }

    private boolean isBetterExplained(String text, OldFontWords words) {
        OldFont other = found().filter(font -> font == OldFont.VNI).isPresent() ? OldFont.TCVN3 : OldFont.VNI;
        return OldFontWords.weigh(text, other)
                .filter(read -> read.plain() == 0 && read.odd() < words.odd())
                .isPresent();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '\u007F') {
                return false;
            }
        }
        return true;
    }

    private static boolean weigh(String text, OldFont font, Tally tally) {
        Optional<OldFontWords> words =
                OldFontWords.weigh(text, font).filter(found -> found.old() > 0 && found.plain() == 0);
        words.ifPresent(found -> add(tally, text, found, false));
        return words.isPresent();
    }

    private static void add(Tally tally, String text, OldFontWords words, boolean named) {
        tally.named |= named;
        if (tally.texts.size() < MOST_COUNTED && !tally.texts.add(text)) {
            return;
        }
        tally.words += Math.max(words.old(), named ? 1 : 0);
        if (tally.samples.size() < MOST_SAMPLES) {
            tally.samples.add(new ReadingQuestion.Sample(text, words.converted()));
        }
    }

    Optional<OldFont> found() {
        Tally more = vni.words > tcvn3.words ? vni : tcvn3;
        boolean enough = more.words >= FEWEST_WORDS && more.words >= 2 * odd;
        if (!enough && !more.named) {
            return Optional.empty();
        }
        return Optional.of(more == vni ? OldFont.VNI : OldFont.TCVN3);
    }

    List<ReadingQuestion.Sample> samples() {
        return found().map(font -> font == OldFont.VNI ? vni.samples : tcvn3.samples)
                .orElse(List.of());
    }

    /**
     * What the text of a cell is to become; empty where it stays as it is. A text that can be read both ways is converted
     * only where nothing in the table was typed in Unicode, and one that the other font explains better was pasted from
     * elsewhere.
     */
    Optional<String> convert(String text, @Nullable OldFont named) {
        if (!OldFontWords.mayBeOld(text)) {
            return Optional.empty();
        }
        return Optional.ofNullable(named)
                .or(this::found)
                .flatMap(font -> OldFontWords.weigh(text, font))
                .filter(OldFontSigns::isConvertible)
                .filter(words -> words.old() > 0 || named != null || !unicode)
                .filter(words -> named != null || words.odd() == 0 || !isBetterExplained(text, words))
                .map(OldFontWords::converted)
                .filter(converted -> !converted.equals(text));
    }
}
