package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** What a file does to a line of the draft. */
public enum StagedEffect {
    ADDED,
    CHANGED,
    /** Of a line that is in the draft and not in the file: it stays, unless the sender wants it removed. */
    MISSING,
    UNCHANGED;

    /** Key of the label. */
    public String key() {
        return "stafflist.effect." + name().toLowerCase(Locale.ROOT);
    }
}
