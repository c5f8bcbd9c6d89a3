package vn.khanhhoa.thecovid.registry;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;

/** What the catalogue says on a day, in order of code. Kept in memory: a change is seen everywhere within ten seconds. */
@UseCase
public class Catalogue {
    @Inject
    private CatalogueCache cache;

    @Requires(Permission.ANYONE)
    public List<AreaView> areas(LocalDate day) {
        return cache.current().on(day).areas();
    }

    @Requires(Permission.ANYONE)
    public List<AreaView> communes(LocalDate day) {
        return areas(day).stream()
                .filter(area -> area.level() == AreaLevel.COMMUNE)
                .toList();
    }

    /** Communes that ended before a day, as lists made by an older plan still name them. */
    @Requires(Permission.ANYONE)
    public List<FormerArea> formerCommunes(LocalDate day) {
        return cache.current().on(day).formerCommunes();
    }

    /** Whenever it is or was valid. */
    @Requires(Permission.ANYONE)
    public Optional<AreaView> area(long id) {
        return cache.current().area(id);
    }

    @Requires(Permission.ANYONE)
    public List<ActivityView> activities(LocalDate day) {
        return cache.current().on(day).activities();
    }

    @Requires(Permission.ANYONE)
    public List<SectorView> sectors(LocalDate day) {
        return cache.current().on(day).sectors();
    }

    @Requires(Permission.ANYONE)
    public List<OrganisationTypeView> organisationTypes(LocalDate day) {
        return cache.current().on(day).organisationTypes();
    }

    @Requires(Permission.ANYONE)
    public List<ZoneView> zones(LocalDate day) {
        return cache.current().on(day).zones();
    }

    @Requires(Permission.ANYONE)
    public List<AgencyView> agencies(LocalDate day) {
        return cache.current().on(day).agencies();
    }

    /** Whenever it is or was valid. */
    @Requires(Permission.ANYONE)
    public Optional<AgencyView> agency(long id) {
        return cache.current().agency(id);
    }

    @Requires(Permission.ANYONE)
    public Optional<AgencyView> agencyByCode(String code, LocalDate day) {
        return cache.current().on(day).agency(code);
    }
}
