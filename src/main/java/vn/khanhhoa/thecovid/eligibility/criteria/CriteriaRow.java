package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A criterion: where every condition is met, and no earlier row's are, the level is this row's.
 *
 * @param blocking stands above all others and says why somebody is held, which not everybody may see
 * @param remarkVi what holds besides (a guardian, a pass); may be empty
 * @param cells conditions by the key of their column; none in the last row, which answers for everybody else
 */
public record CriteriaRow(
        String code,
        Level level,
        boolean blocking,
        String nameVi,
        String nameEn,
        String remarkVi,
        String remarkEn,
        Map<String, Condition> cells) {
    public CriteriaRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    public String name(Locale language) {
        return language.getLanguage().equals("vi") ? nameVi : nameEn;
    }

    public String remark(Locale language) {
        return language.getLanguage().equals("vi") ? remarkVi : remarkEn;
    }
}
