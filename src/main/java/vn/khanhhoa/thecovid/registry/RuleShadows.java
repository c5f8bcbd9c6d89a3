package vn.khanhhoa.thecovid.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the rules that earlier ones leave nothing to. Asks every question that the rules can tell apart: values of a
 * condition that all rules treat alike are asked once. Only a rule that names an agency ends the search for one, since one
 * that looks for the agency of an area may not find any; that an agency is passed over for its own people is left aside.
 */
final class RuleShadows {
    private static final String OTHER = "-";

    private final List<CompiledRule> rules;
    private final Set<String> agencies;
    private final Set<Long> areas;
    private final LocalDate day;

    RuleShadows(List<CompiledRule> rules, Set<String> agencies, Set<Long> areas, LocalDate day) {
        this.rules = rules;
        this.agencies = agencies;
        this.areas = areas;
        this.day = day;
    }

    /** @param sectors all codes that an organisation may have */
    List<ShadowedRule> find(Collection<String> sectors) {
        List<Set<CompiledRule>> takenBy = new ArrayList<>();
        rules.forEach(rule -> takenBy.add(new LinkedHashSet<>()));
        Set<CompiledRule> reached = new HashSet<>();
        for (RoutingQuestion question : questions(sectors)) {
            ask(question, takenBy, reached);
        }
        List<ShadowedRule> shadowed = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!reached.contains(rules.get(i))) {
                shadowed.add(new ShadowedRule(
                        rules.get(i).view(),
                        takenBy.get(i).stream().map(CompiledRule::view).sorted().toList()));
            }
        }
        return shadowed;
    }

    private void ask(RoutingQuestion question, List<Set<CompiledRule>> takenBy, Set<CompiledRule> reached) {
        CompiledRule taker = null;
        for (int i = 0; i < rules.size(); i++) {
            CompiledRule rule = rules.get(i);
            if (!rule.matches(question)) {
                continue;
            }
            if (taker != null) {
                takenBy.get(i).add(taker);
            } else {
                reached.add(rule);
                taker = decides(rule.view()) ? rule : null;
            }
        }
    }

    private boolean decides(RoutingRuleView rule) {
        return rule.target() == RoutingRuleView.Target.AGENCY && agencies.contains(rule.targetAgency());
    }

    private List<RoutingQuestion> questions(Collection<String> sectors) {
        List<RoutingQuestion> questions = new ArrayList<>();
        List<String> sectorCodes = distinctSectors(sectors);
        List<String> types = codes(RoutingRuleView::organisationTypes);
        List<String> zones = codes(RoutingRuleView::zone);
        List<Long> places = distinctAreas();
        List<Integer> headcounts = headcounts();
        for (String template : codes(RoutingRuleView::templates)) {
            for (String type : types) {
                for (String sector : sectorCodes) {
                    for (String zone : zones) {
                        for (long area : places) {
                            for (int headcount : headcounts) {
                                questions.add(question(template, type, sector, area, zone, headcount, false));
                                questions.add(question(template, type, sector, area, zone, headcount, true));
                            }
                        }
                    }
                }
            }
        }
        return questions;
    }

    /** The organisation's own agency plays no part: only rules that name an agency take cases here. */
    private RoutingQuestion question(
            String template, String type, String sector, long area, String zone, int headcount, boolean many) {
        return new RoutingQuestion(template, type, sector, headcount, 0, area, zone, 0, 0, many, day);
    }

    /** Those that rules name, none, and one that no rule names. */
    private List<String> codes(Function<RoutingRuleView, String> condition) {
        Set<String> codes = new TreeSet<>(Set.of("", OTHER));
        rules.forEach(rule ->
                codes.addAll(Arrays.asList(condition.apply(rule.view()).strip().split("\\s+"))));
        codes.remove("*");
        Map<List<Boolean>, String> distinct = new LinkedHashMap<>();
        codes.forEach(code -> distinct.putIfAbsent(
                rules.stream()
                        .map(rule ->
                                CompiledRule.codes(condition.apply(rule.view())).contains(code))
                        .collect(Collectors.toCollection(() -> new ArrayList<>(List.of(code.isEmpty())))),
                code));
        return List.copyOf(distinct.values());
    }

    private List<String> distinctSectors(Collection<String> sectors) {
        Map<List<Boolean>, String> distinct = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>(List.of(""));
        all.addAll(sectors);
        for (String sector : all) {
            RoutingQuestion question = question("", "", sector, 0, "", 0, false);
            distinct.putIfAbsent(
                    rules.stream()
                            .map(rule -> !rule.missed(question).contains(RuleMiss.SECTOR))
                            .toList(),
                    sector);
        }
        return List.copyOf(distinct.values());
    }

    private List<Long> distinctAreas() {
        Map<List<Boolean>, Long> distinct = new LinkedHashMap<>();
        Set<Long> all = new TreeSet<>(Set.of(0L));
        all.addAll(areas);
        for (long area : all) {
            RoutingQuestion question = question("", "", "", area, "", 0, false);
            distinct.putIfAbsent(
                    rules.stream()
                            .map(rule -> !rule.missed(question).contains(RuleMiss.AREA))
                            .toList(),
                    area);
        }
        return List.copyOf(distinct.values());
    }

    private List<Integer> headcounts() {
        Set<Integer> counts = new TreeSet<>(Set.of(0, 1));
        rules.stream()
                .map(rule -> rule.view().maxHeadcount())
                .filter(most -> most > 0)
                .forEach(most -> {
                    counts.add(Math.max(1, most - 1));
                    counts.add(most);
                });
        return List.copyOf(counts);
    }
}
