package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads the catalogue outside the caller's transaction: what is kept for all must be committed. */
@ApplicationScoped
class CatalogueRows {
    @Inject
    private EntityManager entities;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    CatalogueSnapshot.Rows read() {
        return new CatalogueSnapshot.Rows(
                all(Area.class, "code"),
                all(Agency.class, "code"),
                all(Sector.class, "code"),
                all(Activity.class, "code"),
                all(OrganisationType.class, "code"),
                all(Zone.class, "code"),
                all(RoutingRule.class, "position"),
                all(WorkingTime.class, "validFrom"));
    }

    private <T> List<T> all(Class<T> type, String order) {
        return entities.createQuery("select r from " + type.getSimpleName() + " r order by r." + order, type)
                .getResultList();
    }
}
