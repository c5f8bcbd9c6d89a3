package vn.khanhhoa.thecovid.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.TreeMap;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** Writes down what happens, while it happens. */
@ApplicationScoped
class Trail {
    @Inject
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private RefusedAttempts refused;

    void record(@Observes AuditedEvent event) {
        AuditRecord record = new AuditRecord(
                clock.instant(),
                event.actorId(),
                event.action(),
                event.subjectKind(),
                event.subjectId(),
                new TreeMap<>(event.details()).toString());
        if (event.standsAlone()) {
            refused.write(record);
        } else {
            entities.persist(record);
            entities.persist(new Unsealed(record.id()));
        }
    }
}
