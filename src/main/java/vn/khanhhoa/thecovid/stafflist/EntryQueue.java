package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.Holder;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The pending entries of the actor's agency, oldest first. Pages go on from a place, so the last is as fast as the first,
 * and nothing takes longer where more entries wait.
 */
@UseCase
public class EntryQueue {
    /** Beyond this a queue is only said to hold more. */
    public static final int COUNTED = 10_000;

    private static final int COUNTED_OF_ORGANISATION = 200;
    private static final int WALKED = 1_000;

    private static final String ANOTHER =
            "EXISTS(SELECT 1 FROM stafflist_entry o WHERE o.person_id = e.person_id AND o.id <> e.id AND o.id <>"
                    + " IFNULL(e.amends_id, 0) AND ";
    /** Another card in force, wherever it is from, or another entry at the agency that has not ended; it takes the day. */
    private static final String TWICE = ANOTHER
            + "(o.agency_id = e.agency_id AND o.state IN ('WAITING', 'PENDING', 'RETURNED') OR o.state = 'APPROVED' AND"
            + " o.kind <> 'LEAVE' AND o.valid_to >= ?))";

    private static final String DOUBTED_HERE =
            ANOTHER + "o.agency_id = e.agency_id AND o.state = 'REFUSED' AND o.reason_code IN ('R07', 'R14'))";

    @Inject
    private People people;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The page after the place. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<QueueRow> after(Actor actor, QueueFilter filter, Optional<QueuePlace> place, int count) {
        return page(actor, filter, place, count, true);
    }

    /** The page before the place, in the order of the queue. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<QueueRow> before(Actor actor, QueueFilter filter, QueuePlace place, int count) {
        List<QueueRow> backwards = new ArrayList<>(page(actor, filter, Optional.of(place), count, false));
        Collections.reverse(backwards);
        return backwards;
    }

    /** A list, as agencies know it that review entries of it. @param entries of those that were asked about */
    public record OfList(long listId, PublicId id, String name, int entries) {}

    private static final String LISTS = "SELECT l.id, l.public_id, l.name";

    private static final String HERE =
            " AND EXISTS (SELECT 1 FROM stafflist_entry e WHERE e.list_id = l.id AND e.agency_id = ?)";

    /** None where the agency has no entry of it. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<OfList> list(Actor actor, PublicId id) {
        return sql.first(
                LISTS + ", 0 FROM stafflist_list l WHERE l.public_id = ?" + HERE,
                EntryQueue::list,
                id,
                actor.agencyId());
    }

    /** None where the agency has no entry of it any more. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<OfList> list(Actor actor, long listId) {
        return sql.first(
                LISTS + ", 0 FROM stafflist_list l WHERE l.id = ?" + HERE, EntryQueue::list, listId, actor.agencyId());
    }

    /** The lists of some hundreds of the agency's entries, by name. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<OfList> listsOf(Actor actor, List<Long> entryIds) {
        List<Object> args = new ArrayList<>(List.of(actor.agencyId()));
        args.addAll(entryIds);
        return entryIds.isEmpty()
                ? List.of()
                : sql.list(
                        LISTS + ", COUNT(*) FROM stafflist_entry e JOIN stafflist_list l ON l.id = e.list_id WHERE"
                                + " e.agency_id = ? AND e.id IN (" + Sql.marks(entryIds.size())
                                + ") GROUP BY l.id, l.public_id, l.name ORDER BY l.name, l.id",
                        EntryQueue::list,
                        args.toArray());
    }

    private static OfList list(ResultSet row) throws SQLException {
        return new OfList(row.getLong(1), Sql.publicId(row, "public_id"), row.getString(3), row.getInt(4));
    }

    /** @param isMore than so many, which were not counted */
    public record Count(int entries, boolean isMore) {}

    /**
     * No more than {@value #COUNTED}; of a search by name no more than there are among so many that have one of its words; by
     * form or activity among as many that have it, or as many of the queue where it is walked by something else.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public Count count(Actor actor, QueueFilter filter) {
        return count(actor, filter, COUNTED);
    }

    /** @param checked how many entries are looked at for what no key leads to */
    Count count(Actor actor, QueueFilter filter, int checked) {
        QueueSelection selection = QueueSelection.of(sql, actor.agencyId(), filter);
        int walked = filter.name().isEmpty() ? checked : WALKED;
        Optional<QueuePlace> end = selection.isOfEntries() ? endOfCheck(actor, filter, checked) : Optional.empty();
        QueueSelection all = selection.amongTheFirst(walked);
        QueueSelection matching = end.map(all::upTo).orElse(all);
        int found = (int) sql.number(
                "SELECT COUNT(*) FROM (SELECT 1 FROM " + matching.from() + " LIMIT ?) t",
                matching.argsAnd(COUNTED + 1));
        return new Count(
                Math.min(found, COUNTED), found > COUNTED || end.isPresent() || matching.leavesOut(sql, walked));
    }

