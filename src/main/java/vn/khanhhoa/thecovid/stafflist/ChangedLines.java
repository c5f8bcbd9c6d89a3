package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * People who stand in other lines than before keep their open entries, and with them their codes. It is settled for all lines
 * of a submission before the first of them goes: the lines of those who changed may go in different steps.
 */
@ApplicationScoped
class ChangedLines {
    /** A line of which another person is named than by its open entry: by another document and another name. */
    private record Line(long id, byte[] key, String name, long entryId, byte[] entryKey, String entryName) {
        boolean isOfAnother() {
            return !NameWords.alike(name).equals(NameWords.alike(entryName));
        }
    }

    private static final String GOING = " r.list_id = ? AND r.state = 'SENDING' AND r.submission_id = ?";

    @Inject
    private Sql sql;

    /** Of a list that the caller holds. An entry whose person is in none of the lines stays with its line. */
    void settle(long listId, long submissionId) {
        List<Line> changed = sql
                .list(
                        "SELECT r.id, r.row_key, r.name, e.id, e.row_key, e.name FROM stafflist_row r JOIN stafflist_entry e ON"
                                + " e.id = r.entry_id WHERE" + GOING
                                + " AND r.row_key <> e.row_key AND e.amends_id IS NULL AND"
                                + " e.state IN ('WAITING', 'PENDING', 'RETURNED')",
                        row -> new Line(
                                row.getLong(1),
                                row.getBytes(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getBytes(5),
                                row.getString(6)),
                        listId,
                        submissionId)
                .stream()
                .filter(Line::isOfAnother)
                .toList();
        Map<ByteBuffer, Long> entries = new HashMap<>();
        changed.forEach(line -> entries.put(ByteBuffer.wrap(line.entryKey()), line.entryId()));
        Map<Long, Long> entryOf = new HashMap<>();
        changed.forEach(line -> take(entries, line.key(), line.id(), entryOf));
        withoutEntry(listId, submissionId, entries).forEach((line, key) -> take(entries, key, line, entryOf));
        Set<Long> taken = new HashSet<>(entryOf.values());
        changed.stream()
                .filter(line -> taken.contains(line.entryId()))
                .forEach(line -> entryOf.putIfAbsent(line.id(), 0L));
        sql.batch(
                "UPDATE stafflist_row SET entry_id = NULLIF(?, 0) WHERE id = ?",
                entryOf.entrySet(),
                (statement, line) -> {
                    statement.setLong(1, line.getValue());
                    statement.setLong(2, line.getKey());
                });
    }

    private static void take(Map<ByteBuffer, Long> entries, byte[] key, long lineId, Map<Long, Long> entryOf) {
        Long own = entries.remove(ByteBuffer.wrap(key));
        if (own != null) {
            entryOf.put(lineId, own);
        }
    }

    /** New lines of the people of entries, with their keys. */
    private Map<Long, byte[]> withoutEntry(long listId, long submissionId, Map<ByteBuffer, Long> entries) {
        Map<Long, byte[]> found = new HashMap<>();
        InParts.of(
                entries.keySet().stream().map(ByteBuffer::array).toList(),
                Arrays.asList(listId, submissionId),
                (some, args) -> sql.list(
                        "SELECT r.id, r.row_key FROM stafflist_row r WHERE" + GOING
                                + " AND r.entry_id IS NULL AND r.row_key IN " + some,
                        row -> found.put(row.getLong(1), row.getBytes(2)),
                        args));
        return found;
    }
}
