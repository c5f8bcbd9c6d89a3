package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;

/** The pending entries of the actor's agency, oldest first. Pages go on from a place, so the last is as fast as the first. */
@UseCase
public class EntryQueue {
    /** Beyond this a queue is only said to hold more. */
    public static final int COUNTED = 10_000;

    @Inject
    private Sql sql;

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

    /** At most {@value #COUNTED} + 1. */
    @Requires(Permission.REVIEW_ENTRIES)
    public int count(Actor actor, QueueFilter filter) {
        List<Object> args = new ArrayList<>();
        String condition = condition(actor.agencyId(), filter, args);
        args.add(COUNTED + 1);
        return (int) sql.number("SELECT COUNT(*) FROM (SELECT 1 FROM " + condition + " LIMIT ?) t", args.toArray());
    }

    /** How many altogether, and the last of them by id: what a bulk decision is about. */
    @Requires(Permission.REVIEW_ENTRIES)
    public long countAll(Actor actor, QueueFilter filter) {
        List<Object> args = new ArrayList<>();
        return sql.number("SELECT COUNT(*) FROM " + condition(actor.agencyId(), filter, args), args.toArray());
    }

    /** Ids above the given one, ascending, for work in steps. */
    @Requires(Permission.RUN_JOBS)
    public List<Long> ids(Actor portal, long agencyId, QueueFilter filter, long above, long upTo, int count) {
        List<Object> args = new ArrayList<>();
        String condition = condition(agencyId, filter, args);
        args.addAll(List.of(above, upTo, count));
        return sql.list(
                "SELECT e.id FROM " + condition + " AND e.id > ? AND e.id <= ? ORDER BY e.id LIMIT ?",
                row -> row.getLong(1),
                args.toArray());
    }

    /** The highest id in the queue, 0 when it is empty. */
    @Requires(Permission.REVIEW_ENTRIES)
    public long lastId(Actor actor, QueueFilter filter) {
        List<Object> args = new ArrayList<>();
        return sql.number(
                "SELECT IFNULL(MAX(e.id), 0) FROM " + condition(actor.agencyId(), filter, args), args.toArray());
    }

    /** The organisations with pending entries here, those with most first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<OrganisationCount> organisations(Actor actor, int count) {
        return sql.list(
                "SELECT organisation_id, COUNT(*) FROM stafflist_entry WHERE agency_id = ? AND state = 'PENDING'"
                        + " GROUP BY organisation_id ORDER BY COUNT(*) DESC LIMIT ?",
                row -> new OrganisationCount(row.getLong(1), row.getLong(2)),
                actor.agencyId(),
                count);
    }

    /** An organisation and how many of its entries wait. */
    public record OrganisationCount(long organisationId, long entries) {}

    private List<QueueRow> page(
            Actor actor, QueueFilter filter, Optional<QueuePlace> place, int count, boolean forward) {
        List<Object> args = new ArrayList<>();
        String condition = condition(actor.agencyId(), filter, args);
        String direction = forward ? ">" : "<";
        if (place.isPresent()) {
            // Spelt out: the optimizer does not use the index for a comparison of pairs.
            condition += " AND e.submitted_at " + direction + "= ? AND (e.submitted_at " + direction + " ? OR e.id "
                    + direction + " ?)";
            args.add(place.get().submittedAt());
            args.add(place.get().submittedAt());
            args.add(place.get().entryId());
        }
        args.add(count);
        String order = forward ? "" : " DESC";
        return sql.list(
                "SELECT e.id, e.public_id, e.name, e.organisation_id, e.workplace, e.area_id, e.activities,"
                        + " e.submitted_at FROM " + condition + " ORDER BY e.submitted_at" + order + ", e.id" + order
                        + " LIMIT ?",
                EntryQueue::read,
                args.toArray());
    }

    private static String condition(long agencyId, QueueFilter filter, List<Object> args) {
        StringBuilder from = new StringBuilder("stafflist_entry e");
        int words = 0;
        for (String word : NameWords.of(filter.name())) {
            String alias = "w" + words++;
            from.append(" JOIN stafflist_entry_name ").append(alias);
            from.append(" ON ").append(alias).append(".entry_id = e.id AND ").append(alias);
            from.append(".agency_id = ? AND ").append(alias).append(".token = ?");
            args.add(agencyId);
            args.add(word);
        }
        from.append(" WHERE e.agency_id = ? AND e.state = 'PENDING'");
        args.add(agencyId);
        if (filter.organisationId() != 0) {
            from.append(" AND e.organisation_id = ?");
            args.add(filter.organisationId());
        }
        if (filter.listId() != 0) {
            from.append(" AND e.list_id = ?");
            args.add(filter.listId());
        }
        if (!filter.activity().isEmpty()) {
            from.append(" AND CONCAT(' ', e.activities, ' ') LIKE ?");
            args.add("% " + filter.activity() + " %");
        }
        return from.toString();
    }

    private static QueueRow read(ResultSet row) throws SQLException {
        return new QueueRow(
                row.getLong(1),
                Sql.publicId(row, "public_id"),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getLong(6),
                List.of(row.getString(7).split(" ", -1)),
                Objects.requireNonNull(Sql.instant(row, "submitted_at")));
    }
}
