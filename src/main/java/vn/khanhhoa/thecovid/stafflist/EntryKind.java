package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** What an entry asks for. Those that amend an approved one are decided like any other, each by itself. */
public enum EntryKind {
    /** A card for somebody who has none of this list, joiners included. */
    NEW,
    /** Other data on the card: the approved entry ends and another card takes the place of its card. */
    CHANGE,
    /** The person stops working here: the approved entry ends and its card is revoked. */
    LEAVE;

    public boolean isAmendment() {
        return this != NEW;
    }

    /** Whether the level of its person matters: somebody who leaves needs none. */
    public boolean asksForLevel() {
        return this != LEAVE;
    }

    /** Key of the label. */
    public String key() {
        return "stafflist.kind." + name().toLowerCase(Locale.ROOT);
    }
}
