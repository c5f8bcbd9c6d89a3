package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The rows of an import that were taken, for officers of its source, with numbers masked. The rows are not kept as they came: they are
 * told by the records that they made, by what they only repeated, and by the warnings of those that were odd. Whoever looks, or
 * takes them along, is on the trail.
 */
@UseCase
public class AcceptedRows {
    private static final int STEP = 500;

    /** Of an import that was the first to say it, or that has become so since by the withdrawal of another. */
    private static final String RECORDS = "eligibility_record x WHERE x.import_id = ?";

    private static final String ADDED = RECORDS + " AND x.first_known_at = x.known_from";
    private static final String REPLACING = RECORDS
            + " AND x.first_known_at < x.known_from AND NOT EXISTS (SELECT 1 FROM eligibility_repeat e WHERE e.import_id ="
            + " x.import_id AND e.file_row = x.file_row) AND NOT EXISTS (SELECT 1 FROM eligibility_record p WHERE p.import_id ="
            + " x.import_id AND p.file_row = x.file_row AND p.version < x.version)";
    private static final String REPEATS = "eligibility_repeat x WHERE x.import_id = ?";
    private static final String WARNED = "eligibility_import_row x WHERE x.import_id = ? AND x.taken";
    private static final String TWICE_IN_FILE = WARNED
            + " AND NOT EXISTS (SELECT 1 FROM eligibility_record r WHERE r.import_id = x.import_id AND r.file_row = x.file_row)";

    @Inject
    private StoredSources sources;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> trail;

    /** A version that a row made or repeated. @param fresh nothing counted before it */
    private record Said(int row, int version, boolean fresh, boolean repeated, ToldRecord told) {}

    /** Those behind a row of the file, in its order. @param outcome of these only; empty for all */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public List<AcceptedRow> after(
            Actor actor, PublicId id, Optional<AcceptedRow.Outcome> outcome, int row, int count) {
        return seen(actor, id, outcome, row, count, true);
    }

    /** Those next before a row, in the order of the file. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public List<AcceptedRow> before(
            Actor actor, PublicId id, Optional<AcceptedRow.Outcome> outcome, int row, int count) {
        return seen(actor, id, outcome, row, count, false);
    }

    private List<AcceptedRow> seen(
            Actor actor, PublicId id, Optional<AcceptedRow.Outcome> outcome, int row, int count, boolean forward) {
        long importId = sources.ownImport(actor, id);
        List<AcceptedRow> found = rows(importId, places(importId, outcome, row, count, forward));
        tell(actor, "source.rows-seen", id, found.size());
        return found;
    }

    /** All of them. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public void take(Actor actor, PublicId id, Optional<AcceptedRow.Outcome> outcome, Consumer<AcceptedRow> taker) {
        long importId = sources.ownImport(actor, id);
        int taken = 0;
        for (List<Integer> some = places(importId, outcome, 0, STEP, true);
                !some.isEmpty();
                some = places(importId, outcome, some.get(some.size() - 1), STEP, true)) {
            rows(importId, some).forEach(taker);
            taken += some.size();
        }
        tell(actor, "source.rows-taken", id, taken);
    }

    private void tell(Actor actor, String action, PublicId id, int count) {
        trail.fire(
                new HealthDataChanged(actor.accountId(), action, "import", id, Map.of("count", String.valueOf(count))));
    }

    private static List<String> parts(Optional<AcceptedRow.Outcome> outcome) {
        return outcome.map(each -> switch (each) {
                    case ADDED -> List.of(ADDED);
                    case REPLACING -> List.of(REPLACING);
                    case SAME -> List.of(REPEATS, TWICE_IN_FILE);
                })
                .orElse(List.of(RECORDS, REPEATS, WARNED));
    }

    /** Numbers of rows, in the order of the file. */
    private List<Integer> places(
            long importId, Optional<AcceptedRow.Outcome> outcome, int row, int count, boolean forward) {
        List<Object> args = new ArrayList<>();
        String order = forward ? "" : " DESC";
        List<String> some = parts(outcome).stream()
                .map(part -> {
                    args.addAll(List.of(importId, row, count));
                    return "SELECT DISTINCT x.file_row FROM " + part + " AND x.file_row " + (forward ? ">" : "<")
                            + " ? ORDER BY x.file_row" + order + " LIMIT ?";
                })
                .toList();
        String all = some.size() > 1 ? "(" + String.join(") UNION (", some) + ")" : some.get(0);
        args.add(count);
        List<Integer> found = new ArrayList<>(sql.list(
                "SELECT file_row FROM (" + all + ") t ORDER BY file_row" + order + " LIMIT ?",
                each -> each.getInt(1),
                args.toArray()));
        if (!forward) {
            Collections.reverse(found);
        }
        return found;
    }

    private List<AcceptedRow> rows(long importId, List<Integer> places) {
        Map<Integer, List<Said>> said = new HashMap<>();
        Map<Integer, String> warned = new HashMap<>();
        InParts.of(places, List.of(importId), (some, args) -> {
            said("FALSE", "eligibility_record r", "r.import_id = ? AND r.file_row IN " + some, "r", args, said);
            said(
                    "TRUE",
                    "eligibility_repeat e JOIN eligibility_record r ON r.id = e.record_id",
                    "e.import_id = ? AND e.file_row IN " + some,
                    "e",
                    args,
                    said);
            sql.list(
                    "SELECT file_row, name FROM eligibility_import_row WHERE import_id = ? AND taken AND file_row IN "
                            + some,
                    row -> warned.put(row.getInt(1), row.getString(2)),
                    args);
        });
        return places.stream()
                .map(row -> row(row, said.getOrDefault(row, List.of()), Optional.ofNullable(warned.get(row))))
                .toList();
    }

    private void said(
            String repeated,
            String from,
            String which,
            String rowOf,
            @Nullable Object[] args,
            Map<Integer, List<Said>> said) {
        sql.list(
                        "SELECT " + rowOf + ".file_row, r.version, r.first_known_at = r.known_from AS fresh, "
                                + repeated
                                + " AS repeated, " + ToldRecord.COLUMNS + " FROM " + from
                                + ToldRecord.WITH_WHOM_AND_WHERE
                                + " WHERE " + which,
                        this::said,
                        args)
                .forEach(each -> said.computeIfAbsent(each.row(), row -> new ArrayList<>(1))
                        .add(each));
    }

    private Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getInt("file_row"),
                row.getInt("version"),
                row.getBoolean("fresh"),
                row.getBoolean("repeated"),
                ToldRecord.of(row, cipher));
    }

    private static AcceptedRow row(int row, List<Said> said, Optional<String> warned) {
        Optional<ToldRecord> newest =
                said.stream().max(Comparator.comparingInt(Said::version)).map(Said::told);
        AcceptedRow.Outcome outcome =
                said.stream().anyMatch(Said::fresh) ? AcceptedRow.Outcome.ADDED : AcceptedRow.Outcome.REPLACING;
        return new AcceptedRow(
                row,
                said.isEmpty() || said.stream().anyMatch(Said::repeated) ? AcceptedRow.Outcome.SAME : outcome,
                warned.isPresent(),
                warned.or(() -> newest.map(told -> told.given().name())).orElse(""),
                newest.orElse(null));
    }
}
