package vn.khanhhoa.thecovid.eligibility.criteria;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * Assessments a second of processor time by the set of Khánh Hòa, of people with three facts each, against ten millions;
 * the same with until when they hold, and facts put in anew each time as a stream would; and one whole explanation.
 */
class EvaluatorBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PEOPLE = 20_000;
    private static final int ROUNDS = 40;
    private static final int TURNS = 8;
    private static final long AT = Moments.micros(Instant.parse("2021-10-07T05:00:00Z"));
    private static final LocalDate TODAY = LocalDate.of(2021, 10, 7);

    private final CompiledCriteria criteria = new CompiledCriteria(Sets.KHANH_HOA, Sets.VOCABULARY);
    private final Assessor assessor = criteria.assessor();
    private final List<PersonFacts> people = people();

    @Test
    void level() {
        compare("criteria.level", 10e6, person -> assessor.row(person, AT, AT));
    }

    @Test
    void level_and_until_when() {
        compare("criteria.until", 10e6, person -> assessor.rowAndUntil(person, AT, AT) + (int) assessor.until());
    }

    /** Every fact put in anew, as from a result set. */
    @Test
    void streamed() {
        PersonFacts buffer = new PersonFacts(Sets.VOCABULARY);
        compare("criteria.streamed", 10e6, person -> {
            buffer.clear();
            for (int place = 0; place < person.size(); place++) {
                buffer.add(
                        person.id(place),
                        1,
                        person.kind(place),
                        person.code(place),
                        person.about(place),
                        person.from(place),
                        person.until(place),
                        Moments.ALWAYS,
                        Moments.NEVER);
            }
            return assessor.row(buffer, AT, AT);
        });
    }

    @Test
    void explanation() {
        Explainer explainer = new Explainer(criteria);
        Instant at = Moments.instant(AT);
        double best = Double.MAX_VALUE;
        for (int turn = 0; turn < TURNS; turn++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (PersonFacts person : people.subList(0, 500)) {
                explainer.explain(person, at, at);
            }
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 500e6);
        }
        System.out.printf(
                Locale.ROOT, "BENCH criteria.explanation ratio=%.4f (limit 5 ms, ours %.3f ms)%n", best / 5, best);
    }

    private void compare(String name, double limit, ToIntFunction<PersonFacts> work) {
        double best = 0;
        int sum = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int round = 0; round < ROUNDS; round++) {
                for (PersonFacts person : people) {
                    sum += work.applyAsInt(person);
                }
            }
            best = Math.max(best, PEOPLE * (double) ROUNDS * 1e9 / (THREADS.getCurrentThreadCpuTime() - start));
        }
        System.out.printf(
                Locale.ROOT,
                "BENCH %s ratio=%.2f (limit %.0f/s, ours %.0f/s) [%d]%n",
                name,
                limit / best,
                limit,
                best,
                sum);
    }

    /** As many doses, tests and recoveries as there were in October 2021, more or less. */
    private static List<PersonFacts> people() {
        SplittableRandom random = new SplittableRandom(1);
        List<PersonFacts> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            PersonFacts person = new PersonFacts(Sets.VOCABULARY);
            person.born(TODAY.minusDays(random.nextInt(30_000)));
            LocalDate first = TODAY.minusDays(40 + random.nextInt(60));
            int kind = random.nextInt(100);
            String vaccine = random.nextBoolean() ? "AZ" : "VEROCELL";
            person.add(Fact.of(1, 1, FactKind.DOSE, vaccine, first));
            if (kind < 60) {
                person.add(Fact.of(2, 1, FactKind.DOSE, vaccine, first.plusDays(28 + random.nextInt(20))));
            } else {
                person.add(test(2, random));
            }
            if (kind == 0) {
                person.add(Fact.of(3, 1, FactKind.RECOVERY, "RA_VIEN", TODAY.minusDays(random.nextInt(250))));
            } else {
                person.add(test(3, random));
            }
            people.add(person);
        }
        return people;
    }

    private static Fact test(long id, SplittableRandom random) {
        Instant sampled = Moments.instant(AT).minusSeconds(3_600L * (1 + random.nextInt(400)));
        return Fact.test(id, 1, "RT_PCR", Fact.TestOutcome.NEGATIVE, false, sampled, sampled.plusSeconds(3_600));
    }
}
