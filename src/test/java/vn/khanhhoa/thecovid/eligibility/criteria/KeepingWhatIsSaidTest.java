package vn.khanhhoa.thecovid.eligibility.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an explanation says is held against the plain reading. */
class KeepingWhatIsSaidTest {
    private final Map<Change.Kind, Integer> seen = new EnumMap<>(Change.Kind.class);

    @Test
    void facts_changed_as_it_says_give_the_level_that_it_says() {
        for (CriteriaSet set : Sets.ALL) {
            Explainer explainer = new Explainer(new CompiledCriteria(set, Sets.VOCABULARY));
            PlainReading plain = new PlainReading(set, Sets.VOCABULARY);
            RandomPeople people = new RandomPeople(5);
            for (int i = 0; i < 2_000; i++) {
                RandomPeople.Person person = people.next();
                Explanation explanation = explainer.explain(person.compact(), person.at(), person.knownBy());
                for (Change change : explanation.changes()) {
                    seen.merge(change.kind(), 1, Integer::sum);
                    keeps(plain, person, change);
                    isWorthIt(set, plain, person, change);
                }
            }
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Change.Kind.values());
    }

    private static void keeps(PlainReading plain, RandomPeople.Person person, Change change) {
        List<Fact> facts = new ArrayList<>(change.adds());
        for (Fact fact : person.facts()) {
            if (!change.ends().contains(fact.id())) {
                facts.add(fact);
            } else if (fact.from().isBefore(person.at())) {
                facts.add(fact.until(person.at()));
            }
        }
        assertThat(plain.row(person.born(), facts, change.from(), person.knownBy()))
                .as("%s of %s", change, person)
                .isSameAs(change.row());
        if (change.from().isAfter(person.at())) {
            Instant before = change.from().minus(1, ChronoUnit.MICROS);
            assertThat(plain.row(person.born(), facts, before, person.knownBy()).level())
                    .as("just before %s of %s", change, person)
                    .isNotEqualTo(change.level());
        }
        change.until()
                .ifPresent(until -> assertThat(plain.row(person.born(), facts, until, person.knownBy())
                                .level())
                        .as("at the end of %s of %s", change, person)
                        .isNotEqualTo(change.level()));
    }

    /** Without it, the level then would be another and allow less. */
    private static void isWorthIt(CriteriaSet set, PlainReading plain, RandomPeople.Person person, Change change) {
        if (change.kind() != Change.Kind.TIME) {
            Level without = plain.row(person.born(), person.facts(), change.from(), person.knownBy())
                    .level();
            assertThat(set.rank(without)).as("%s of %s", change, person).isGreaterThan(set.rank(change.level()));
        }
    }

    @Test
    void every_earlier_row_has_a_cell_that_is_not_met_and_says_when_it_will_be() {
        for (CriteriaSet set : Sets.ALL) {
            Explainer explainer = new Explainer(new CompiledCriteria(set, Sets.VOCABULARY));
            RandomPeople people = new RandomPeople(6);
            for (int i = 0; i < 800; i++) {
                RandomPeople.Person person = people.next();
                Explanation explanation = explainer.explain(person.compact(), person.at(), person.knownBy());
                RowAnswer matched = explanation.matched().orElseThrow();
                assertThat(matched.cells()).allMatch(CellAnswer::met);
                assertThat(explanation.earlier()).hasSize(set.rows().indexOf(matched.row()));
                for (RowAnswer earlier : explanation.earlier()) {
                    assertThat(earlier.cells()).anyMatch(cell -> !cell.met());
                    earlier.cells().forEach(cell -> keeps(set, person, cell));
                }
            }
        }
    }

    /** By a set of one row with that cell alone. */
    private static void keeps(CriteriaSet set, RandomPeople.Person person, CellAnswer cell) {
        CriteriaRow one = new CriteriaRow(
                "ONE",
                set.levels().get(0),
                false,
                "x",
                "x",
                "",
                "",
                Map.of(cell.column().key(), cell.condition()));
        CriteriaRow other = new CriteriaRow("ELSE", set.levels().get(1), false, "x", "x", "", "", Map.of());
        PlainReading plain = new PlainReading(
                new CriteriaSet("X", "x", "x", "", "", set.levels(), List.of(cell.column()), List.of(one, other)),
                Sets.VOCABULARY);
        assertThat(plain.row(person.born(), person.facts(), person.at(), person.knownBy())
                        .equals(one))
                .as("%s of %s", cell, person)
                .isEqualTo(cell.met());
        cell.meets().or(cell::ends).ifPresent(flip -> {
            assertThat(plain.row(person.born(), person.facts(), flip, person.knownBy())
                            .equals(one))
                    .as("%s of %s at %s", cell, person, flip)
                    .isNotEqualTo(cell.met());
            assertThat(plain.row(person.born(), person.facts(), flip.minus(1, ChronoUnit.MICROS), person.knownBy())
                            .equals(one))
                    .as("%s of %s before %s", cell, person, flip)
                    .isEqualTo(cell.met());
        });
    }
}
