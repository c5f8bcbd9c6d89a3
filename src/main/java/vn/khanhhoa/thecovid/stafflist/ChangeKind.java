package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** What kind of act changed lines of a draft. */
public enum ChangeKind {
    UPLOAD,
    EDIT,
    /** What was doubted, or put right by the portal, was said to be right. */
    ACCEPT,
    /** What the portal had put right stands as it was given. */
    KEEP_GIVEN,
    /** All cells of one kind got the same text. */
    FIX_ALL,
    CLEAR_ALL,
    TURN_ALL,
    ADD,
    REMOVE,
    DISCARD,
    /** Leaves were prepared. */
    LEAVE,
    /** Changes of nothing but the period were prepared. */
    RENEW,
    /** Amendments that were not sent were dropped. */
    KEEP,
    /** Entries were withdrawn, and their lines went. */
    WITHDRAW,
    /** The list was closed for good. */
    WITHDRAW_LIST,
    /** Other acts were undone. The history shows it at those. */
    UNDO;

    /** What an act on cells is called in the history. */
    static ChangeKind of(RowFix.Action action, boolean ofMany) {
        return switch (action) {
            case SET -> ofMany ? FIX_ALL : EDIT;
            case CLEAR -> ofMany ? CLEAR_ALL : EDIT;
            case TURN -> ofMany ? TURN_ALL : EDIT;
            case KEEP_GIVEN -> KEEP_GIVEN;
            case ACCEPT -> ACCEPT;
            case DROP -> REMOVE;
        };
    }

    /** Key of the label. */
    public String key() {
        return "stafflist.change." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
