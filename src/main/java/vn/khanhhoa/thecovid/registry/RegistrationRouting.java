package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Which agency judges a registration: that of an entry without template who works at the head office. */
@Dependent
class RegistrationRouting {
    @Inject
    private CatalogueCache cache;

    @Inject
    private Organisations organisations;

    @Inject
    private Registrations registrations;

    @Inject
    private Clock clock;

    Route of(Registration registration) {
        Organisation organisation = registration.organisation();
        LocalDate today = LocalDate.now(clock);
        return cache.current()
                .on(today)
                .routing()
                .route(new RoutingQuestion(
                        "",
                        organisation.typeCode(),
                        registration.sectorCode(),
                        registration.headcount(),
                        registration.areaId(),
                        registration.areaId(),
                        commonZone(organisation.id()),
                        registration.areaId(),
                        organisations.ownAgencyId(organisation.id()),
                        organisations.isInManyDistricts(organisation.id()),
                        today))
                .orElseThrow(() -> new RuleViolation("registry.no-route"));
    }

    /** Whether an agency may judge itself, by the rule that sent the registration there. */
    boolean allowsOwnPeople(Registration registration) {
        return cache.current()
                .rule(registration.ruleId())
                .map(RoutingRuleView::ownPeople)
                .orElse(false);
    }

    /** An organisation that works in one zone only belongs to that zone's board, wherever its office is. */
    private String commonZone(long organisationId) {
        List<String> zones = registrations.workplaces(organisationId).stream()
                .filter(Workplace::isOpen)
                .map(Workplace::zoneCode)
                .distinct()
                .toList();
        return zones.size() == 1 ? zones.get(0) : "";
    }
}
