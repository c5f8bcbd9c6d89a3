package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What an organisation names must be in the catalogue on the day it names it. */
@Dependent
class CatalogueCheck {
    private static final int LARGEST_HEADCOUNT = 1_000_000;

    @Inject
    private CatalogueCache cache;

    /** A draft may be incomplete; what it says must exist. */
    void profile(RegistrationProfile profile, LocalDate day) {
        if (profile.name().isEmpty()) {
            throw new RuleViolation("registry.name-missing");
        }
        if (profile.headcount() < 0 || profile.headcount() > LARGEST_HEADCOUNT) {
            throw new RuleViolation("registry.headcount-range", LARGEST_HEADCOUNT);
        }
        if (!profile.sectorCode().isEmpty()
                && cache.current().on(day).sectors().stream()
                        .noneMatch(sector -> sector.code().equals(profile.sectorCode()) && !sector.isSection())) {
            throw new RuleViolation("registry.sector-unknown");
        }
        if (profile.areaId() != 0) {
            commune(profile.areaId(), day);
        }
    }

    void workplace(WorkplaceForm form, LocalDate day) {
        commune(form.areaId(), day);
        if (!form.zoneCode().isEmpty()
                && cache.current().on(day).zones().stream()
                        .noneMatch(zone -> zone.code().equals(form.zoneCode()))) {
            throw new RuleViolation("registry.zone-unknown");
        }
    }

    private void commune(long id, LocalDate day) {
        if (cache.current().on(day).areas().stream()
                .noneMatch(area -> area.id() == id && area.level() == AreaLevel.COMMUNE)) {
            throw new RuleViolation("registry.commune-unknown");
        }
    }
}
