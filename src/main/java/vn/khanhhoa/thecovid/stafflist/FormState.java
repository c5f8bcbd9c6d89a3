package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** Of a version of a form template: being edited, or unchangeable and used from its first day on. */
public enum FormState {
    DRAFT,
    PUBLISHED;

    /** Key of its label. */
    public String key() {
        return "forms.form-state." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return this == DRAFT ? "progress" : "good";
    }
}
