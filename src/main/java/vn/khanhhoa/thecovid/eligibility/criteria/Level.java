package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Locale;

/**
 * A level of a criteria set; levels are listed from the one that allows most.
 *
 * @param colour as #RRGGBB
 * @param treatedAs the level under which the condition matrix looks it up; its own code where the matrix knows it
 */
public record Level(String code, String nameVi, String nameEn, String colour, String treatedAs) {
    public String name(Locale language) {
        return language.getLanguage().equals("vi") ? nameVi : nameEn;
    }
}
