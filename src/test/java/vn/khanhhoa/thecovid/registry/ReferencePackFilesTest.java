package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The packs as they lie in the repository, before any database has seen them. */
@NullUnmarked // a column that a file lacks fails the test that asks for it
class ReferencePackFilesTest {
    static final List<ReferencePack> PACKS =
            List.of(new ReferencePack("khanh-hoa-2021"), new ReferencePack("khanh-hoa-2025"));

    /** The island district has no rooms of its own: what none of its agencies takes goes on to the next rule. */
    private static final String TRUONG_SA = "576";

    private static final Pattern PARAMETER = Pattern.compile(":([a-z_]+)");

    enum Listed {
        templates,
        organisation_types,
        sectors,
        zone
    }

    @Test
    void every_text_is_composed_unicode_with_plain_line_ends() {
        assertThat(ReferencePack.files()).isNotEmpty().allSatisfy(file -> {
            String text = ReferencePack.text(file);
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            assertThat(text)
                    .doesNotContain("\r", "\uFEFF", "\u00A0", "\u00D0", "\u200B")
                    .endsWith("\n");
        });
    }

    @Test
    void every_file_belongs_to_a_table_of_the_loading_order() {
        Set<String> stems = ReferencePack.files().stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> name.endsWith(".csv") || name.endsWith(".sql"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toSet());
        assertThat(stems).containsExactlyInAnyOrderElementsOf(ReferencePack.tables());
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void every_parameter_of_a_statement_is_a_column_of_its_file(ReferencePack pack) {
        for (String table : ReferencePack.tables()) {
            String statement = ReferencePack.text(ReferencePack.HOME.resolve(table + ".sql"));
            Set<String> parameters = PARAMETER
                    .matcher(statement)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(pack.rows(table))
                    .as(table)
                    .allSatisfy(row -> assertThat(row).containsKeys(parameters.toArray(String[]::new)));
        }
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void no_code_is_given_twice(ReferencePack pack) {
        for (String table : ReferencePack.tables()) {
            List<String> key = switch (table) {
                case "routing_rule" -> List.of("position");
                case "form_column" -> List.of("template_code", "template_version", "column_key");
                case "form_template" -> List.of("code", "version");
                case "notification_template" -> List.of("kind", "channel", "language");
                default -> List.of("code");
            };
            assertThat(pack.rows(table))
                    .as(table)
                    .extracting(row -> key.stream().map(row::get).toList())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"khanh-hoa-2021, 9, 139", "khanh-hoa-2025, 0, 65"})
    void the_province_is_complete(String name, int districts, int communes) {
        ReferencePack pack = new ReferencePack(name);
        Map<String, Long> levels = pack.open("area").stream()
                .collect(Collectors.groupingBy(row -> row.get("level"), Collectors.counting()));
        assertThat(levels.get("PROVINCE")).isEqualTo(1);
        assertThat(levels.getOrDefault("DISTRICT", 0L)).isEqualTo(districts);
        assertThat(levels.get("COMMUNE")).isEqualTo(communes);
        assertThat(pack.open("agency")).filteredOn("kind", "UBND_XA").hasSize(communes);
        assertThat(pack.open("agency")).filteredOn("kind", "UBND_HUYEN").hasSize(districts);
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void a_parent_stands_above_its_children(ReferencePack pack) {
        for (String table : List.of("area", "agency")) {
            Set<String> seen = new HashSet<>(Set.of(""));
            for (Map<String, String> row : pack.rows(table)) {
                assertThat(seen).as("parent of %s", row).contains(row.get("parent_code"));
                seen.add(row.get("code"));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void agencies_serve_areas_that_exist_and_end_in_successors_that_are_open(ReferencePack pack) {
        assertThat(pack.open("agency")).allSatisfy(row -> {
            assertThat(pack.codes("area")).contains(row.get("area_code"));
            assertThat(row.get("successor_code")).isEmpty();
        });
        assertThat(pack.rows("agency"))
                .filteredOn(row -> !row.get("valid_to").isEmpty())
                .allSatisfy(row -> assertThat(pack.codes("agency")).contains(row.get("successor_code")));
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void every_rule_names_one_agency_for_every_commune(ReferencePack pack) {
        for (Map<String, String> rule : pack.open("routing_rule")) {
            String kind = rule.get("target_kind");
            String agency = rule.get("target_agency");
            switch (rule.get("target")) {
                case "AGENCY" -> assertThat(pack.codes("agency")).contains(agency);
                case "AREA" -> {
                    assertThat(rule.get("target_area")).isIn("WORKPLACE", "RESIDENCE", "HEAD_OFFICE");
                    assertThat(pack.open("area"))
                            .filteredOn("level", "COMMUNE")
                            .filteredOn(area -> !(kind.startsWith("PHONG_")
                                    && area.get("parent_code").equals(TRUONG_SA)))
                            .allSatisfy(area -> assertThat(pack.agencies(kind, area.get("code")))
                                    .hasSize(1));
                }
                default -> assertThat(rule.get("target")).isEqualTo("OWN");
            }
            assertThat(kind.isEmpty())
                    .as("%s", rule)
                    .isEqualTo(!rule.get("target").equals("AREA"));
            assertThat(agency.isEmpty())
                    .as("%s", rule)
                    .isEqualTo(!rule.get("target").equals("AGENCY"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_condition_of_a_rule_names_codes_of_the_catalogue(Listed column) {
        for (ReferencePack pack : PACKS) {
            Set<String> known = known(pack, column);
            assertThat(pack.open("routing_rule"))
                    .allSatisfy(rule -> assertThat(known)
                            .containsAll(Stream.of(rule.get(column.name()).split("[ -]"))
                                    .filter(code -> !code.isEmpty())
                                    .toList()));
        }
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void the_rules_end_at_the_triage_desk_and_only_state_bodies_judge_their_own_people(ReferencePack pack) {
        List<Map<String, String>> rules = pack.open("routing_rule");
        Map<String, String> last = rules.get(rules.size() - 1);
        assertThat(rules)
                .extracting(rule -> Integer.valueOf(rule.get("position")))
                .isSorted();
        assertThat(Stream.of("templates", "organisation_types", "sectors", "zone", "max_headcount", "districts"))
                .allSatisfy(condition -> assertThat(last.get(condition)).isEmpty());
        assertThat(last).containsEntry("target_agency", "TCT").containsEntry("hours", "2");
        assertThat(rules)
                .filteredOn("own_people", "true")
                .extracting(rule -> rule.get("position"))
                .containsExactly("200", "210", "220");
    }

    @Test
    void the_reasons_are_those_of_the_plan_and_two_of_them_give_nothing_away() {
        List<String> codes = new ArrayList<>(
                IntStream.rangeClosed(1, 14).mapToObj("R%02d"::formatted).toList());
        codes.addAll(List.of("R90", "R99"));
        List<Map<String, String>> reasons = PACKS.get(0).rows("reason");
        assertThat(reasons).extracting(row -> row.get("code")).containsExactlyElementsOf(codes);
        assertThat(reasons).allSatisfy(row -> {
            assertThat(row.get("outcomes").split(" ")).isSubsetOf("REFUSE", "RETURN", "FORWARD");
            assertThat(row.get("text_vi")).containsIgnoringCase("ông/bà").hasSizeLessThanOrEqualTo(400);
            assertThat(row.get("text_en")).hasSizeLessThanOrEqualTo(400);
        });
        assertThat(reasons)
                .filteredOn(row -> Set.of("R07", "R14", "R90").contains(row.get("code")))
                .allSatisfy(row -> {
                    assertThat(row.get("text_vi")).contains("cần xác minh thêm");
                    assertThat(row.get("text_vi")).doesNotContainIgnoringCase("trùng", "giả mạo", "công an");
                    assertThat(row.get("text_en")).doesNotContainIgnoringCase("duplicate", "forge", "police");
                });
    }

    private static Set<String> known(ReferencePack pack, Listed column) {
        return switch (column) {
            case templates ->
                IntStream.rangeClosed(1, 12).mapToObj("M%02d"::formatted).collect(Collectors.toSet());
            case organisation_types -> pack.codes("organisation_type");
            case sectors -> pack.codes("sector");
            case zone ->
                Stream.concat(Stream.of("*"), pack.codes("zone").stream())
                        .flatMap(code -> Stream.of(code.split("-")))
                        .collect(Collectors.toSet());
        };
    }
}
