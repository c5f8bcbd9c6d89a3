package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** What kind of act changed lines of a draft. */
public enum ChangeKind {
    UPLOAD,
    EDIT,
    FIX_ALL,
    ADD,
    REMOVE,
    DISCARD,
    /** Leaves were prepared. */
    LEAVE,
    /** Amendments that were not sent were dropped. */
    KEEP,
    /** Entries were withdrawn, and their lines went. */
    WITHDRAW;

    /** Key of the label. */
    public String key() {
        return "stafflist.change." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
