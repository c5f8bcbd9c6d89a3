package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.person.NameWords;

/**
 * Which entries of a list: by state, by kind, by beginnings of words of the name; empty means all.
 *
 * @param endsBy the day until which those in force end that are meant, those that are over among them; empty for any
 */
public record EntryFilter(
        Optional<EntryState> state, Optional<EntryKind> kind, String name, Optional<LocalDate> endsBy) {
    public static final EntryFilter ALL = new EntryFilter(Optional.empty(), Optional.empty(), "");

    public EntryFilter(Optional<EntryState> state, Optional<EntryKind> kind, String name) {
        this(state, kind, name, Optional.empty());
    }

    public static EntryFilter of(Optional<EntryState> state) {
        return new EntryFilter(state, Optional.empty(), "");
    }

    /** The condition on entries {@code e}; what fills its gaps is added to the arguments. */
    String condition(long listId, List<Object> args) {
        List<String> parts = new ArrayList<>(List.of("e.list_id = ?"));
        args.add(listId);
        state.ifPresent(wanted -> {
            parts.add("e.state = ?");
            args.add(wanted.name());
        });
        kind.ifPresent(wanted -> {
            parts.add("e.kind = ?");
            args.add(wanted.name());
        });
        endsBy.ifPresent(day -> {
            parts.add("e.state = 'APPROVED' AND e.kind <> 'LEAVE' AND e.valid_to <= ?");
            args.add(day);
        });
        // Only open entries have their words in a table; within one list, looking at each name is quick enough.
        parts.add(NameWords.condition("e.name", name, args));
        return String.join(" AND ", parts);
    }
}
