package vn.khanhhoa.thecovid.registry;

import java.util.List;
import java.util.Set;

/** A rule whose lists have been taken apart. */
final class CompiledRule {
    private static final String ANY = "*";

    private final RoutingRuleView view;
    private final Set<String> templates;
    private final Set<String> organisationTypes;
    private final SectorCondition sectors;
    private final Set<Long> areas;
    private final Set<String> zones;

    /** @param areas that its codes cover, those within them included */
    CompiledRule(RoutingRuleView view, Set<Long> areas) {
        this.view = view;
        this.templates = codes(view.templates());
        this.organisationTypes = codes(view.organisationTypes());
        this.sectors = SectorCondition.parse(view.sectors());
        this.areas = areas;
        this.zones = codes(view.zone());
    }

    static Set<String> codes(String list) {
        return list.isBlank() ? Set.of() : Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    boolean matches(RoutingQuestion question) {
        for (RuleMiss condition : RuleMiss.CONDITIONS) {
            if (!meets(condition, question)) {
                return false;
            }
        }
        return true;
    }

    /** The conditions that the question does not meet. */
    List<RuleMiss> missed(RoutingQuestion question) {
        return RuleMiss.CONDITIONS.stream()
                .filter(condition -> !meets(condition, question))
                .toList();
    }

    private boolean meets(RuleMiss condition, RoutingQuestion question) {
        return switch (condition) {
            case TEMPLATE -> allows(templates, question.templateCode());
            case ORGANISATION_TYPE -> allows(organisationTypes, question.organisationTypeCode());
            case SECTOR -> sectors.matches(question.sectorCode());
            case AREA -> view.areas().isBlank() || areas.contains(question.workplaceAreaId());
            case ZONE -> zones.contains(ANY) ? !question.zoneCode().isEmpty() : allows(zones, question.zoneCode());
            case HEADCOUNT ->
                view.maxHeadcount() == 0 || question.headcount() > 0 && question.headcount() < view.maxHeadcount();
            case MANY_DISTRICTS -> !view.manyDistricts() || question.manyDistricts();
            case NO_AGENCY, OWN_PEOPLE -> true;
        };
    }

    private static boolean allows(Set<String> condition, String code) {
        return condition.isEmpty() || condition.contains(code);
    }

    Route to(long agencyId) {
        return new Route(
                view.id(), view.nameVi(), view.nameEn(), agencyId, view.ownPeople(), view.hours(), view.workingHours());
    }

    RoutingRuleView view() {
        return view;
    }
}
