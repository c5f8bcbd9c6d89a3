package vn.khanhhoa.thecovid.stafflist;

import java.util.List;

/**
 * What a person without an employer is asked.
 *
 * @param options to choose from; of a commune, its full names; many where the kind is a menu
 */
public record IndividualField(
        String key,
        Kind kind,
        boolean required,
        String labelVi,
        String labelEn,
        String noteVi,
        String noteEn,
        int maxLength,
        List<Option> options) {
    /** How it is answered. */
    public enum Kind {
        TEXT,
        NAME,
        NUMBER,
        PHONE,
        BIRTH,
        DAY,
        ONE_OF,
        MENU,
        COMMUNE,
        ACTIVITIES
    }

    public record Option(String code, String labelVi, String labelEn) {}

    public IndividualField {
        options = List.copyOf(options);
    }
}
