package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One column of a form template.
 *
 * @param key stable name by which stored rows and problems refer to the column
 * @param values what the column takes, where the template itself lists it; otherwise empty
 * @param valueList name of a list that the portal fills, for example {@code communes-or-outside}, or the
 *     {@link ColumnBounds} of numbers and days; otherwise empty
 * @param aliases other headings by which the column is known in lists of other makers
 * @param maxLength longest text in characters, after normalising
 * @param defaultValue what an empty cell means; empty where it means nothing
 * @param scope whether every row answers it, or the list as a whole
 * @param health holds what a person declares of their health: never a fact, and to be shown so
 * @param active whether it is asked for; others are kept with the template to be switched on
 */
public record FormColumn(
        String key,
        ColumnType type,
        boolean required,
        List<AllowedValue> values,
        String valueList,
        String labelVi,
        String labelEn,
        List<String> aliases,
        String noteVi,
        String noteEn,
        int maxLength,
        String defaultValue,
        Scope scope,
        boolean health,
        boolean active) {
    private static final String CODE_OF = "Mã ";

    /** Value list of the birth dates of people who work. */
    public static final String WORKERS = "workers";

    /** Of what a column is asked. */
    public enum Scope {
        ROW,
        LIST
    }

    public FormColumn {
        values = List.copyOf(values);
        aliases = List.copyOf(aliases);
    }

    /** A column of rows that is asked for and is not about health. */
    public FormColumn(
            String key,
            ColumnType type,
            boolean required,
            List<AllowedValue> values,
            String valueList,
            String labelVi,
            String labelEn,
            List<String> aliases,
            String noteVi,
            String noteEn,
            int maxLength,
            String defaultValue) {
        this(
                key,
                type,
                required,
                values,
                valueList,
                labelVi,
                labelEn,
                aliases,
                noteVi,
                noteEn,
                maxLength,
                defaultValue,
                Scope.ROW,
                false,
                true);
    }

    /** The label where the answer stands in words: an area may be asked for by its code, and is shown by its name. */
    public String labelBesideWordsVi() {
        return type == ColumnType.AREA && labelVi.startsWith(CODE_OF) && labelVi.length() > CODE_OF.length()
                ? labelVi.substring(CODE_OF.length(), CODE_OF.length() + 1).toUpperCase(Locale.ROOT)
                        + labelVi.substring(CODE_OF.length() + 1)
                : labelVi;
    }

    /** An area column that takes {@link ReferenceLists#OUTSIDE_LABEL} as well. */
    boolean acceptsOutside() {
        return "communes-or-outside".equals(valueList);
    }

    /** A birth date column of people who work: one of a child's is to be looked at. */
    boolean isOfWorkers() {
        return type == ColumnType.BIRTH_DATE && WORKERS.equals(valueList);
    }

    public boolean isInRows() {
        return active && scope == Scope.ROW;
    }

    public boolean isOfList() {
        return active && scope == Scope.LIST;
    }

    /** All by which a file may name it. */
    List<String> headings() {
        return Stream.concat(Stream.of(labelVi, labelEn, key), aliases.stream()).toList();
    }

    /** As reference packs write it: {@code CODE:Vietnamese:English[:alias…]|…}, or the name of a list behind an @. */
    public String valuesText() {
        return valueList.isEmpty()
                ? values.stream().map(AllowedValue::text).collect(Collectors.joining("|"))
                : "@" + valueList;
    }

    /** Of such a text: the values that the template lists itself. */
    public static List<AllowedValue> values(String text) {
        return text.isBlank() || text.startsWith("@") ? List.of() : AllowedValue.parse(text);
    }

    /** Of such a text: the name of the list that the portal fills. */
    public static String valueList(String text) {
        return text.startsWith("@") ? text.substring(1) : "";
    }

    /** Headings between bars. */
    public static List<String> aliases(String text) {
        return List.of(text.split("\\|", -1)).stream()
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }
}
