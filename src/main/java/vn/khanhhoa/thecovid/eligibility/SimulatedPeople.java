package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.PersonFacts;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * Everybody in the order of their ids with what is known of them now, thousands at a time: three reads in the order of the same
 * keys, put together here. The facts of one person are put into the same {@link PersonFacts} as those of the one before.
 */
@ApplicationScoped
class SimulatedPeople {
    static final String FACTS = PresentFacts.SELECT
            + " AND r.known_to IS NULL WHERE t.state = 'TIED' AND t.known_to IS NULL AND t.person_id > ? AND t.person_id <= ? ORDER"
            + " BY t.person_id";
    static final String PEOPLE = "SELECT id, birth FROM person_person WHERE id > ? ORDER BY id LIMIT ?";
    /** What was said last wins. */
    static final String COMMUNES =
            "SELECT person_id, id, commune FROM person_said WHERE person_id > ? AND person_id <= ?";

    @Inject
    private Sql sql;

    @Inject
    private StoredExceptions exceptions;

    @Inject
    private StoredPeopleActs acts;

    @Inject
    private StoredPapers papers;

    @Inject
    private KnownFacts known;

    /** Somebody. @param commune code of where they said last that they live; empty for unknown */
    interface Visitor {
        void visit(long personId, @Nullable LocalDate born, String commune, PersonFacts facts);
    }

    private record Person(long id, String birth) {}

    private record Said(long id, String commune) {}

    /** The next so many. @return id of the last one; the same as before where there is nobody left */
    long visit(long after, int most, Instant now, Visitor visitor) {
        List<Person> people = new ArrayList<>(most);
        sql.list(PEOPLE, row -> people.add(new Person(row.getLong(1), row.getString(2))), after, most);
        if (people.isEmpty()) {
            return after;
        }
        long last = people.get(people.size() - 1).id();
        PresentFacts facts = new PresentFacts();
        sql.list(FACTS, facts::add, after, last);
        Map<Long, Said> communes = communes(after, last);
        Map<Long, List<StoredExceptions.Current>> held = exceptions.current(after, last, now);
        Set<Long> special = new HashSet<>(acts.oneWithOthers(after, last));
        special.addAll(papers.peopleWithOne(after, last, now));
        Map<Long, KnownFacts.Known> otherwise = known.of(special);
        PersonFacts person = new PersonFacts(CriteriaSets.VOCABULARY);
        for (Person each : people) {
            LocalDate born = KnownFacts.born(each.birth());
            person.clear();
            person.born(born);
            facts.put(each.id(), person);
            KnownFacts.Known whole = otherwise.get(each.id());
            if (whole != null) {
                person.clear();
                person.born(born);
                whole.now(now).forEach(person::add);
            } else {
                held.getOrDefault(each.id(), List.of()).forEach(exception -> exception.addTo(person));
            }
            Said said = communes.get(each.id());
            visitor.visit(each.id(), born, said == null ? "" : said.commune(), person);
        }
        return last;
    }

    private Map<Long, Said> communes(long after, long last) {
        Map<Long, Said> communes = new HashMap<>();
        sql.list(
                COMMUNES,
                row -> {
                    Said said = new Said(row.getLong(2), row.getString(3));
                    boolean told = !said.commune().isEmpty();
                    if (told) {
                        communes.merge(row.getLong(1), said, (one, other) -> one.id() > other.id() ? one : other);
                    }
                    return told;
                },
                after,
                last);
        return communes;
    }
}
