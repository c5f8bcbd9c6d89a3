package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sender chose where a file can be read in more than one way.
 *
 * @param sheets names of the sheets to read, one after the other; empty where none was named
 * @param convertOldFont whether text that looks like an old font's is converted
 * @param columns keys of columns by the headings that the sender says are theirs
 * @param ownForm whether a file that fits another form better is read by the form of the list all the same
 */
public record ReadingChoices(
        List<String> sheets, Optional<Boolean> convertOldFont, Map<String, String> columns, boolean ownForm) {
    public static final ReadingChoices NONE = new ReadingChoices(List.of(), Optional.empty(), Map.of());

    public ReadingChoices {
        sheets = List.copyOf(sheets);
        columns = Map.copyOf(columns);
    }

    public ReadingChoices(List<String> sheets, Optional<Boolean> convertOldFont, Map<String, String> columns) {
        this(sheets, convertOldFont, columns, false);
    }

    public static ReadingChoices byOwnForm() {
        return new ReadingChoices(List.of(), Optional.empty(), Map.of(), true);
    }

    public static ReadingChoices sheets(List<String> names) {
        return new ReadingChoices(names, Optional.empty(), Map.of());
    }

    public static ReadingChoices convertOldFont(boolean convert) {
        return new ReadingChoices(List.of(), Optional.of(convert), Map.of());
    }
}
