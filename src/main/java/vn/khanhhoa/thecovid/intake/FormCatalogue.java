package vn.khanhhoa.thecovid.intake;

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
    private final List<FormTemplate> templates;
    private final List<FormDefinition> definitions;

    public FormCatalogue(List<FormTemplate> templates) {
        this.templates = List.copyOf(templates);
        this.definitions = templates.stream().map(FormTemplate::definition).toList();
    }

    /** Columns stand in the order of their rows. @throws IllegalArgumentException for data that makes no template */
    public static FormCatalogue read(Reader templates, Reader columns) throws IOException {
        Map<String, List<FormColumn>> columnsOf = readColumns(columns);
        List<FormTemplate> read = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(templates)) {
            for (NamedCsvRecord row : rows) {
                read.add(new FormTemplate(
                        row.getField("code"),
                        Integer.parseInt(row.getField("version")),
                        about(row),
                        row.getField("valid_from").isEmpty() ? null : LocalDate.parse(row.getField("valid_from")),
                        columnsOf.getOrDefault(row.getField("code") + "/" + row.getField("version"), List.of())));
            }
        }
        return new FormCatalogue(read);
    }

    /** By code and version with a slash between them. */
    public static Map<String, List<FormColumn>> readColumns(Reader columns) throws IOException {
        Map<String, List<FormColumn>> columnsOf = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(columns)) {
            for (NamedCsvRecord row : rows) {
                String template = row.getField("template_code") + "/" + row.getField("template_version");
                columnsOf.computeIfAbsent(template, unused -> new ArrayList<>()).add(column(row));
            }
        }
        return columnsOf;
    }

    private static FormAbout about(NamedCsvRecord row) {
        return new FormAbout(
                row.getField("name_vi"),
                row.getField("name_en"),
                row.getField("description_vi"),
                row.getField("description_en"),
                row.getField("routing_vi"),
                row.getField("routing_en"),
                FormAbout.codes(row.getField("organisation_types")));
    }

    private static FormColumn column(NamedCsvRecord row) {
        String values = row.getField("value_list");
        return new FormColumn(
                row.getField("column_key"),
                ColumnType.valueOf(row.getField("type")),
                Boolean.parseBoolean(row.getField("required")),
                FormColumn.values(values),
                FormColumn.valueList(values),
                row.getField("label_vi"),
                row.getField("label_en"),
                FormColumn.aliases(row.getField("aliases")),
                row.getField("note_vi"),
                row.getField("note_en"),
                Integer.parseInt(row.getField("max_length")),
                row.getField("default_value"),
                FormColumn.Scope.valueOf(row.getField("scope")),
                Boolean.parseBoolean(row.getField("health")),
                Boolean.parseBoolean(row.getField("active")));
    }

    public List<FormTemplate> templates() {
        return templates;
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
