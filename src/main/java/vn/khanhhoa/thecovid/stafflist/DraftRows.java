package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The lines of drafts, read by pages and written by thousands. What people do to them goes through {@link DraftChanges};
 * submission only moves them from state to state.
 */
@ApplicationScoped
class DraftRows {
    static final String NAME = "full_name";
    static final String WORKPLACE = "workplace";
    private static final int STEP = 1_000;
    private static final int LONGEST_PROBLEMS = 4_000;
    private static final int MOST_PROBLEMS = 20;
    private static final String ROW =
            "SELECT r.id, r.public_id, r.upload_id, r.line_number, r.file_row, r.row_key, r.alike_key,"
                    + " r.workplace_id, r.state, r.intent, r.entry_id, r.leave_on, r.name, r.cells, r.problems FROM stafflist_row r";

    @Inject
    private Sql sql;

    @Inject
    private RowMarks marks;

    @Inject
    private RowFigures figures;

    @Inject
    private DataCipher cipher;

    /** In the order of the file. The page's ids come out of an index alone, however far down it is. */
    List<DraftRow> page(long listId, RowFilter filter, int first, int count) {
        List<Object> args = new ArrayList<>();
        String condition = filter.condition(listId, args);
        args.add(count);
        args.add(first);
        return sql.list(
                ROW + " JOIN (SELECT r.id FROM stafflist_row r WHERE " + condition
                        + " ORDER BY r.line_number, r.id LIMIT ? OFFSET ?) p ON p.id = r.id ORDER BY r.line_number, r.id",
                this::row,
                args.toArray());
    }

    long count(long listId, RowFilter filter) {
        List<Object> args = new ArrayList<>();
        return sql.number(
                "SELECT COUNT(*) FROM stafflist_row r WHERE " + filter.condition(listId, args), args.toArray());
    }

    List<Long> ids(long listId, RowState state) {
        return sql.list(
                "SELECT id FROM stafflist_row WHERE list_id = ? AND state = ? ORDER BY id",
                row -> row.getLong(1),
                listId,
                state.name());
    }

    /** Of the person in a line; empty where there is none. */
    String nameAt(long listId, int number) {
        return sql.first(
                        "SELECT name FROM stafflist_row WHERE list_id = ? AND line_number = ? ORDER BY id LIMIT 1",
                        row -> row.getString(1),
                        listId,
                        number)
                .orElse("");
    }

    /** Those of the list; ids of other lists are left out. */
    List<DraftRow> ofList(long listId, Collection<PublicId> ids) {
        return some(ROW + " WHERE r.list_id = " + listId + " AND r.public_id IN ", List.copyOf(ids));
    }

    List<DraftRow> byId(Collection<Long> ids) {
        return some(ROW + " WHERE r.id IN ", List.copyOf(ids));
    }

    /** Of a list, which is the first argument: lines whose names and birth dates are some. */
    List<DraftRow> alike(String some, Object[] args) {
        return sql.list(
                ROW + " WHERE r.list_id = ? AND r.alike_key IN " + some + " ORDER BY r.line_number, r.id",
                this::row,
                args);
    }

    private List<DraftRow> some(String query, List<?> ids) {
        List<DraftRow> rows = new ArrayList<>();
        InParts.of(ids, (some, args) -> rows.addAll(sql.list(query + some, this::row, args)));
        return rows;
    }

    /** The caller's query names the columns as the table does. */
    DraftRow row(ResultSet row) throws SQLException {
        return row(row, Sql.publicId(row, "public_id"));
    }

    /** The same where the query has no public id to name. */
    DraftRow row(ResultSet row, PublicId publicId) throws SQLException {
        int number = row.getInt("line_number");
        return new DraftRow(
                row.getLong("id"),
                publicId,
                row.getLong("upload_id"),
                number,
                row.getInt("file_row"),
                row.getBytes("row_key"),
                row.getBytes("alike_key"),
                row.getLong("workplace_id"),
                RowState.valueOf(row.getString("state")),
                EntryKind.valueOf(row.getString("intent")),
                row.getLong("entry_id"),
                row.getObject("leave_on", LocalDate.class),
                row.getString("name"),
                DraftCells.read(cipher.open(row.getBytes("cells"))),
                Cells.readProblems(number, Objects.requireNonNullElse(row.getString("problems"), "[]")));
    }

    Iterator<Long> newIds() {
        return sql.ids("stafflist_bulk_seq", STEP);
    }

