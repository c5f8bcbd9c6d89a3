package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The lines of a draft that stand for entries. A line shows what is under way, or else what is in force. */
@ApplicationScoped
class EntryLines {
    /** The line of an approved entry. @param isUnsent whether it asks for something that was not sent yet */
    record Line(long rowId, PublicId id, long entryId, EntryKind intent, boolean isUnsent, PublicId entry) {}

    /**
     * A line whose person has an entry in force.
     *
     * @param entryId that of the line: the one in force, or the open amendment of it
     */
    record Amended(long rowId, long entryId, long groundId) {}

    private record Ground(long entryId, byte[] key, String name, byte[] cells) {}

    private static final int STEP = 1_000;

    @Inject
    private Sql sql;

    /** Lines of the approved entries among these. While an amendment is open, the line is that of the amendment. */
    List<Line> amendable(long listId, List<PublicId> entryIds) {
        return entryIds.isEmpty()
                ? List.of()
                : sql.list(
                        "SELECT r.id, r.public_id, e.id, r.intent, r.state <> 'SUBMITTED', e.public_id FROM stafflist_entry e JOIN stafflist_row r"
                                + " ON r.entry_id = e.id WHERE e.list_id = ? AND e.state = 'APPROVED' AND e.kind <> 'LEAVE'"
                                + " AND e.public_id IN (" + Sql.marks(entryIds.size()) + ")",
                        row -> new Line(
                                row.getLong(1),
                                Sql.publicId(row, "public_id"),
                                row.getLong(3),
                                EntryKind.valueOf(row.getString(4)),
                                row.getBoolean(5),
                                PublicId.ofBytes(row.getBytes(6))),
                        args(listId, entryIds));
    }

    /** Numbers of the entries of the list among these. */
    Map<PublicId, Long> entries(long listId, List<PublicId> entryIds) {
        Map<PublicId, Long> found = new HashMap<>();
        if (!entryIds.isEmpty()) {
            sql.list(
                    "SELECT id, public_id FROM stafflist_entry WHERE list_id = ? AND public_id IN ("
                            + Sql.marks(entryIds.size()) + ")",
                    row -> found.put(PublicId.ofBytes(row.getBytes(2)), row.getLong(1)),
                    args(listId, entryIds));
        }
        return found;
    }

    private static Object[] args(long listId, List<PublicId> ids) {
        List<Object> args = new ArrayList<>(List.of(listId));
        ids.forEach(id -> args.add(id.bytes()));
        return args.toArray();
    }

    /** Those of the lines whose entry is in force, or an open amendment of one; by line. */
    Map<Long, Amended> inForce(List<Long> lineIds) {
        Map<Long, Amended> found = new HashMap<>();
        for (int from = 0; from < lineIds.size(); from += STEP) {
            List<Long> some = lineIds.subList(from, Math.min(lineIds.size(), from + STEP));
            sql.list(
                            "SELECT r.id, e.id, IFNULL(e.open_amends, e.id) FROM stafflist_row r JOIN"
                                    + " stafflist_entry e ON e.id = r.entry_id WHERE (e.open_amends IS NOT NULL OR"
                                    + " e.state = 'APPROVED' AND e.kind <> 'LEAVE') AND r.id IN ("
                                    + Sql.marks(some.size()) + ")",
                            row -> new Amended(row.getLong(1), row.getLong(2), row.getLong(3)),
                            some.toArray())
                    .forEach(line -> found.put(line.rowId(), line));
        }
        return found;
    }

    static Map<Long, Long> groundOf(Collection<Amended> lines) {
        return lines.stream().collect(Collectors.toMap(Amended::rowId, Amended::groundId));
    }

    /** The lines of entries. */
    List<Long> of(List<Long> entryIds) {
        return entryIds.isEmpty()
                ? List.of()
                : sql.list(
                        "SELECT id FROM stafflist_row WHERE entry_id IN (" + Sql.marks(entryIds.size()) + ")",
                        row -> row.getLong(1),
                        entryIds.toArray());
    }

    /** Ids of lines, with those of the entries that the amendments amend. */
    Map<Long, Long> ofAmendments(List<Long> amendmentIds) {
        Map<Long, Long> lines = new HashMap<>();
        if (!amendmentIds.isEmpty()) {
            sql.list(
                    "SELECT r.id, e.amends_id FROM stafflist_row r JOIN stafflist_entry e ON e.id = r.entry_id"
                            + " WHERE e.amends_id IS NOT NULL AND e.id IN (" + Sql.marks(amendmentIds.size()) + ")",
                    row -> lines.put(row.getLong(1), row.getLong(2)),
                    amendmentIds.toArray());
        }
        return lines;
    }

    /** Lines say again what was approved, whatever was wanted of them. */
    void putBack(Map<Long, Long> entryOf) {
        entryOf.forEach((lineId, entryId) -> sql.first(
                        "SELECT id, row_key, name, cells FROM stafflist_entry WHERE id = ?",
                        row -> new Ground(row.getLong(1), row.getBytes(2), row.getString(3), row.getBytes(4)),
                        entryId)
                .ifPresent(ground -> putBack(lineId, ground)));
    }

    private void putBack(long lineId, Ground ground) {
        sql.update(
                "UPDATE stafflist_row SET state = 'SUBMITTED', intent = 'NEW', leave_on = NULL, entry_id = ?, name = ?,"
                        + " cells = ?, problems = '[]' WHERE id = ?",
                ground.entryId(),
                ground.name(),
                ground.cells(),
                lineId);
        // The number may have become another line's meanwhile; then this one keeps the key that it has.
        sql.update(
                "UPDATE IGNORE stafflist_row SET row_key = ? WHERE id = ? AND row_key <> ?",
                ground.key(),
                lineId,
                ground.key());
        sql.update("DELETE FROM stafflist_row_mark WHERE row_id = ?", lineId);
    }
}
