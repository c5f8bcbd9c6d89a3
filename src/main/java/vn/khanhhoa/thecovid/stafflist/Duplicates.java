package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * The same people in other lists, found by the keyed hashes of their documents. Of the organisation's own lists the name is
 * told; of another organisation's nothing but that there is an approved entry that is not over.
 */
@ApplicationScoped
class Duplicates {
    record Found(Map<ByteBuffer, String> ownLists, Set<ByteBuffer> others) {
        /** Empty for none. */
        String ownList(byte[] key) {
            return ownLists.getOrDefault(ByteBuffer.wrap(key), "");
        }

        boolean elsewhere(byte[] key) {
            return others.contains(ByteBuffer.wrap(key));
        }
    }

    @Inject
    private Sql sql;

    /** Of as many lines as one statement takes. */
    Found of(LineCheck check, List<DraftRow> rows) {
        if (rows.isEmpty()) {
            return new Found(Map.of(), Set.of());
        }
        List<Object> keys = new ArrayList<>(rows.size() + 2);
        rows.forEach(row -> keys.add(row.key()));
        String some = "(" + Sql.marks(rows.size()) + ")";
        Map<ByteBuffer, String> own = new HashMap<>();
        keys.add(check.organisationId());
        keys.add(check.listId());
        sql.list(
                        "SELECT r.row_key, l.name FROM stafflist_row r JOIN stafflist_list l ON l.id = r.list_id WHERE"
                                + " r.row_key IN " + some
                                + " AND l.organisation_id = ? AND l.id <> ? AND l.state = 'OPEN'"
                                + " ORDER BY l.id DESC",
                        row -> Map.entry(ByteBuffer.wrap(row.getBytes(1)), row.getString(2)),
                        keys.toArray())
                .forEach(found -> own.put(found.getKey(), found.getValue()));
        keys.set(rows.size(), check.organisationId());
        keys.set(rows.size() + 1, check.today());
        return new Found(
                own,
                new HashSet<>(sql.list(
                        "SELECT e.row_key FROM stafflist_entry e WHERE e.row_key IN " + some
                                + " AND e.state = 'APPROVED' AND e.kind <> 'LEAVE'"
                                + " AND e.organisation_id <> ? AND e.valid_to >= ?",
                        row -> ByteBuffer.wrap(row.getBytes(1)),
                        keys.toArray())));
    }
}
