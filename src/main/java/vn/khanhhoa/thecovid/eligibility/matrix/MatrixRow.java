package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An activity of the catalogue.
 *
 * @param noteVi what else is to be known; may be empty
 * @param cells by code of the scenario, one for each
 */
public record MatrixRow(String activity, String noteVi, String noteEn, Map<String, MatrixCell> cells) {
    public MatrixRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    public String note(Locale language) {
        return language.getLanguage().equals("vi") ? noteVi : noteEn;
    }
}
