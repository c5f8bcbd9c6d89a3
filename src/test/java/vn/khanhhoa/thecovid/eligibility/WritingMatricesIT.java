package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixDraft;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixFile;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixProblem;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class WritingMatricesIT {
    private static final Actor DRAFTER = new Actor(91, "Đặng Thị Soạn", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor SECOND = new Actor(92, "Lý Thị Đối Chiếu", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor STEERING = new Actor(93, "Huỳnh Văn Chỉ Đạo", Role.STEERING_OFFICER, 0, 6);
    private static final String NUMBER = "9696/KH-UBND";

    @Inject
    private Matrices matrices;

    @Inject
    private CriteriaSets sets;

    @Inject
    private ShippedRules shipped;

    @Inject
    private TestCriteria criteria;

    @Inject
    private ScenarioOrders scenarios;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @BeforeEach
    void begin_as_a_portal_begins() {
        take_everything_away();
        shipped.load(new Object());
    }

    @AfterEach
    void take_everything_away() {
        sql.update("DELETE FROM eligibility_scenario_order");
        sql.update("DELETE FROM eligibility_criteria_order");
        sql.update("DELETE FROM eligibility_criteria_set");
    }

    @Test
    void a_portal_begins_with_a_matrix_and_three_criteria_sets_that_nobody_has_compared_and_are_nowhere_in_force() {
        shipped.load(new Object());

        assertThat(matrices.list(DRAFTER)).singleElement().satisfies(version -> {
            assertThat(version.shipped()).isTrue();
            assertThat(version.isAttested()).isFalse();
            assertThat(matrices.read(DRAFTER, version.id()).matrix()).isPresent();
            assertRefused(
                    "eligibility.shipped-fixed", () -> matrices.discard(DRAFTER, version.id(), version.revision()));
        });
        assertThat(sets.list(DRAFTER))
                .hasSize(3)
                .allMatch(RuleSetSummary::shipped)
                .noneMatch(RuleSetSummary::isAttested)
                .allMatch(set -> sets.read(DRAFTER, set.id()).set().isPresent());
        assertThat(matrices.orders(DRAFTER)).isEmpty();
    }

    @Test
    void what_is_typed_is_kept_right_or_wrong_and_the_problem_is_at_its_cell() {
        PublicId id = draft();
        matrices.saveCells(
                DRAFTER,
                id,
                List.of(
                        new Matrices.Cell("XD", "KB1", "yes/yes/yes/no", "có thể"),
                        new Matrices.Cell("CHO", "KB3", "yes/yes/yes/no", "30% <=20 yes/T/no/no")),
                List.of(
                        new Matrices.Note("XD", "vi", "", "Công trình cấp bách"),
                        new Matrices.Note("XD", "en", "", "Urgent sites")));

        MatrixView read = matrices.read(DRAFTER, id);
        assertThat(read.matrix()).isEmpty();
        assertThat(read.table().row("XD").orElseThrow().cells()).containsEntry("KB1", "có thể");
        assertThat(read.table().row("XD").orElseThrow().noteVi()).isEqualTo("Công trình cấp bách");
        assertThat(read.problems())
                .filteredOn(MatrixProblem::isError)
                .extracting(MatrixProblem::code, MatrixProblem::activity, MatrixProblem::scenario)
                .containsExactly(tuple(MatrixProblem.Code.CELL_NOT_UNDERSTOOD, "XD", "KB1"));
        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(() -> matrices.removeActivity(DRAFTER, id, 0, "XD"));
    }

    @Test
    void nobody_overwrites_what_another_has_written_and_all_else_is_saved() {
        PublicId id = draft();
        matrices.saveCells(
                DRAFTER,
                id,
                List.of(new Matrices.Cell("XD", "KB1", "yes/yes/yes/no", "yes/yes/no/no")),
                List.of(new Matrices.Note("XD", "vi", "", "Công trình cấp bách")));

        SavedCells second = matrices.saveCells(
                SECOND,
                id,
                List.of(
                        new Matrices.Cell("XD", "KB1", "yes/yes/yes/no", "yes/no/no/no"),
                        new Matrices.Cell("CHO", "KB1", "yes/yes/yes/no", "yes/yes/no/no")),
                List.of(
                        new Matrices.Note("XD", "vi", "", "Công trình lớn"),
                        new Matrices.Note("XD", "en", "", "Urgent sites")));

        assertThat(second.saved()).isEqualTo(2);
        assertThat(second.editor()).isEqualTo("Đặng Thị Soạn");
        assertThat(second.conflicts())
                .containsExactly(
                        new SavedCells.Conflict("XD", "KB1", "yes/no/no/no", Optional.of("yes/yes/no/no")),
                        new SavedCells.Conflict("XD", "vi", "Công trình lớn", Optional.of("Công trình cấp bách")));
        MatrixDraft table = matrices.read(DRAFTER, id).table();
        assertThat(table.row("XD").orElseThrow().cells()).containsEntry("KB1", "yes/yes/no/no");
        assertThat(table.row("XD").orElseThrow().noteVi()).isEqualTo("Công trình cấp bách");
        assertThat(table.row("XD").orElseThrow().noteEn()).isEqualTo("Urgent sites");
        assertThat(table.row("CHO").orElseThrow().cells()).containsEntry("KB1", "yes/yes/no/no");
    }

    @Test
    void nobody_denies_or_hampers_emergency_care_by_a_cell_a_file_or_by_leaving_it_out() {
        PublicId id = documented();
        String was = "yes/yes/yes/yes";
        for (String cell : List.of("yes/yes/yes/no", "no/no/no/no", "yes/yes/T/yes", "50% yes/yes/yes/yes")) {
            matrices.saveCells(
                    DRAFTER, id, List.of(new Matrices.Cell(ConditionMatrix.EMERGENCY, "KB5", was, cell)), List.of());
            was = cell;
            assertThat(matrices.read(DRAFTER, id).problems())
                    .as(cell)
                    .anyMatch(problem -> problem.code() == MatrixProblem.Code.EMERGENCY_DENIED
                            && problem.scenario().equals("KB5"));
            assertRefused("eligibility.set-has-errors", () -> matrices.attest(SECOND, id, revision(id)));
        }
        assertRefused(
                "eligibility.emergency-care-denied",
                () -> matrices.removeActivity(DRAFTER, id, revision(id), ConditionMatrix.EMERGENCY));

        String without = MatrixFile.shipped().replaceFirst("(?m)^YT_CAPCUU.*\n", "");
        PublicId other = matrices.beginFromFile(DRAFTER, without).id().orElseThrow();
        document(other);
        assertRefused("eligibility.set-has-errors", () -> matrices.attest(SECOND, other, revision(other)));
    }

    @Test
    void a_file_that_is_no_matrix_is_refused_with_its_reasons_and_one_that_was_exported_is_read_again() {
        assertThat(matrices.beginFromFile(DRAFTER, "a;b;c").problems())
                .extracting(MatrixProblem::code)
                .containsExactly(MatrixProblem.Code.HEADER_WRONG);
        PublicId id = draft();
        String exported = new String(matrices.file(DRAFTER, id).content(), StandardCharsets.UTF_8);
        PublicId again = matrices.beginFromFile(DRAFTER, exported).id().orElseThrow();

        assertThat(matrices.read(DRAFTER, again).table())
                .isEqualTo(matrices.read(DRAFTER, id).table());
    }

    @Test
    void whoever_wrote_a_part_never_attests_it_and_what_is_in_force_is_asked_for_from_then_on() {
        PublicId id = documented();
        matrices.saveCells(
                DRAFTER, id, List.of(new Matrices.Cell("AN_TAICHO", "KB2", "yes/yes/no/no", "yes/T/no/no")), List.of());
        assertRefused("eligibility.attest-own", () -> matrices.attest(DRAFTER, id, revision(id)));
        assertRefused("eligibility.not-attested", () -> put(id, now(), 0));
        matrices.attest(SECOND, id, revision(id));
        assertRefused(
                "access.not-permitted", () -> matrices.putInForce(DRAFTER, id, province(), NUMBER, now(), 0, true));
        PublicId shippedOne = shippedId();
        assertRefused("eligibility.not-attested", () -> put(shippedOne, now(), 0));
        criteria.shippedMatrix();
        put(shippedOne, now(), 0);
        Instant tomorrow = now().plus(Duration.ofDays(1));
        RuleForeseen<MatrixDifference> foreseen = matrices.foresee(STEERING, id, province(), tomorrow);
        put(id, tomorrow, foreseen.seen());

        assertThat(foreseen.differences())
                .extracting(MatrixDifference::activity, MatrixDifference::scenario, MatrixDifference::after)
                .containsExactly(tuple("AN_TAICHO", "KB2", "yes/T/no/no"));
        assertThat(matrices.orders(STEERING)).extracting(RuleOrderView::setId).containsExactly(id, shippedOne);
        assertThat(diningIn(tomorrow.plusSeconds(60))).isEqualTo("yes/T/no/no");
        assertThat(diningIn(now().plusSeconds(60))).isEqualTo("yes/yes/no/no");
    }

    /** What the foreseen change from KB1 to KB2 says of eating on the premises. */
    private String diningIn(Instant at) {
        sql.update("DELETE FROM eligibility_scenario_order");
        scenarios.putInForce(
                STEERING,
                new ScenarioOrders.Wish("56", "KB1", now(), null),
                new ScenarioOrders.Paper(NUMBER, LocalDate.now(clock)),
                0,
                true);
        return scenarios.foresee(STEERING, new ScenarioOrders.Wish("56", "KB2", at, null)).activities().stream()
                .filter(change -> change.activity().equals("AN_TAICHO"))
                .map(change -> change.after().text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void activities_come_from_the_catalogue_and_are_denied_until_somebody_says_otherwise() {
        PublicId id = draft();
        matrices.removeActivity(DRAFTER, id, revision(id), "XD");
        assertThat(matrices.read(DRAFTER, id).table().row("XD")).isEmpty();
        matrices.addActivity(DRAFTER, id, revision(id), "XD");

        assertThat(matrices.read(DRAFTER, id).table().row("XD").orElseThrow().cells())
                .hasSize(5)
                .containsEntry("KB1", "no/no/no/no");
        assertRefused(
                "eligibility.activity-there-already", () -> matrices.addActivity(DRAFTER, id, revision(id), "XD"));
        assertRefused(
                "eligibility.activity-code-malformed", () -> matrices.addActivity(DRAFTER, id, revision(id), "x d"));
    }

    private PublicId shippedId() {
        return matrices.list(DRAFTER).stream()
                .filter(RuleSetSummary::shipped)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private PublicId draft() {
        return matrices.beginFrom(DRAFTER, shippedId());
    }

    private PublicId documented() {
        PublicId id = draft();
        document(id);
        return id;
    }

    private void document(PublicId id) {
        matrices.saveAbout(DRAFTER, id, revision(id), "DK-1", "Bảng điều kiện", "Matrix", NUMBER);
        matrices.attach(DRAFTER, id, revision(id), "9696.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
    }

    private void put(PublicId id, Instant from, int seen) {
        matrices.putInForce(STEERING, id, province(), NUMBER, from, seen, true);
    }

    private int revision(PublicId id) {
        return matrices.read(DRAFTER, id).summary().revision();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private long province() {
        return catalogue.areas(LocalDate.now(clock)).stream()
                .filter(area -> area.level() == AreaLevel.PROVINCE)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
