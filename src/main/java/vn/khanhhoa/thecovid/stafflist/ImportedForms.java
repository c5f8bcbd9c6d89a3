package vn.khanhhoa.thecovid.stafflist;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.FormAbout;
import vn.khanhhoa.thecovid.intake.FormCatalogue;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormTemplate;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What the two files of a reference pack hold, by the code of the form. */
record ImportedForms(Map<String, FormAbout> abouts, Map<String, List<FormColumn>> columns) {
    static ImportedForms read(String templates, String columns) {
        try {
            Map<String, FormAbout> abouts = new LinkedHashMap<>();
            if (!templates.isBlank()) {
                for (FormTemplate form : FormCatalogue.read(new StringReader(plain(templates)), new StringReader(""))
                        .templates()) {
                    requireOnce(abouts.put(form.code(), form.about()), form.code());
                }
            }
            Map<String, List<FormColumn>> ofForms = new LinkedHashMap<>();
            FormCatalogue.readColumns(new StringReader(plain(columns))).forEach((version, found) -> {
                String code = version.substring(0, version.indexOf('/'));
                requireOnce(ofForms.put(code, found), code);
            });
            if (ofForms.isEmpty()) {
                throw new RuleViolation("forms.import-empty");
            }
            return new ImportedForms(abouts, ofForms);
        } catch (IOException
                | CsvParseException
                | NoSuchElementException
                | IllegalArgumentException
                | DateTimeException unclear) {
            throw new RuleViolation("forms.import-unclear", String.valueOf(unclear.getMessage()));
        }
    }

    /** A spreadsheet marks its UTF-8 so. */
    private static String plain(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static void requireOnce(@Nullable Object before, String code) {
        if (before != null) {
            throw new RuleViolation("forms.import-twice", code);
        }
    }

    Optional<FormAbout> about(String code) {
        return Optional.ofNullable(abouts.get(code));
    }
}
