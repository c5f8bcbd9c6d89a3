package vn.khanhhoa.thecovid.eligibility.fhir;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** What codes of public code systems are among the values of columns: {@code fhir_code.csv}. */
final class FhirCodes {
    private record Key(String column, String system, String code) {}

    private final Map<Key, String> values = new HashMap<>();

    FhirCodes() {
        InputStream file = Objects.requireNonNull(FhirCodes.class.getResourceAsStream("/eligibility/fhir_code.csv"));
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            csv.forEach(row -> values.put(
                    new Key(row.getField("column"), row.getField("system"), row.getField("code")),
                    row.getField("value")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A code that is known, else what the concept says in words, for the column to understand. */
    String text(String column, CodeableConcept concept) {
        Optional<String> known = concept.getCoding().stream()
                .map(coding -> values.get(new Key(column, text(coding.getSystem()), text(coding.getCode()))))
                .filter(Objects::nonNull)
                .findFirst();
        return known.orElseGet(() -> concept.getCoding().stream()
                .filter(coding -> !coding.hasSystem())
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> words(concept)));
    }

    private static String words(CodeableConcept concept) {
        return Stream.concat(
                        Stream.of(text(concept.getText())),
                        concept.getCoding().stream()
                                .flatMap(coding -> Stream.of(text(coding.getDisplay()), text(coding.getCode()))))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
