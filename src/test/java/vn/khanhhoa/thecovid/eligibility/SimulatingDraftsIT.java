package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Four people of one commune: vaccinated twice 20 days ago, twice 5 days ago, not at all, and a child. */
@InPortal
class SimulatingDraftsIT {
    private static final int TIMES = 5;
    private static final Actor STEERING = new Actor(83, "Huỳnh Văn Chỉ Đạo", Role.STEERING_OFFICER, 0, 6);
    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final String COMMUNE = "22747";
    private static final String HERE = "22480";

    @Inject
    private Simulations simulations;

    @Inject
    private ExceptionRegister register;

    @Inject
    private ScenarioOrders scenarios;

    @Inject
    private Matrices matrices;

    @Inject
    private TestSources sources;

    @Inject
    private TestCriteria criteria;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor health = Actor.VISITOR;

    @BeforeEach
    void four_people() {
        health = sources.health();
        sql.update("UPDATE person_said SET commune = ? WHERE commune = ?", COMMUNE, HERE);
        criteria.inForce(criteria.area("56"));
        Actor officer = sources.officer("TTYT-572");
        PublicId source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        vaccinated(officer, source, 110, 20);
        vaccinated(officer, source, 110, 5);
        person("1985-03-07");
        person(LocalDate.now(clock).minusYears(9).toString());
        sources.match();
    }

    @AfterEach
    void as_before() {
        criteria.noneInForce();
        sql.update("DELETE FROM eligibility_scenario_order WHERE entered_by = ?", STEERING.accountId());
        sql.update("DELETE FROM eligibility_simulation");
    }

    private String person(String birth) {
        String document = TestSources.document();
        sources.person(document, "Mai Văn Phỏng", birth, "", HERE);
        return document;
    }

    private void vaccinated(Actor officer, PublicId source, int first, int second) {
        String document = person("1985-03-07");
        LocalDate today = LocalDate.now(clock);
        sources.read(
                officer,
                source,
                TestSources.csv(
                        "Họ và tên;Ngày sinh;CCCD;Tên vắc xin;Mũi số;Ngày tiêm;Cơ sở",
                        "Mai Văn Phỏng;1985-03-07;" + document + ";AZ;1;" + today.minusDays(first) + ";DIEM-1",
                        "Mai Văn Phỏng;1985-03-07;" + document + ";AZ;2;" + today.minusDays(second) + ";DIEM-1"));
    }

