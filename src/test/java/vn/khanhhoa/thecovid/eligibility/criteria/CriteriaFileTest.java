package vn.khanhhoa.thecovid.eligibility.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A criteria set goes through its file unharmed, and a damaged file is told where. */
class CriteriaFileTest {
    private static final String SHIPPED = CriteriaFile.shipped().get(0);

    @Test
    void what_is_written_is_read_back_the_same() {
        for (CriteriaSet set : Sets.ALL) {
            String text = CriteriaFile.write(set.draft());
            assertThat(CriteriaFile.read("\uFEFF" + text, Sets.VOCABULARY).set())
                    .contains(set);
            assertThat(CriteriaFile.write(CriteriaFile.read(text).draft().orElseThrow()))
                    .isEqualTo(text);
        }
    }

    @Test
    void the_shipped_files_are_written_as_the_portal_writes() {
        for (String text : CriteriaFile.shipped()) {
            assertThat(CriteriaFile.write(CriteriaFile.read(text).draft().orElseThrow()))
                    .isEqualTo(text);
        }
    }

    @Test
    void a_draft_with_wrong_cells_is_kept_as_it_is() {
        CriteriaDraft draft = Sets.KHANH_HOA.draft().with("G_FULL", "full_course", "soon");
        assertThat(CriteriaFile.read(CriteriaFile.write(draft)).draft()).contains(draft);
        assertThat(CriteriaFile.read(CriteriaFile.write(draft), Sets.VOCABULARY).set())
                .isEmpty();
    }

    private static List<String> places(String text) {
        CheckedCriteria read = CriteriaFile.read(text, Sets.VOCABULARY);
        assertThat(read.set()).isEmpty();
        return read.problems().stream()
                .filter(CriteriaProblem::isError)
                .map(problem -> problem.code() + "@" + problem.row() + "/" + problem.column() + problem.args())
                .toList();
    }

    @Test
    void a_file_that_is_none_is_told_where_it_breaks() {
        assertThat(places("")).first().asString().startsWith("FILE_NOT_READABLE");
        assertThat(places("[]")).first().asString().startsWith("FILE_NOT_READABLE");
        assertThat(places("{\n \"format\": 1,\n oops")).containsExactly("FILE_NOT_READABLE@/[3, 2]");
        assertThat(places("code,level\n")).first().asString().startsWith("FILE_NOT_READABLE");
        assertThat(places("[".repeat(100_000))).first().asString().startsWith("FILE_NOT_READABLE");
        assertThat(places(" ".repeat(1_000_001))).containsExactly("TOO_LONG@/[1000000]");
        assertThat(places("{}")).contains("FORMAT_UNKNOWN@/[1]", "FIELD_MISSING@/[rows]");
    }

    @Test
    void a_field_that_is_there_twice_is_refused() {
        assertThat(places(SHIPPED.replace(
                        "{\"full_course\":\">= 14 days\"}",
                        "{\"full_course\":\">= 14 days\",\"full_course\":\">= 7 days\"}")))
                .first()
                .asString()
                .startsWith("FILE_NOT_READABLE");
    }

    @Test
    void fields_are_known_there_and_of_their_kind() {
        assertThat(places(SHIPPED.replace("\"format\": 1,", "\"format\": 2,"))).containsExactly("FORMAT_UNKNOWN@/[1]");
        assertThat(places(SHIPPED.replace("\"level\":\"RED\"", "\"lvel\":\"RED\"")))
                .containsExactly("FIELD_UNKNOWN@R_ELSE/[lvel]", "FIELD_MISSING@R_ELSE/[level]");
        assertThat(places(SHIPPED.replace("\">= 14 days\"", "14")))
                .containsExactly(
                        "FIELD_OF_WRONG_KIND@G_FULL/full_course[full_course, \" \"]",
                        "FIELD_OF_WRONG_KIND@Y_ONE/first_dose[first_dose, \" \"]");
        assertThat(places(SHIPPED.replace("\"blocking\":true", "\"blocking\":\"yes\"")))
                .hasSize(3);
        assertThat(places(SHIPPED.replace("\"methods\":[\"RT_PCR\"]", "\"methods\":[1]")))
                .contains("FIELD_OF_WRONG_KIND@/pcr[methods, [\" \"]]");
    }
}
