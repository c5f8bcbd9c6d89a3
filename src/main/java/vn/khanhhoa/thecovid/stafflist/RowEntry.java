package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;
import java.util.Optional;
import vn.khanhhoa.thecovid.intake.CellText;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The entry that a line of a draft stands for, by which its officers know what mending the line comes to.
 *
 * @param reasonCode of the last decision, as it may leave the agency, as is its note; both may be empty
 * @param validity for how long it was asked for or, once approved, holds; of a leave nothing to be said
 */
public record RowEntry(
        PublicId id,
        EntryState state,
        boolean reopened,
        EntryKind kind,
        String reasonCode,
        String reasonNote,
        Period validity) {
    private static final String LAST_DAY = "valid_to";

    /** For how long it holds, where the line asks for something else: the agency may have made it longer since. */
    public Optional<Period> holdsOtherwiseThan(RowView line) {
        boolean said =
                CellText.day(line.text(LAST_DAY)).map(validity.to()::equals).orElse(true);
        return state == EntryState.APPROVED && kind != EntryKind.LEAVE && !said
                ? Optional.of(validity)
                : Optional.empty();
    }

    /** Where it stands, in a word for its organisation. */
    public EntryWord word() {
        return EntryWord.of(state, reopened);
    }

    /** Key of the word for the line: as short as a grid needs it. */
    public String key() {
        return "stafflist.row-entry." + word().name().toLowerCase(Locale.ROOT);
    }

    /** Key of the sentence on what becomes of a change to the line, which is ready to be sent or is not. */
    public String explainedKey(RowState line) {
        if (state == EntryState.APPROVED) {
            return "stafflist.mending-approved";
        }
        if (state == EntryState.RETURNED) {
            return "stafflist.mending-returned";
        }
        if (state == EntryState.WITHDRAWN && line == RowState.GOOD) {
            return "stafflist.mending-withdrawn";
        }
        return state.isOpen() ? "stafflist.mending-open" : "stafflist.mending-over";
    }

    /** Key of the sentence on what becomes of the line and the entry where the line is taken out. */
    public String removalKey() {
        if (state.isOpen()) {
            return switch (kind) {
                case NEW -> "stafflist.remove-waiting";
                case CHANGE -> "stafflist.remove-changing";
                case LEAVE -> "stafflist.remove-leaving";
            };
        }
        return state == EntryState.APPROVED && kind != EntryKind.LEAVE
                ? "stafflist.remove-approved"
                : "stafflist.remove-plain";
    }
}
