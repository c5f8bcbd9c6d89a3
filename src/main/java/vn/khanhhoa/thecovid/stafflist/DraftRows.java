package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.intake.CheckedRow;
import vn.khanhhoa.thecovid.stafflist.intake.FormColumn;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.intake.ProblemCode;
import vn.khanhhoa.thecovid.stafflist.intake.RowProblem;
import vn.khanhhoa.thecovid.stafflist.intake.Severity;

/** The lines of drafts, written by thousands. */
@ApplicationScoped
class DraftRows {
    private static final int STEP = 1_000;
    private static final int LONGEST_PROBLEMS = 4_000;
    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_NAME = 200;
    static final String NAME = "full_name";
    private static final String BIRTH = "birth_date";

    /** A line that is ready to be submitted. */
    record ReadyRow(long id, int number, byte[] key, Map<String, String> cells) {}

    private record Stored(long id, int number, ByteBuffer alike, String name) {}

    private record Line(CheckedRow row, byte[] key, byte[] alike, String name) {}

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    /**
     * Takes the lines of a file into the draft. A line whose person is there already takes that line's place, and so it
     * does where the older one was wrong and has the same name and birth date, or the same number and name. What is
     * submitted stays, unless it was returned to be mended.
     *
     * @return how many lines took an older one's place
     */
    int take(long listId, long uploadId, List<CheckedRow> rows) {
        Set<ByteBuffer> submitted = keys(
                "SELECT r.row_key FROM stafflist_row r JOIN stafflist_entry e ON e.list_id = r.list_id AND e.row_key ="
                        + " r.row_key WHERE r.list_id = ? AND r.state = 'SUBMITTED' AND e.state <> 'RETURNED'",
                listId);
        Set<ByteBuffer> known = keys("SELECT row_key FROM stafflist_row WHERE list_id = ?", listId);
        List<Line> lines = rows.stream()
                .map(row -> line(row, uploadId))
                .filter(line -> !submitted.contains(ByteBuffer.wrap(line.key())))
                .toList();
        int replaced = removeMended(listId, lines);
        replaced += (int) lines.stream()
                .filter(line -> known.contains(ByteBuffer.wrap(line.key())))
                .count();
        write(listId, uploadId, lines);
        return replaced;
    }

    private Set<ByteBuffer> keys(String query, long listId) {
        return new HashSet<>(sql.list(query, row -> ByteBuffer.wrap(row.getBytes(1)), listId));
    }

