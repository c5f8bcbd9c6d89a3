package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.RegistrationConfirmed;

/** Entries that waited for their organisation's registration begin to be reviewed when it is confirmed. */
@ApplicationScoped
class WaitingEntries {
    @Inject
    private Sql sql;

    void begin(@Observes RegistrationConfirmed event) {
        sql.update(
                "UPDATE stafflist_entry SET state = 'PENDING', version = version + 1 WHERE organisation_id = ? AND state ="
                        + " 'WAITING'",
                event.organisationId());
    }
}
