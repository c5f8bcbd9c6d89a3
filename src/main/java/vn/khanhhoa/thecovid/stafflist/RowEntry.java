package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The entry that a line of a draft stands for, by which its officers know what mending the line comes to. */
public record RowEntry(PublicId id, EntryState state, boolean reopened, EntryKind kind) {
    /** Where it stands, in a word for its organisation. */
    public EntryWord word() {
        return EntryWord.of(state, reopened);
    }

    /** Key of the word for the line: as short as a grid needs it. */
    public String key() {
        return "stafflist.row-entry." + word().name().toLowerCase(Locale.ROOT);
    }

    /** Key of the sentence on what becomes of a change to the line. */
    public String explainedKey() {
        if (state == EntryState.APPROVED) {
            return "stafflist.mending-approved";
        }
        if (state == EntryState.RETURNED) {
            return "stafflist.mending-returned";
        }
        return state.isOpen() ? "stafflist.mending-open" : "stafflist.mending-over";
    }
}
