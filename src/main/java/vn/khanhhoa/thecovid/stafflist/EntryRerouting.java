package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Deadline;
import vn.khanhhoa.thecovid.registry.Deadlines;
import vn.khanhhoa.thecovid.registry.OrganisationProfiles;
import vn.khanhhoa.thecovid.registry.Route;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingTable;

/**
 * Open entries of an agency that has ended go where the rules of today send them, whoever passed them on before. Their place in the order of submission and
 * the applicant's deadline stay as they are; the agency that gets them has its own time.
 */
@UseCase
public class EntryRerouting {
    private static final String OPEN = "agency_id = ? AND state IN ('WAITING', 'PENDING')";

    /** An entry that lies elsewhere now. */
    public record Moved(long entryId, long toAgencyId) {}

    private record Open(long id, boolean pending, OpenWork.Group group) {}

    private record Move(Open entry, Route route) {}

    @Inject
    private OpenWork openWork;

    @Inject
    private Routing routing;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** How many lie there, those included that are decided and can still be undone. */
    @Requires(Permission.ANYONE)
    public long count(long agencyId) {
        return openWork.count(agencyId);
    }

    /** The next ones by their numbers, but those whose verdict is about to take effect. */
    @Requires(Permission.RUN_JOBS)
    public List<Long> next(Actor portal, long agencyId, long afterEntry, int most) {
        return sql.list(
                "SELECT id FROM stafflist_entry WHERE " + OPEN + " AND stage <> 'HELD' AND id > ? ORDER BY id LIMIT ?",
                row -> row.getLong(1),
                agencyId,
                afterEntry,
                most);
    }

    /** Some hundreds of them. Nobody works on them any more, and what was proposed is not any more. */
    @Requires(Permission.RUN_JOBS)
    public List<Moved> move(Actor portal, long agencyId, List<Long> ids) {
        LocalDate today = LocalDate.now(clock);
        RoutingTable table = routing.table(today);
        List<Open> open = held(agencyId, ids);
        Map<Long, OrganisationProfiles.Profile> profiles = openWork.profiles(
                open.stream()
                        .map(entry -> entry.group().organisationId())
                        .distinct()
                        .toList(),
                today);
        List<Move> moves = new ArrayList<>();
        for (Open entry : open) {
            Optional<Route> route = entry.group().question(profiles, today).flatMap(table::route);
            route.filter(found -> found.agencyId() != agencyId).ifPresent(found -> moves.add(new Move(entry, found)));
        }
        write(moves);
        return moves.stream()
                .map(move -> new Moved(move.entry().id(), move.route().agencyId()))
                .toList();
    }

    private List<Open> held(long agencyId, List<Long> ids) {
        List<Open> open = new ArrayList<>();
        InParts.of(
                ids,
                List.of(agencyId),
                (some, args) -> open.addAll(sql.list(
                        "SELECT id, state, list_id, (SELECT l.template_code FROM stafflist_list l WHERE l.id = list_id),"
                                + " organisation_id, agency_id, workplace_id, area_id, IFNULL(residence_area_id, 0) FROM"
                                + " stafflist_entry WHERE " + OPEN + " AND stage <> 'HELD' AND id IN " + some
                                + " ORDER BY id FOR UPDATE",
                        row -> new Open(
                                row.getLong(1),
                                EntryState.valueOf(row.getString(2)) == EntryState.PENDING,
                                new OpenWork.Group(
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getLong(7),
                                        row.getLong(8),
                                        row.getLong(9),
                                        1,
                                        0)),
                        args)));
        return open;
    }

    private void write(List<Move> moves) {
        Instant now = clock.instant();
        sql.batch(
                "UPDATE stafflist_entry SET agency_id = ?, told_agency_id = NULL, rule_id = ?, own_people = ?,"
                        + " stage = 'OPEN', arrived_at = ?, due_at = ?, alarm_at = ?, alarms = 0, holder_id = NULL,"
                        + " held_until = NULL, forwards = 0, version = version + 1 WHERE id = ?",
                moves,
                (statement, move) -> {
                    Deadline deadline = deadlines.of(move.route(), now);
                    boolean pending = move.entry().pending();
                    statement.setLong(1, move.route().agencyId());
                    statement.setLong(2, move.route().ruleId());
                    statement.setBoolean(3, move.route().ownPeople());
                    statement.setTimestamp(4, time(pending, now));
                    statement.setTimestamp(5, time(pending, deadline.dueAt()));
                    statement.setTimestamp(6, time(pending, deadline.warnAt()));
                    statement.setLong(7, move.entry().id());
                });
        EntryLevels.move(sql, moves.stream().map(move -> move.entry().id()).toList());
        sql.batch("UPDATE stafflist_entry_name SET agency_id = ? WHERE entry_id = ?", moves, (statement, move) -> {
            statement.setLong(1, move.route().agencyId());
            statement.setLong(2, move.entry().id());
        });
    }

    /** What waits for its organisation has no deadline yet. */
    private static @Nullable Timestamp time(boolean pending, Instant at) {
        return pending ? Timestamp.from(at) : null;
    }
}
