package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.eligibility.criteria.PersonFacts;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * What is known of some people now, one after the other, put into the same {@link PersonFacts}. Nearly all are known by records alone,
 * which are read in the order of the people; whoever is one with somebody, or has a paper or an exception, is asked of {@link KnownFacts}.
 */
@ApplicationScoped
class PeopleNow {
    private static final int MOST = 2_000;
    /** Where no more than so many times as many numbers lie between the first and the last, all between them are read. */
    private static final long THIN = 4;

    private static final String FACTS = PresentFacts.SELECT
            + " AND r.known_from <= ? AND (r.known_to IS NULL OR r.known_to > ?) WHERE t.state = 'TIED' AND t.known_from <= ? AND"
            + " (t.known_to IS NULL OR t.known_to > ?) AND t.person_id %s ORDER BY t.person_id";
    private static final String OTHERWISE =
            "SELECT person_id FROM eligibility_exception WHERE person_id %1$s UNION SELECT person_id FROM eligibility_paper WHERE"
                    + " person_id %1$s UNION SELECT person_id FROM eligibility_people_act WHERE kind = 'MERGED' AND person_id %1$s"
                    + " UNION SELECT other_id FROM eligibility_people_act WHERE kind = 'MERGED' AND other_id %1$s";

    @Inject
    private Sql sql;

    @Inject
    private KnownFacts known;

    /** Somebody. @param anything whether anything is known of them */
    interface Visitor {
        void visit(long personId, PersonFacts facts, boolean anything);
    }

    /** Which people are meant, as the end of a condition. */
    private record Which(String condition, List<Object> args) {
        static Which of(List<Long> some) {
            return isDense(some)
                    ? new Which("BETWEEN ? AND ?", List.of(some.get(0), some.get(some.size() - 1)))
                    : new Which("IN (" + Sql.marks(some.size()) + ")", List.copyOf(some));
        }

        Object[] after(Object... before) {
            return Stream.concat(Stream.of(before), args.stream()).toArray();
        }

        Object[] times(int count) {
            List<Object> all = new ArrayList<>(count * args.size());
            for (int i = 0; i < count; i++) {
                all.addAll(args);
            }
            return all.toArray();
        }
    }

    private static boolean isDense(List<Long> some) {
        return some.get(some.size() - 1) - some.get(0) < THIN * some.size();
    }

    /** @param personIds in their order, each once; whom the register does not know is left out */
    void visit(List<Long> personIds, Instant now, Visitor visitor) {
        PersonFacts person = new PersonFacts(CriteriaSets.VOCABULARY);
        PresentFacts facts = new PresentFacts();
        int from = 0;
        while (from < personIds.size()) {
            int to = Math.min(personIds.size(), from + MOST);
            if (!isDense(personIds.subList(from, to))) {
                to = Math.min(to, from + Sql.LOOK_UP);
            }
            visit(personIds.subList(from, to), now, person, facts, visitor);
            from = to;
        }
    }

    private void visit(List<Long> some, Instant now, PersonFacts person, PresentFacts facts, Visitor visitor) {
        Which which = Which.of(some);
        Map<Long, String> births = new HashMap<>();
        sql.list(
                "SELECT id, birth FROM person_person WHERE id " + which.condition(),
                row -> births.put(row.getLong(1), row.getString(2)),
                which.after());
        Map<Long, KnownFacts.Known> otherwise = known.of(otherwise(which, some));
        facts.clear();
        sql.list(FACTS.formatted(which.condition()), facts::add, which.after(now, now, now, now));
        for (long id : some) {
            String birth = births.get(id);
            if (birth != null) {
                person.clear();
                person.born(KnownFacts.born(birth));
                KnownFacts.Known whole = otherwise.get(id);
                if (whole == null) {
                    visitor.visit(id, person, facts.put(id, person) > 0);
                } else {
                    whole.facts().forEach(person::add);
                    visitor.visit(id, person, whole.isAnything(now));
                }
            }
        }
    }

    private Set<Long> otherwise(Which which, Collection<Long> some) {
        Set<Long> found =
                new HashSet<>(sql.list(OTHERWISE.formatted(which.condition()), row -> row.getLong(1), which.times(4)));
        return found.isEmpty() ? found : some.stream().filter(found::contains).collect(Collectors.toSet());
    }
}
