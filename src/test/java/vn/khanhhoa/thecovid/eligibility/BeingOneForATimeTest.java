package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.khanhhoa.thecovid.eligibility.PeopleAsOne.Link;
import vn.khanhhoa.thecovid.eligibility.PeopleAsOne.Span;
import vn.khanhhoa.thecovid.eligibility.criteria.Assessment;
import vn.khanhhoa.thecovid.eligibility.criteria.CompiledCriteria;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaFile;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.criteria.PersonFacts;

/** Who is one with whom, against a plain reading of the same acts; and what a merge leaves behind once it is undone: nothing. */
class BeingOneForATimeTest {
    private static final int PEOPLE = 6;
    private static final Instant START = Instant.parse("2021-10-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2021, 10, 1);
    private static final List<CompiledCriteria> SETS = CriteriaFile.shipped().stream()
            .map(text -> new CompiledCriteria(
                    CriteriaFile.read(text, CriteriaSets.VOCABULARY).set().orElseThrow(), CriteriaSets.VOCABULARY))
            .toList();

    private static Instant hour(int hours) {
        return START.plus(hours, ChronoUnit.HOURS);
    }

    /** Merges and splits one after the other, some of which meet in one hour. */
    private static List<Link> acts(Random random) {
        List<Link> links = new ArrayList<>();
        int hour = 0;
        int acts = random.nextInt(8);
        for (int i = 0; i < acts; i++) {
            hour += random.nextInt(3);
            if (!links.isEmpty() && random.nextInt(3) == 0) {
                int which = random.nextInt(links.size());
                Link open = links.get(which);
                if (open.to().equals(Instant.MAX) && hour(hour).isAfter(open.from())) {
                    links.set(which, new Link(open.one(), open.other(), open.from(), hour(hour)));
                }
            } else {
                long one = 1 + random.nextInt(PEOPLE);
                long other = 1 + random.nextInt(PEOPLE - 1);
                links.add(new Link(one, other >= one ? other + 1 : other, hour(hour), Instant.MAX));
            }
        }
        return links;
    }

    /** Who carries the same mark after all that was known had its way: slower, and written otherwise. */
    private static Set<Long> plainly(long person, List<Link> links, Instant moment) {
        long[] marks = LongStream.rangeClosed(0, PEOPLE).toArray();
        for (int round = 0; round < PEOPLE; round++) {
            for (Link link : links) {
                if (!link.from().isAfter(moment) && moment.isBefore(link.to())) {
                    long mark = Math.min(marks[(int) link.one()], marks[(int) link.other()]);
                    marks[(int) link.one()] = mark;
                    marks[(int) link.other()] = mark;
                }
            }
        }
        Set<Long> same = new TreeSet<>();
        for (long other = 1; other <= PEOPLE; other++) {
            if (other != person && marks[(int) other] == marks[(int) person]) {
                same.add(other);
            }
        }
        return same;
    }

    private static Set<Long> at(Map<Long, List<Span>> others, Instant moment) {
        Set<Long> found = new TreeSet<>();
        others.forEach((other, spans) -> spans.stream()
                .filter(span -> !span.from().isAfter(moment) && moment.isBefore(span.to()))
                .forEach(span -> found.add(other)));
        return found;
    }

    @Property
    void whoever_leads_to_another_is_one_with_them_for_as_long_as_the_way_holds(@ForAll long seed) {
        List<Link> links = acts(new Random(seed));
        for (long person = 1; person <= PEOPLE; person++) {
            Map<Long, List<Span>> others = PeopleAsOne.with(person, links);
            for (int half = -1; half < 50; half++) {
                Instant moment = START.plus(half * 30L, ChronoUnit.MINUTES);
                assertThat(at(others, moment)).isEqualTo(plainly(person, links, moment));
            }
            others.values().forEach(spans -> {
                for (int i = 1; i < spans.size(); i++) {
                    assertThat(spans.get(i - 1).to()).isBefore(spans.get(i).from());
                }
            });
        }
    }

    private static List<Fact> facts(Random random, int first) {
        List<Fact> facts = new ArrayList<>();
        int number = random.nextInt(4);
        for (int i = 0; i < number; i++) {
            LocalDate day = DAY.minusDays(random.nextInt(220));
            Instant from = hour(random.nextInt(20) - 5);
            Instant to = random.nextInt(3) == 0 ? from.plus(1 + random.nextInt(20), ChronoUnit.HOURS) : Instant.MAX;
            Fact fact = switch (random.nextInt(4)) {
                case 0 -> Fact.of(first + i, 1, FactKind.RECOVERY, "RA_VIEN", day);
                case 1 ->
                    Fact.test(
                            first + i,
                            2,
                            "RT_PCR",
                            random.nextBoolean() ? Fact.TestOutcome.NEGATIVE : Fact.TestOutcome.POSITIVE,
                            false,
                            hour(-random.nextInt(90)),
                            hour(0));
                default -> Fact.of(first + i, 1, FactKind.DOSE, "AZ", day);
            };
            facts.add(fact.known(from, to));
        }
        return facts;
    }

    private static List<Fact> known(List<Fact> own, List<Fact> theirs, long other, Map<Long, List<Span>> together) {
        List<Fact> all = new ArrayList<>(own);
        all.addAll(PeopleAsOne.within(together.getOrDefault(other, List.of()), theirs));
        return all;
    }

    @Property
    void a_merge_that_was_undone_leaves_every_assessment_as_it_was_but_for_what_was_known_meanwhile(@ForAll long seed) {
        Random random = new Random(seed);
        List<Fact> own = facts(random, 1);
        List<Fact> theirs = facts(random, 10);
        List<Link> before = acts(random);
        Instant merged = hour(random.nextInt(12));
        Instant split = merged.plus(1 + random.nextInt(12), ChronoUnit.HOURS);
        List<Link> after = new ArrayList<>(before);
        after.add(new Link(1, 2, merged, split));
        List<Fact> without = known(own, theirs, 2, PeopleAsOne.with(1, before));
        List<Fact> with = known(own, theirs, 2, PeopleAsOne.with(1, after));
        for (CompiledCriteria set : SETS) {
            for (int i = 0; i < 6; i++) {
                Instant knownBy = hour(random.nextInt(40) - 8);
                Instant moment = hour(random.nextInt(60));
                boolean meanwhile = !knownBy.isBefore(merged) && knownBy.isBefore(split);
                Assessment undone = assess(set, with, moment, knownBy);
                if (!meanwhile) {
                    assertThat(undone).isEqualTo(assess(set, without, moment, knownBy));
                } else {
                    List<Fact> all = new ArrayList<>(own);
                    all.addAll(theirs);
                    assertThat(undone).as("while they were one").isEqualTo(assess(set, all, moment, knownBy));
                }
            }
        }
    }

    private static Assessment assess(CompiledCriteria set, List<Fact> facts, Instant moment, Instant knownBy) {
        return set.assessor()
                .assess(
                        new PersonFacts(CriteriaSets.VOCABULARY, Optional.of(LocalDate.of(1985, 3, 7)), facts),
                        moment,
                        knownBy);
    }
}
