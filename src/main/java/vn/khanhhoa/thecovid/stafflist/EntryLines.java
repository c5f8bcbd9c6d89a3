package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The lines of a draft that stand for entries. A line shows what is under way, or else what is in force. */
@ApplicationScoped
class EntryLines {
    /** The line of an approved entry. @param isUnsent whether it asks for something that was not sent yet */
    record Line(long rowId, PublicId id, long entryId, EntryKind intent, boolean isUnsent, PublicId entry) {}

    /**
     * A line whose person has an entry in force.
     *
     * @param entryId that of the line: the one in force, or an amendment of it
     */
    record Amended(long rowId, long entryId, long groundId) {}

    /** For how long an entry holds, both days included. */
    record Days(LocalDate from, LocalDate to) {}

    private static final int MOST_AT_ONCE = 1_000;

    @Inject
    private Sql sql;

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChecks checks;

    @Inject
    private Lists lists;

    @Inject
    private RowMarks marks;

    @Inject
    private RowFigures figures;

    /** Lines of the approved entries among these. While an amendment is open, the line is that of the amendment. */
    List<Line> amendable(long listId, List<PublicId> entryIds) {
        List<Line> lines = new ArrayList<>();
        InParts.of(
                atOnce(entryIds),
                List.of(listId),
                (some, args) -> lines.addAll(sql.list(
                        "SELECT r.id, r.public_id, e.id, r.intent, r.state <> 'SUBMITTED', e.public_id FROM stafflist_entry e"
                                + " JOIN stafflist_row r ON r.entry_id = e.id WHERE e.list_id = ? AND e.state = 'APPROVED' AND"
                                + " e.kind <> 'LEAVE' AND e.public_id IN " + some,
                        row -> new Line(
                                row.getLong(1),
                                Sql.publicId(row, "public_id"),
                                row.getLong(3),
                                EntryKind.valueOf(row.getString(4)),
                                row.getBoolean(5),
                                PublicId.ofBytes(row.getBytes(6))),
                        args)));
        return lines;
    }

    /** The first of the last days of the entries of these lines; far away where there are none. */
    LocalDate firstEnd(List<Line> lines) {
        return days(lines).values().stream()
                .map(Days::to)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    /** Of the entries of these lines, by entry. */
    Map<Long, Days> days(List<Line> lines) {
        Map<Long, Days> days = new HashMap<>();
        InParts.of(
                lines.stream().map(Line::entryId).toList(),
                (some, args) -> sql.list(
                        "SELECT id, valid_from, valid_to FROM stafflist_entry WHERE id IN " + some,
                        row -> days.put(
                                row.getLong(1),
                                new Days(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))),
                        args));
        return days;
    }

    /** Numbers of the entries of the list among these. */
    Map<PublicId, Long> entries(long listId, List<PublicId> entryIds) {
        Map<PublicId, Long> found = new HashMap<>();
        InParts.of(
                atOnce(entryIds),
                List.of(listId),
                (some, args) -> sql.list(
                        "SELECT id, public_id FROM stafflist_entry WHERE list_id = ? AND public_id IN " + some,
                        row -> found.put(PublicId.ofBytes(row.getBytes(2)), row.getLong(1)),
                        args));
        return found;
    }

    /** How an entry stands. */
    record Standing(EntryState state, EntryKind kind) {}

    /** Of the entries of the list among these. */
    Map<PublicId, Standing> standing(long listId, List<PublicId> entryIds) {
        Map<PublicId, Standing> found = new HashMap<>();
        InParts.of(
                atOnce(entryIds),
                List.of(listId),
                (some, args) -> sql.list(
                        "SELECT public_id, state, kind FROM stafflist_entry WHERE list_id = ? AND public_id IN " + some,
                        row -> found.put(
                                PublicId.ofBytes(row.getBytes(1)),
                                new Standing(
                                        EntryState.valueOf(row.getString(2)), EntryKind.valueOf(row.getString(3)))),
                        args));
        return found;
    }

