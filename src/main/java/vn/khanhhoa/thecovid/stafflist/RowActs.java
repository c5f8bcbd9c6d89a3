package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Acts of people on lines of a draft that the caller holds. Each is one change; lines that were held for duplicates of
 * those that changed are checked again with it.
 */
@ApplicationScoped
class RowActs {
    private static final int STEP = 1_000;

    /** An act under way, and the lines that it touched so far. */
    record Act(DraftChanges.Change change, StaffList list, Set<Long> rows, Set<Integer> freed) {}

    @Inject
    private DraftChanges changes;

    @Inject
    private DraftChecks checks;

    @Inject
    private DraftRows rows;

    @Inject
    private Sql sql;

    /** What was asked for under the same id before: not to be done again. */
    Optional<PublicId> earlier(StaffList list, PublicId client) {
        return sql.first(
                "SELECT public_id FROM stafflist_change WHERE list_id = ? AND client_id = ?",
                row -> Sql.publicId(row, "public_id"),
                list.id(),
                client);
    }

    /** The lines that an act changed, as they are now. */
    List<DraftRow> of(PublicId change) {
        return rows.byId(sql.list(
                "SELECT b.row_id FROM stafflist_row_before b JOIN stafflist_change c ON c.id = b.change_id WHERE"
                        + " c.public_id = ?",
                row -> row.getLong(1),
                change));
    }

    Act begin(StaffList list, Actor actor, ChangeKind kind, String about) {
        return new Act(changes.begin(list.id(), kind, about, actor), list, new HashSet<>(), new HashSet<>());
    }

    /** For an act that comes to its lines in parts. */
    void hold(List<Long> lineIds) {
        changes.hold(lineIds);
    }

    /** The lines that an act changed, as they were before it; not those that it brought. */
    List<DraftRow> before(PublicId change) {
        return sql.list(
                "SELECT b.row_id AS id, b." + DraftChanges.IMAGE.replace(", ", ", b.")
                        + " FROM stafflist_row_before b JOIN stafflist_change c ON c.id = b.change_id WHERE c.public_id = ?"
                        + " AND b.existed = TRUE",
                rows::row,
                change);
    }

    /** Lines with other cells than they have. */
    void change(Act act, List<DraftRow> mended) {
        Map<Long, DraftRow> before = new HashMap<>();
        mended.forEach(row -> before.put(row.id(), row));
        List<DraftRow> checked = checks.again(act.list(), mended);
        changes.part(act.change(), DraftEdit.changing(checked));
        for (DraftRow row : checked) {
            act.rows().add(row.id());
            DraftRow old = before.getOrDefault(row.id(), row);
            if (!Arrays.equals(old.key(), row.key())) {
                act.freed().add(row.number());
            }
        }
    }

    void add(Act act, List<DraftRow> fresh) {
        changes.part(act.change(), DraftEdit.adding(checks.again(act.list(), fresh)));
    }

    void remove(Act act, List<DraftRow> gone) {
        changes.part(act.change(), DraftEdit.removing(gone));
        gone.forEach(row -> {
            act.rows().add(row.id());
            act.freed().add(row.number());
        });
    }

    /** @return by which the act can be undone; empty where nothing changed */
    Optional<PublicId> end(Act act, PublicId client) {
        checkDuplicates(act);
        if (!changes.end(act.change())) {
            return Optional.empty();
        }
        sql.update(
                "UPDATE stafflist_change SET client_id = ? WHERE id = ?",
                client,
                act.change().id());
        return Optional.of(act.change().publicId());
    }

    /** Lines that were held for duplicates of what the act let go of. */
    void checkDuplicates(Act act) {
        if (act.freed().isEmpty()) {
            return;
        }
        RowFilter duplicates =
                new RowFilter(Optional.empty(), RowMark.ERROR, ProblemCode.DUPLICATE_IN_FILE.name(), "", "");
        List<DraftRow> waiting = new ArrayList<>();
        List<DraftRow> some;
        int seen = 0;
        do {
            some = rows.page(act.list().id(), duplicates, seen, STEP);
            seen += some.size();
            some.stream()
                    .filter(row -> !act.rows().contains(row.id()))
                    .filter(row -> row.problems().stream().anyMatch(problem -> isOf(problem, act.freed())))
                    .forEach(waiting::add);
        } while (some.size() == STEP);
        if (!waiting.isEmpty()) {
            change(act, waiting);
        }
    }

    private static boolean isOf(RowProblem problem, Set<Integer> numbers) {
        return problem.code() == ProblemCode.DUPLICATE_IN_FILE
                && !problem.args().isEmpty()
                && problem.args().get(0) instanceof Number number
                && numbers.contains(number.intValue());
    }
}
