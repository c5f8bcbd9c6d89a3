package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
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

    void begin(@Observes RegistrationConfirmed event) {
        begin(event.organisationId());
    }

    private void begin(long organisationId) {
        sql.update(
                "UPDATE stafflist_entry SET state = 'PENDING', version = version + 1 WHERE organisation_id = ? AND state ="
                        + " 'WAITING'",
                organisationId);
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
                "SELECT DISTINCT organisation_id FROM stafflist_entry WHERE state = 'WAITING'", row -> row.getLong(1));
        waiting.stream().filter(id -> organisations.view(id).confirmed()).forEach(this::begin);
    }
}
