package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * How many lines of a draft there are, in which states, with what to be seen at them. Counted once and known until lines
 * change, so that the grid of a long list opens as fast as that of a short one. Each change gives the list another stamp in
 * its own transaction; no two changes ever give the same.
 */
@ApplicationScoped
class RowFigures {
    private static final int LISTS_KEPT = 2_000;

    /**
     * @param states one without lines is absent
     * @param amendments that wait to be sent, by what they ask for; what none asks for is absent
     * @param marks errors first, the most frequent ones first
     */
    record Figures(Map<RowState, Long> states, Map<EntryKind, Long> amendments, List<RowMark> marks) {
        long lines() {
            return states.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private record Counted(long stamp, Figures figures) {}

    private final Map<Long, Counted> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Counted> eldest) {
            return size() > LISTS_KEPT;
        }
    };

    @Inject
    private RowMarks marks;

    @Inject
    private Sql sql;

    Figures of(long listId) {
        long stamp = sql.number("SELECT lines_stamp FROM stafflist_list WHERE id = ?", listId);
        synchronized (known) {
            Counted counted = known.get(listId);
            if (counted != null && counted.stamp() == stamp) {
                return counted.figures();
            }
        }
        Figures figures = count(listId);
        synchronized (known) {
            known.put(listId, new Counted(stamp, figures));
        }
        return figures;
    }

    private Figures count(long listId) {
        Map<RowState, Long> states = new EnumMap<>(RowState.class);
        sql.list(
                        "SELECT state, COUNT(*) FROM stafflist_row WHERE list_id = ? GROUP BY state",
                        row -> Map.entry(RowState.valueOf(row.getString(1)), row.getLong(2)),
                        listId)
                .forEach(state -> states.put(state.getKey(), state.getValue()));
        Map<EntryKind, Long> amendments = new EnumMap<>(EntryKind.class);
        sql.list(
                        "SELECT intent, COUNT(*) FROM stafflist_row WHERE list_id = ? AND intent <> 'NEW' AND state IN ('GOOD',"
                                + " 'BAD') GROUP BY intent",
                        row -> Map.entry(EntryKind.valueOf(row.getString(1)), row.getLong(2)),
                        listId)
                .forEach(kind -> amendments.put(kind.getKey(), kind.getValue()));
        return new Figures(Map.copyOf(states), Map.copyOf(amendments), List.copyOf(marks.counts(listId)));
    }

    void changed(long listId) {
        sql.update(
                "UPDATE stafflist_list SET lines_stamp = ? WHERE id = ?",
                ThreadLocalRandom.current().nextLong(),
                listId);
    }

    /** The lists of these lines; before they are gone. */
    void changed(List<Long> rowIds) {
        InParts.of(
                rowIds,
                (some, ids) -> sql.list(
                                "SELECT DISTINCT list_id FROM stafflist_row WHERE id IN " + some,
                                row -> row.getLong(1),
                                ids)
                        .forEach(this::changed));
    }
}
