package vn.khanhhoa.thecovid.stafflist.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form templates of a reference pack, as read from {@code form_template.csv} and {@code form_column.csv}. */
public final class FormCatalogue {
    private final List<FormDefinition> definitions;

    public FormCatalogue(List<FormDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    /** Columns stand in the order of their rows. @throws IllegalArgumentException for data that makes no template */
    public static FormCatalogue read(Reader templates, Reader columns) throws IOException {
        Map<String, List<FormColumn>> columnsOf = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(columns)) {
            for (NamedCsvRecord row : rows) {
                String template = row.getField("template_code") + "/" + row.getField("template_version");
                columnsOf.computeIfAbsent(template, unused -> new ArrayList<>()).add(column(row));
            }
        }
        List<FormDefinition> definitions = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(templates)) {
            for (NamedCsvRecord row : rows) {
                String template = row.getField("code") + "/" + row.getField("version");
                definitions.add(new FormDefinition(
                        row.getField("code"),
                        Integer.parseInt(row.getField("version")),
                        row.getField("name_vi"),
                        row.getField("name_en"),
                        LocalDate.parse(row.getField("valid_from")),
                        columnsOf.getOrDefault(template, List.of())));
            }
        }
        return new FormCatalogue(definitions);
    }

    private static FormColumn column(NamedCsvRecord row) {
        String values = row.getField("value_list");
        boolean named = values.startsWith("@");
        return new FormColumn(
                row.getField("column_key"),
                ColumnType.valueOf(row.getField("type")),
                Boolean.parseBoolean(row.getField("required")),
                named || values.isEmpty() ? List.of() : AllowedValue.parse(values),
                named ? values.substring(1) : "",
                row.getField("label_vi"),
                row.getField("label_en"),
                List.of(),
                row.getField("note_vi"),
                row.getField("note_en"),
                Integer.parseInt(row.getField("max_length")),
                row.getField("default_value"));
    }

    public List<FormDefinition> definitions() {
        return definitions;
    }

    public Optional<FormDefinition> version(String code, int version) {
        return definitions.stream()
                .filter(form -> form.code().equals(code) && form.version() == version)
                .findFirst();
    }

    /** The version in force on a day. */
    public Optional<FormDefinition> inForce(String code, LocalDate day) {
        return definitions.stream()
                .filter(form -> form.code().equals(code) && !form.validFrom().isAfter(day))
                .max(Comparator.comparing(FormDefinition::validFrom).thenComparing(FormDefinition::version));
    }
}
