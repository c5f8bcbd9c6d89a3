package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.CompiledCriteria;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaCheck;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;

/** The work of a simulation, some thousand people a transaction. Reads what there is, and writes nothing but its own counts. */
@ApplicationScoped
@Transactional
class SimulationSteps {
    private static final int STEP = 20_000;
    private static final int READ = 5_000;

    @Inject
    private SimulatedPeople people;

    @Inject
    private StoredRules rules;

    @Inject
    private Assessing assessing;

    @Inject
    private ScenarioCache scenarios;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Instance<Employers> employers;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** A simulation as its work sees it. */
    record Work(long id, SimulationKind kind, String code, String text, long areaId, Instant at) {}

    /** What is compared where; empty where it is over, or was discarded. */
    Optional<SimulationPlan> plan(long id) {
        return sql.first(
                        "SELECT kind, code, text, area_id, as_of FROM eligibility_simulation WHERE id = ? AND state = 'RUNNING'",
                        row -> new Work(
                                id,
                                SimulationKind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getTimestamp(5).toInstant()),
                        id)
                .map(this::plan);
    }

    private SimulationPlan plan(Work work) {
        LocalDate today = work.at().atZone(PortalClock.ZONE).toLocalDate();
        CompiledCriteria draft = work.kind() == SimulationKind.CRITERIA ? compiled(work.text()) : null;
        ScenarioRegister register = scenarios.read();
        Map<String, SimulationPlan.Place> places = new HashMap<>();
        Set<String> elsewhere = new HashSet<>();
        for (AreaView area : catalogue.areas(today)) {
            boolean province = area.level() == AreaLevel.PROVINCE;
            if (!province && area.level() != AreaLevel.COMMUNE) {
                continue;
            }
            List<Long> chain = chain(area);
            int here = chain.indexOf(work.areaId());
            if (here >= 0) {
                places.put(province ? "" : area.code(), place(work, area, chain, here, draft, register));
            } else {
                elsewhere.add(area.code());
            }
        }
        return new SimulationPlan(work.at(), today, places, elsewhere);
    }

    private static CompiledCriteria compiled(String text) {
        return CriteriaCheck.check(CriteriaSets.table(new RuleText("", "", "", "", text)), CriteriaSets.VOCABULARY)
                .set()
                .map(set -> new CompiledCriteria(set, CriteriaSets.VOCABULARY))
                .orElseThrow(NotFound::new);
    }

    /** The place and those around it. */
    private List<Long> chain(AreaView area) {
        List<Long> chain = new ArrayList<>(List.of(area.id()));
        Optional<AreaView> around = catalogue.area(area.parentId());
        while (around.isPresent()) {
            chain.add(around.get().id());
            around = catalogue.area(around.get().parentId());
        }
        return chain;
    }

    private SimulationPlan.Place place(
            Work work,
            AreaView area,
            List<Long> chain,
            int here,
            @Nullable CompiledCriteria draft,
            ScenarioRegister register) {
        Optional<RuleOrderView> order = rules.inForce(RuleKind.CRITERIA, area.id(), work.at(), work.at());
        CompiledCriteria now =
                order.map(each -> assessing.compiled(each.setId())).orElse(null);
        return switch (work.kind()) {
            case CRITERIA -> {
                // A nearer order of its own stays as it is.
                boolean changes = order.map(each -> chain.indexOf(each.place().id()) >= here)
                        .orElse(true);
                yield new SimulationPlan.Place(now, changes ? draft : now, null);
            }
            case MATRIX -> {
                boolean changes = rules.inForce(RuleKind.MATRIX, area.id(), work.at(), work.at())
                        .map(each -> chain.indexOf(each.place().id()) >= here)
                        .orElse(true);
                String scenario = scenario(register, area)
                        .map(each -> each.scenario().code())
                        .orElse("");
                yield new SimulationPlan.Place(now, now, changes ? scenario + ">" + scenario : "");
            }
            case SCENARIO -> {
                Optional<ScenarioOrderView> scenario = scenario(register, area);
                boolean changes = scenario.map(
                                each -> chain.indexOf(each.place().areaId()) >= here)
                        .orElse(true);
                yield new SimulationPlan.Place(
                        now,
                        now,
                        changes ? scenario.map(each -> each.scenario().code()).orElse("") + ">" + work.code() : "");
            }
        };
    }

    private static Optional<ScenarioOrderView> scenario(ScenarioRegister register, AreaView area) {
        return register.place(area.code()).flatMap(place -> register.inForce(place, register.now(), register.now()));
    }

    /** The next people. @return whether more may follow */
    boolean step(long id, SimulationPlan plan) {
        Long last = sql.first(
                        "SELECT last_person FROM eligibility_simulation WHERE id = ? AND state = 'RUNNING' FOR UPDATE",
                        row -> row.getLong(1),
                        id)
                .orElse(null);
        if (last == null) {
            return false;
        }
        Instant now = clock.instant();
        long reached = last;
        int[] met = {0};
        boolean more = true;
        while (more && met[0] < STEP) {
            long from = reached;
            Reading reading = new Reading(from);
            reached = people.visit(from, READ, now, (person, born, commune, facts) -> {
                plan.count(born, commune, facts, reading.organisations(person));
                met[0]++;
            });
            more = reached > from;
        }
        keep(id, plan.take());
        sql.update(
                "UPDATE eligibility_simulation SET done = done + ?, last_person = ?, state = ?, finished_at = ? WHERE id = ?",
                met[0],
                reached,
                more ? "RUNNING" : "DONE",
                more ? null : now,
                id);
        return more;
    }

    /** Organisations of some people, asked for in ranges of ids as they are met. */
    private final class Reading {
        private static final int RANGE = 5_000;
        private long upTo;
        private Map<Long, Set<Long>> known = Map.of();

        Reading(long after) {
            upTo = after;
        }

        Set<Long> organisations(long person) {
            if (person > upTo) {
                long after = person - 1;
                upTo = after + RANGE;
                Map<Long, Set<Long>> found = new HashMap<>();
                employers.forEach(each -> found.putAll(each.between(after, upTo)));
                known = found;
            }
            return known.getOrDefault(person, Set.of());
        }
    }

    private void keep(long id, Map<SimulationPlan.Key, long[]> counts) {
        sql.batch(
                "INSERT INTO eligibility_simulation_count (simulation_id, part, of, before_code, after_code, people) VALUES (?, ?,"
                        + " ?, ?, ?, ?) ON DUPLICATE KEY UPDATE people = people + VALUES(people)",
                counts.entrySet(),
                (statement, each) -> {
                    statement.setLong(1, id);
                    statement.setString(2, each.getKey().part().name());
                    statement.setString(3, each.getKey().of());
                    statement.setString(4, each.getKey().before());
                    statement.setString(5, each.getKey().after());
                    statement.setLong(6, each.getValue()[0]);
                });
    }

    void stop(long id, String incident) {
        sql.update(
                "UPDATE eligibility_simulation SET state = 'FAILED', incident = ?, finished_at = ? WHERE id = ? AND state ="
                        + " 'RUNNING'",
                incident,
                clock.instant(),
                id);
    }

    void goOn(long id) {
        sql.update(
                "UPDATE eligibility_simulation SET state = 'RUNNING', incident = '', finished_at = NULL WHERE id = ? AND state ="
                        + " 'FAILED'",
                id);
    }
}
