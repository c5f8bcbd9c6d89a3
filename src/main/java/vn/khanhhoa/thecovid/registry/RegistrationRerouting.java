package vn.khanhhoa.thecovid.registry;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;

/** Registrations that wait at an agency that has ended, and claims on organisations there, go where the rules send them. */
@UseCase
public class RegistrationRerouting {
    @Inject
    private RegistrationRouting routing;

    @Inject
    private Registrations registrations;

    @Inject
    private EntityManager entities;

    @Inject
    private Sql sql;

    /** How many wait there. */
    @Requires(Permission.ADMINISTER)
    public long count(Actor actor, long agencyId) {
        return sql.number(
                "SELECT COUNT(*) FROM registry_registration WHERE agency_id = ? AND state = 'SUBMITTED'", agencyId);
    }

    /** Says how many registrations went where. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, Integer> move(Actor portal, long agencyId) {
        Map<Long, Integer> moved = new TreeMap<>();
        for (Registration registration : waiting(agencyId)) {
            Route route = routing.of(registration);
            if (route.agencyId() != agencyId) {
                registration.reroute(route);
                moved.merge(route.agencyId(), 1, Integer::sum);
            }
        }
        sql.list(
                        "SELECT id, organisation_id FROM registry_claim WHERE agency_id = ? AND closed_at IS NULL ORDER BY id"
                                + " FOR UPDATE",
                        row -> Map.entry(row.getLong(1), row.getLong(2)),
                        agencyId)
                .forEach(claim -> sql.update(
                        "UPDATE registry_claim SET agency_id = ?, version = version + 1 WHERE id = ?",
                        routing.of(registrations.versions(claim.getValue()).get(0))
                                .agencyId(),
                        claim.getKey()));
        return moved;
    }

    private List<Registration> waiting(long agencyId) {
        return entities.createQuery(
                        "select r from Registration r where r.agencyId = :agency and r.state = :state order by r.id",
                        Registration.class)
                .setParameter("agency", agencyId)
                .setParameter("state", RegistrationState.SUBMITTED)
                .getResultList();
    }
}