    private Line line(CheckedRow row, long uploadId) {
        String name = row.raw().getOrDefault(NAME, "");
        boolean twice = row.problems().stream().anyMatch(problem -> problem.code() == ProblemCode.DUPLICATE_IN_FILE);
        byte[] key = row.identity()
                .filter(identity -> !twice)
                .map(identity -> cipher.match("row", identity.number()))
                .orElseGet(() -> cipher.match("line", uploadId + ":" + row.rowNumber()));
        byte[] alike =
                cipher.match("alike", NameWords.plain(name) + "|" + row.raw().getOrDefault(BIRTH, ""));
        return new Line(row, key, alike, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
    }

    private int removeMended(long listId, List<Line> lines) {
        Set<ByteBuffer> keys = new HashSet<>();
        Set<ByteBuffer> alike = new HashSet<>();
        Map<Integer, String> names = new HashMap<>();
        for (Line line : lines) {
            keys.add(ByteBuffer.wrap(line.key()));
            alike.add(ByteBuffer.wrap(line.alike()));
            names.put(line.row().rowNumber(), NameWords.plain(line.name()));
        }
        List<Stored> bad = sql.list(
                "SELECT id, line_number, alike_key, name, row_key FROM stafflist_row WHERE list_id = ? AND state = 'BAD'",
                row -> new Stored(
                        keys.contains(ByteBuffer.wrap(row.getBytes(5))) ? 0 : row.getLong(1),
                        row.getInt(2),
                        ByteBuffer.wrap(row.getBytes(3)),
                        row.getString(4)),
                listId);
        List<Long> mended = bad.stream()
                .filter(row -> row.id() != 0)
                .filter(row -> alike.contains(row.alike())
                        || names.containsKey(row.number()) && isNamed(row.name(), names.get(row.number())))
                .map(Stored::id)
                .toList();
        sql.batch("DELETE FROM stafflist_row WHERE id = ?", mended, (statement, id) -> statement.setLong(1, id));
        return mended.size();
    }

    /** A line without a name is known by its number alone. */
    private static boolean isNamed(String older, @Nullable String newer) {
        String plain = NameWords.plain(older);
        return plain.isEmpty() || plain.equals(newer);
    }

    private void write(long listId, long uploadId, List<Line> lines) {
        Iterator<Long> ids = sql.ids("stafflist_bulk_seq", STEP);
        sql.batch(
                "INSERT INTO stafflist_row (id, list_id, upload_id, line_number, row_key, alike_key, state, name, cells,"
                        + " problems, public_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE upload_id ="
                        + " VALUES(upload_id), line_number = VALUES(line_number), alike_key = VALUES(alike_key), state ="
                        + " VALUES(state), name = VALUES(name), cells = VALUES(cells), problems = VALUES(problems)",
                lines,
                (statement, line) -> {
                    statement.setLong(1, ids.next());
                    statement.setLong(2, listId);
                    statement.setLong(3, uploadId);
                    statement.setInt(4, line.row().rowNumber());
                    statement.setBytes(5, line.key());
                    statement.setBytes(6, line.alike());
                    statement.setString(7, (line.row().isGood() ? RowState.GOOD : RowState.BAD).name());
                    statement.setString(8, line.name());
                    statement.setBytes(9, cipher.seal(Cells.write(line.row().raw())));
                    statement.setString(10, problems(line.row().problems()));
                    statement.setBytes(11, PublicId.random().bytes());
                });
    }

    /** As many as fit: nobody mends more than twenty faults of one line at a time. */
    private static String problems(List<RowProblem> problems) {
        int most = Math.min(problems.size(), MOST_PROBLEMS);
        String json = Cells.writeProblems(problems.subList(0, most));
        while (json.length() > LONGEST_PROBLEMS) {
            json = Cells.writeProblems(problems.subList(0, --most));
        }
        return json;
    }

    List<DraftRowView> page(long listId, RowState state, int first, int count, FormDefinition form) {
        return sql.list(
                "SELECT id, line_number, name, problems FROM stafflist_row WHERE list_id = ? AND state = ?"
                        + " ORDER BY line_number, id LIMIT ? OFFSET ?",
                row -> new DraftRowView(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        Cells.readProblems(row.getInt(2), row.getString(4)).stream()
                                .map(problem -> view(problem, form))
                                .toList()),
                listId,
                state.name(),
                count,
                first);
    }

    private static DraftRowView.Problem view(RowProblem problem, FormDefinition form) {
        return new DraftRowView.Problem(
                form.column(problem.columnKey()).map(FormColumn::labelVi).orElse(""),
                form.column(problem.columnKey()).map(FormColumn::labelEn).orElse(""),
                problem.severity() == Severity.ERROR,
                problem.messageKey(),
                problem.args().toArray());
    }

    int discardBad(long listId) {
        return sql.update("DELETE FROM stafflist_row WHERE list_id = ? AND state = 'BAD'", listId);
    }

    long lastReady(long listId) {
        return sql.number("SELECT IFNULL(MAX(id), 0) FROM stafflist_row WHERE list_id = ? AND state = 'GOOD'", listId);
    }

    long countReady(long listId) {
        return sql.number("SELECT COUNT(*) FROM stafflist_row WHERE list_id = ? AND state = 'GOOD'", listId);
    }

    List<ReadyRow> ready(long listId, long upTo, int count) {
        return sql.list(
                "SELECT id, line_number, row_key, cells FROM stafflist_row WHERE list_id = ? AND state = 'GOOD' AND id <= ?"
                        + " ORDER BY line_number, id LIMIT ? FOR UPDATE",
                row -> new ReadyRow(
                        row.getLong(1), row.getInt(2), row.getBytes(3), Cells.read(cipher.open(row.getBytes(4)))),
                listId,
                upTo,
                count);
    }

    void submitted(List<Long> ids) {
        sql.batch(
                "UPDATE stafflist_row SET state = 'SUBMITTED' WHERE id = ?",
                ids,
                (statement, id) -> statement.setLong(1, id));
    }

    /** A line that was good when it was read, and is not any more: its period is over, its workplace closed. */
    void turnedBad(List<ReadyRow> rows, List<CheckedRow> checked) {
        List<Integer> each = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            each.add(i);
        }
        sql.batch("UPDATE stafflist_row SET state = 'BAD', problems = ? WHERE id = ?", each, (statement, i) -> {
            statement.setString(1, problems(checked.get(i).problems()));
            statement.setLong(2, rows.get(i).id());
        });
    }
}
