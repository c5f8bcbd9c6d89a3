package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Rules, agencies and kinds of organisations that no other test has. */
@ApplicationScoped
public class TestRouting {
    private static final LocalDate LONG_AGO = LocalDate.of(2021, 1, 1);

    @Inject
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private CatalogueCache cache;

    @Inject
    private Event<AuditedEvent> trail;

    /** The next who asks reads the catalogue from the database. */
    public void readAnew() {
        cache.forget(new CatalogueChanged(0, "catalogue.read-anew", "catalogue", "", Map.of()));
    }

    /** A rule ahead of all others that sends organisations of this type to the agency. */
    @Transactional
    public void rule(String organisationType, String agencyCode, int hours, boolean workingHours) {
        int position =
                1 + (int) sql.number("SELECT IFNULL(MAX(position), 0) FROM registry_routing_rule WHERE position < 100");
        entities.persist(new RoutingRule(new RoutingRuleView(
                0,
                position,
                "Thử " + organisationType,
                "Test " + organisationType,
                "",
                organisationType,
                "",
                "",
                "",
                0,
                false,
                RoutingRuleView.Target.AGENCY,
                agencyCode,
                "",
                RoutingRuleView.TargetArea.NONE,
                false,
                hours,
                workingHours,
                LONG_AGO,
                null)));
        changed();
    }

    /** An agency that serves no area. */
    @Transactional
    public PublicId agency(String code) {
        Agency agency = new Agency(code, "Cơ quan thử " + code, "SO", null, LONG_AGO);
        entities.persist(agency);
        changed();
        return agency.view().publicId();
    }

    @Transactional
    public void ends(String agencyCode, LocalDate lastDay) {
        sql.update("UPDATE registry_agency SET valid_to = ? WHERE code = ?", lastDay, agencyCode);
        changed();
    }

    private void changed() {
        trail.fire(new CatalogueChanged(0, "catalogue.changed", "catalogue", "test", Map.of()));
    }
}
