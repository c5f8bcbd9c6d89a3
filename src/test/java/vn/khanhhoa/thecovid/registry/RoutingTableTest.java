package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.registry.RoutingRuleView.Target;
import vn.khanhhoa.thecovid.registry.RoutingRuleView.TargetArea;

class RoutingTableTest {
    private static final LocalDate DAY = LocalDate.of(2021, 10, 1);
    private static final long PROVINCE = 1;
    private static final long DISTRICT = 2;
    private static final long COMMUNE = 3;
    private static final long OTHER_COMMUNE = 4;
    private static final Map<Long, Long> PARENTS =
            Map.of(PROVINCE, 0L, DISTRICT, PROVINCE, COMMUNE, DISTRICT, OTHER_COMMUNE, DISTRICT);
    private static final Map<String, Long> CODES =
            Map.of("56", PROVINCE, "568", DISTRICT, "22327", COMMUNE, "22330", OTHER_COMMUNE);
    private static final List<RoutingTable.Target> AGENCIES = List.of(
            new RoutingTable.Target(10, "SCT", "SO", PROVINCE),
            new RoutingTable.Target(20, "UBND-D", "UBND_HUYEN", DISTRICT),
            new RoutingTable.Target(30, "UBND-C", "UBND_XA", COMMUNE),
            new RoutingTable.Target(40, "TRIAGE", "TO_CONG_TAC", PROVINCE));

    private static RoutingRuleView rule(int position, Conditions when, Target target, String agency, String kind) {
        return new RoutingRuleView(
                position,
                position,
                "Quy tắc " + position,
                "Rule " + position,
                when.templates,
                when.types,
                when.sectors,
                when.areas,
                when.zone,
                when.maxHeadcount,
                when.many,
                target,
                agency,
                kind,
                target == Target.AREA ? when.area : TargetArea.NONE,
                target == Target.OWN,
                24,
                false,
                DAY,
                null);
    }

    private record Conditions(
            String templates,
            String types,
            String sectors,
            String areas,
            String zone,
            int maxHeadcount,
            boolean many,
            TargetArea area) {
        static final Conditions ALWAYS = new Conditions("", "", "", "", "", 0, false, TargetArea.WORKPLACE);

        Conditions templates(String codes) {
            return new Conditions(codes, types, sectors, areas, zone, maxHeadcount, many, area);
        }

        Conditions types(String codes) {
            return new Conditions(templates, codes, sectors, areas, zone, maxHeadcount, many, area);
        }

        Conditions sectors(String list) {
            return new Conditions(templates, types, list, areas, zone, maxHeadcount, many, area);
        }

        Conditions areas(String codes) {
            return new Conditions(templates, types, sectors, codes, zone, maxHeadcount, many, area);
        }

        Conditions zone(String codes) {
            return new Conditions(templates, types, sectors, areas, codes, maxHeadcount, many, area);
        }

        Conditions below(int staff) {
            return new Conditions(templates, types, sectors, areas, zone, staff, many, area);
        }

        Conditions inManyDistricts() {
            return new Conditions(templates, types, sectors, areas, zone, maxHeadcount, true, area);
        }

        Conditions area(TargetArea whose) {
            return new Conditions(templates, types, sectors, areas, zone, maxHeadcount, many, whose);
        }
    }

    private static RoutingRuleView toSct(Conditions when) {
        return rule(100, when, Target.AGENCY, "SCT", "");
    }

    private static final RoutingRuleView LAST = rule(900, Conditions.ALWAYS, Target.AGENCY, "TRIAGE", "");

    private static long agency(RoutingRuleView first, RoutingQuestion question) {
        return new RoutingTable(List.of(LAST, first), PARENTS, CODES, AGENCIES)
                .route(question)
                .orElseThrow()
                .agencyId();
    }

    private static RoutingQuestion question() {
        return new RoutingQuestion("M01", "DN", "1020", 80, DISTRICT, COMMUNE, "", 0, 0, false, DAY);
    }

    @Test
    void the_first_rule_by_position_wins_whatever_the_order_of_rows() {
        assertThat(agency(toSct(Conditions.ALWAYS), question())).isEqualTo(10);
    }

