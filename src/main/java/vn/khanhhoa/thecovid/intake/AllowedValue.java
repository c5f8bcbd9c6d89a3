package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value that a column takes: its code, how it is written on screens and in workbooks, and other ways of writing it
 * that are understood. As text: {@code CODE:Vietnamese:English[:alias…]}, several separated by a bar.
 */
public record AllowedValue(String code, String labelVi, String labelEn, List<String> aliases) {
    private static final int FIXED_PARTS = 3;

    public AllowedValue {
        aliases = List.copyOf(aliases);
    }

    public static List<AllowedValue> parse(String text) {
        List<AllowedValue> values = new ArrayList<>();
        for (String value : text.split("\\|", -1)) {
            List<String> parts = List.of(value.split(":", -1));
            if (parts.size() < FIXED_PARTS) {
                throw new IllegalArgumentException("not CODE:Vietnamese:English: " + value);
            }
            values.add(new AllowedValue(
                    parts.get(0), parts.get(1), parts.get(2), parts.subList(FIXED_PARTS, parts.size())));
        }
        return List.copyOf(values);
    }

    /** A code that says what the label says: capitals and figures, other signs as one underline. */
    public static String codeOf(String label) {
        return Arrays.stream(CellText.normalise(label).split("[^\\p{L}\\p{N}]+", -1))
                .map(CellText::fold)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("_"))
                .toUpperCase(Locale.ROOT);
    }

    String text() {
        return Stream.concat(Stream.of(code, labelVi, labelEn), aliases.stream())
                .collect(Collectors.joining(":"));
    }

    /** All texts that mean it. */
    List<String> ways() {
        return Stream.concat(Stream.of(code, labelVi, labelEn), aliases.stream())
                .toList();
    }
}
