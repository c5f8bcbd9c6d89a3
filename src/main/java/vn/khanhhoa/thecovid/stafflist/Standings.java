package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** How the entries of lines stand, held against a decision until the transaction ends. */
@ApplicationScoped
class Standings {
    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    /**
     * @param byId the entries, those that they amend, and open amendments of both
     * @param openOn open amendments by the entry that they amend
     */
    record Held(Map<Long, Standing> byId, Map<Long, Standing> openOn) {}

    /**
     * All of them are held together, in the order of their ids, as a decision does it too. Which they are is asked before:
     * of a list that the caller holds, nothing but states changes meanwhile.
     */
    Held held(Collection<Long> entryIds) {
        Set<Long> all = new TreeSet<>(entryIds);
        all.addAll(ids("SELECT amends_id FROM stafflist_entry WHERE amends_id IS NOT NULL AND id IN ", all));
        all.addAll(ids("SELECT id FROM stafflist_entry WHERE open_amends IN ", all));
        Map<Long, Standing> byId = new HashMap<>();
        Map<Long, Standing> openOn = new HashMap<>();
        InParts.of(
                List.copyOf(all),
                (some, args) -> sql.list(
                                "SELECT * FROM stafflist_entry WHERE id IN " + some + " ORDER BY id FOR UPDATE",
                                this::standing,
                                args)
                        .forEach(entry -> byId.put(entry.entryId(), entry)));
        InParts.of(
                List.copyOf(all),
                (some, args) -> sql.list(
                                "SELECT entry_id, person_id, name, birth_year FROM stafflist_entry_first WHERE entry_id IN "
                                        + some,
                                row -> Map.entry(
                                        row.getLong(1),
                                        new EntryViews.Said(row.getLong(2), row.getString(3), row.getInt(4))),
                                args)
                        .forEach(each ->
                                byId.computeIfPresent(each.getKey(), (id, entry) -> entry.with(each.getValue()))));
        byId.values().stream()
                .filter(entry -> entry.amendsId() != 0 && entry.state().isOpen())
                .forEach(entry -> openOn.put(entry.amendsId(), entry));
        return new Held(byId, openOn);
    }

    private List<Long> ids(String query, Collection<Long> of) {
        List<Long> found = new ArrayList<>();
        InParts.of(List.copyOf(of), (some, args) -> found.addAll(sql.list(query + some, row -> row.getLong(1), args)));
        return found;
    }

    /** Entries of a list whose line is gone, by the person's key: a line that comes anew goes on with its entry. */
    Map<ByteBuffer, Long> withoutLine(long listId, Collection<byte[]> keys) {
        Map<ByteBuffer, Long> found = new HashMap<>();
        if (!keys.isEmpty()) {
            List<Object> args = new ArrayList<>(List.of(listId));
            args.addAll(keys);
            sql.list(
                    "SELECT e.row_key, e.id FROM stafflist_entry e WHERE e.list_id = ? AND e.row_key IN ("
                            + Sql.marks(keys.size()) + ") AND e.state IN ('WAITING', 'PENDING', 'RETURNED', 'APPROVED')"
                            + " AND e.kind <> 'LEAVE' AND NOT EXISTS (SELECT 1 FROM stafflist_row r WHERE r.entry_id = e.id)"
                            + " ORDER BY e.generation",
                    row -> found.put(ByteBuffer.wrap(row.getBytes(1)), row.getLong(2)),
                    args.toArray());
        }
        return found;
    }

    private Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("id"),
                EntryKind.valueOf(row.getString("kind")),
                EntryState.valueOf(row.getString("state")),
                row.getLong("amends_id"),
                row.getBytes("row_key"),
                row.getInt("generation"),
                new EntryContent(
                        row.getLong("person_id"),
                        row.getString("name"),
                        row.getInt("birth_year"),
                        new EntryPlace(
                                row.getLong("workplace_id"), row.getString("workplace"), row.getLong("area_id"), ""),
                        row.getString("activities"),
                        row.getString("position"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        Cells.read(cipher.open(row.getBytes("cells")))),
                null);
    }
}
