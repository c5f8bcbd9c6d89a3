package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A draft of criteria against everybody, three facts each, from the first person to the tables, against nothing but reading
 * people and facts in the same order; in turns. {@code SIMULATED_PEOPLE} in the environment has fewer of them.
 */
class SimulationPortalBench extends BenchInPortal {
    private static final int PEOPLE = Integer.parseInt(System.getenv().getOrDefault("SIMULATED_PEOPLE", "1240000"));
    private static final int AT_ONCE = 100_000;
    private static final int ROUNDS = 2;
    private static final long FIRST = ManyFacts.FIRST;

    @Inject
    private TestSources sources;

    @Inject
    private TestCriteria criteria;

    @Inject
    private Simulations simulations;

    @Inject
    private SimulationSteps steps;

    @Inject
    private Sql sql;

    private long sink;

    @Test
    @Order(1)
    void everybody() throws Exception {
        Actor officer = sources.officer("TTYT-575");
        sources.source(officer, SourceKind.VACCINATION);
        long source = sql.number("SELECT MAX(id) FROM eligibility_source");
        for (int filled = 0; filled < PEOPLE; filled += AT_ONCE) {
            ManyFacts.statements(source, filled, Math.min(AT_ONCE, PEOPLE - filled))
                    .forEach(sql::update);
        }
        sql.list(
                "ANALYZE TABLE person_person, person_said, eligibility_tie, eligibility_given, eligibility_record",
                row -> row.getString(4));
        criteria.inForce(criteria.area("56"));
        double limit = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            limit = Math.min(limit, seconds(() -> sink += ManyFacts.read(sql)));
            ours = Math.min(ours, seconds(this::simulate));
        }
        say(
                "BENCH simulation.%d ratio=%.2f (limit %.1f s, ours %.1f s, sink %d)",
                PEOPLE, ours / limit, limit, ours, sink % 10);
    }

    /** Without the queue of jobs, which would do it beside. */
    private void simulate() {
        Actor health = sources.health();
        PublicId id = simulations.ofCriteria(health, criteria.draft("DN-2021-09"), criteria.area("56"));
        sql.update("DELETE FROM platform_job WHERE task_name = ?", SimulationJob.NAME);
        long number = sql.number("SELECT id FROM eligibility_simulation WHERE public_id = ?", id);
        sql.update("UPDATE eligibility_simulation SET last_person = ? WHERE id = ?", FIRST, number);
        SimulationPlan plan = steps.plan(number).orElseThrow();
        boolean more = true;
        while (more) {
            more = steps.step(number, plan);
        }
        SimulationView view = simulations.view(health, id, Locale.ENGLISH);
        assertThat(view.levels().stream()
                        .mapToLong(SimulationView.LevelSum::before)
                        .sum())
                .isEqualTo(PEOPLE);
        assertThat(view.moves()).isNotEmpty();
    }
}
