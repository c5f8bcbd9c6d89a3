package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.stafflist.intake.FormColumn;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;

/** A form template with its columns, whose keys name the texts of a row in JSON. */
@JsonbPropertyOrder({"code", "version", "name", "validFrom", "columns"})
public record FormJson(String code, int version, String name, LocalDate validFrom, List<Column> columns) {

    /**
     * @param maxLength in characters
     * @param values the codes that are allowed, empty where it is not a fixed choice
     */
    @JsonbPropertyOrder({"key", "label", "type", "required", "maxLength", "values", "note"})
    public record Column(
            String key, String label, String type, boolean required, int maxLength, List<Value> values, String note) {}

    @JsonbPropertyOrder({"code", "label"})
    public record Value(String code, String label) {}

    static FormJson of(FormDefinition form, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        return new FormJson(
                form.code(),
                form.version(),
                english ? form.nameEn() : form.nameVi(),
                form.validFrom(),
                form.columns().stream().map(column -> column(column, english)).toList());
    }

    private static Column column(FormColumn column, boolean english) {
        return new Column(
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