    @Test
    void nothing_is_named_where_no_rule_matches() {
        RoutingTable table = new RoutingTable(List.of(toSct(Conditions.ALWAYS.types("HKD"))), PARENTS, CODES, AGENCIES);
        assertThat(table.route(question())).isEqualTo(Optional.empty());
    }

    @Test
    void codes_of_templates_and_organisation_types_are_alternatives() {
        assertThat(agency(toSct(Conditions.ALWAYS.templates("M03 M01").types("HTX DN")), question()))
                .isEqualTo(10);
        assertThat(agency(toSct(Conditions.ALWAYS.templates("M03")), question()))
                .isEqualTo(40);
        assertThat(agency(toSct(Conditions.ALWAYS.types("HTX HKD")), question()))
                .isEqualTo(40);
    }

    @Test
    void a_sector_is_met_by_prefix_by_range_of_divisions_and_by_section() {
        for (String sectors : List.of("10", "102", "1020", "10-33", "01-10", "C", "85 C", "49-52 10-33")) {
            assertThat(agency(toSct(Conditions.ALWAYS.sectors(sectors)), question()))
                    .as(sectors)
                    .isEqualTo(10);
        }
        for (String sectors : List.of("11", "103", "10201", "11-33", "G", "01-09 85")) {
            assertThat(agency(toSct(Conditions.ALWAYS.sectors(sectors)), question()))
                    .as(sectors)
                    .isEqualTo(40);
        }
    }

    @Test
    void any_zone_means_some_zone() {
        RoutingQuestion inside = new RoutingQuestion("", "DN", "10", 80, 2, 3, "KCN-1", 0, 0, false, DAY);
        assertThat(agency(toSct(Conditions.ALWAYS.zone("*")), inside)).isEqualTo(10);
        assertThat(agency(toSct(Conditions.ALWAYS.zone("KKT-2 KCN-1")), inside)).isEqualTo(10);
        assertThat(agency(toSct(Conditions.ALWAYS.zone("KKT-2")), inside)).isEqualTo(40);
        assertThat(agency(toSct(Conditions.ALWAYS.zone("*")), question())).isEqualTo(40);
    }

    @Test
    void a_headcount_limit_is_not_reached_by_fewer_staff_and_not_met_by_an_unknown_number() {
        assertThat(agency(toSct(Conditions.ALWAYS.below(81)), question())).isEqualTo(10);
        assertThat(agency(toSct(Conditions.ALWAYS.below(80)), question())).isEqualTo(40);
        RoutingQuestion unknown = new RoutingQuestion("", "DN", "10", 0, 2, 3, "", 0, 0, false, DAY);
        assertThat(agency(toSct(Conditions.ALWAYS.below(80)), unknown)).isEqualTo(40);
    }

    @Test
    void several_districts_are_asked_for_by_the_organisation_as_a_whole() {
        RoutingQuestion many = new RoutingQuestion("", "DN", "10", 80, 2, 3, "", 0, 0, true, DAY);
        assertThat(agency(toSct(Conditions.ALWAYS.inManyDistricts()), many)).isEqualTo(10);
        assertThat(agency(toSct(Conditions.ALWAYS.inManyDistricts()), question()))
                .isEqualTo(40);
    }

    @Test
    void an_area_target_is_the_agency_of_that_area_or_of_the_nearest_above() {
        RoutingRuleView commune = rule(100, Conditions.ALWAYS, Target.AREA, "", "UBND_XA");
        RoutingRuleView district = rule(100, Conditions.ALWAYS, Target.AREA, "", "UBND_HUYEN");
        assertThat(agency(commune, question())).isEqualTo(30);
        assertThat(agency(district, question())).isEqualTo(20);
    }

    @Test
    void an_area_target_that_serves_no_agency_leaves_the_turn_to_the_next_rule() {
        RoutingQuestion elsewhere = new RoutingQuestion("", "DN", "10", 80, 2, OTHER_COMMUNE, "", 0, 0, false, DAY);
        assertThat(agency(rule(100, Conditions.ALWAYS, Target.AREA, "", "UBND_XA"), elsewhere))
                .isEqualTo(40);
    }

