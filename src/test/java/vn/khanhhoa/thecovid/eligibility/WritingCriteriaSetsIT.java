package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaProblem;
import vn.khanhhoa.thecovid.eligibility.criteria.Explanation;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.criteria.ProblemCode;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class WritingCriteriaSetsIT {
    private static final Actor OFFICER = new Actor(71, "Đặng Thị Soạn", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor SECOND = new Actor(72, "Lý Thị Đối Chiếu", Role.HEALTH_OFFICER, 0, 5);

    @Inject
    private CriteriaSets sets;

    @Inject
    private Sql sql;

    @AfterEach
    void take_everything_away() {
        sql.update("DELETE FROM eligibility_criteria_set");
    }

    @Test
    void each_shipped_set_begins_a_draft_without_a_word_against_it() {
        assertThat(sets.shipped(OFFICER)).hasSize(3).allSatisfy(shipped -> {
            CriteriaSetView draft = sets.read(OFFICER, sets.beginFromShipped(OFFICER, shipped.code()));
            assertThat(draft.problems()).isEmpty();
            assertThat(draft.set()).isPresent();
            assertThat(draft.summary().isDraft()).isTrue();
        });
        assertThat(sets.list(OFFICER)).filteredOn(RuleSetSummary::isDraft).hasSize(3);
    }

    @Test
    void what_is_typed_is_kept_right_or_wrong_and_the_problem_is_at_its_cell() {
        PublicId id = khanhHoa();

        sets.saveCells(
                OFFICER,
                id,
                List.of(
                        new CriteriaSets.Cell("G_FULL", "full_course", ">= 14 days", "chưa rõ"),
                        recovery("<= 180 days", "<= 90 days")));

        CriteriaSetView read = sets.read(OFFICER, id);
        assertThat(read.table().rows())
                .filteredOn(row -> row.code().equals("G_FULL") || row.code().equals("G_REC"))
                .extracting(row -> row.cells().values().toString())
                .containsExactly("[chưa rõ]", "[<= 90 days]");
        assertThat(read.problems())
                .filteredOn(CriteriaProblem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.CELL_NOT_UNDERSTOOD);
                    assertThat(problem.row()).isEqualTo("G_FULL");
                    assertThat(problem.column()).isEqualTo("full_course");
                });
        assertThat(read.summary().editor()).isEqualTo("Đặng Thị Soạn");
    }

    @Test
    void nobody_overwrites_what_another_has_written_and_all_else_is_saved() {
        PublicId id = khanhHoa();
        sets.saveCells(OFFICER, id, List.of(recovery("<= 180 days", "<= 90 days")));

        SavedCells second = sets.saveCells(
                SECOND,
                id,
                List.of(
                        recovery("<= 180 days", "<= 30 days"),
                        new CriteriaSets.Cell("G_FULL", "full_course", ">= 14 days", ">= 21 days"),
                        new CriteriaSets.Cell("G_GONE", "age", "", "any")));

        assertThat(second.saved()).isEqualTo(1);
        assertThat(second.editor()).isEqualTo("Đặng Thị Soạn");
        assertThat(second.conflicts())
                .containsExactly(
                        new SavedCells.Conflict("G_REC", "recovery", "<= 30 days", Optional.of("<= 90 days")),
                        new SavedCells.Conflict("G_GONE", "age", "any", Optional.empty()));
        assertThat(recoveryIn(id)).isEqualTo("<= 90 days");
        assertThat(sets.read(OFFICER, id).summary().editor()).isEqualTo("Lý Thị Đối Chiếu");
        assertThatExceptionOfType(OptimisticLockException.class)
                .as("all but cells is of the revision that was read")
                .isThrownBy(() -> sets.saveAbout(OFFICER, id, 0, "KH-2", "Bộ thử", "Set", ""));
    }

    @Test
    void what_is_stored_already_as_it_is_typed_is_no_conflict_and_what_was_seen_may_be_replaced() {
        PublicId id = khanhHoa();
        sets.saveCells(OFFICER, id, List.of(recovery("<= 180 days", "<= 90 days")));

        SavedCells same = sets.saveCells(SECOND, id, List.of(recovery("<= 180 days", "<= 90 days")));
        int revision = sets.read(OFFICER, id).summary().revision();
        SavedCells replacing = sets.saveCells(SECOND, id, List.of(recovery("<= 90 days", "<= 30 days")));

        assertThat(same.conflicts()).isEmpty();
        assertThat(same.saved()).isEqualTo(1);
        assertThat(revision).as("nothing was written").isEqualTo(1);
        assertThat(replacing.conflicts()).isEmpty();
        assertThat(recoveryIn(id)).isEqualTo("<= 30 days");
    }

    private String recoveryIn(PublicId id) {
        return sets.read(OFFICER, id).table().rows().stream()
                .filter(row -> row.code().equals("G_REC"))
                .map(row -> row.cells().getOrDefault("recovery", ""))
                .findFirst()
                .orElseThrow();
    }

    private static CriteriaSets.Cell recovery(String was, String text) {
        return new CriteriaSets.Cell("G_REC", "recovery", was, text);
    }

    @Test
    void rows_are_added_where_they_belong_moved_renamed_and_removed() {
        PublicId id = khanhHoa();

        sets.saveRow(OFFICER, id, 0, "", row("HOLD_NEW", "HOLD", true));
        sets.saveRow(OFFICER, id, 1, "", row("Y_NEW", "YELLOW", false));
        sets.moveRow(OFFICER, id, 2, "G_REC", true);
        sets.saveRow(OFFICER, id, 3, "G_DUTY", row("G_OFFICE", "GREEN", false));
        sets.removeRow(OFFICER, id, 4, "G_CHILD");

        CriteriaDraft table = sets.read(OFFICER, id).table();
        assertThat(table.rows())
                .extracting(CriteriaDraft.Row::code)
                .startsWith("HOLD_F0", "HOLD_F1", "HOLD_AREA", "HOLD_NEW", "G_REC", "G_FULL")
                .endsWith("Y_NEW", "R_ELSE")
                .doesNotContain("G_CHILD", "G_DUTY");
        assertThat(table.rows())
                .filteredOn(row -> row.code().equals("G_OFFICE"))
                .singleElement()
                .extracting(CriteriaDraft.Row::cells)
                .as("keeps its cells")
                .isEqualTo(Map.of("exception", "any of CONG_VU"));
        assertRefused("eligibility.code-taken", () -> sets.saveRow(OFFICER, id, 5, "", row("G_FULL", "GREEN", false)));
        assertRefused(
                "eligibility.code-malformed", () -> sets.saveRow(OFFICER, id, 5, "", row("mã mới", "GREEN", false)));
    }

    @Test
    void a_file_that_is_handed_out_is_read_again_and_a_bad_one_is_refused_by_its_place() {
        String file = new String(sets.file(OFFICER, khanhHoa()).content(), StandardCharsets.UTF_8);

        CriteriaSets.Imported again = sets.beginFromFile(OFFICER, file);
        CriteriaSets.Imported broken = sets.beginFromFile(OFFICER, file.replace("\"levels\"", "\"level\""));
        CriteriaSets.Imported twice = sets.beginFromFile(OFFICER, file.replace("\"G_REC\"", "\"G_FULL\""));

        assertThat(new String(sets.file(OFFICER, again.id().orElseThrow()).content(), StandardCharsets.UTF_8))
                .isEqualTo(file);
        assertThat(broken.id()).isEmpty();
        assertThat(broken.problems()).extracting(CriteriaProblem::code).contains(ProblemCode.FIELD_UNKNOWN);
        assertThat(twice.id()).isEmpty();
        assertThat(twice.problems()).extracting(CriteriaProblem::row).contains("G_FULL");
    }

    @Test
    void the_document_is_a_pdf_and_lies_encrypted() {
        PublicId id = khanhHoa();
        byte[] pdf = "%PDF-1.7 quyết định".getBytes(StandardCharsets.UTF_8);

        assertRefused("eligibility.document-not-pdf", () -> sets.attach(OFFICER, id, 0, "qd.pdf", new byte[9]));
        sets.attach(OFFICER, id, 0, "C:\\qd.pdf", pdf);

        assertThat(sets.document(OFFICER, id).content()).isEqualTo(pdf);
        assertThat(sets.document(OFFICER, id).fileName()).isEqualTo("qd.pdf");
        assertThat(sql.number("SELECT COUNT(*) FROM eligibility_criteria_set WHERE document_content LIKE '%PDF-1.7%'"))
                .isZero();
    }

    @Test
    void an_example_person_is_told_which_level_until_when_and_why_not_another() {
        PublicId id = khanhHoa();
        LocalDate today = LocalDate.of(2021, 10, 7);
        Instant noon = Instant.parse("2021-10-07T05:00:00Z");
        List<Fact> facts = List.of(
                Fact.of(1, 1, FactKind.DOSE, "AZ", today.minusDays(60)),
                Fact.of(2, 1, FactKind.DOSE, "AZ", today.minusDays(13)));

        Explanation before = sets.explain(OFFICER, id, Optional.empty(), facts, noon);
        sets.saveCells(
                OFFICER, id, List.of(new CriteriaSets.Cell("G_FULL", "full_course", ">= 14 days", ">= 13 days")));
        Explanation after = sets.explain(OFFICER, id, Optional.empty(), facts, noon);

        assertThat(before.level().code()).isEqualTo("YELLOW");
        assertThat(before.until()).contains(Instant.parse("2021-10-07T17:00:00Z"));
        assertThat(before.earlier()).extracting(row -> row.row().code()).contains("G_FULL");
        assertThat(after.level().code()).isEqualTo("GREEN");
        sets.saveCells(OFFICER, id, List.of(new CriteriaSets.Cell("G_FULL", "full_course", ">= 13 days", "?")));
        assertRefused("eligibility.set-has-errors", () -> sets.explain(OFFICER, id, Optional.empty(), facts, noon));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HEALTH_OFFICER", "STEERING_OFFICER"})
    void nobody_else_reads_or_writes_them(Role role) {
        PublicId id = khanhHoa();
        Actor other = new Actor(90, "Người khác", role, 1, 1);

        assertRefused("access.not-permitted", () -> sets.read(other, id));
        assertRefused("access.not-permitted", () -> sets.list(other));
        assertRefused("access.not-permitted", () -> sets.file(other, id));
        assertRefused("access.not-permitted", () -> sets.document(other, id));
        assertRefused("access.not-permitted", () -> sets.beginFromShipped(other, "KH-2021-10"));
        assertRefused("access.not-permitted", () -> sets.saveCells(other, id, List.of()));
        assertRefused("access.not-permitted", () -> sets.discard(other, id, 0));
    }

    private PublicId khanhHoa() {
        return sets.beginFromShipped(OFFICER, "KH-2021-10");
    }

    private static CriteriaDraft.Row row(String code, String level, boolean blocking) {
        return new CriteriaDraft.Row(code, level, blocking, "Dòng mới", "New row", "", "", Map.of());
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
