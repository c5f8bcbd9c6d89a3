package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** What kind of act changed lines of a draft. */
public enum ChangeKind {
    UPLOAD,
    EDIT,
    FIX_ALL,
    ADD,
    REMOVE,
    DISCARD;

    /** Key of the label. */
    public String key() {
        return "stafflist.change." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