    @Test
    void an_area_target_looks_at_the_area_that_it_names() {
        RoutingQuestion spread =
                new RoutingQuestion("", "DN", "10", 80, OTHER_COMMUNE, OTHER_COMMUNE, "", COMMUNE, 0, false, DAY);
        assertThat(agency(rule(100, Conditions.ALWAYS.area(TargetArea.RESIDENCE), Target.AREA, "", "UBND_XA"), spread))
                .isEqualTo(30);
        assertThat(agency(
                        rule(100, Conditions.ALWAYS.area(TargetArea.HEAD_OFFICE), Target.AREA, "", "UBND_XA"), spread))
                .isEqualTo(40);
    }

    @Test
    void an_agency_that_is_not_valid_that_day_is_not_named() {
        assertThat(agency(rule(100, Conditions.ALWAYS, Target.AGENCY, "GONE", ""), question()))
                .isEqualTo(40);
    }

    @Test
    void an_organisation_decides_itself_only_where_it_is_an_agency_of_that_day() {
        RoutingRuleView own = rule(100, Conditions.ALWAYS, Target.OWN, "", "");
        RoutingQuestion agencyItself = new RoutingQuestion("", "CQNN", "84", 80, 2, 3, "", 0, 20, false, DAY);
        RoutingQuestion formerAgency = new RoutingQuestion("", "CQNN", "84", 80, 2, 3, "", 0, 99, false, DAY);
        assertThat(agency(own, agencyItself)).isEqualTo(20);
        assertThat(agency(own, formerAgency)).isEqualTo(40);
        assertThat(agency(own, question())).isEqualTo(40);
    }

    @Test
    void an_agency_gets_its_own_people_only_by_a_rule_that_says_so() {
        RoutingQuestion ofSct = new RoutingQuestion("", "CQNN", "84", 80, 2, 3, "", 0, 10, false, DAY);
        assertThat(agency(toSct(Conditions.ALWAYS), ofSct)).isEqualTo(40);
        assertThat(agency(rule(100, Conditions.ALWAYS, Target.OWN, "", ""), ofSct))
                .isEqualTo(10);
    }

    @Test
    void an_area_is_met_by_workplaces_in_it_and_in_what_lies_within_it() {
        assertThat(agency(toSct(Conditions.ALWAYS.areas("22327")), question())).isEqualTo(10);
        assertThat(agency(toSct(Conditions.ALWAYS.areas("22330 568")), question()))
                .isEqualTo(10);
        assertThat(agency(toSct(Conditions.ALWAYS.areas("22330")), question())).isEqualTo(40);
        assertThat(agency(toSct(Conditions.ALWAYS.areas("99999")), question()))
                .as("a code that no area has that day")
                .isEqualTo(40);
    }

    @Test
    void a_rule_for_a_commune_is_shadowed_by_one_for_its_district_and_not_the_other_way_round() {
        assertThat(shadowed(at(1, Conditions.ALWAYS.areas("568")), at(2, Conditions.ALWAYS.areas("22327")), LAST))
                .containsExactly("2 by [1]");
        assertThat(shadowed(at(1, Conditions.ALWAYS.areas("22327")), at(2, Conditions.ALWAYS.areas("568")), LAST))
                .isEmpty();
    }

    @Test
    void the_route_tells_its_rule() {
        Route route = new RoutingTable(List.of(LAST), PARENTS, CODES, AGENCIES)
                .route(question())
                .orElseThrow();
        assertThat(route).isEqualTo(new Route(900, "Quy tắc 900", "Rule 900", 40, false, 24, false));
    }

    private static List<String> shadowed(RoutingRuleView... rules) {
        return new RoutingTable(List.of(rules), PARENTS, CODES, AGENCIES)
                .shadowed(List.of("10", "1010", "1020", "47", "4711", "85"), DAY).stream()
                        .map(each -> each.rule().position() + " by "
                                + each.by().stream()
                                        .map(RoutingRuleView::position)
                                        .toList())
                        .toList();
    }

    private static RoutingRuleView at(int position, Conditions when) {
        return rule(position, when, Target.AGENCY, "SCT", "");
    }

    @Test
    void a_rule_is_shadowed_by_an_earlier_one_that_takes_all_its_cases() {
        assertThat(shadowed(at(1, Conditions.ALWAYS.sectors("10")), at(2, Conditions.ALWAYS.sectors("102")), LAST))
                .containsExactly("2 by [1]");
    }

