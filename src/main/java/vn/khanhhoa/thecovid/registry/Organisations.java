package vn.khanhhoa.thecovid.registry;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Who the organisations are and where they work: nothing about a person. Meant for use cases whose actor has been found to
 * have business with the organisation.
 */
@UseCase
public class Organisations {
    @Inject
    private Registrations registrations;

    @Inject
    private CatalogueCache cache;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Throws NotFound where there is none. */
    @Requires(Permission.ANYONE)
    public OrganisationView view(long id) {
        return view(registrations.organisation(id).orElseThrow(NotFound::new));
    }

    @Requires(Permission.ANYONE)
    public OrganisationView view(PublicId id) {
        return view(registrations.organisation(id).orElseThrow(NotFound::new));
    }

    /** Of as many as a page shows, all at once; by the name that {@link #view(long)} gives. */
    @Requires(Permission.ANYONE)
    public Map<Long, NamedOrganisation> named(Collection<Long> ids) {
        Map<Long, NamedOrganisation> named = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.list(
                            "SELECT o.id, o.public_id, r.name, r.state = 'CONFIRMED' FROM registry_organisation o JOIN"
                                    + " registry_registration r ON r.organisation_id = o.id WHERE o.id IN ("
                                    + Sql.marks(ids.size())
                                    + ") ORDER BY o.id, r.state = 'CONFIRMED' DESC, r.number DESC",
                            row -> new NamedOrganisation(
                                    row.getLong(1),
                                    Sql.publicId(row, "public_id"),
                                    row.getString(3),
                                    row.getBoolean(4)),
                            ids.toArray())
                    .forEach(each -> named.putIfAbsent(each.id(), each));
        }
        return named;
    }

    /** Open ones first, then those that were closed. */
    @Requires(Permission.ANYONE)
    public List<WorkplaceView> workplaces(long organisationId) {
        return registrations.workplaces(organisationId).stream()
                .map(workplace -> workplace.view(cache.current()
                        .area(workplace.areaId())
                        .map(AreaView::path)
                        .orElse("")))
                .toList();
    }

    /** The agency that the organisation itself is today, 0 for none. */
    @Requires(Permission.ANYONE)
    public long ownAgencyId(long organisationId) {
        return registrations.organisation(organisationId).map(this::ownAgency).orElse(0L);
    }

    /** The same of several; those that are no agency are missing. */
    @Requires(Permission.ANYONE)
    public Map<Long, Long> ownAgencyIds(Collection<Long> organisationIds) {
        Map<Long, Long> agencies = new HashMap<>();
        for (Organisation organisation : registrations.agenciesAmong(organisationIds)) {
            agencies.put(organisation.id(), ownAgency(organisation));
        }
        return agencies;
    }

    private OrganisationView view(Organisation organisation) {
        List<Registration> versions = registrations.versions(organisation.id());
        Registration newest = versions.get(0);
        Optional<Registration> confirmed = versions.stream()
                .filter(version -> version.state() == RegistrationState.CONFIRMED)
                .findFirst();
        Registration shown = confirmed.orElse(newest);
        return new OrganisationView(
                organisation.id(),
                organisation.publicId(),
                organisation.typeCode(),
                shown.name(),
                organisation.identifier().kind(),
                organisation.identifier().value(),
                newest.state(),
                confirmed.isPresent(),
                shown.sectorCode(),
                shown.headcount(),
                shown.areaId(),
                ownAgency(organisation),
                isInManyDistricts(organisation.id()));
    }

    private long ownAgency(Organisation organisation) {
        if (organisation.identifier().kind() != IdentifierKind.AGENCY_CODE) {
            return 0;
        }
        return cache.current()
                .on(LocalDate.now(clock))
                .agency(organisation.identifier().value())
                .map(AgencyView::id)
                .orElse(0L);
    }

    boolean isInManyDistricts(long organisationId) {
        return workplaces(organisationId).stream()
                        .filter(workplace -> !workplace.closed())
                        .flatMap(workplace -> cache.current().district(workplace.areaId()).stream())
                        .distinct()
                        .count()
                > 1;
    }
}
