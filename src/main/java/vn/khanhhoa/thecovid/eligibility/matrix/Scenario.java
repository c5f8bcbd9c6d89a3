package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.Locale;

/**
 * A scenario of use.
 *
 * @param strictness the stricter, the higher; of a journey the stricter end applies
 * @param likeness the nearest official state of the country's rules
 */
public record Scenario(String code, int strictness, String nameVi, String nameEn, String likeness, String colour) {
    public String name(Locale language) {
        return language.getLanguage().equals("vi") ? nameVi : nameEn;
    }
}
