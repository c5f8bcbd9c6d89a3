package vn.khanhhoa.thecovid.eligibility.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.khanhhoa.thecovid.eligibility.criteria.Vocabulary;
import vn.khanhhoa.thecovid.intake.AllowedValue;
import vn.khanhhoa.thecovid.intake.FormCatalogue;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;

/** The forms by which files of records are read: {@code evidence_form.csv} and {@code evidence_column.csv}. */
public final class EvidenceForms {
    private static final String VACCINES = "vaccines";
    private static final Map<RecordKind, String> CODES =
            Map.of(RecordKind.DOSE, "T01", RecordKind.TEST, "T02", RecordKind.RECOVERY, "T03");

    private final Map<RecordKind, FormDefinition> forms = new EnumMap<>(RecordKind.class);

    public EvidenceForms(Vocabulary vocabulary) {
        try (Reader templates = resource("evidence_form.csv");
                Reader columns = resource("evidence_column.csv")) {
            FormCatalogue catalogue = FormCatalogue.read(templates, columns);
            CODES.forEach((kind, code) ->
                    forms.put(kind, withVaccines(catalogue.version(code, 1).orElseThrow(), vocabulary)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Reader resource(String name) {
        InputStream file = EvidenceForms.class.getResourceAsStream("/eligibility/" + name);
        return new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8);
    }

    /** The catalogue of vaccines is data elsewhere. */
    private static FormDefinition withVaccines(FormDefinition form, Vocabulary vocabulary) {
        List<AllowedValue> vaccines = vocabulary.vaccines().stream()
                .map(vaccine -> new AllowedValue(
                        vaccine.code(), vaccine.name(), vaccine.name(), List.copyOf(vaccine.aliases())))
                .toList();
        List<FormColumn> columns = form.columns().stream()
                .map(column -> column.valueList().equals(VACCINES) ? withValues(column, vaccines) : column)
                .toList();
        return new FormDefinition(form.code(), form.version(), form.nameVi(), form.nameEn(), form.validFrom(), columns);
    }

    private static FormColumn withValues(FormColumn column, List<AllowedValue> values) {
        return new FormColumn(
                column.key(),
                column.type(),
                column.required(),
                values,
                "",
                column.labelVi(),
                column.labelEn(),
                column.aliases(),
                column.noteVi(),
                column.noteEn(),
                column.maxLength(),
                column.defaultValue());
    }

    public FormDefinition form(RecordKind kind) {
        return Objects.requireNonNull(forms.get(kind));
    }
}