    @Test
    void a_rule_is_shadowed_by_several_that_take_its_cases_together() {
        assertThat(shadowed(
                        at(1, Conditions.ALWAYS.below(50)),
                        at(2, Conditions.ALWAYS.types("DN")),
                        at(3, Conditions.ALWAYS.types("DN").below(50)),
                        at(4, Conditions.ALWAYS.types("DN HKD").below(50)),
                        LAST))
                .containsExactly("3 by [1]", "4 by [1]");
        assertThat(shadowed(
                        at(1, Conditions.ALWAYS.sectors("1010")),
                        at(2, Conditions.ALWAYS.sectors("1020 10").types("DN")),
                        at(3, Conditions.ALWAYS.sectors("1010 1020").types("DN")),
                        LAST))
                .containsExactly("3 by [1, 2]");
    }

    @Test
    void a_rule_that_keeps_one_case_is_not_shadowed() {
        assertThat(shadowed(
                        at(1, Conditions.ALWAYS.sectors("10").zone("*")),
                        at(2, Conditions.ALWAYS.sectors("10").inManyDistricts()),
                        at(3, Conditions.ALWAYS.sectors("10")),
                        LAST))
                .isEmpty();
    }

    @Test
    void a_rule_that_may_find_no_agency_shadows_nothing() {
        RoutingRuleView district = rule(1, Conditions.ALWAYS, Target.AREA, "", "UBND_HUYEN");

        assertThat(shadowed(district, at(2, Conditions.ALWAYS.sectors("10")), LAST))
                .isEmpty();
        assertThat(shadowed(rule(1, Conditions.ALWAYS, Target.AGENCY, "GONE", ""), LAST))
                .isEmpty();
    }

    @Test
    void a_rule_without_any_case_is_named_with_nobody_to_blame() {
        assertThat(shadowed(at(1, Conditions.ALWAYS.sectors("99")), LAST)).containsExactly("1 by []");
    }

    @Test
    void an_explanation_tells_what_each_earlier_rule_missed_and_agrees_with_the_route() {
        RoutingTable table = new RoutingTable(
                List.of(
                        at(1, Conditions.ALWAYS.templates("M03").sectors("85")),
                        rule(2, Conditions.ALWAYS, Target.AREA, "", "CONG_AN"),
                        at(3, Conditions.ALWAYS.below(50)),
                        LAST),
                PARENTS,
                CODES,
                AGENCIES);

        RoutingExplanation explanation = table.explain(question());

        assertThat(explanation.steps().stream().map(RoutingExplanation.Step::missed))
                .containsExactly(
                        List.of(RuleMiss.TEMPLATE, RuleMiss.SECTOR),
                        List.of(RuleMiss.NO_AGENCY),
                        List.of(RuleMiss.HEADCOUNT),
                        List.of());
        assertThat(explanation.route()).isEqualTo(table.route(question())).isPresent();
    }

    @Test
    void the_largest_areas_that_have_no_agency_of_a_kind_are_named() {
        List<AreaView> areas = List.of(
                new AreaView(PROVINCE, "56", "Tỉnh", AreaLevel.PROVINCE, 0, "Tỉnh"),
                new AreaView(DISTRICT, "568", "Huyện", AreaLevel.DISTRICT, PROVINCE, "Huyện"),
                new AreaView(COMMUNE, "22327", "Xã", AreaLevel.COMMUNE, DISTRICT, "Xã, Huyện"),
                new AreaView(OTHER_COMMUNE, "22330", "Xã khác", AreaLevel.COMMUNE, DISTRICT, "Xã khác, Huyện"));
        RoutingTable table = new RoutingTable(List.of(), PARENTS, CODES, AGENCIES);

        assertThat(table.unserved(rule(1, Conditions.ALWAYS, Target.AREA, "", "UBND_HUYEN"), areas))
                .isEmpty();
        assertThat(table.unserved(rule(1, Conditions.ALWAYS, Target.AREA, "", "UBND_XA"), areas))
                .extracting(AreaView::id)
                .containsExactly(OTHER_COMMUNE);
        assertThat(table.unserved(rule(1, Conditions.ALWAYS.areas("22327"), Target.AREA, "", "UBND_XA"), areas))
                .as("another commune is no case of it")
                .isEmpty();
        assertThat(table.unserved(rule(1, Conditions.ALWAYS, Target.AREA, "", "CONG_AN"), areas))
                .extracting(AreaView::id)
                .containsExactly(PROVINCE);
    }
}
