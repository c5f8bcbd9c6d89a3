package vn.khanhhoa.thecovid.stafflist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.khanhhoa.thecovid.person.NameWords;

/**
 * What leads to an entry of a queue: the words of its name and, with a sign before them that no word has, its form, its
 * activities, and that its person was found to be green.
 */
final class QueueWords {
    /** Condition on {@code token}. */
    static final String OF_NAME = "token NOT LIKE '=%' AND token NOT LIKE '+%' AND token NOT LIKE '!%'";

    /** Kept by {@link EntryLevels}; all others by what the entry says. */
    static final String LEVEL_GREEN = "!" + EntryLevels.GREEN;

    private static final int LONGEST = 32;

    private QueueWords() {}

    /** @param activities codes between spaces */
    static List<String> of(String name, String form, String activities) {
        List<String> words = new ArrayList<>(NameWords.of(name));
        words.add(form(form));
        Arrays.stream(activities.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(QueueWords::activity)
                .forEach(words::add);
        return words;
    }

    static String form(String code) {
        return cut("=" + code);
    }

    static String activity(String code) {
        return cut("+" + code);
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST));
    }
}
