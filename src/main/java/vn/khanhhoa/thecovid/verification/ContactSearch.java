package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.eligibility.PeopleWhoAreOne;
import vn.khanhhoa.thecovid.platform.Sql;

/** Finds who was where somebody was, and at the same time, among the scans that there are now. */
@ApplicationScoped
class ContactSearch {
    private static final String SEEN =
            "SELECT post_id, person_id, card_id, at, direction, verdict, way FROM verification_scan WHERE ";

    private record Post(long id, String name, String address, Duration usual) {}

    private record OwnScan(long postId, Visits.Seen seen) {}

    @Inject
    private CardQueries cards;

    @Inject
    private PeopleWhoAreOne one;

    @Inject
    private Sql sql;

    Contacts of(long personId, Instant from, Instant to) {
        Set<Long> all = one.of(Actor.PORTAL, personId);
        List<Object> args = new ArrayList<>(all);
        args.add(from.minus(Visits.LONGEST));
        args.add(to.plus(Visits.LONGEST));
        Map<Long, List<Visits.Seen>> own = sql
                .list(
                        SEEN + "person_id IN (" + Sql.marks(all.size()) + ") AND at BETWEEN ? AND ? ORDER BY at, id",
                        row -> new OwnScan(row.getLong("post_id"), seen(row, personId)),
                        args.toArray())
                .stream()
                .collect(Collectors.groupingBy(
                        OwnScan::postId, TreeMap::new, Collectors.mapping(OwnScan::seen, Collectors.toList())));
        List<Contacts.CaseVisit> visits = new ArrayList<>();
        List<Contacts.Contact> contacts = new ArrayList<>();
        own.forEach((postId, seen) -> {
            Post post = post(postId);
            List<Contacts.Contact> met = new ArrayList<>();
            Visits.of(seen, post.usual()).stream()
                    .filter(visit -> visit.overlaps(from, to))
                    .forEach(visit -> meet(post, all, visit, visits, met));
            // Who was in there with them too, is told once
            Set<Long> inside = met.stream()
                    .filter(contact -> !contact.stopped())
                    .map(Contacts.Contact::personId)
                    .collect(Collectors.toSet());
            met.removeIf(contact -> contact.stopped() && inside.contains(contact.personId()));
            contacts.addAll(met);
        });
        visits.sort(Comparator.comparing(Contacts.CaseVisit::from));
        contacts.sort(Comparator.comparing(Contacts.Contact::stopped)
                .thenComparing(Comparator.comparing(Contacts.Contact::minutes).reversed())
                .thenComparing(Contacts.Contact::from)
                .thenComparing(Contacts.Contact::personId));
        return new Contacts(visits, contacts);
    }

    /** @param all who are that person */
    private void meet(
            Post post,
            Set<Long> all,
            Visits.Visit visit,
            List<Contacts.CaseVisit> visits,
            List<Contacts.Contact> contacts) {
        List<Visits.Visit> met = Visits.of(others(post, all, visit), post.usual()).stream()
                .filter(other -> other.overlaps(visit.from(), visit.to()))
                .toList();
        for (Visits.Visit other : met) {
            Instant begin = other.from().isAfter(visit.from()) ? other.from() : visit.from();
            Instant end = other.to().isBefore(visit.to()) ? other.to() : visit.to();
            contacts.add(new Contacts.Contact(
                    other.personId(),
                    other.cardId(),
                    post.name(),
                    begin,
                    end,
                    (int) Duration.between(begin, end).toMinutes(),
                    other.knownBy(),
                    visit.stopped() || other.stopped()));
        }
        visits.add(new Contacts.CaseVisit(
                post.name(),
                post.address(),
                visit.from(),
                visit.to(),
                visit.knownBy(),
                visit.stopped(),
                visit.stopped()
                        ? 0
                        : (int) met.stream()
                                .filter(other -> !other.stopped())
                                .map(Visits.Visit::personId)
                                .distinct()
                                .count(),
                (int) sql.number(
                        "SELECT COUNT(*) FROM verification_scan WHERE post_id = ? AND at BETWEEN ? AND ? AND person_id IS NULL"
                                + " AND verdict <> 'STOP'",
                        post.id(),
                        visit.from(),
                        visit.to())));
    }

    /** Scans of others around a visit, of people who are one under one number. */
    private List<Visits.Seen> others(Post post, Set<Long> all, Visits.Visit visit) {
        List<Visits.Seen> seen = sql.list(
                SEEN + "post_id = ? AND at BETWEEN ? AND ? AND person_id IS NOT NULL ORDER BY at, id",
                row -> seen(row, row.getLong("person_id")),
                post.id(),
                visit.from().minus(Visits.LONGEST),
                visit.to().plus(Visits.LONGEST));
        Map<Long, SortedSet<Long>> groups =
                one.of(Actor.PORTAL, seen.stream().map(Visits.Seen::personId).collect(Collectors.toSet()));
        return seen.stream()
                .filter(each -> !all.contains(each.personId()))
                .map(each -> each.of(groups.getOrDefault(each.personId(), new TreeSet<>(Set.of(each.personId())))
                        .first()))
                .toList();
    }

    private static Visits.Seen seen(ResultSet row, long personId) throws SQLException {
        return new Visits.Seen(
                personId,
                row.getLong("card_id"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                row.getString("direction").equals("OUT"),
                row.getString("verdict").equals("STOP"),
                row.getString("way").equals("POSTER") ? KnownBy.CHECK_IN : KnownBy.CHECK);
    }

    /** Who some of the contacts are, in their order; whose card is not kept any more are left out. */
    List<ContactLine> lines(List<Contacts.Contact> some) {
        Map<Long, CardView> known = cards.of(
                Actor.PORTAL,
                some.stream().map(Contacts.Contact::cardId).distinct().toList());
        Map<Long, String> phones = cards.phones(Actor.PORTAL, known.values());
        List<ContactLine> lines = new ArrayList<>(some.size());
        for (Contacts.Contact contact : some) {
            CardView card = known.get(contact.cardId());
            if (card != null) {
                lines.add(new ContactLine(
                        card.name(),
                        card.birthYear(),
                        phones.getOrDefault(card.cardId(), ""),
                        card.organisation(),
                        card.workplace(),
                        contact.post(),
                        contact.from(),
                        contact.to(),
                        contact.minutes(),
                        contact.knownBy(),
                        contact.stopped()));
            }
        }
        return lines;
    }

    private Post post(long id) {
        return sql.list(
                        "SELECT name, address, visit_minutes FROM verification_post WHERE id = ?",
                        row -> new Post(id, row.getString(1), row.getString(2), Duration.ofMinutes(row.getInt(3))),
                        id)
                .get(0);
    }
}
