package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Rows of files that wait beside the draft, each with what it would do there. */
@ApplicationScoped
class Staging {
    private static final int STEP = 1_000;
    static final String ROW = "SELECT s.row_id AS id, s.id AS staged_id, s.ref, s.effect, s.columns, s.kept,"
            + " s.document_key, s.upload_id, s.line_number, s.file_row, s.row_key, s.alike_key, s.workplace_id, s.state, 'NEW' AS"
            + " intent, 0 AS entry_id, CAST(NULL AS DATE) AS leave_on, s.name, s.cells, s.problems FROM stafflist_staged s";
    /** Lines with errors of people who are in the file by another line. */
    static final String SUPERSEDED =
            " FROM stafflist_row r WHERE r.list_id = ? AND r.state = 'BAD' AND NOT EXISTS (SELECT 1"
                    + " FROM stafflist_staged s WHERE s.upload_id = ? AND s.row_id = r.id) AND EXISTS (SELECT 1 FROM"
                    + " stafflist_staged s WHERE s.upload_id = ? AND s.alike_key = r.alike_key)";
    /** Lines that are not in the file. */
    static final String MISSING =
            " FROM stafflist_row r WHERE r.list_id = ? AND r.intent <> 'LEAVE' AND NOT EXISTS (SELECT 1"
                    + " FROM stafflist_staged s WHERE s.upload_id = ? AND s.row_id = r.id) AND (r.state <> 'BAD' OR NOT EXISTS"
                    + " (SELECT 1 FROM stafflist_staged s WHERE s.upload_id = ? AND s.alike_key = r.alike_key))";

    /**
     * @param id of the staged row; of the line it stands for, {@code row} has it
     * @param kept keys of cells that stay as they were mended in the line, since the file says what it said before
     * @param document key of the one that another line of the draft has already
     */
    record Staged(
            long id,
            Optional<PublicId> ref,
            StagedEffect effect,
            String columns,
            List<String> kept,
            Optional<byte[]> document,
            DraftRow row) {}

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChecks checks;

    @Inject
    private DraftChanges changes;

    @Inject
    private Lists lists;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    DraftMatching matching(long listId) {
        DraftMatching matching = new DraftMatching();
        sql.list(
                "SELECT id, line_number, row_key, state, alike_key, IF(state = 'BAD', name, ''), file_row, origin_key FROM"
                        + " stafflist_row WHERE list_id = ? ORDER BY line_number, id",
                row -> {
                    matching.know(row.getLong(1), row.getInt(2), row.getBytes(3));
                    int fileRow = row.getInt(7);
                    byte[] origin = row.getBytes(8);
                    if (origin != null) {
                        matching.knowMended(row.getLong(1), fileRow, origin);
                    }
                    if (RowState.valueOf(row.getString(4)) == RowState.BAD) {
                        matching.knowBad(
                                row.getLong(1),
                                fileRow == 0 ? row.getInt(2) : fileRow,
                                row.getBytes(5),
                                row.getString(6));
                    }
                    return 0;
                },
                listId);
        sql.list(
                        "SELECT r.id FROM stafflist_row r JOIN stafflist_entry e ON e.id = r.entry_id WHERE r.list_id = ? AND"
                                + " r.state = 'SUBMITTED' AND e.state = 'RETURNED'",
                        row -> row.getLong(1),
                        listId)
                .forEach(matching::knowReturned);
        return matching;
    }

    /** Compares the rows with the lines they stand for, and keeps them. Returns them as they were kept. */
    List<DraftRow> add(
            long uploadId,
            DraftMatching matching,
            LineCheck check,
            List<Optional<PublicId>> refs,
            List<DraftRow> lines) {
        List<Staged> staged = compared(matching, check, refs, lines);
        Iterator<Long> ids = rows.newIds();
        sql.batch(
                "INSERT INTO stafflist_staged (id, upload_id, ref, row_id, effect, columns, kept, place, document_key, line_number,"
                        + " file_row, row_key, alike_key, workplace_id, state, name, cells, problems) VALUES (?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                staged,
                (statement, each) -> {
                    statement.setLong(1, ids.next());
                    statement.setLong(2, uploadId);
                    statement.setObject(3, each.ref().map(PublicId::bytes).orElse(null), Types.VARBINARY);
                    bindComparison(statement, 4, each);
                    rows.bindContent(statement, 10, each.row());
                });
        return staged.stream().map(Staged::row).toList();
    }