    /** The last of so many entries of the queue; empty where no more of them are to be looked at. */
    private Optional<QueuePlace> endOfCheck(Actor actor, QueueFilter filter, int checked) {
        if (filter.marks().isEmpty()) {
            return Optional.empty();
        }
        QueueSelection all = QueueSelection.of(sql, actor.agencyId(), filter.unchecked());
        List<QueuePlace> lastAndNext = sql.list(
                "SELECT " + all.submittedAt() + " AS submitted_at, " + all.entryId() + " AS entry_id FROM " + all.from()
                        + all.order(true) + " LIMIT 2 OFFSET ?",
                EntryQueue::place,
                all.argsAnd(checked - 1));
        return lastAndNext.stream().findFirst().filter(last -> lastAndNext.size() > 1);
    }

    /** Where the queue ends now; empty when nothing matches. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<QueuePlace> last(Actor actor, QueueFilter filter) {
        QueueSelection matching = QueueSelection.of(sql, actor.agencyId(), filter);
        return places(matching, false, 1).stream().findFirst();
    }

    /** The places after the given one, up to and with another, for work in steps. */
    @Requires(Permission.RUN_JOBS)
    public List<QueuePlace> places(
            Actor portal, long agencyId, QueueFilter filter, Optional<QueuePlace> above, QueuePlace upTo, int count) {
        QueueSelection matching =
                QueueSelection.of(sql, agencyId, filter).beyond(above, true).upTo(upTo);
        return places(matching, true, count);
    }

    /** The numbers of the first entries that match, held by nobody. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Long> idsOf(Actor actor, QueueFilter filter, int count) {
        return places(QueueSelection.of(sql, actor.agencyId(), filter), true, count).stream()
                .map(QueuePlace::entryId)
                .toList();
    }

    /** Those of some hundred entries whose people have another card in force, or another open entry here: approved, they would have two. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Set<Long> twice(Actor actor, List<Long> ids) {
        Set<Long> twice = new HashSet<>();
        InParts.of(
                ids,
                List.of(actor.agencyId(), LocalDate.now(clock)),
                (some, args) -> twice.addAll(sql.list(
                        "SELECT e.id FROM stafflist_entry e WHERE e.agency_id = ? AND e.kind <> 'LEAVE' AND " + TWICE
                                + " AND e.id IN " + some,
                        row -> row.getLong(1),
                        args)));
        return twice;
    }

    /**
     * Entries to be looked at with care: there is another of the person or another card, or one was refused as double or forged,
     * or the person is known by another birth year.
     */
    public record Doubts(Set<Long> twice, Set<Long> otherBirthYear) {}

    private record Known(long entryId, long personId, int birthYear, boolean twice) {}

    @Requires(Permission.REVIEW_ENTRIES)
    public Doubts doubts(Actor actor, List<Long> ids) {
        Set<Long> twice = new HashSet<>();
        Set<Long> otherBirthYear = new HashSet<>();
        if (!ids.isEmpty()) {
            List<Object> args = new ArrayList<>(List.of(LocalDate.now(clock), actor.agencyId()));
            args.addAll(ids);
            List<Known> known = sql.list(
                    "SELECT e.id, e.person_id, e.birth_year, " + TWICE + " OR " + DOUBTED_HERE
                            + " FROM stafflist_entry e"
                            + " WHERE e.agency_id = ? AND e.id IN (" + Sql.marks(ids.size()) + ")",
                    row -> new Known(row.getLong(1), row.getLong(2), row.getInt(3), row.getBoolean(4)),
                    args.toArray());
            Map<Long, Holder> holders =
                    people.holders(known.stream().map(Known::personId).toList());
            for (Known each : known) {
                if (each.twice()) {
                    twice.add(each.entryId());
                }
                Holder holder = holders.get(each.personId());
                if (holder != null && holder.birthYear() != each.birthYear()) {
                    otherBirthYear.add(each.entryId());
                }
            }
        }
        return new Doubts(twice, otherBirthYear);
    }

    /** How many of the queue are past their deadline, and how many near it; no more than {@value #COUNTED} each. */
    public record Urgency(int past, int near) {}

