package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;

/**
 * A verdict has taken effect; fired in its transaction, with some hundreds of entries at most.
 *
 * @param reasonCode empty for an approval; reasonText is the agency's own words, which may be empty
 */
public record EntriesDecided(
        List<DecidedEntry> entries, Outcome outcome, String reasonCode, String reasonText, Actor actor) {
    /** An entry without anything of its person. */
    public record DecidedEntry(long entryId, long listId, long organisationId, long agencyId, EntryKind kind) {}

    /** Without the agency's words, which may name somebody. */
    @Override
    public String toString() {
        return "EntriesDecided[" + entries.size() + " " + outcome + "]";
    }
}