    private static List<PublicId> atOnce(List<PublicId> ids) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new RuleViolation("stafflist.too-many-edits", MOST_AT_ONCE);
        }
        return ids;
    }

    /** Those of the lines whose entry is in force, or an open amendment of one; by line. */
    Map<Long, Amended> inForce(List<Long> lineIds) {
        Map<Long, Amended> found = new HashMap<>();
        InParts.of(
                lineIds,
                (some, args) -> amended(
                                "IFNULL(e.open_amends, e.id)",
                                "(e.open_amends IS NOT NULL OR e.state = 'APPROVED' AND e.kind <> 'LEAVE') AND r.id IN "
                                        + some,
                                args)
                        .forEach(line -> found.put(line.rowId(), line)));
        return found;
    }

    /** The lines of those of the entries that are amendments. */
    List<Amended> ofAmendments(List<Long> entryIds) {
        List<Amended> found = new ArrayList<>();
        InParts.of(
                entryIds,
                (some, args) ->
                        found.addAll(amended("e.amends_id", "e.amends_id IS NOT NULL AND e.id IN " + some, args)));
        return found;
    }

    private List<Amended> amended(String ground, String which, Object[] args) {
        return sql.list(
                "SELECT r.id, e.id, " + ground
                        + " FROM stafflist_row r JOIN stafflist_entry e ON e.id = r.entry_id WHERE " + which,
                row -> new Amended(row.getLong(1), row.getLong(2), row.getLong(3)),
                args);
    }

    /** The lines of entries. */
    List<Long> of(List<Long> entryIds) {
        List<Long> ids = new ArrayList<>();
        InParts.of(
                entryIds,
                (some, args) -> ids.addAll(sql.list(
                        "SELECT id FROM stafflist_row WHERE entry_id IN " + some, row -> row.getLong(1), args)));
        return ids;
    }

    /** The public ids of the lines of entries, by entry. */
    Map<Long, PublicId> publicIds(List<Long> entryIds) {
        Map<Long, PublicId> found = new HashMap<>();
        InParts.of(
                entryIds,
                (some, ids) -> sql.list(
                                "SELECT entry_id, public_id FROM stafflist_row WHERE entry_id IN " + some,
                                row -> Map.entry(row.getLong(1), Sql.publicId(row, "public_id")),
                                ids)
                        .forEach(line -> found.put(line.getKey(), line.getValue())));
        return found;
    }

    /** Lines say again what was approved, whatever was wanted of them. */
    void putBack(Collection<Amended> lines) {
        sql.batch(
                "UPDATE stafflist_row r JOIN stafflist_entry e ON e.id = ? SET r.state = 'SUBMITTED', r.intent = 'NEW',"
                        + " r.leave_on = NULL, r.entry_id = e.id, r.name = e.name, r.workplace_id = NULLIF(e.workplace_id, 0),"
                        + " r.cells = e.cells, r.problems = '[]', r.origin_key = NULL WHERE r.id = ?",
                lines,
                (statement, line) -> {
                    statement.setLong(1, line.groundId());
                    statement.setLong(2, line.rowId());
                });
        List<Long> ids = lines.stream().map(Amended::rowId).toList();
        // They may have changed their documents with each other. What became another line's meanwhile stays with that
        // one.
        String toTheirs =
                " stafflist_row r JOIN stafflist_entry e ON e.id = r.entry_id SET r.row_key = %s WHERE r.row_key"
                        + " <> e.row_key AND r.id IN ";
        InParts.of(
                ids,
                (some, args) ->
                        sql.update("UPDATE" + toTheirs.formatted("UNHEX(SHA2(r.public_id, 256))") + some, args));
        InParts.of(ids, (some, args) -> sql.update("UPDATE IGNORE" + toTheirs.formatted("e.row_key") + some, args));
        knowAgain(ids);
        marks.forget(ids);
        figures.changed(ids);
    }

    /** What lines have in common with others goes by the names and birth dates that they say now. */
    private void knowAgain(List<Long> ids) {
        Map<Long, LineCheck> checkOf = new HashMap<>();
        InParts.of(ids, (some, args) -> {
            Map<Long, LineCheck> ofLine = new HashMap<>();
            sql.list(
                            "SELECT id, list_id FROM stafflist_row WHERE id IN " + some,
                            row -> Map.entry(row.getLong(1), row.getLong(2)),
                            args)
                    .forEach(line -> ofLine.put(
                            line.getKey(),
                            checkOf.computeIfAbsent(line.getValue(), list -> checks.begin(lists.list(list)))));
            sql.batch(
                    "UPDATE stafflist_row SET alike_key = ? WHERE id = ?",
                    rows.byId(ofLine.keySet()),
                    (statement, line) -> {
                        LineCheck check = Objects.requireNonNull(ofLine.get(line.id()));
                        statement.setBytes(1, check.again(line).alike());
                        statement.setLong(2, line.id());
                    });
        });
    }

    /**
     * The lines of amendments that were refused. What somebody has written into such a line since it was sent stays, and
     * asks from now on to change what is in force.
     */
    void refused(List<Long> amendmentIds) {
        InParts.of(
                amendmentIds,
                (some, args) -> sql.update(
                        "UPDATE stafflist_row r JOIN stafflist_entry e ON e.id = r.entry_id SET r.entry_id = e.amends_id"
                                + " WHERE r.state <> 'SUBMITTED' AND e.amends_id IS NOT NULL AND e.id IN " + some,
                        args));
        putBack(ofAmendments(amendmentIds));
    }
}
