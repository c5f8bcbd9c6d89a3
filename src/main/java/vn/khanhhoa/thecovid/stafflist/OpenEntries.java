package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.platform.Sql;

/** The entries that lines of a draft stand for, where the lines change. */
@ApplicationScoped
class OpenEntries {
    private static final int STEP = 1_000;

    @Inject
    private Sql sql;

    @Inject
    private Entries entries;

    /** By id; held, so that nobody decides them meanwhile. */
    Map<Long, EntryState> held(List<DraftRow> rows) {
        Map<Long, EntryState> states = new HashMap<>();
        List<Long> ids = entryIds(rows);
        for (int from = 0; from < ids.size(); from += STEP) {
            Object[] some = ids.subList(from, Math.min(ids.size(), from + STEP)).toArray();
            sql.list(
                            "SELECT id, state FROM stafflist_entry WHERE id IN (" + Sql.marks(some.length)
                                    + ") ORDER BY id FOR UPDATE",
                            row -> Map.entry(row.getLong(1), EntryState.valueOf(row.getString(2))),
                            some)
                    .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        }
        return states;
    }

    /** Takes back what is not decided. */
    void withdraw(List<DraftRow> rows) {
        withdrawById(entryIds(rows));
    }

    void withdrawById(List<Long> ids) {
        sql.batch(
                "UPDATE stafflist_entry SET state = 'WITHDRAWN', version = version + 1 WHERE id = ? AND state IN ('WAITING',"
                        + " 'PENDING', 'RETURNED')",
                ids,
                (statement, id) -> statement.setLong(1, id));
        entries.forgetWords(ids);
    }

    private static List<Long> entryIds(List<DraftRow> rows) {
        return rows.stream()
                .map(DraftRow::entryId)
                .filter(id -> id != 0)
                .distinct()
                .sorted()
                .toList();
    }
}
