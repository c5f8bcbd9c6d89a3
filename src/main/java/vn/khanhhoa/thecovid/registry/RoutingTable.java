package vn.khanhhoa.thecovid.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The routing rules of one day, compiled: rules in order of position, the first that matches wins. A rule whose target is
 * not found that day does not match, and the next has its turn; nor does one that would have an agency decide on its own
 * people without saying so. Immutable; answers some million questions a second.
 */
public final class RoutingTable {
    /** An agency that is valid on the day; areaId 0 where it serves no area. */
    public record Target(long id, String code, String kind, long areaId) {}

    /** The desk that takes what no rule and no agency answers for. */
    public static final String TRIAGE = "TCT";

    private static final int TRIAGE_HOURS = 24;

    private final List<CompiledRule> rules;
    private final Map<Long, Integer> positions = new HashMap<>();
    private final Map<Long, Long> parents;
    private final Map<String, Long> areas;
    private final Collection<Target> agencies;
    private final Map<String, Long> byCode = new HashMap<>();
    private final Set<Long> ids = new HashSet<>();
    private final Map<String, Map<Long, Long>> byKindAndArea = new HashMap<>();

    /**
     * @param rules valid on the day, in any order
     * @param parents of each area the one above it, 0 for none
     * @param areas valid on the day, by code
     * @param agencies valid on the day
     */
    public RoutingTable(
            Collection<RoutingRuleView> rules,
            Map<Long, Long> parents,
            Map<String, Long> areas,
            Collection<Target> agencies) {
        this.parents = Map.copyOf(parents);
        this.areas = Map.copyOf(areas);
        this.agencies = List.copyOf(agencies);
        this.rules = rules.stream()
                .sorted()
                .map(rule -> new CompiledRule(rule, within(rule.areas())))
                .toList();
        rules.forEach(rule -> positions.put(rule.id(), rule.position()));
        for (Target agency : agencies) {
            byCode.put(agency.code(), agency.id());
            ids.add(agency.id());
            if (agency.areaId() != 0) {
                byKindAndArea
                        .computeIfAbsent(agency.kind(), kind -> new HashMap<>())
                        .put(agency.areaId(), agency.id());
            }
        }
    }

    /** Other rules for the same areas and agencies. */
    RoutingTable with(Collection<RoutingRuleView> others) {
        return new RoutingTable(others, parents, areas, agencies);
    }

    /** Where no rule names an agency, the triage desk; empty where not even that is there. */
    public Optional<Route> route(RoutingQuestion question) {
        for (CompiledRule rule : rules) {
            if (rule.matches(question)) {
                long agency = target(rule.view(), question);
                if (agency != 0 && (rule.view().ownPeople() || agency != question.ownAgencyId())) {
                    return Optional.of(rule.to(agency));
                }
            }
        }
        return triage();
    }

    private Optional<Route> triage() {
        return Optional.ofNullable(byCode.get(TRIAGE))
                .map(desk -> new Route(
                        0,
                        "Không quy tắc nào phù hợp: bộ phận phân loại",
                        "No rule applies: triage desk",
                        desk,
                        false,
                        TRIAGE_HOURS,
                        false));
    }

    /** Of the rule by which it goes there; 0 for none. */
    public int position(Route route) {
        return positions.getOrDefault(route.ruleId(), 0);
    }

    /** The answer with every rule that was looked at. */
    public RoutingExplanation explain(RoutingQuestion question) {
        List<RoutingExplanation.Step> steps = new ArrayList<>();
        for (CompiledRule rule : rules) {
            List<RuleMiss> missed = new ArrayList<>(rule.missed(question));
            long agency = missed.isEmpty() ? target(rule.view(), question) : 0;
            if (missed.isEmpty() && agency == 0) {
                missed.add(RuleMiss.NO_AGENCY);
            } else if (missed.isEmpty() && !rule.view().ownPeople() && agency == question.ownAgencyId()) {
                missed.add(RuleMiss.OWN_PEOPLE);
            }
            steps.add(new RoutingExplanation.Step(rule.view(), missed));
            if (missed.isEmpty()) {
                return new RoutingExplanation(steps, Optional.of(rule.to(agency)));
            }
        }
        return new RoutingExplanation(steps, triage());
    }

    /** Rules that have no case left to decide. @param sectors all codes that an organisation may have */
    public List<ShadowedRule> shadowed(Collection<String> sectors, LocalDate day) {
        return new RuleShadows(rules, byCode.keySet(), parents.keySet(), day).find(sectors);
    }

    /**
     * The largest areas in which a rule that goes by kind and area finds no agency; of those that it is for.
     *
     * @param all that are valid on the day
     */
    List<AreaView> unserved(RoutingRuleView rule, Collection<AreaView> all) {
        Map<Long, AreaView> known = new HashMap<>();
        Map<Long, Integer> served = new HashMap<>();
        all.forEach(area -> known.put(area.id(), area));
        Set<Long> above = new HashSet<>();
        all.forEach(area -> above.add(area.parentId()));
        Set<Long> meant = rule.areas().isBlank() || rule.targetArea() != RoutingRuleView.TargetArea.WORKPLACE
                ? known.keySet()
                : within(rule.areas());
        List<AreaView> without = new ArrayList<>();
        for (AreaView leaf : all) {
            if (above.contains(leaf.id()) || !meant.contains(leaf.id())) {
                continue;
            }
            boolean found = nearest(rule.targetKind(), leaf.id()) != 0;
            if (!found) {
                without.add(leaf);
            }
            for (long each = leaf.id(); each != 0; each = parents.getOrDefault(each, 0L)) {
                served.merge(each, found ? 1 : 0, Integer::sum);
            }
        }
        Map<Long, AreaView> largest = new LinkedHashMap<>();
        for (AreaView leaf : without) {
            AreaView area = leaf;
            while (known.containsKey(area.parentId()) && served.getOrDefault(area.parentId(), 0) == 0) {
                area = known.get(area.parentId());
            }
            largest.put(area.id(), area);
        }
        return List.copyOf(largest.values());
    }

    private Set<Long> within(String codes) {
        Set<Long> named = new HashSet<>();
        CompiledRule.codes(codes).forEach(code -> named.add(areas.getOrDefault(code, -1L)));
        Set<Long> all = new HashSet<>();
        for (long area : named.isEmpty() ? Set.<Long>of() : parents.keySet()) {
            for (long each = area; each != 0; each = parents.getOrDefault(each, 0L)) {
                if (named.contains(each)) {
                    all.add(area);
                }
            }
        }
        return all;
    }

    private long target(RoutingRuleView rule, RoutingQuestion question) {
        return switch (rule.target()) {
            case AGENCY -> byCode.getOrDefault(rule.targetAgency(), 0L);
            case OWN -> ids.contains(question.ownAgencyId()) ? question.ownAgencyId() : 0;
            case AREA -> nearest(rule.targetKind(), rule.targetArea().of(question));
        };
    }

    private long nearest(String kind, long area) {
        Map<Long, Long> serving = byKindAndArea.getOrDefault(kind, Map.of());
        for (long each = area; each != 0; each = parents.getOrDefault(each, 0L)) {
            Long agency = serving.get(each);
            if (agency != null) {
                return agency;
            }
        }
        return 0;
    }
}
