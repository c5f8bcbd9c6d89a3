package vn.khanhhoa.thecovid.stafflist;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What submitting a line comes to, by what it asks for and how the entry that it stands for has fared meanwhile.
 *
 * @param existing the open entry that takes the line up; none for a new entry
 * @param amended the approved entry that is amended; none for a new card
 */
record Aim(
        EntryKind kind,
        @Nullable Standing existing,
        @Nullable Standing amended) {
    /** Empty where the line asks to end what has ended already. */
    static Optional<Aim> of(ReadyRow line, Standings.Held held) {
        Map<Long, Standing> entries = held.byId();
        Standing entry = entries.get(line.entryId());
        if (entry != null && EntryAction.SUBMIT_AGAIN.isAllowedAt(entry.position())) {
            return Optional.of(again(line, entry, entries.get(entry.amendsId())));
        }
        Standing ground = entry != null && entry.isInForce() || entry == null ? entry : entries.get(entry.amendsId());
        if (ground == null || !ground.isInForce()) {
            return line.isLeave() ? Optional.empty() : Optional.of(new Aim(EntryKind.NEW, null, null));
        }
        return Optional.of(new Aim(
                line.isLeave() ? EntryKind.LEAVE : EntryKind.CHANGE,
                held.openOn().get(ground.entryId()),
                ground));
    }

    /** Whether what is asked for now is for somebody else than the open entry that would take it up. */
    boolean turnsIntoAnother(EntryContent now) {
        return existing != null && kind == EntryKind.NEW && existing.becomesAnother(now.personId(), now.name());
    }

    long amendedId() {
        return amended == null ? 0 : amended.entryId();
    }

    /** A line that was opened to be changed and says what was approved. */
    boolean changesNothing(ReadyRow line) {
        return kind == EntryKind.CHANGE
                && existing == null
                && amended != null
                && amended.content().cells().equals(line.cells().texts());
    }

    /** Whoever mends a leave into something else stays. */
    private static Aim again(ReadyRow line, Standing entry, @Nullable Standing amended) {
        if (amended == null) {
            return new Aim(EntryKind.NEW, entry, null);
        }
        return new Aim(line.isLeave() ? EntryKind.LEAVE : EntryKind.CHANGE, entry, amended);
    }
}
