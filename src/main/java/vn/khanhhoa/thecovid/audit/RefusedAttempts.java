package vn.khanhhoa.thecovid.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Writes what stands although the work around it does not. */
@ApplicationScoped
class RefusedAttempts {
    @Inject
    private EntityManager entities;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void write(AuditRecord record) {
        entities.persist(record);
        entities.persist(new Unsealed(record.id()));
    }
}