    private SimulationView done(Actor actor, PublicId id) {
        long latest = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (simulations.view(actor, id, ENGLISH).isRunning()) {
            assertThat(System.nanoTime()).as("it comes to its end").isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        SimulationView view = simulations.view(actor, id, ENGLISH);
        assertThat(view.state()).isEqualTo(SimulationView.State.DONE);
        assertThat(view.percent()).isEqualTo(100);
        return view;
    }

    private SimulationView ofDaNang(Actor actor, String area) {
        return done(actor, simulations.ofCriteria(actor, criteria.draft("DN-2021-09"), criteria.area(area)));
    }

    @Test
    void who_would_move_and_by_which_row_is_told_beside_what_is_now() {
        SimulationView view = ofDaNang(health, HERE);

        Map<String, Long> before = Map.of("GREEN", 2L, "YELLOW", 1L, "RED", 1L);
        assertThat(view.levels())
                .filteredOn(level -> level.before() > 0)
                .allSatisfy(level -> assertThat(level.before()).isEqualTo(before.get(level.code())));
        assertThat(view.moves())
                .filteredOn(move ->
                        move.levelBefore().equals("YELLOW") && move.levelAfter().equals("GREEN"))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.people()).isEqualTo(1);
                    assertThat(Objects.requireNonNull(move.rowBefore()).code()).isEqualTo("Y_ONE");
                    assertThat(Objects.requireNonNull(move.rowBefore()).english())
                            .contains("First dose");
                    assertThat(move.rowAfter()).isNotNull();
                });
        assertThat(view.areas()).singleElement().satisfies(line -> {
            assertThat(line.of()).isEqualTo(HERE);
            assertThat(line.up()).isGreaterThanOrEqualTo(1);
            assertThat(line.before().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(4);
        });
        assertThat(view.ages()).extracting(SimulationView.Line::of).containsExactly("0-11", "18-49");
        assertThat(view.rounded()).isFalse();
    }

    @Test
    void where_no_criteria_are_in_force_a_level_is_neither_above_nor_below() {
        criteria.noneInForce();

        SimulationView view = ofDaNang(health, HERE);

        assertThat(view.levels())
                .filteredOn(level -> level.code().isEmpty())
                .singleElement()
                .satisfies(level -> assertThat(level.before()).isEqualTo(4));
        assertThat(view.areas())
                .singleElement()
                .satisfies(line -> assertThat(line.up() + line.down()).isZero());
        assertThat(view.moves())
                .isNotEmpty()
                .allSatisfy(move -> assertThat(move.rowBefore()).isNull());
    }

    @Test
    void nothing_but_its_own_counts_is_written() {
        List<String> tables = sql.list(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                        + " AND (table_name LIKE 'eligibility_%' OR table_name LIKE 'person_%' OR table_name LIKE 'card_%') AND"
                        + " table_name NOT LIKE 'eligibility_simulation%'",
                row -> row.getString(1));
        assertThat(tables).hasSizeGreaterThan(15);
        String checksums = "CHECKSUM TABLE " + String.join(", ", tables);
        PublicId draft = criteria.draft("DN-2021-09");

        // Jobs of the portal may write meanwhile, by chance; what a simulation wrote it would write each time.
        List<String> before;
        List<String> after;
        int times = 0;
        do {
            sources.quiet();
            before = sql.list(checksums, row -> row.getString(1) + row.getString(2));
            done(health, simulations.ofCriteria(health, draft, criteria.area(HERE)));
            after = sql.list(checksums, row -> row.getString(1) + row.getString(2));
        } while (!after.equals(before) && ++times < TIMES);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_place_with_criteria_of_its_own_stays_as_it_is() {
        criteria.inForce(
                criteria.attested("KH-2021-10"),
                criteria.area(HERE),
                clock.instant().truncatedTo(ChronoUnit.MICROS).minusSeconds(60));

        SimulationView view = ofDaNang(health, "56");

        assertThat(view.areas())
                .filteredOn(line -> line.of().equals(HERE))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.after()).isEqualTo(line.before());
                    assertThat(line.up() + line.down()).isZero();
                });
    }

    @Test
    void an_exception_counts_as_it_does_in_an_assessment() {
        String document = person("1985-03-07");
        PublicId person =
                register.find(health, document, "", Optional.empty()).get(0).publicId();
        LocalDate today = LocalDate.now(clock);
        PublicId exception = register.enter(
                health,
                person,
                new ExceptionCaseForm("CONG_VU", today, today.plusDays(3), "x", "1", "y", "", new byte[0]));
        register.approve(sources.health(), exception);

        SimulationView view = ofDaNang(health, HERE);

        assertThat(view.levels())
                .filteredOn(level -> level.code().equals("GREEN"))
                .singleElement()
                .satisfies(level -> assertThat(level.before()).isEqualTo(3));
        assertThat(view.moves())
                .filteredOn(move -> move.rowBefore() != null
                        && Objects.requireNonNull(move.rowBefore()).code().equals("G_DUTY"))
                .singleElement()
                .satisfies(move -> assertThat(move.levelAfter()).isNotEqualTo("GREEN"));
    }

    @Test
    void whoever_may_not_see_single_people_is_told_no_small_number() {
        SimulationView view = ofDaNang(STEERING, HERE);

        assertThat(view.rounded()).isTrue();
        assertThat(view.moves())
                .isNotEmpty()
                .allSatisfy(move -> assertThat(move.people()).isEqualTo(SimulationView.FEW));
        assertThat(view.levels()).allSatisfy(level -> assertThat(level.before()).isIn(SimulationView.FEW, 0L));
        assertThat(view.areas())
                .allSatisfy(line -> assertThat(line.before().values())
                        .allMatch(people -> people == SimulationView.FEW || people % 5 == 0));
    }

    private PublicId matrixInForce() {
        PublicId matrix = criteria.shippedMatrix();
        long province = criteria.area("56");
        matrices.putInForce(
                STEERING,
                matrix,
                province,
                "9696/KH-UBND",
                clock.instant().minusSeconds(60),
                matrices.lastNumber(STEERING, province),
                true);
        scenarios.putInForce(
                STEERING,
                new ScenarioOrders.Wish("56", "KB1", clock.instant().minusSeconds(60), null),
                new ScenarioOrders.Paper("9696/KH-UBND", LocalDate.now(clock)),
                0,
                true);
        return matrix;
    }

    @Test
    void a_scenario_is_compared_by_what_each_level_could_do() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> simulations.ofScenario(health, "KB4", criteria.area(HERE)))
                .satisfies(rule -> assertThat(rule.code()).isEqualTo("eligibility.simulation-no-matrix"));
        matrixInForce();

        SimulationView view = done(health, simulations.ofScenario(health, "KB4", criteria.area(HERE)));

        assertThat(view.activities()).isNotEmpty().allSatisfy(move -> {
            assertThat(move.scenarioBefore()).isEqualTo("KB1");
            assertThat(move.scenarioAfter()).isEqualTo("KB4");
        });
        assertThat(view.activities())
                .filteredOn(move -> move.level().equals("Red"))
                .isNotEmpty()
                .allSatisfy(move -> assertThat(move.people()).isEqualTo(1))
                .noneMatch(SimulationView.ActivityMove::up);
        assertThat(view.areas()).singleElement().satisfies(line -> {
            assertThat(line.down()).isEqualTo(4);
            assertThat(line.up()).isZero();
        });
    }

    @Test
    void a_matrix_is_compared_cell_by_cell_where_its_scenario_is_in_force() {
        PublicId inForce = matrixInForce();
        PublicId draft = matrices.beginFrom(health, inForce);
        matrices.saveCells(
                health,
                draft,
                List.of(
                        new Matrices.Cell("CHO", "KB1", "yes/yes/yes/no", "yes/yes/no"),
                        new Matrices.Cell("CHO", "KB2", "yes/yes/yes/no", "yes/no/no")),
                List.of());

        SimulationView view = done(health, simulations.ofMatrix(health, draft, criteria.area(HERE)));

        assertThat(view.activities()).singleElement().satisfies(move -> {
            assertThat(move.level()).isEqualTo("Red");
            assertThat(move.up()).isFalse();
            assertThat(move.people()).isEqualTo(1);
        });
    }

    @Test
    void it_is_for_those_who_read_criteria_and_whoever_began_it_discards_it() {
        PublicId draft = criteria.draft("DN-2021-09");
        PublicId id = simulations.ofCriteria(health, draft, criteria.area(HERE));
        for (Role role : Role.values()) {
            if (role != Role.HEALTH_OFFICER && role != Role.STEERING_OFFICER) {
                Actor other = new Actor(61, "Người khác", role, 3, 5);
                assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> simulations.view(other, id, ENGLISH));
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> simulations.ofCriteria(other, draft, criteria.area(HERE)));
            }
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> simulations.view(health, PublicId.random(), ENGLISH));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> simulations.discard(STEERING, id));
        assertThat(simulations.list(STEERING)).extracting(SimulationSummary::id).contains(id);
        simulations.discard(health, id);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> simulations.view(health, id, ENGLISH));
    }
}
