package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.Sql;

/** Finds who was where somebody was, and at the same time, among the scans that there are now. */
@ApplicationScoped
class ContactSearch {
    private record Post(String name, String address, Duration usual) {}

    private record OwnScan(long postId, Visits.Seen seen) {}

    @Inject
    private CardQueries cards;

    @Inject
    private Sql sql;

    Contacts of(long personId, Instant from, Instant to) {
        Map<Long, List<Visits.Seen>> own = sql
                .list(
                        "SELECT post_id, person_id, card_id, at, direction = 'OUT' FROM verification_scan WHERE person_id = ? AND"
                                + " at BETWEEN ? AND ? ORDER BY at, id",
                        row -> new OwnScan(
                                row.getLong(1),
                                new Visits.Seen(
                                        row.getLong(2),
                                        row.getLong(3),
                                        Objects.requireNonNull(Sql.instant(row, "at")),
                                        row.getBoolean(5))),
                        personId,
                        from.minus(Visits.LONGEST),
                        to.plus(Visits.LONGEST))
                .stream()
                .collect(Collectors.groupingBy(
                        OwnScan::postId, TreeMap::new, Collectors.mapping(OwnScan::seen, Collectors.toList())));
        List<Contacts.CaseVisit> visits = new ArrayList<>();
        List<Contacts.Contact> contacts = new ArrayList<>();
        own.forEach((postId, seen) -> {
            Post post = post(postId);
            Visits.of(seen, post.usual()).stream()
                    .filter(visit -> visit.overlaps(from, to))
                    .forEach(visit -> meet(postId, post, visit, visits, contacts));
        });
        visits.sort(Comparator.comparing(Contacts.CaseVisit::from));
        contacts.sort(Comparator.comparing(Contacts.Contact::minutes)
                .reversed()
                .thenComparing(Contacts.Contact::from)
                .thenComparing(Contacts.Contact::personId));
        return new Contacts(visits, contacts);
    }

    private void meet(
            long postId,
            Post post,
            Visits.Visit visit,
            List<Contacts.CaseVisit> visits,
            List<Contacts.Contact> contacts) {
        List<Visits.Seen> others = sql.list(
                "SELECT person_id, card_id, at, direction = 'OUT' FROM verification_scan WHERE post_id = ? AND at BETWEEN ? AND ?"
                        + " AND person_id IS NOT NULL AND person_id <> ? ORDER BY at, id",
                row -> new Visits.Seen(
                        row.getLong(1),
                        row.getLong(2),
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getBoolean(4)),
                postId,
                visit.from().minus(Visits.LONGEST),
                visit.to().plus(Visits.LONGEST),
                visit.personId());
        List<Visits.Visit> met = Visits.of(others, post.usual()).stream()
                .filter(other -> other.overlaps(visit.from(), visit.to()))
                .toList();
        for (Visits.Visit other : met) {
            Instant begin = other.from().isAfter(visit.from()) ? other.from() : visit.from();
            Instant end = other.to().isBefore(visit.to()) ? other.to() : visit.to();
            contacts.add(new Contacts.Contact(other.personId(), other.cardId(), post.name(), begin, end, (int)
                    Duration.between(begin, end).toMinutes()));
        }
        visits.add(new Contacts.CaseVisit(
                post.name(),
                post.address(),
                visit.from(),
                visit.to(),
                (int) met.stream().map(Visits.Visit::personId).distinct().count(),
                (int) sql.number(
                        "SELECT COUNT(*) FROM verification_scan WHERE post_id = ? AND at BETWEEN ? AND ? AND person_id IS NULL",
                        postId,
                        visit.from(),
                        visit.to())));
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
                        contact.minutes()));
            }
        }
        return lines;
    }

    private Post post(long id) {
        return sql.list(
                        "SELECT name, address, visit_minutes FROM verification_post WHERE id = ?",
                        row -> new Post(row.getString(1), row.getString(2), Duration.ofMinutes(row.getInt(3))),
                        id)
                .get(0);
    }
}
