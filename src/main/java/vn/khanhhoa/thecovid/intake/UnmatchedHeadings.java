package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in the headings of a table that lacks columns, for its sender to say which is which.
 *
 * @param sheet empty where the file has none
 * @param headings that no column of the form is known by
 * @param missing keys of the required columns that were not found
 */
public record UnmatchedHeadings(String sheet, List<String> headings, List<String> missing) {
    public static final UnmatchedHeadings NONE = new UnmatchedHeadings("", List.of(), List.of());

    public UnmatchedHeadings {
        headings = List.copyOf(headings);
        missing = List.copyOf(missing);
    }

    /** The heading that each missing column most likely has, by key; absent where none resembles it. */
    public Map<String, String> guesses(FormDefinition form) {
        Map<String, String> guesses = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String key : missing) {
            form.columns().stream()
                    .filter(column -> column.key().equals(key))
                    .findFirst()
                    .ifPresent(column -> {
                        String best = best(column, taken);
                        if (!best.isEmpty()) {
                            taken.add(best);
                            guesses.put(key, best);
                        }
                    });
        }
        return guesses;
    }

    private String best(FormColumn column, Set<String> taken) {
        String best = "";
        double most = 0;
        for (String heading : headings) {
            double likeness = column.headings().stream()
                    .mapToDouble(known -> likeness(words(known), words(heading)))
                    .max()
                    .orElse(0);
            if (likeness > most && !taken.contains(heading)) {
                most = likeness;
                best = heading;
            }
        }
        return best;
    }

    /** Words in common, of all that either has. */
    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : (double) common.size() / all.size();
    }

    private static Set<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : CellText.normalise(text).split("[^\\p{L}\\p{N}]+", -1)) {
            String folded = CellText.fold(word);
            if (!folded.isEmpty()) {
                words.add(folded);
            }
        }
        return Set.copyOf(new HashSet<>(words));
    }
}
