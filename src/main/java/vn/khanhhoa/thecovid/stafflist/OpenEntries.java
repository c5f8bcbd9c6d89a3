package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.platform.Sql;

/** The entries that lines of a draft stand for, where the lines change. */
@ApplicationScoped
class OpenEntries {
    /** @param amendsId the approved entry that it amends, or 0 */
    record Held(EntryState state, EntryKind kind, long amendsId) {
        /** What a changed line asks for. */
        EntryKind asking() {
            boolean stands = state == EntryState.APPROVED && kind != EntryKind.LEAVE;
            return stands || amendsId != 0 && state != EntryState.ENDED ? EntryKind.CHANGE : EntryKind.NEW;
        }

        /** Whether the leave of the person waits to be decided already. */
        boolean isLeaving() {
            return kind == EntryKind.LEAVE && state.isOpen();
        }

        /** What is approved and would have to end for the person to go; 0 for nothing. */
        long inForce(long entryId) {
            if (state == EntryState.APPROVED) {
                return kind == EntryKind.LEAVE ? 0 : entryId;
            }
            return state.isOpen() ? amendsId : 0;
        }
    }

    @Inject
    private Sql sql;

    @Inject
    private Entries entries;

    /** By id; held, so that nobody decides them meanwhile. */
    Map<Long, Held> held(List<DraftRow> rows) {
        Map<Long, Held> states = new HashMap<>();
        InParts.of(
                entryIds(rows),
                List.of(),
                (some, ids) -> sql.list(
                                "SELECT id, state, kind, amends_id FROM stafflist_entry WHERE id IN " + some
                                        + " ORDER BY id FOR UPDATE",
                                row -> Map.entry(
                                        row.getLong(1),
                                        new Held(
                                                EntryState.valueOf(row.getString(2)),
                                                EntryKind.valueOf(row.getString(3)),
                                                row.getLong(4))),
                                ids)
                        .forEach(entry -> states.put(entry.getKey(), entry.getValue())));
        return states;
    }

    /** Takes back what is not decided. */
    void withdraw(List<DraftRow> rows) {
        withdrawById(entryIds(rows));
    }

    void withdrawById(List<Long> ids) {
        InParts.of(
                ids,
                List.of(),
                (some, args) -> sql.update(
                        "UPDATE stafflist_entry SET state = 'WITHDRAWN', version = version + 1 WHERE state IN ('WAITING',"
                                + " 'PENDING', 'RETURNED') AND id IN " + some,
                        args));
        entries.forgetWords(ids);
    }

    private static List<Long> entryIds(List<DraftRow> rows) {
        return rows.stream()
                .map(DraftRow::entryId)
                .filter(id -> id != 0)
                .distinct()
                .sorted()
                .toList();
    }
}
