package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/**
 * People without an employer apply through their commune. An organisation stands for them, one a commune, begun with the
 * first of them; nobody has an account of it, and what it holds is kept by the portal.
 */
@UseCase
public class Residents {
    private static final String TYPE = "KDC";

    @Inject
    private Registrations registrations;

    @Inject
    private CatalogueCache cache;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /**
     * The organisation of a commune's people, held until the transaction ends: two that come at the same moment come one
     * after the other.
     */
    @Requires(Permission.RUN_JOBS)
    public long ofCommune(Actor portal, long areaId) {
        Optional<Long> known = held(areaId);
        if (known.isPresent()) {
            return known.get();
        }
        sql.list("SELECT id FROM registry_area WHERE id = ? FOR UPDATE", row -> row.getLong(1), areaId);
        return held(areaId).orElseGet(() -> begin(portal, areaId));
    }

    private Optional<Long> held(long areaId) {
        return sql.first(
                "SELECT organisation_id FROM registry_residents WHERE area_id = ? FOR UPDATE",
                row -> row.getLong(1),
                areaId);
    }

    private long begin(Actor portal, long areaId) {
        Instant now = clock.instant();
        String name = "Cá nhân – " + cache.current().area(areaId).orElseThrow().path();
        Organisation organisation = new Organisation(TYPE, name, new Identifier(IdentifierKind.NONE, ""), now);
        registrations.add(organisation);
        registrations.add(Registration.ofResidents(organisation, areaId, now));
        registrations.flush();
        sql.update(
                "INSERT INTO registry_residents (area_id, organisation_id) VALUES (?, ?)", areaId, organisation.id());
        trail.fire(new RegistrationEvent(
                portal.accountId(), "organisation.residents-begun", "organisation", organisation.publicId()));
        return organisation.id();
    }
}
