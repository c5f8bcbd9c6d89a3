package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
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

    @Inject
    private BeginningJob beginning;

    @Inject
    private Jobs jobs;

    /** Whoever confirms does not wait for a hundred thousand entries. */
    void begin(@Observes RegistrationConfirmed event) {
        jobs.enqueue(BeginningJob.NAME, String.valueOf(event.organisationId()));
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
    public void run() {
        List<Long> waiting = sql.list(
                "SELECT DISTINCT organisation_id FROM stafflist_entry WHERE " + EntryAction.BEGIN.allowed(),
                row -> row.getLong(1));
        waiting.stream()
                .filter(id -> organisations.view(id).confirmed())
                .forEach(id -> beginning.run(String.valueOf(id)));
    }
}
