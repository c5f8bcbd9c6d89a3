package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.shared.OneLine;

/**
 * Vietnamese letters of which a program has made question marks when it saved a file as text: what stood there, nobody knows
 * any more. Of a file whose lines are full of them, none is taken: some words of it may look as if nothing was lost.
 */
final class LostLetters {
    /** Within a word or at its beginning, or where nothing but the first consonants of a syllable is left of it. */
    private static final Pattern WITHIN = Pattern.compile("(?:^|[\\s\\p{L}(\"'-])\\?+\\p{L}"
            + "|(?iu:(?<!\\p{L})(?:ngh|ng|nh|ch|gh|kh|ph|th|tr|[bcdđghklmnpqrstvx])\\?)");

    /** Of names, which ask nothing. */
    private static final Pattern BESIDE = Pattern.compile("\\p{L}\\?|\\?\\p{L}");

    private static final int NAMED = 5;
    /** One line in so many. */
    private static final int PART = 10;

    private static final int CLEAR = 3;

    private final List<Integer> first = new ArrayList<>();
    private int lines;
    private int lost;

    static boolean in(String text, boolean name) {
        return text.indexOf('?') >= 0 && (name ? BESIDE : WITHIN).matcher(text).find() && !OneLine.holdsAddress(text);
    }

    boolean look(RawRow row) {
        boolean here = false;
        for (int column = 0; !here && column < row.width(); column++) {
            here = in(row.text(column), false);
        }
        lines += row.width() > 0 ? 1 : 0;
        lost += here ? 1 : 0;
        if (here && first.size() < NAMED) {
            first.add(row.number());
        }
        return true;
    }

    /** @throws Refusal where they are too many to be meant */
    void requireFew() {
        if (lost > 0 && lost * PART >= lines && (lost >= CLEAR || 2 * lost >= lines)) {
            throw new Refusal(
                    UnreadableCode.FILE_LETTERS_LOST,
                    first.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }
}
