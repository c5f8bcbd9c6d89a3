package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * One step of {@link LeavingDay}: the entries that some leaves amend end, and with them the cards; where one was changed
 * meanwhile, what it was changed to.
 */
@ApplicationScoped
@Transactional
class LeavingStep {
    /** An approved leave whose day has come. */
    record Leave(long id, LocalDate day) {}

    /** What a leave amends, or that was changed to. */
    private record Amended(long leaveId, long id, EntryState state) {
        /** Nothing can come of it any more. What is looked at again may be approved after all. */
        boolean isOver() {
            return state == EntryState.ENDED || state == EntryState.WITHDRAWN;
        }
    }

    @Inject
    private Entries entries;

    @Inject
    private Sql sql;

    @Inject
    private Event<EntriesEnded> ended;

    /** The next leaves behind the given one. Gives the last of them, or none where no more follow. */
    Optional<Leave> endLeft(LocalDate today, Optional<Leave> above, int most) {
        List<Leave> leaves = next(today, above, most);
        List<Amended> amended = amended(leaves);
        List<Long> left = entries.heldInForce(amended.stream()
                .filter(each -> each.state() == EntryState.APPROVED)
                .map(Amended::id)
                .distinct()
                .sorted()
                .toList());
        if (!left.isEmpty()) {
            entries.end(left);
            ended.fire(new EntriesEnded(left, EntriesEnded.Cause.LEFT, Actor.PORTAL));
        }
        Set<Long> endedNow = new HashSet<>(left);
        Set<Long> done = new HashSet<>(leaves.stream().map(Leave::id).toList());
        amended.stream()
                .filter(each -> !each.isOver() && !endedNow.contains(each.id()))
                .forEach(each -> done.remove(each.leaveId()));
        InParts.of(
                done.stream().sorted().toList(),
                (some, args) -> sql.update("UPDATE stafflist_entry SET leave_done = TRUE WHERE id IN " + some, args));
        return leaves.size() < most ? Optional.empty() : Optional.of(leaves.get(leaves.size() - 1));
    }

    private List<Leave> next(LocalDate today, Optional<Leave> above, int most) {
        List<Object> args = new ArrayList<>(List.of(today));
        above.ifPresent(last -> args.addAll(Arrays.asList(last.day(), last.day(), last.id())));
        args.add(most);
        return sql.list(
                "SELECT id, leave_due FROM stafflist_entry WHERE leave_due <= ?"
                        + (above.isPresent() ? " AND leave_due >= ? AND (leave_due > ? OR id > ?)" : "")
                        + " ORDER BY leave_due, id LIMIT ?",
                row -> new Leave(row.getLong(1), Objects.requireNonNull(row.getObject(2, LocalDate.class))),
                args.toArray());
    }

    private List<Amended> amended(List<Leave> leaves) {
        List<Amended> amended = new ArrayList<>();
        InParts.of(
                leaves.stream().map(Leave::id).toList(),
                (some, args) -> amended.addAll(sql.list(
                        "WITH RECURSIVE left_one (leave_id, id, state) AS (SELECT l.id, a.id, a.state FROM stafflist_entry l"
                                + " JOIN stafflist_entry a ON a.id = l.amends_id WHERE l.id IN " + some
                                + " UNION SELECT o.leave_id, c.id, c.state FROM left_one o JOIN stafflist_entry c ON"
                                + " c.amends_id = o.id WHERE c.kind = 'CHANGE' AND o.state IN ('APPROVED', 'ENDED'))"
                                + " SELECT leave_id, id, state FROM left_one",
                        row -> new Amended(row.getLong(1), row.getLong(2), EntryState.valueOf(row.getString(3))),
                        args)));
        return amended;
    }
}
