package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;

/** All that was ever known of people: what is tied to them of the records of sources, and the exceptions approved for them. */
@ApplicationScoped
class KnownFacts {
    /** The register of exceptions among the sources, none of which has this number. */
    static final int REGISTER = 0;

    @Inject
    private Sql sql;

    @Inject
    private StoredExceptions exceptions;

    @Inject
    private StoredPeopleActs acts;

    @Inject
    private StoredPapers papers;

    /**
     * What is known of a person.
     *
     * @param facts each with the time within which both it and its tie were known
     * @param sources of the facts, by their numbers
     */
    record Known(Optional<LocalDate> born, List<Fact> facts, Map<Integer, SourceName> sources) {
        private static final Known NOTHING = new Known(Optional.empty(), List.of(), Map.of());

        /** With facts of somebody who is the same person. Of the two births the own one stays. */
        Known and(Collection<Fact> others, Map<Integer, SourceName> ofSources) {
            List<Fact> all = new ArrayList<>(facts);
            all.addAll(others);
            Map<Integer, SourceName> names = new HashMap<>(sources);
            names.putAll(ofSources);
            return new Known(born, all, names);
        }

        boolean isAnything(Instant now) {
            return facts.stream()
                    .anyMatch(fact ->
                            !fact.knownFrom().isAfter(now) && fact.knownTo().isAfter(now));
        }

        /** What is known now, as if it had always been. */
        List<Fact> now(Instant now) {
            return facts.stream()
                    .filter(fact ->
                            !fact.knownFrom().isAfter(now) && fact.knownTo().isAfter(now))
                    .map(fact -> fact.known(Instant.MIN, Instant.MAX))
                    .toList();
        }

        Known without(Set<Long> factIds) {
            return new Known(
                    born,
                    facts.stream().filter(fact -> !factIds.contains(fact.id())).toList(),
                    sources);
        }

        String source(int number, Locale language) {
            if (number == REGISTER) {
                return Texts.get(language, "eligibility.exception.register");
            }
            SourceName name = Objects.requireNonNull(sources.get(number));
            return language.getLanguage().equals("vi") ? name.vietnamese() : name.english();
        }
    }

    record SourceName(String vietnamese, String english) {}

    List<Fact> facts(long personId) {
        return of(personId).facts();
    }

    Known of(long personId) {
        return of(List.of(personId)).getOrDefault(personId, Known.NOTHING);
    }

    /** Some hundreds at a time. Of people who are one, each is known by what is known of all, while that was so. */
    Map<Long, Known> of(Collection<Long> personIds) {
        Map<Long, Map<Long, List<PeopleAsOne.Span>>> together = acts.together(personIds);
        if (together.isEmpty()) {
            return own(personIds);
        }
        Set<Long> everybody = new HashSet<>(personIds);
        together.values().forEach(others -> everybody.addAll(others.keySet()));
        Map<Long, Known> own = own(everybody);
        Map<Long, Known> found = new HashMap<>();
        for (long person : personIds) {
            Known known = Objects.requireNonNullElse(own.get(person), Known.NOTHING);
            for (Map.Entry<Long, List<PeopleAsOne.Span>> other :
                    together.getOrDefault(person, Map.of()).entrySet()) {
                Known theirs = Objects.requireNonNullElse(own.get(other.getKey()), Known.NOTHING);
                known = known.and(PeopleAsOne.within(other.getValue(), theirs.facts()), theirs.sources());
            }
            found.put(person, known);
        }
        return found;
    }

    private Map<Long, Known> own(Collection<Long> personIds) {
        Map<Long, Known> found = new HashMap<>();
        if (personIds.isEmpty()) {
            return found;
        }
        sql.list(
                "SELECT p.id AS person_id, p.birth, s.name_vi, s.name_en, r.id, r.source_id, r.kind, r.code, r.about,"
                        + " r.holds_from, r.outcome, r.pooled, r.known_from, r.known_to, t.known_from AS tied_from, t.known_to AS"
                        + " tied_to FROM person_person p LEFT JOIN (eligibility_tie t JOIN eligibility_record r ON r.given_id ="
                        + " t.given_id JOIN eligibility_source s ON s.id = r.source_id) ON t.person_id = p.id AND t.state = 'TIED'"
                        + " WHERE p.id IN (" + Sql.marks(personIds.size()) + ") ORDER BY r.about, r.id, t.id",
                row -> add(row, found),
                personIds.toArray());
        exceptions
                .facts(personIds)
                .forEach((person, facts) ->
                        Objects.requireNonNull(found.get(person)).facts().addAll(facts));
        found.putAll(papers.facts(personIds, found));
        return found;
    }

    private static boolean add(ResultSet row, Map<Long, Known> found) throws SQLException {
        String birth = row.getString("birth");
        Known known = found.computeIfAbsent(
                row.getLong("person_id"),
                id -> new Known(Optional.of(born(birth)), new ArrayList<>(4), new HashMap<>()));
        if (row.getObject("id") == null) {
            return false;
        }
        known.sources()
                .put(
                        (int) row.getLong("source_id"),
                        new SourceName(row.getString("name_vi"), row.getString("name_en")));
        return fact(row).map(known.facts()::add).orElse(false);
    }

    /** Where only the month or the year is known, its last day: nobody is taken to be older than they may be. */
    static LocalDate born(String birth) {
        return switch (birth.length()) {
            case 4 -> Year.parse(birth).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(birth).atEndOfMonth();
            default -> LocalDate.parse(birth);
        };
    }

    /** Empty for a version that was over before its tie. */
    private static Optional<Fact> fact(ResultSet row) throws SQLException {
        Instant from = later(
                row.getTimestamp("known_from").toInstant(),
                row.getTimestamp("tied_from").toInstant());
        Instant to = earlier(Sql.instant(row, "known_to"), Sql.instant(row, "tied_to"));
        return to.isAfter(from) ? Optional.of(version(row).known(from, to)) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        Instant first = Objects.requireNonNullElse(one, Instant.MAX);
        Instant second = Objects.requireNonNullElse(other, Instant.MAX);
        return first.isBefore(second) ? first : second;
    }

    private static Fact version(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        int source = (int) row.getLong("source_id");
        String code = row.getString("code");
        Instant about = row.getTimestamp("about").toInstant();
        return switch (RecordKind.valueOf(row.getString("kind"))) {
            case DOSE -> Fact.of(id, source, FactKind.DOSE, code, about);
            case RECOVERY -> Fact.of(id, source, FactKind.RECOVERY, code, about);
            case TEST ->
                Fact.test(
                        id,
                        source,
                        code,
                        Fact.TestOutcome.valueOf(row.getString("outcome")),
                        row.getBoolean("pooled"),
                        about,
                        row.getTimestamp("holds_from").toInstant());
        };
    }
}
