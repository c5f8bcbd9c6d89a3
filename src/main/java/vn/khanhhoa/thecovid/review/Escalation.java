package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.stafflist.EntryDeadlines;

/**
 * Notices whose time runs out, each entry once a rung of the ladder. What the steps of a run notice is added up, and told
 * when the run is over: once for each agency and rung, proposals by themselves, also after a run that was killed.
 */
@UseCase
public class Escalation {
    private record Noticed(long agencyId, DeadlinesPassed.Alarm alarm, boolean proposed) {}

    @Inject
    private EntryDeadlines deadlines;

    @Inject
    private Sql sql;

    @Inject
    private Event<DeadlinesPassed> passed;

    @Inject
    private Event<AuditedEvent> trail;

    /** One step of the job. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, int most) {
        List<EntryDeadlines.Alarm> raised = deadlines.raise(portal, most);
        Map<Noticed, Integer> counted = new LinkedHashMap<>();
        raised.forEach(each -> counted.merge(
                new Noticed(each.agencyId(), DeadlinesPassed.Alarm.values()[each.alarms()], each.proposed()),
                1,
                Integer::sum));
        counted.forEach((noticed, entries) -> sql.update(
                "INSERT INTO review_alarm (agency_id, alarm, proposed, entries) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                        + " entries = entries + VALUES(entries)",
                noticed.agencyId(),
                noticed.alarm().name(),
                noticed.proposed(),
                entries));
        return raised.size() == most;
    }

    /** What was noticed and not told yet. */
    @Requires(Permission.RUN_JOBS)
    public void tell(Actor portal) {
        List<DeadlinesPassed> noticed = sql.list(
                "SELECT agency_id, alarm, proposed, entries FROM review_alarm ORDER BY agency_id, alarm, proposed FOR UPDATE",
                row -> new DeadlinesPassed(
                        row.getLong(1),
                        DeadlinesPassed.Alarm.valueOf(row.getString(2)),
                        row.getBoolean(3),
                        row.getInt(4)));
        sql.batch(
                "DELETE FROM review_alarm WHERE agency_id = ? AND alarm = ? AND proposed = ?",
                noticed,
                (statement, each) -> {
                    statement.setLong(1, each.agencyId());
                    statement.setString(2, each.alarm().name());
                    statement.setBoolean(3, each.proposed());
                });
        for (DeadlinesPassed each : noticed) {
            passed.fire(each);
            trail.fire(new EntryDecided(
                    0,
                    "review.escalated",
                    "agency",
                    String.valueOf(each.agencyId()),
                    Map.of(
                            "alarm",
                            each.alarm().name(),
                            "entries",
                            String.valueOf(each.entries()),
                            "proposals",
                            each.proposed() ? String.valueOf(each.entries()) : "0")));
        }
    }
}