    void insert(long listId, List<DraftRow> rows) {
        sql.batch(
                "INSERT INTO stafflist_row (id, list_id, public_id, upload_id, intent, entry_id, leave_on, line_number,"
                        + " file_row, row_key, alike_key, workplace_id, state, name, cells, problems, origin_key) VALUES (?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                (statement, row) -> {
                    statement.setLong(1, row.id());
                    statement.setLong(2, listId);
                    statement.setBytes(3, row.publicId().bytes());
                    bindOrigin(statement, 4, row);
                    bindContent(statement, 8, row);
                    bindMended(statement, 17, row);
                });
        marks.write(listId, rows);
        figures.changed(listId);
    }

    /** Two lines may have changed their documents with each other, so all let go of theirs before. */
    void update(long listId, List<DraftRow> rows) {
        letGoOfKeys(rows);
        sql.batch(
                "UPDATE stafflist_row SET upload_id = ?, intent = ?, entry_id = ?, leave_on = ?, line_number = ?, file_row ="
                        + " ?, row_key = ?, alike_key = ?, workplace_id = ?, state = ?, name = ?, cells = ?, problems = ?,"
                        + " origin_key = ? WHERE id = ?",
                rows,
                (statement, row) -> {
                    bindOrigin(statement, 1, row);
                    bindContent(statement, 5, row);
                    bindMended(statement, 14, row);
                    statement.setLong(15, row.id());
                });
        marks.rewrite(listId, rows);
        figures.changed(listId);
    }

    private void letGoOfKeys(List<DraftRow> rows) {
        Map<Long, byte[]> keys = rows.stream().collect(Collectors.toMap(DraftRow::id, DraftRow::key));
        List<Long> other = new ArrayList<>();
        InParts.of(
                rows.stream().map(DraftRow::id).toList(),
                (some, ids) -> sql.list(
                        "SELECT id, row_key FROM stafflist_row WHERE id IN " + some,
                        row -> Arrays.equals(keys.get(row.getLong(1)), row.getBytes(2)) || other.add(row.getLong(1)),
                        ids));
        InParts.of(
                other,
                (some, ids) -> sql.update(
                        "UPDATE stafflist_row SET row_key = UNHEX(SHA2(public_id, 256)) WHERE id IN " + some, ids));
    }

    private static void bindOrigin(PreparedStatement statement, int first, DraftRow row) throws SQLException {
        statement.setLong(first, row.uploadId());
        statement.setString(first + 1, row.intent().name());
        statement.setObject(first + 2, row.entryId() == 0 ? null : row.entryId(), Types.BIGINT);
        statement.setObject(first + 3, row.leaveOn(), Types.DATE);
    }

    private void bindMended(PreparedStatement statement, int at, DraftRow row) throws SQLException {
        statement.setObject(at, row.cells().isOtherwiseInFile() ? origin(row) : null, Types.VARBINARY);
    }

    /** By which the row of a file is known whose line was mended since. */
    byte[] origin(DraftRow row) {
        return cipher.match("origin", row.cells().origin());
    }

    /** Nine columns, from line_number to problems. */
    void bindContent(PreparedStatement statement, int first, DraftRow row) throws SQLException {
        statement.setInt(first, row.number());
        statement.setInt(first + 1, row.fileRow());
        statement.setBytes(first + 2, row.key());
        statement.setBytes(first + 3, row.alike());
        statement.setObject(first + 4, row.workplaceId() == 0 ? null : row.workplaceId(), Types.BIGINT);
        statement.setString(first + 5, row.state().name());
        statement.setString(first + 6, row.name());
        statement.setBytes(first + 7, cipher.seal(row.cells().write()));
        statement.setString(first + 8, problems(row.problems()));
    }

    void delete(List<Long> ids) {
        figures.changed(ids);
        marks.forget(ids);
        InParts.of(ids, (some, args) -> sql.update("DELETE FROM stafflist_row WHERE id IN " + some, args));
    }

    /** As many as fit: nobody mends more than twenty faults of one line at a time. */
    static String problems(List<RowProblem> problems) {
        int most = Math.min(problems.size(), MOST_PROBLEMS);
        String json = Cells.writeProblems(problems.subList(0, most));
        while (json.length() > LONGEST_PROBLEMS) {
            json = Cells.writeProblems(problems.subList(0, --most));
        }
        return json;
    }

    /** The good lines go with a submission. Returns how many they are. */
    int send(long listId, long submissionId) {
        figures.changed(listId);
        return sql.update(
                "UPDATE stafflist_row SET state = 'SENDING', submission_id = ? WHERE list_id = ? AND state = 'GOOD'",
                submissionId,
                listId);
    }

    /** What was on its way and is not any more. */
    void holdBack(long listId) {
        figures.changed(listId);
        sql.update("UPDATE stafflist_row SET state = 'GOOD' WHERE list_id = ? AND state = 'SENDING'", listId);
    }

    /** The same of one submission. */
    void holdBack(long listId, long submissionId) {
        figures.changed(listId);
        sql.update(
                "UPDATE stafflist_row SET state = 'GOOD' WHERE list_id = ? AND state = 'SENDING' AND submission_id = ?",
                listId,
                submissionId);
    }

    List<ReadyRow> sending(long listId, long submissionId, int count) {
        return sql.list(
                "SELECT id, line_number, row_key, cells, intent, entry_id, leave_on FROM stafflist_row WHERE list_id = ?"
                        + " AND state = 'SENDING' AND submission_id = ? ORDER BY line_number, id LIMIT ? FOR UPDATE",
                row -> new ReadyRow(
                        row.getLong(1),
                        row.getInt(2),
                        row.getBytes(3),
                        DraftCells.read(cipher.open(row.getBytes(4))),
                        EntryKind.valueOf(row.getString(5)),
                        row.getLong(6),
                        row.getObject(7, LocalDate.class)),
                listId,
                submissionId,
                count);
    }

    /** Lines and the entries that they stand for from now on. */
    void submitted(Map<Long, Long> entryOf) {
        figures.changed(List.copyOf(entryOf.keySet()));
        sql.batch(
                "UPDATE stafflist_row SET state = 'SUBMITTED', intent = 'NEW', leave_on = NULL, entry_id = ? WHERE id = ?",
                entryOf.entrySet(),
                (statement, line) -> {
                    statement.setLong(1, line.getValue());
                    statement.setLong(2, line.getKey());
                });
    }

    /** Lines that were good when they were sent, and are not any more: a period is over, a workplace closed. */
    void turnedBad(long listId, List<ReadyRow> rows, List<CheckedRow> checked) {
        List<DraftRow> stored = byId(rows.stream().map(ReadyRow::id).toList());
        List<DraftRow> bad = new ArrayList<>();
        for (DraftRow row : stored) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).id() == row.id()) {
                    List<RowProblem> problems = new ArrayList<>(row.ofTheFile());
                    problems.addAll(checked.get(i).problems());
                    bad.add(row.found(row.key(), RowState.BAD, problems));
                }
            }
        }
        update(listId, bad);
    }
}
