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
     * @param byId the entries, and those that they amend
     * @param openOn open amendments by the entry that they amend
     */
    record Held(Map<Long, Standing> byId, Map<Long, Standing> openOn) {}

    Held held(Collection<Long> entryIds) {
        Map<Long, Standing> byId = new HashMap<>();
        Map<Long, Standing> openOn = new HashMap<>();
        read("id", entryIds).forEach(entry -> byId.put(entry.entryId(), entry));
        List<Long> amended = byId.values().stream()
                .map(Standing::amendsId)
                .filter(id -> id != 0)
                .toList();
        read("id", amended).forEach(entry -> byId.put(entry.entryId(), entry));
        read("open_amends", List.copyOf(byId.keySet())).forEach(entry -> openOn.put(entry.amendsId(), entry));
        return new Held(byId, openOn);
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

    private List<Standing> read(String column, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.list(
                        "SELECT * FROM stafflist_entry WHERE " + column + " IN (" + Sql.marks(ids.size())
                                + ") ORDER BY id FOR UPDATE",
                        this::standing,
                        ids.toArray());
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
                        Cells.read(cipher.open(row.getBytes("cells")))));
    }
}
