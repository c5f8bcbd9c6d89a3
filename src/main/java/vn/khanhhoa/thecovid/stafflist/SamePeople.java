package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * The same person in two lines of a list by two documents, as by an old card and a new one, or by a number that was mistyped:
 * name and birth date agree, and the phone or the commune. Both lines are warned and name each other, whichever came first,
 * so the lines beside those that an act touched are looked at too. The caller holds the list.
 */
@ApplicationScoped
class SamePeople {
    private static final int STEP = 500;
    /** Of one name and born on one day: more of them are no people. */
    private static final int MOST = 500;
    /** An act on more lines than so many asks for all of the list at once. */
    private static final int MANY = 1_000;

    private static final String ANOTHER =
            "EXISTS (SELECT 1 FROM stafflist_row o WHERE o.list_id = ? AND o.alike_key = ";

    @Inject
    private Sql sql;

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChecks checks;

    @Inject
    private Staging staging;

    @Inject
    private Lists lists;

    /** Name and birth date of lines, by their keyed hashes. */
    Set<ByteBuffer> keys(List<Long> lineIds) {
        Set<ByteBuffer> keys = new HashSet<>();
        InParts.of(
                lineIds,
                (some, args) -> keys.addAll(sql.list(
                        "SELECT DISTINCT alike_key FROM stafflist_row WHERE name <> '' AND id IN " + some,
                        row -> ByteBuffer.wrap(row.getBytes(1)),
                        args)));
        return keys;
    }

    /** Lines that have in common with others what those that an act touched had before it, or have now. */
    void settle(long listId, long changeId) {
        long touched = sql.number("SELECT row_count FROM stafflist_change WHERE id = ?", changeId);
        Set<ByteBuffer> keys = touched > MANY ? shared(listId) : sharedByTouched(listId, changeId);
        keys.addAll(sql.list(
                "SELECT DISTINCT b.alike_key FROM stafflist_row_before b WHERE b.change_id = ? AND b.existed = TRUE AND"
                        + " b.name <> '' AND " + ANOTHER + "b.alike_key AND o.id <> b.row_id)",
                row -> ByteBuffer.wrap(row.getBytes(1)),
                changeId,
                listId));
        settle(listId, keys);
    }

    /** What lines that the act touched have in common with others. */
    private Set<ByteBuffer> sharedByTouched(long listId, long changeId) {
        return new HashSet<>(sql.list(
                "SELECT DISTINCT r.alike_key FROM stafflist_row_before b JOIN stafflist_row r ON r.id = b.row_id WHERE"
                        + " b.change_id = ? AND r.name <> '' AND " + ANOTHER + "r.alike_key AND o.id <> r.id)",
                row -> ByteBuffer.wrap(row.getBytes(1)),
                changeId,
                listId));
    }

    /** What any lines of the list have in common: one way through an index. */
    private Set<ByteBuffer> shared(long listId) {
        return new HashSet<>(sql.list(
                "SELECT g.alike_key FROM (SELECT alike_key FROM stafflist_row WHERE list_id = ? GROUP BY alike_key HAVING"
                        + " COUNT(*) > 1) g WHERE " + ANOTHER + "g.alike_key AND o.name <> '')",
                row -> ByteBuffer.wrap(row.getBytes(1)),
                listId,
                listId));
    }

    void settle(long listId, Collection<ByteBuffer> keys) {
        if (keys.isEmpty()) {
            return;
        }
        LineCheck check = checks.begin(lists.list(listId));
        List<byte[]> all = keys.stream().map(ByteBuffer::array).toList();
        for (int from = 0; from < all.size(); from += STEP) {
            List<DraftRow> alike = alike(listId, all.subList(from, Math.min(all.size(), from + STEP)));
            List<DraftRow> warned = warned(check, alike);
            List<DraftRow> changed = new ArrayList<>();
            for (int i = 0; i < alike.size(); i++) {
                RowState state = alike.get(i).state();
                if (warned.get(i) != alike.get(i) && (state == RowState.GOOD || state == RowState.BAD)) {
                    changed.add(warned.get(i));
                }
            }
            rows.update(listId, changed);
        }
    }

    /** Rows of a file that waits, against each other and the lines that are not in it. */
    void settleStaged(StaffList list, long uploadId) {
        List<Staging.Staged> waiting = sql.list(
                Staging.ROW
                        + " WHERE s.upload_id = ? AND s.name <> '' AND (EXISTS (SELECT 1 FROM stafflist_staged o WHERE"
                        + " o.upload_id = s.upload_id AND o.alike_key = s.alike_key AND o.id <> s.id) OR " + ANOTHER
                        + "s.alike_key AND o.id <> s.row_id)) ORDER BY s.id LIMIT " + STEP * STEP,
                staging::staged,
                uploadId,
                list.id());
        if (waiting.isEmpty()) {
            return;
        }
        List<DraftRow> all =
                new ArrayList<>(waiting.stream().map(Staging.Staged::row).toList());
        Set<Long> inFile = new HashSet<>(all.stream().map(DraftRow::id).toList());
        Set<ByteBuffer> keys = new HashSet<>(
                all.stream().map(row -> ByteBuffer.wrap(row.alike())).toList());
        alike(list.id(), keys.stream().map(ByteBuffer::array).toList()).stream()
                .filter(row -> !inFile.contains(row.id()))
                .forEach(all::add);
        List<DraftRow> warned = warned(checks.begin(list), all);
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            if (warned.get(i) != all.get(i)) {
                changed.add(i);
            }
        }
        sql.batch("UPDATE stafflist_staged SET problems = ? WHERE id = ?", changed, (statement, i) -> {
            statement.setString(1, DraftRows.problems(warned.get(i).problems()));
            statement.setLong(2, waiting.get(i).id());
        });
    }

    private List<DraftRow> alike(long listId, List<byte[]> keys) {
        List<DraftRow> alike = new ArrayList<>();
        InParts.of(keys, List.of(listId), (some, args) -> alike.addAll(rows.alike(some, args)));
        return alike;
    }

    /** In the same order; those of which nothing else is to be said are the same objects. */
    private static List<DraftRow> warned(LineCheck check, List<DraftRow> lines) {
        Map<ByteBuffer, List<LineCheck.Likeness>> groups = new HashMap<>();
        List<Optional<LineCheck.Likeness>> known =
                lines.stream().map(check::likeness).toList();
        known.forEach(each -> each.ifPresent(likeness -> groups.computeIfAbsent(
                        ByteBuffer.wrap(likeness.row().alike()), unused -> new ArrayList<>())
                .add(likeness)));
        List<DraftRow> warned = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            DraftRow line = lines.get(i);
            int other = known.get(i)
                    .map(likeness -> first(likeness, groups.getOrDefault(ByteBuffer.wrap(line.alike()), List.of())))
                    .orElse(0);
            warned.add(check.samePerson(line, other));
        }
        return warned;
    }

    /** Number of the first other line of the same person, or 0. */
    private static int first(LineCheck.Likeness likeness, List<LineCheck.Likeness> group) {
        return group.size() > MOST
                ? 0
                : group.stream()
                        .filter(likeness::isOfSamePerson)
                        .mapToInt(other -> other.row().number())
                        .min()
                        .orElse(0);
    }
}
