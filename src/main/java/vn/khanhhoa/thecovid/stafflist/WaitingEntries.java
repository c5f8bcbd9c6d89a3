package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.registry.Deadline;
import vn.khanhhoa.thecovid.registry.Deadlines;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.registry.RegistrationConfirmed;

/**
 * Entries that waited for their organisation's registration begin to be reviewed when it is confirmed. Lines that were on
 * their way at that very moment are found a minute later.
 */
@ApplicationScoped
class WaitingEntries implements RecurringJob {
    @Inject
    private Sql sql;

    @Inject
    private Organisations organisations;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Clock clock;

    /** The agency's time counts from when it can begin. */
    private record Part(long agencyId, long ruleId) {}

    void begin(@Observes RegistrationConfirmed event) {
        begin(event.organisationId());
    }

    private void begin(long organisationId) {
        Instant now = clock.instant();
        List<Part> parts = sql.list(
                "SELECT DISTINCT agency_id, rule_id FROM stafflist_entry WHERE organisation_id = ? AND "
                        + EntryAction.BEGIN.allowed(),
                row -> new Part(row.getLong(1), row.getLong(2)),
                organisationId);
        for (Part part : parts) {
            Deadline deadline = deadlines.of(part.ruleId(), part.agencyId(), now);
            sql.update(
                    "UPDATE stafflist_entry SET " + EntryAction.BEGIN.assignment()
                            + ", arrived_at = ?, due_at = ?, promised_at = ?, alarm_at = ?"
                            + " WHERE organisation_id = ? AND agency_id = ? AND rule_id = ? AND "
                            + EntryAction.BEGIN.allowed(),
                    now,
                    deadline.dueAt(),
                    deadline.dueAt(),
                    deadline.warnAt(),
                    organisationId,
                    part.agencyId(),
                    part.ruleId());
        }
    }

    @Override
    public String name() {
        return "stafflist.waiting-entries";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    @Transactional
    public void run() {
        List<Long> waiting = sql.list(
                "SELECT DISTINCT organisation_id FROM stafflist_entry WHERE " + EntryAction.BEGIN.allowed(),
                row -> row.getLong(1));
        waiting.stream().filter(id -> organisations.view(id).confirmed()).forEach(this::begin);
    }
}
