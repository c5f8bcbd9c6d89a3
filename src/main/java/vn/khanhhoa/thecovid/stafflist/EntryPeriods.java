package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.Period;

/**
 * For how long approved entries hold, where an agency makes it longer of its own accord. What the sender wrote stays as it was
 * sent: only the days of the entry are others, and a later change of something else keeps them.
 */
@UseCase
public class EntryPeriods {
    /** Of which both ends count. */
    public static final int LONGEST_DAYS = LineCheck.LONGEST_PERIOD_DAYS;

    private record Whose(long entryId, long organisationId, long agencyId, boolean ownPeople) {}

    @Inject
    private OwnRequests own;

    @Inject
    private Organisations organisations;

    @Inject
    private Sql sql;

    /** Of the entries, those that hold what is the officer's own, or that are of their agency's people, whom its rule does not let it decide on. */
    @Requires(Permission.CONTROL_CARDS)
    public Set<Long> closedTo(Actor officer, List<Long> entryIds) {
        Set<Long> closed = new HashSet<>(own.among(officer, entryIds));
        InParts.of(entryIds, (some, args) -> {
            List<Whose> whose = sql.list(
                    "SELECT id, organisation_id, agency_id, own_people FROM stafflist_entry WHERE id IN " + some,
                    row -> new Whose(row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4)),
                    args);
            Map<Long, Long> agencies = organisations.ownAgencyIds(
                    whose.stream().map(Whose::organisationId).distinct().toList());
            whose.stream()
                    .filter(entry -> Entry.isOfOwnPeople(
                            officer,
                            entry.agencyId(),
                            agencies.getOrDefault(entry.organisationId(), 0L),
                            entry.ownPeople()))
                    .forEach(entry -> closed.add(entry.entryId()));
        });
        return closed;
    }

    /**
     * Held by the running transaction, which holds nothing that comes behind entries. Gives those that nobody has asked to change: in
     * force, and without an amendment that is open or that lets the person go.
     */
    @Requires(Permission.RUN_JOBS)
    public Set<Long> held(Actor portal, List<Long> entryIds) {
        Set<Long> free = new HashSet<>();
        InParts.of(
                entryIds.stream().sorted().toList(),
                (some, args) -> sql.list(
                        "SELECT id FROM stafflist_entry WHERE id IN " + some + " ORDER BY id FOR UPDATE",
                        row -> row.getLong(1),
                        args));
        InParts.of(
                entryIds,
                (some, args) -> free.addAll(sql.list(
                        "SELECT e.id FROM stafflist_entry e WHERE e.state = 'APPROVED' AND e.kind <> 'LEAVE' AND NOT EXISTS"
                                + " (SELECT 1 FROM stafflist_entry a WHERE a.amends_id = e.id AND (a.open_amends IS NOT NULL OR"
                                + " a.leave_due IS NOT NULL)) AND e.id IN " + some,
                        row -> row.getLong(1),
                        args)));
        return free;
    }

    /** Of entries that are {@link #held}. */
    @Requires(Permission.RUN_JOBS)
    public void change(Actor portal, Map<Long, Period> periods) {
        sql.batch(
                "UPDATE stafflist_entry SET valid_from = ?, valid_to = ?, version = version + 1 WHERE id = ?",
                periods.entrySet(),
                (statement, entry) -> {
                    statement.setObject(1, entry.getValue().from());
                    statement.setObject(2, entry.getValue().to());
                    statement.setLong(3, entry.getKey());
                });
    }
}
