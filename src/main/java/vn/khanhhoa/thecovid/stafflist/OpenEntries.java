package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;

/** The entries that lines of a draft stand for, where the lines change. */
@ApplicationScoped
class OpenEntries {
    /**
     * @param amendsId the approved entry that it amends, or 0
     * @param from of a leave, its day
     */
    record Held(EntryState state, EntryKind kind, long amendsId, LocalDate from) {
        /** What a changed line asks for. */
        EntryKind asking() {
            boolean stands = state == EntryState.APPROVED && kind != EntryKind.LEAVE;
            return stands || amendsId != 0 && state != EntryState.ENDED ? EntryKind.CHANGE : EntryKind.NEW;
        }

        /** Whether the leave of the person waits to be decided already. */
        boolean isLeaving() {
            return kind == EntryKind.LEAVE && state.isOpen();
        }

        boolean isRefusedAmendment() {
            return state == EntryState.REFUSED && amendsId != 0;
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
                (some, ids) -> sql.list(
                                "SELECT id, state, kind, amends_id, valid_from FROM stafflist_entry WHERE id IN " + some
                                        + " ORDER BY id FOR UPDATE",
                                row -> Map.entry(
                                        row.getLong(1),
                                        new Held(
                                                EntryState.valueOf(row.getString(2)),
                                                EntryKind.valueOf(row.getString(3)),
                                                row.getLong(4),
                                                row.getObject(5, LocalDate.class))),
                                ids)
                        .forEach(entry -> states.put(entry.getKey(), entry.getValue())));
        return states;
    }

    /**
     * The entries of lines, for an act that comes to the lines in parts: entries are held in the order of their ids, by
     * whomever, so that nobody waits in a circle.
     */
    void hold(List<Long> lineIds) {
        List<Long> ids = new ArrayList<>();
        InParts.of(
                lineIds,
                (some, args) -> ids.addAll(sql.list(
                        "SELECT entry_id FROM stafflist_row WHERE entry_id IS NOT NULL AND id IN " + some,
                        row -> row.getLong(1),
                        args)));
        InParts.of(
                ids.stream().distinct().sorted().toList(),
                (some, args) -> sql.list(
                        "SELECT id FROM stafflist_entry WHERE id IN " + some + " ORDER BY id FOR UPDATE",
                        row -> row.getLong(1),
                        args));
    }

    /** Takes back what is not decided. */
    void withdraw(Actor by, List<DraftRow> rows) {
        entries.withdrawOpen(by, entryIds(rows));
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
