package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.UnitingPeople.Foreseen;
import vn.khanhhoa.thecovid.eligibility.UnitingPeople.Side;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Two people beside each other, or one alone: as they are, and what would become of them. */
@ApplicationScoped
class PeopleBeside {
    @Inject
    private StoredPeopleActs acts;

    @Inject
    private Matching matching;

    @Inject
    private KnownFacts facts;

    @Inject
    private Assessing assessing;

    @Inject
    private WorkOfPeople work;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** @param statements that are proposed to be parted, which are part of what was seen */
    Foreseen now(
            FindingPeople.Found one, Optional<FindingPeople.Found> other, Set<PublicId> statements, Locale language) {
        Set<Long> ids = new HashSet<>(Set.of(one.id()));
        other.ifPresent(person -> ids.add(person.id()));
        Map<Long, List<WorkOfPeople.Work>> works = work.of(ids);
        Side left = side(one, works, language);
        Side right = other.map(person -> side(person, works, language)).orElse(null);
        boolean areOne = other.filter(
                        person -> acts.group(one.id(), clock.instant()).contains(person.id()))
                .isPresent();
        return new Foreseen(left, right, areOne, stamp(left, right, areOne, statements));
    }

    private Side side(FindingPeople.Found person, Map<Long, List<WorkOfPeople.Work>> works, Locale language) {
        return new Side(
                person,
                matching.tiedTo(person.id()),
                works.getOrDefault(person.id(), List.of()),
                assessing.supposing(person.id(), facts.of(person.id()), home(person), language),
                null);
    }

    /** Of what was seen, in whichever language. */
    private static long stamp(Side one, @Nullable Side other, boolean areOne, Set<PublicId> statements) {
        StringBuilder seen = new StringBuilder().append(areOne);
        statements.stream().map(PublicId::toString).sorted().forEach(seen::append);
        for (Side side : other == null ? List.of(one) : List.of(one, other)) {
            seen.append(side.person().publicId());
            side.statements().forEach(tie -> seen.append(tie.id()).append(tie.records()));
            seen.append(side.work()).append(side.now().treatedAs());
        }
        return seen.toString().hashCode();
    }

    private long home(FindingPeople.Found person) {
        return catalogue.areas(LocalDate.now(clock)).stream()
                .filter(each -> person.commune().isEmpty()
                        ? each.level() == AreaLevel.PROVINCE
                        : each.code().equals(person.commune()))
                .mapToLong(AreaView::id)
                .findFirst()
                .orElse(0);
    }

    Foreseen asOne(Foreseen now, Locale language) {
        Side second = Objects.requireNonNull(now.other());
        KnownFacts.Known first = facts.of(now.one().person().id());
        KnownFacts.Known theirs = facts.of(second.person().id());
        return new Foreseen(
                then(now.one(), first.and(theirs.facts(), theirs.sources()), language),
                then(second, theirs.and(first.facts(), first.sources()), language),
                now.areOne(),
                now.stamp());
    }

    Foreseen parted(Foreseen now, Set<PublicId> statements, Locale language) {
        KnownFacts.Known first = facts.of(now.one().person().id());
        Set<Long> records = recordsOf(now.one().person().id(), statements);
        Side second = now.other();
        return new Foreseen(
                then(now.one(), first.without(records), language),
                second == null ? null : then(second, joined(second, first, records), language),
                now.areOne(),
                now.stamp());
    }

    private KnownFacts.Known joined(Side second, KnownFacts.Known first, Set<Long> records) {
        return facts.of(second.person().id())
                .and(
                        first.facts().stream()
                                .filter(fact -> records.contains(fact.id()))
                                .toList(),
                        first.sources());
    }

    private Set<Long> recordsOf(long personId, Set<PublicId> statements) {
        Set<Long> found = new HashSet<>();
        statements.forEach(id -> found.addAll(sql.list(
                "SELECT r.id FROM eligibility_tie t JOIN eligibility_record r ON r.given_id = t.given_id WHERE t.public_id = ?"
                        + " AND t.person_id = ?",
                row -> row.getLong(1),
                id,
                personId)));
        return found;
    }

    private Side then(Side side, KnownFacts.Known known, Locale language) {
        return new Side(
                side.person(),
                side.statements(),
                side.work(),
                side.now(),
                assessing.supposing(side.person().id(), known, home(side.person()), language));
    }
}
