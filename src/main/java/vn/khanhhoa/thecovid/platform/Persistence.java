package vn.khanhhoa.thecovid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hands repositories the entity manager of the running transaction. */
@ApplicationScoped
class Persistence {
    @Produces
    @PersistenceContext(unitName = "portal")
    private EntityManager entities;
}