    @Requires(Permission.REVIEW_ENTRIES)
    public Urgency urgency(Actor actor, Instant now) {
        int past = due(actor.agencyId(), "alarms IN (0, 1, 2, 3) AND due_at < ?", now);
        return new Urgency(past, due(actor.agencyId(), "alarms IN (1, 2, 3) AND due_at >= ?", now));
    }

    /** Each number of alarms is a range of its own in the index; "more than none" would be a walk through all of them. */
    private int due(long agencyId, String condition, Instant now) {
        return (int) sql.number(
                "SELECT COUNT(*) FROM (SELECT 1 FROM stafflist_entry WHERE agency_id = ? AND state = 'PENDING' AND"
                        + " stage = 'OPEN' AND " + condition + " LIMIT ?) t",
                agencyId,
                now,
                COUNTED);
    }

    /** How many of the queue each has at the moment, by account: as many as a filter by that holder finds. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Map<Long, Long> held(Actor actor, Instant now) {
        QueueSelection all = QueueSelection.of(sql, actor.agencyId(), QueueFilter.ALL);
        Map<Long, Long> held = new HashMap<>();
        sql.list(
                "SELECT e.holder_id, COUNT(*) FROM " + all.from()
                        + " AND e.holder_id IS NOT NULL AND e.held_until > ? GROUP BY e.holder_id",
                row -> held.put(row.getLong(1), row.getLong(2)),
                all.argsAnd(now));
        return held;
    }

    private List<QueuePlace> places(QueueSelection matching, boolean forward, int count) {
        return sql.list(
                "SELECT " + matching.submittedAt() + " AS submitted_at, " + matching.entryId() + " AS entry_id FROM "
                        + matching.from() + matching.order(forward) + " LIMIT ?",
                EntryQueue::place,
                matching.argsAnd(count));
    }

    private static QueuePlace place(ResultSet row) throws SQLException {
        return new QueuePlace(Objects.requireNonNull(Sql.instant(row, "submitted_at")), row.getLong("entry_id"));
    }

    /**
     * The organisations with pending entries here, the one whose entry waits longest first. Grouped by all that the index
     * begins with, so that the database goes from one organisation to the next and not through their entries.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<OrganisationCount> organisations(Actor actor, int count) {
        String waiting = "stafflist_entry WHERE agency_id = ? AND state = 'PENDING' AND stage = 'OPEN'";
        String ofIt = waiting + " AND organisation_id = w.organisation_id";
        long agency = actor.agencyId();
        return sql.list(
                "SELECT w.organisation_id, CASE WHEN (SELECT 1 FROM " + ofIt
                        + " LIMIT 1 OFFSET ?) = 1 THEN ? ELSE (SELECT"
                        + " COUNT(*) FROM " + ofIt
                        + ") END FROM (SELECT organisation_id, MIN(submitted_at) AS oldest FROM "
                        + waiting
                        + " GROUP BY agency_id, state, stage, organisation_id ORDER BY oldest LIMIT ?) w ORDER BY"
                        + " w.oldest",
                row -> new OrganisationCount(row.getLong(1), row.getLong(2)),
                agency,
                COUNTED_OF_ORGANISATION - 1,
                COUNTED_OF_ORGANISATION,
                agency,
                agency,
                count);
    }

    /** @param entries how many of its entries wait; no more than {@value #COUNTED_OF_ORGANISATION} are counted */
    public record OrganisationCount(long organisationId, long entries) {
        public boolean isMore() {
            return entries >= COUNTED_OF_ORGANISATION;
        }
    }

    private List<QueueRow> page(
            Actor actor, QueueFilter filter, Optional<QueuePlace> place, int count, boolean forward) {
        QueueSelection matching =
                QueueSelection.of(sql, actor.agencyId(), filter).beyond(place, forward);
        return sql.list(
                "SELECT e.id, e.public_id, e.name, e.organisation_id, e.workplace, e.area_id, e.activities,"
                        + " e.submitted_at, e.kind, e.due_at, e.holder_id, e.held_until, e.reopened FROM "
                        + matching.from() + matching.order(forward) + " LIMIT ?",
                EntryQueue::read,
                matching.argsAnd(count));
    }

    private static QueueRow read(ResultSet row) throws SQLException {
        return new QueueRow(
                row.getLong(1),
                Sql.publicId(row, "public_id"),
                EntryKind.valueOf(row.getString(9)),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getLong(6),
                List.of(row.getString(7).split(" ", -1)),
                Objects.requireNonNull(Sql.instant(row, "submitted_at")),
                Sql.instant(row, "due_at"),
                row.getLong("holder_id"),
                Sql.instant(row, "held_until"),
                row.getBoolean("reopened"));
    }
}
