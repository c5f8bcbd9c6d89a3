package vn.khanhhoa.thecovid.intake;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Locale;

/**
 * A column of a form as the API tells it; its key names the text in a row of JSON.
 *
 * @param type written in small letters, with dashes
 * @param maxLength in characters
 * @param values the codes that are allowed, empty where it is not a fixed choice
 */
@JsonbPropertyOrder({"key", "label", "type", "required", "maxLength", "values", "note"})
public record ColumnJson(
        String key, String label, String type, boolean required, int maxLength, List<Value> values, String note) {

    @JsonbPropertyOrder({"code", "label"})
    public record Value(String code, String label) {}

    public static List<ColumnJson> of(List<FormColumn> columns, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        return columns.stream().map(column -> of(column, english)).toList();
    }

    private static ColumnJson of(FormColumn column, boolean english) {
        return new ColumnJson(
                column.key(),
                english ? column.labelEn() : column.labelVi(),
                column.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                column.required(),
                column.maxLength(),
                column.values().stream()
                        .map(value -> new Value(value.code(), english ? value.labelEn() : value.labelVi()))
                        .toList(),
                english ? column.noteEn() : column.noteVi());
    }
}
