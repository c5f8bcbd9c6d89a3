package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * How far undoing an act of a draft reaches. Acts on other lines stand for themselves. Later ones on the same lines, and those
 * that gave to another line a document which a line gets back, go with it, and what hangs on them in turn.
 */
@ApplicationScoped
class UndoReach {
    @Inject
    private Sql sql;

    /**
     * @param acts that go together, the earliest first, which is the one that was asked for
     * @param lines how many they changed
     */
    record Reach(List<Long> acts, int lines) {}

    /** Of an act that was not undone. */
    Reach of(long listId, long change) {
        Set<Long> holders = new HashSet<>();
        while (true) {
            Walk walk = new Walk(change, holders);
            sql.list(
                    "SELECT b.change_id, b.row_id FROM stafflist_change c JOIN stafflist_row_before b ON b.change_id = c.id"
                            + " WHERE c.list_id = ? AND c.id >= ? AND c.undone_at IS NULL AND c.kind <> 'UNDO' ORDER BY"
                            + " b.change_id",
                    row -> walk.meet(row.getLong(1), row.getLong(2)),
                    listId,
                    change);
            walk.weigh();
            List<Long> others = sql.list(
                    "SELECT o.id" + before(walk.acts)
                            + " JOIN stafflist_row o ON o.list_id = ? AND o.row_key = b.row_key"
                            + " AND o.id <> b.row_id WHERE b.existed = TRUE",
                    row -> row.getLong(1),
                    listId);
            others.removeIf(walk.lines::contains);
            if (!holders.addAll(others)) {
                return new Reach(walk.acts, walk.lines.size());
            }
        }
    }

    /** Acts in their order, and which of them belong to those before. */
    private static final class Walk {
        private final List<Long> acts = new ArrayList<>();
        private final Set<Long> lines = new HashSet<>();
        private final Set<Long> holders;
        private final List<Long> ofAct = new ArrayList<>();
        private final long asked;
        private long act;

        Walk(long asked, Set<Long> holders) {
            this.asked = asked;
            this.holders = holders;
        }

        boolean meet(long next, long line) {
            if (next != act) {
                weigh();
                act = next;
            }
            return ofAct.add(line);
        }

        void weigh() {
            if (act == asked || ofAct.stream().anyMatch(line -> lines.contains(line) || holders.contains(line))) {
                acts.add(act);
                lines.addAll(ofAct);
            }
            ofAct.clear();
        }
    }

    /**
     * Acts by which lines are not any more what an undoing left: later ones, and earlier ones that were undone after it. While
     * there is one, what was undone is not done again.
     */
    List<Long> since(long listId, long undoing) {
        return sql.list(
                "SELECT DISTINCT c.id FROM stafflist_row_before b JOIN stafflist_row_before o ON o.row_id = b.row_id JOIN"
                        + " stafflist_change c ON c.id = o.change_id WHERE b.change_id = ? AND c.list_id = ? AND c.kind <> 'UNDO'"
                        + " AND (c.id > b.change_id AND c.undone_at IS NULL OR c.id < b.change_id AND c.undone_in >"
                        + " b.change_id AND c.undone_at IS NOT NULL) ORDER BY c.id",
                row -> row.getLong(1),
                undoing,
                listId);
    }

    /** Whether the rest of the list is as it was when the first of these acts was done. */
    boolean isAsBefore(long listId, List<Long> acts) {
        long first = acts.get(0);
        return sql.number(
                        "SELECT COUNT(*) FROM stafflist_change c WHERE c.list_id = ? AND c.id > ? AND c.undone_at IS NULL AND"
                                + " c.id NOT IN " + in(acts)
                                + " AND (c.kind <> 'UNDO' OR EXISTS (SELECT 1 FROM stafflist_change o WHERE o.undone_in ="
                                + " c.id AND o.id < ?))",
                        listId,
                        first,
                        first)
                == 0;
    }

    /** What follows SELECT for the lines {@code b} as they were before the first of the acts that touched them. */
    static String before(List<Long> acts) {
        return " FROM stafflist_row_before b JOIN (SELECT row_id, MIN(change_id) AS change_id FROM stafflist_row_before WHERE"
                + " change_id IN " + in(acts)
                + " GROUP BY row_id) f ON f.row_id = b.row_id AND f.change_id = b.change_id";
    }

    /** Numbers of our own, of which there may be many. */
    static String in(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