    /** Six columns, from row_id to document_key. */
    private static void bindComparison(PreparedStatement statement, int first, Staged each) throws SQLException {
        statement.setLong(first, each.row().id());
        statement.setString(first + 1, each.effect().name());
        statement.setString(first + 2, each.columns());
        statement.setString(first + 3, String.join(" ", each.kept()));
        statement.setInt(first + 4, each.kept().isEmpty() ? 1 : 0);
        statement.setObject(first + 5, each.document().orElse(null), Types.VARBINARY);
    }

    private List<Staged> compared(
            DraftMatching matching, LineCheck check, List<Optional<PublicId>> refs, List<DraftRow> lines) {
        Map<PublicId, Long> named = new HashMap<>();
        List<PublicId> asked = refs.stream().flatMap(Optional::stream).toList();
        if (!asked.isEmpty()) {
            rows.ofList(check.listId(), asked).forEach(row -> named.put(row.publicId(), row.id()));
        }
        List<Long> matched = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            long name = refs.get(i).map(ref -> named.getOrDefault(ref, 0L)).orElse(0L);
            byte[] origin = matching.knowsMended() ? rows.origin(lines.get(i)) : new byte[0];
            matched.add(matching.take(lines.get(i), name, origin));
        }
        Map<Long, DraftRow> stored = rows
                .byId(matched.stream().filter(id -> id != 0).toList())
                .stream()
                .collect(Collectors.toMap(DraftRow::id, Function.identity()));
        List<Staged> staged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            DraftRow old = stored.get(matched.get(i));
            DraftRow numbered = matching.numbered(lines.get(i), matched.get(i));
            check.numbered(lines.get(i).number(), numbered.number());
            DraftRow own = old == null
                    ? numbered
                    : check.heeding(numbered, old, refs.get(i).equals(Optional.of(old.publicId())));
            int holder = matching.otherHolder(own, matched.get(i));
            DraftRow line = (holder == 0 ? own : check.twice(own, holder)).withId(matched.get(i));
            Optional<byte[]> document = holder == 0 ? Optional.empty() : Optional.of(own.key());
            if (old == null) {
                staged.add(new Staged(0, refs.get(i), StagedEffect.ADDED, "", List.of(), document, line.withId(0)));
            } else {
                List<String> columns = check.differences(old.cells(), line.cells());
                boolean same = columns.isEmpty() && !matching.isReturned(old.id()) && sameFindings(old, line);
                staged.add(new Staged(
                        0,
                        refs.get(i),
                        same ? StagedEffect.UNCHANGED : StagedEffect.CHANGED,
                        String.join(" ", columns),
                        kept(numbered, line),
                        document,
                        line));
            }
        }
        return staged;
    }

    /** Cells that do not say what the file says, but what they were mended to. */
    private static List<String> kept(DraftRow ofTheFile, DraftRow line) {
        return line.cells().filed().keySet().stream()
                .filter(key -> !line.cells().text(key).equals(ofTheFile.cells().text(key)))
                .toList();
    }

    /** What was submitted is past checking; warnings come and go with what else is stored. */
    private static boolean sameFindings(DraftRow old, DraftRow line) {
        return old.state() == RowState.SUBMITTED || errors(old).equals(errors(line));
    }

    private static Set<String> errors(DraftRow row) {
        return row.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> problem.columnKey() + problem.code())
                .collect(Collectors.toSet());
    }

    /** What only the whole file tells of its rows. */
    void conclude(long uploadId, LineCheck check) {
        List<Staged> part = part(uploadId, "", 0);
        while (!part.isEmpty()) {
            Map<PublicId, Long> ids = new HashMap<>();
            part.forEach(each -> ids.put(each.row().publicId(), each.id()));
            sql.batch(
                    "UPDATE stafflist_staged SET problems = ? WHERE id = ?",
                    check.concluded(part.stream().map(Staged::row).toList()),
                    (statement, row) -> {
                        statement.setString(1, DraftRows.problems(row.problems()));
                        statement.setLong(2, Objects.requireNonNull(ids.get(row.publicId())));
                    });
            part = part(uploadId, "", part.get(part.size() - 1).id());
        }
    }

    StagedCounts counts(Upload upload) {
        Map<String, Integer> effects = new HashMap<>();
        sql.list(
                        "SELECT effect, COUNT(*) FROM stafflist_staged WHERE upload_id = ? GROUP BY effect",
                        row -> Map.entry(row.getString(1), row.getInt(2)),
                        upload.id())
                .forEach(effect -> effects.put(effect.getKey(), effect.getValue()));
        return new StagedCounts(
                effects.getOrDefault(StagedEffect.ADDED.name(), 0),
                effects.getOrDefault(StagedEffect.CHANGED.name(), 0),
                effects.getOrDefault(StagedEffect.UNCHANGED.name(), 0),
                (int) sql.number("SELECT COUNT(*)" + MISSING, upload.listId(), upload.id(), upload.id()),
                (int) sql.number("SELECT COUNT(*)" + SUPERSEDED, upload.listId(), upload.id(), upload.id()));
    }

    /** The draft has changed since: compares with what is there now. The caller holds the list. */
    void compareAgain(StaffList list, Upload upload) {
        DraftMatching matching = matching(list.id());
        LineCheck check = checks.begin(list);
        long after = 0;
        List<Staged> part = part(upload.id(), "", after);
        while (!part.isEmpty()) {
            List<Staged> now = compared(
                    matching,
                    check,
                    part.stream().map(Staged::ref).toList(),
                    part.stream()
                            .map(each -> check.asFiled(
                                    each.document()
                                            .map(document -> check.once(each.row(), document))
                                            .orElse(each.row()),
                                    each.kept()))
                            .toList());
            List<Integer> each = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                each.add(i);
            }
            List<Staged> old = part;
            sql.batch(
                    "UPDATE stafflist_staged SET row_id = ?, effect = ?, columns = ?, kept = ?, place = ?, document_key = ?,"
                            + " line_number = ?, file_row = ?, row_key = ?, alike_key = ?, workplace_id = ?, state = ?, name = ?, cells = ?, problems = ?"
                            + " WHERE id = ?",
                    each,
                    (statement, i) -> {
                        bindComparison(statement, 1, now.get(i));
                        rows.bindContent(statement, 7, now.get(i).row());
                        statement.setLong(16, old.get(i).id());
                    });
            after = part.get(part.size() - 1).id();
            part = part(upload.id(), "", after);
        }
        upload.staged(counts(upload), changes.revision(list.id()));
    }

    /** The next rows in the order in which they were read. */
    List<Staged> part(long uploadId, String condition, long afterId) {
        return sql.list(
                ROW + " WHERE s.upload_id = ?" + condition + " AND s.id > ? ORDER BY s.id LIMIT " + STEP,
                this::staged,
                uploadId,
                afterId);
    }

    Staged staged(ResultSet row) throws SQLException {
        byte[] ref = row.getBytes("ref");
        return new Staged(
                row.getLong("staged_id"),
                Optional.ofNullable(ref).map(PublicId::ofBytes),
                StagedEffect.valueOf(row.getString("effect")),
                Objects.requireNonNullElse(row.getString("columns"), ""),
                keys(row.getString("kept")),
                Optional.ofNullable(row.getBytes("document_key")),
                rows.row(row, PublicId.random()));
    }

    static List<String> keys(@Nullable String written) {
        return written == null || written.isEmpty() ? List.of() : List.of(written.split(" ", -1));
    }

    /** How many lines have cells that stay as they were mended in the list. */
    int mended(Upload upload) {
        return (int) sql.number(
                "SELECT COUNT(*) FROM stafflist_staged WHERE upload_id = ? AND place = 0 AND effect IN ('CHANGED',"
                        + " 'UNCHANGED')",
                upload.id());
    }

    void forget(long uploadId) {
        sql.update("DELETE FROM stafflist_staged WHERE upload_id = ?", uploadId);
    }

    /** One file at a time waits for the sender, the newest. */
    void discardOthers(Upload upload) {
        List<Upload> waiting = lists.waitingUploads(upload.listId());
        for (Upload each : waiting.subList(Math.min(1, waiting.size()), waiting.size())) {
            each.discarded(clock.instant());
            forget(each.id());
        }
    }
}
