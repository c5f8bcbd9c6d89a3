package vn.khanhhoa.thecovid.eligibility.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The quick way and {@link PlainReading} know nothing of each other, and never differ. */
class AgreeingWithThePlainReadingTest {
    private static final int PEOPLE = 1_000_000;
    private static final int PARTS = 20;

    @Test
    void a_million_people_get_the_same_row() {
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            RandomPeople people = new RandomPeople(20_211_001 + part);
            List<Assessor> quick = Sets.ALL.stream()
                    .map(set -> new CompiledCriteria(set, Sets.VOCABULARY).assessor())
                    .toList();
            List<PlainReading> plain = Sets.ALL.stream()
                    .map(set -> new PlainReading(set, Sets.VOCABULARY))
                    .toList();
            PersonFacts facts = new PersonFacts(Sets.VOCABULARY);
            for (int i = 0; i < PEOPLE / PARTS; i++) {
                RandomPeople.Person person = people.next();
                facts.clear();
                if (person.born() != null) {
                    facts.born(person.born());
                }
                person.facts().forEach(facts::add);
                // Half of them by the set that asks everything, the others by those that are shipped.
                int which = i % 2 == 0 ? 3 : i / 2 % 3;
                CriteriaRow expected =
                        plain.get(which).row(person.born(), person.facts(), person.at(), person.knownBy());
                int row = quick.get(which).row(facts, Moments.micros(person.at()), Moments.micros(person.knownBy()));
                CriteriaRow given = Sets.ALL.get(which).rows().get(row);
                if (!given.equals(expected)) {
                    throw new AssertionError(given.code() + " and not " + expected.code() + " by "
                            + Sets.ALL.get(which).code() + ": " + person);
                }
            }
        });
    }

    @Test
    void random_people_come_to_every_row() {
        for (CriteriaSet set : Sets.ALL) {
            Assessor assessor = new CompiledCriteria(set, Sets.VOCABULARY).assessor();
            RandomPeople people = new RandomPeople(7);
            Set<String> rows = new HashSet<>();
            for (int i = 0; i < 40_000; i++) {
                RandomPeople.Person person = people.next();
                rows.add(assessor.assess(person.compact(), person.at(), person.knownBy())
                        .row()
                        .code());
            }
            assertThat(rows)
                    .as(set.code())
                    .containsExactlyInAnyOrderElementsOf(
                            set.rows().stream().map(CriteriaRow::code).toList());
        }
    }

    /** By the plain reading at every moment at which anything can change, and just before. */
    @Test
    void a_level_holds_until_the_moment_that_is_said() {
        for (CriteriaSet set : Sets.ALL) {
            Assessor assessor = new CompiledCriteria(set, Sets.VOCABULARY).assessor();
            PlainReading plain = new PlainReading(set, Sets.VOCABULARY);
            RandomPeople people = new RandomPeople(11);
            for (int i = 0; i < 600; i++) {
                RandomPeople.Person person = people.next();
                Assessment given = assessor.assess(person.compact(), person.at(), person.knownBy());
                Instant end = given.until().orElse(person.at().plus(400, ChronoUnit.DAYS));
                given.until()
                        .ifPresent(until -> assertThat(level(plain, person, until))
                                .as("%s until %s", person, until)
                                .isNotEqualTo(given.level()));
                for (Instant moment : moments(person, end)) {
                    assertThat(level(plain, person, moment))
                            .as("%s at %s by %s until %s", person, moment, set.code(), given.until())
                            .isEqualTo(given.level());
                }
            }
        }
    }

    private static Level level(PlainReading plain, RandomPeople.Person person, Instant moment) {
        return plain.row(person.born(), person.facts(), moment, person.knownBy())
                .level();
    }

    /** Midnights, ends of facts, and hours after samples and results, before the end. */
    private static List<Instant> moments(RandomPeople.Person person, Instant end) {
        ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
        Set<Instant> moments = new HashSet<>(List.of(person.at(), end.minus(1, ChronoUnit.MICROS)));
        for (Instant day = person.at(); day.isBefore(end); day = day.plus(1, ChronoUnit.DAYS)) {
            moments.add(day.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant());
        }
        for (Fact fact : person.facts()) {
            for (int hours : new int[] {0, 2, 48, 72}) {
                for (int more : new int[] {0, 1}) {
                    moments.add(fact.about().plus(hours, ChronoUnit.HOURS).plus(more, ChronoUnit.MICROS));
                    moments.add(fact.from().plus(hours, ChronoUnit.HOURS).plus(more, ChronoUnit.MICROS));
                }
            }
            moments.add(fact.until());
        }
        return moments.stream()
                .filter(moment -> moment.isBefore(end) && !moment.isBefore(person.at()))
                .sorted()
                .toList();
    }
}
