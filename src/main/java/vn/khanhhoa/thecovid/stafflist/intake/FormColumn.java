package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.List;

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
        String defaultValue) {
    public FormColumn {
        values = List.copyOf(values);
        aliases = List.copyOf(aliases);
    }

    /** An area column that takes {@link ReferenceLists#OUTSIDE_LABEL} as well. */
    boolean acceptsOutside() {
        return "communes-or-outside".equals(valueList);
    }
}
