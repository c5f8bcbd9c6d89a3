package vn.khanhhoa.thecovid.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Form templates as the two files of a reference pack, which {@link FormCatalogue} reads again. */
public final class FormFiles {
    private static final List<String> TEMPLATE_HEADINGS = List.of(
            "code",
            "version",
            "name_vi",
            "name_en",
            "valid_from",
            "description_vi",
            "description_en",
            "routing_vi",
            "routing_en",
            "organisation_types");
    private static final List<String> COLUMN_HEADINGS = List.of(
            "template_code",
            "template_version",
            "position",
            "column_key",
            "type",
            "required",
            "value_list",
            "label_vi",
            "label_en",
            "aliases",
            "note_vi",
            "note_en",
            "max_length",
            "default_value",
            "scope",
            "health",
            "active");

    private FormFiles() {}

    public static String templates(List<FormTemplate> templates) {
        return written(csv -> {
            csv.writeRecord(TEMPLATE_HEADINGS);
            templates.forEach(template -> write(csv, template));
        });
    }

    private static void write(CsvWriter csv, FormTemplate template) {
        FormAbout about = template.about();
        csv.writeRecord(
                template.code(),
                String.valueOf(template.version()),
                about.nameVi(),
                about.nameEn(),
                template.validFrom() == null ? "" : String.valueOf(template.validFrom()),
                about.descriptionVi(),
                about.descriptionEn(),
                about.routingVi(),
                about.routingEn(),
                String.join(" ", about.organisationTypes()));
    }

    public static String columns(List<FormTemplate> templates) {
        return written(csv -> {
            csv.writeRecord(COLUMN_HEADINGS);
            for (FormTemplate template : templates) {
                int position = 0;
                for (FormColumn column : template.columns()) {
                    write(csv, template, ++position, column);
                }
            }
        });
    }

    private static void write(CsvWriter csv, FormTemplate template, int position, FormColumn column) {
        csv.writeRecord(
                template.code(),
                String.valueOf(template.version()),
                String.valueOf(position),
                column.key(),
                column.type().name(),
                String.valueOf(column.required()),
                column.valuesText(),
                column.labelVi(),
                column.labelEn(),
                String.join("|", column.aliases()),
                column.noteVi(),
                column.noteEn(),
                String.valueOf(column.maxLength()),
                column.defaultValue(),
                column.scope().name(),
                String.valueOf(column.health()),
                String.valueOf(column.active()));
    }

    private static String written(Consumer<CsvWriter> content) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            content.accept(csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
