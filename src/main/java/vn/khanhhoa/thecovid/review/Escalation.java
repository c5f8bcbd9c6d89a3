package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Deadlines;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/**
 * Notices whose time runs out, each entry once a rung of the ladder. What the steps of a run notice is added up, and told
 * when the run is over: once for each agency and rung, also after a run that was killed.
 */
@UseCase
public class Escalation {
    private record Due(long entryId, long agencyId, long ruleId, int alarms, Instant arrivedAt, Instant dueAt) {
        DeadlinesPassed.Alarm alarm() {
            return DeadlinesPassed.Alarm.values()[alarms];
        }
    }

    private record Noticed(long agencyId, DeadlinesPassed.Alarm alarm) {}

    @Inject
    private Sql sql;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Clock clock;

    @Inject
    private Event<DeadlinesPassed> passed;

    @Inject
    private Event<AuditedEvent> trail;

    /** One step of the job. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, int most) {
        Instant now = clock.instant();
        List<Due> due = sql.list(
                "SELECT id, agency_id, rule_id, alarms, arrived_at, due_at FROM stafflist_entry WHERE state = 'PENDING' AND alarm_at <= ?"
                        + " ORDER BY alarm_at LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> new Due(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getInt(4),
                        Objects.requireNonNull(Sql.instant(row, "arrived_at")),
                        Objects.requireNonNull(Sql.instant(row, "due_at"))),
                now,
                most);
        sql.batch(
                "UPDATE stafflist_entry SET alarms = alarms + 1, alarm_at = ? WHERE id = ?", due, (statement, each) -> {
                    statement.setTimestamp(1, next(each));
                    statement.setLong(2, each.entryId());
                });
        Map<Noticed, Integer> counted = new LinkedHashMap<>();
        due.forEach(each -> counted.merge(new Noticed(each.agencyId(), each.alarm()), 1, Integer::sum));
        counted.forEach((noticed, entries) -> sql.update(
                "INSERT INTO review_alarm (agency_id, alarm, entries) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE entries ="
                        + " entries + VALUES(entries)",
                noticed.agencyId(),
                noticed.alarm().name(),
                entries));
        return due.size() == most;
    }

    /** What was noticed and not told yet. */
    @Requires(Permission.RUN_JOBS)
    public void tell(Actor portal) {
        List<DeadlinesPassed> noticed = sql.list(
                "SELECT agency_id, alarm, entries FROM review_alarm ORDER BY agency_id, alarm FOR UPDATE",
                row -> new DeadlinesPassed(
                        row.getLong(1), DeadlinesPassed.Alarm.valueOf(row.getString(2)), row.getInt(3)));
        sql.batch("DELETE FROM review_alarm WHERE agency_id = ? AND alarm = ?", noticed, (statement, each) -> {
            statement.setLong(1, each.agencyId());
            statement.setString(2, each.alarm().name());
        });
        for (DeadlinesPassed each : noticed) {
            passed.fire(each);
            trail.fire(new EntryDecided(
                    0,
                    "review.escalated",
                    "agency",
                    String.valueOf(each.agencyId()),
                    Map.of("alarm", each.alarm().name(), "entries", String.valueOf(each.entries()))));
        }
    }

    private @Nullable Timestamp next(Due due) {
        return switch (due.alarm()) {
            case NEAR -> Timestamp.from(due.dueAt());
            case PAST ->
                Timestamp.from(deadlines
                        .of(due.ruleId(), due.agencyId(), due.arrivedAt())
                        .longPastAt());
            case LONG_PAST -> null;
        };
    }
}
