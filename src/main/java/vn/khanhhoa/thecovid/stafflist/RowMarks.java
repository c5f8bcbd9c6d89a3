package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;

/** What is to be seen at the lines of drafts, to filter by and to count. */
@ApplicationScoped
class RowMarks {
    private record Mark(String kind, String code, String column, long rowId) {}

    @Inject
    private Sql sql;

    /** Of lines that have none yet. */
    void write(long listId, List<DraftRow> rows) {
        Set<Mark> marks = new LinkedHashSet<>();
        for (DraftRow row : rows) {
            row.problems()
                    .forEach(problem -> marks.add(new Mark(
                            problem.severity() == Severity.ERROR ? RowMark.ERROR : RowMark.WARNING,
                            problem.code().name(),
                            problem.columnKey(),
                            row.id())));
            row.cells()
                    .given()
                    .forEach((column, given) ->
                            marks.add(new Mark(RowMark.REPAIR, given.kind().name(), column, row.id())));
        }
        sql.batch(
                "INSERT INTO stafflist_row_mark (list_id, kind, code, column_key, row_id) VALUES (?, ?, ?, ?, ?)",
                marks,
                (statement, mark) -> {
                    statement.setLong(1, listId);
                    statement.setString(2, mark.kind());
                    statement.setString(3, mark.code());
                    statement.setString(4, mark.column());
                    statement.setLong(5, mark.rowId());
                });
    }

    void forget(List<Long> rowIds) {
        InParts.of(rowIds, (some, ids) -> sql.update("DELETE FROM stafflist_row_mark WHERE row_id IN " + some, ids));
    }

    void rewrite(long listId, List<DraftRow> rows) {
        forget(rows.stream().map(DraftRow::id).toList());
        write(listId, rows);
    }

    /** Warnings of lines that can be sent: what a program may have done to many dates first, then the most frequent ones. */
    List<RowMark> warningsOfReady(long listId) {
        return new ArrayList<>(sql.list(
                "SELECT m.kind, m.code, m.column_key, COUNT(*) FROM stafflist_row_mark m JOIN stafflist_row r ON r.id ="
                        + " m.row_id WHERE m.list_id = ? AND m.kind = 'W' AND r.state = 'GOOD' GROUP BY m.kind, m.code,"
                        + " m.column_key ORDER BY m.code = 'DATE_MAYBE_TURNED' DESC, 4 DESC, m.code, m.column_key",
                row -> new RowMark(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                listId));
    }

    /** Errors first, the most frequent ones first. */
    List<RowMark> counts(long listId) {
        return new ArrayList<>(sql.list(
                "SELECT kind, code, column_key, COUNT(*) FROM stafflist_row_mark WHERE list_id = ? GROUP BY kind, code,"
                        + " column_key ORDER BY FIELD(kind, 'E', 'W', 'R'), 4 DESC, code, column_key",
                row -> new RowMark(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                listId));
    }
}
