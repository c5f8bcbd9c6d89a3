package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.registry.CalendarChanged;
import vn.khanhhoa.thecovid.registry.Deadline;
import vn.khanhhoa.thecovid.registry.Deadlines;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingRuleView;

/**
 * The agency's deadlines of pending entries: their alarms are raised as time runs out, and they follow its calendar when that
 * changes. What the applicant was promised stays, and of the alarms those that are too early now are taken back.
 */
@UseCase
public class EntryDeadlines {
    /** Until every node has read the calendar anew. */
    private static final Duration SEEN_EVERYWHERE = Duration.ofSeconds(12);

    /** An entry whose time runs out. @param alarms how many it had before; proposed, whether an approver has the next word */
    public record Alarm(long agencyId, int alarms, boolean proposed) {}

    private record Due(long id, long ruleId, Instant arrivedAt, Instant dueAt, Alarm alarm) {}

    private record Pending(long id, long ruleId, Instant arrivedAt, int alarms) {}

    private record Moved(long id, Deadline deadline, int alarms) {
        @Nullable Instant next() {
            return switch (alarms) {
                case 0 -> deadline.warnAt();
                case 1 -> deadline.dueAt();
                case 2 -> deadline.longPastAt();
                default -> null;
            };
        }
    }

    @Inject
    private Deadlines deadlines;

    @Inject
    private Routing routing;

    @Inject
    private Sql sql;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    void follow(@Observes CalendarChanged change) {
        jobs.enqueue(EntryDeadlinesJob.NAME, String.valueOf(change.agencyId()), SEEN_EVERYWHERE);
    }

    /** One step of the job: the next pending entries of the agency. Gives the last of them, or 0 when there are no more. */
    @Requires(Permission.RUN_JOBS)
    public long step(Actor portal, long agencyId, long afterEntry, int most) {
        Instant now = clock.instant();
        List<Pending> some = sql.list(
                "SELECT id, rule_id, arrived_at, alarms FROM stafflist_entry WHERE agency_id = ? AND state = 'PENDING' AND"
                        + " arrived_at IS NOT NULL AND id > ? ORDER BY id LIMIT ? FOR UPDATE",
                row -> new Pending(
                        row.getLong(1),
                        row.getLong(2),
                        Objects.requireNonNull(Sql.instant(row, "arrived_at")),
                        row.getInt(4)),
                agencyId,
                afterEntry,
                most);
        List<Moved> moved = some.stream()
                .filter(entry -> routing.rule(entry.ruleId())
                        .filter(RoutingRuleView::workingHours)
                        .isPresent())
                .map(entry -> moved(entry, deadlines.of(entry.ruleId(), agencyId, entry.arrivedAt()), now))
                .toList();
        sql.batch(
                "UPDATE stafflist_entry SET due_at = ?, alarm_at = ?, alarms = ? WHERE id = ?",
                moved,
                (statement, entry) -> {
                    Instant next = entry.next();
                    statement.setTimestamp(1, Timestamp.from(entry.deadline().dueAt()));
                    statement.setTimestamp(2, next == null ? null : Timestamp.from(next));
                    statement.setInt(3, entry.alarms());
                    statement.setLong(4, entry.id());
                });
        return some.size() < most ? 0 : some.get(some.size() - 1).id();
    }

    /**
     * Raises the alarms that are due, the oldest first, each a rung of the ladder. What is decided and can still be undone has
     * none: it takes effect, or is due again when it is back.
     */
    @Requires(Permission.RUN_JOBS)
    public List<Alarm> raise(Actor portal, int most) {
        List<Due> due = sql.list(
                "SELECT id, agency_id, rule_id, alarms, stage, arrived_at, due_at FROM stafflist_entry WHERE state ="
                        + " 'PENDING' AND stage <> 'HELD' AND alarm_at <= ? ORDER BY alarm_at LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> new Due(
                        row.getLong("id"),
                        row.getLong("rule_id"),
                        Objects.requireNonNull(Sql.instant(row, "arrived_at")),
                        Objects.requireNonNull(Sql.instant(row, "due_at")),
                        new Alarm(
                                row.getLong("agency_id"),
                                row.getInt("alarms"),
                                Stage.valueOf(row.getString("stage")) == Stage.PROPOSED)),
                clock.instant(),
                most);
        sql.batch(
                "UPDATE stafflist_entry SET alarms = alarms + 1, alarm_at = ? WHERE id = ?", due, (statement, each) -> {
                    Instant next = next(each);
                    statement.setTimestamp(1, next == null ? null : Timestamp.from(next));
                    statement.setLong(2, each.id());
                });
        return due.stream().map(Due::alarm).toList();
    }

    private @Nullable Instant next(Due due) {
        return switch (due.alarm().alarms()) {
            case 0 -> due.dueAt();
            case 1 ->
                deadlines
                        .of(due.ruleId(), due.alarm().agencyId(), due.arrivedAt())
                        .longPastAt();
            default -> null;
        };
    }

    private static Moved moved(Pending entry, Deadline deadline, Instant now) {
        int passed = now.isBefore(deadline.warnAt())
                ? 0
                : now.isBefore(deadline.dueAt()) ? 1 : now.isBefore(deadline.longPastAt()) ? 2 : 3;
        return new Moved(entry.id(), deadline, Math.min(entry.alarms(), passed));
    }
}
