package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Deadline;
import vn.khanhhoa.thecovid.registry.Deadlines;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** A decision that took effect is put before another reviewer: by a head, or because it was asked to be reconsidered. */
@UseCase
public class EntryReopening {
    @Inject
    private Lists lists;

    @Inject
    private Entries entries;

    @Inject
    private OwnRequests ownRequests;

    @Inject
    private Organisations organisations;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<EntriesReopened> reopened;

    /**
     * @param makers who decided it, and does not do so again, nor do those who were shut out before
     * @param agencyId where it is decided again
     * @return its number
     */
    @Requires(Permission.APPROVE_PROPOSALS)
    public long reopen(Actor head, PublicId id, int version, Deciders makers, long agencyId) {
        Entry entry = held(id);
        head.requireAgency(entry.agencyId());
        if (entry.version() != version) {
            throw new RuleViolation("stafflist.entry-changed");
        }
        reopen(entry, makers, head, agencyId);
        return entry.id();
    }

    /**
     * Of an organisation's own refused entry.
     *
     * @param agencyId where it is reconsidered
     * @return its number
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public long reconsider(Actor officer, PublicId id, Deciders makers, long agencyId) {
        Entry entry = held(id);
        officer.requireOrganisation(entry.organisationId());
        reconsider(entry, makers, officer, agencyId);
        return entry.id();
    }

    /** For {@code review}, of an entry that was shown to be the person's own. */
    @Requires(Permission.ANYONE)
    public void reconsider(Actor person, long entryId, Deciders makers, long agencyId) {
        reconsider(lists.entriesForDecision(List.of(entryId)).get(0), makers, person, agencyId);
    }

    /**
     * For {@code review}: accounts of officers who could judge it, each at their agency, were it looked at again by others
     * than those who decided it. It asks what {@link EntryDecisions#judge} asks.
     *
     * @param officers with the accounts for which each of them stands in
     */
    @Requires(Permission.RUN_JOBS)
    public Set<Long> couldJudge(Actor portal, long entryId, Deciders makers, Map<Actor, Set<Long>> officers) {
        List<Entry> seen = lists.entriesSeen(List.of(entryId));
        Entry entry = seen.get(0);
        long ownAgency = organisations.ownAgencyId(entry.organisationId());
        Set<Long> shutOut = entry.closedTo().and(makers).all();
        Set<Long> could = new HashSet<>();
        officers.forEach((officer, standsInFor) -> {
            if (entry.isOpenTo(officer, ownAgency, shutOut, standsInFor)
                    && ownRequests.among(officer, List.of(entryId)).isEmpty()) {
                could.add(officer.accountId());
            }
        });
        lists.forget(seen);
        return could;
    }

    private Entry held(PublicId id) {
        long number = lists.entry(id).orElseThrow(NotFound::new).id();
        return lists.entriesForDecision(List.of(number)).get(0);
    }

    private void reconsider(Entry entry, Deciders makers, Actor actor, long agencyId) {
        EntryAction.RECONSIDER.require(entry.position());
        reopen(entry, makers, actor, agencyId);
    }

    private void reopen(Entry entry, Deciders makers, Actor actor, long agencyId) {
        entry.requireReopenable();
        if (sql.number(
                        "SELECT COUNT(*) FROM stafflist_entry o JOIN stafflist_entry e ON o.list_id = e.list_id AND"
                                + " o.row_key = e.row_key AND o.generation > e.generation WHERE e.id = ?",
                        entry.id())
                > 0) {
            throw new RuleViolation("stafflist.entered-anew");
        }
        if (sql.number("SELECT COUNT(*) FROM stafflist_entry WHERE open_amends = ?", entry.id()) > 0) {
            throw new RuleViolation("stafflist.amendment-open");
        }
        ClosedTo closedTo = entry.closedTo().and(makers);
        boolean inForce = entry.state() == EntryState.APPROVED;
        Instant now = clock.instant();
        long rule = sql.number("SELECT rule_id FROM stafflist_entry WHERE id = ?", entry.id());
        if (agencyId != entry.agencyId()) {
            moveTo(entry, agencyId);
        }
        Deadline deadline = deadlines.of(rule, agencyId, now);
        sql.update(
                "UPDATE stafflist_entry SET " + EntryAction.REOPEN.assignment()
                        + ", reopened = TRUE, closed_to_accounts = ?, closed_to_approvers = ?, decided_at = NULL,"
                        + " reason_code = NULL, reason_text = NULL, holder_id = NULL, held_until = NULL, submitted_at = ?,"
                        + " arrived_at = ?, due_at = ?, promised_at = ?, alarm_at = ?, alarms = 0 WHERE id = ?",
                ClosedTo.text(closedTo.accounts()),
                ClosedTo.text(closedTo.approvers()),
                now,
                now,
                deadline.dueAt(),
                deadline.dueAt(),
                deadline.warnAt(),
                entry.id());
        entries.addWords(entry.id());
        lists.forget(List.of(entry));
        if (inForce) {
            reopened.fire(new EntriesReopened(List.of(entry.id()), actor));
        }
    }

    /** Nobody where it was decided may look at it again. Its rule stays, and says whether an agency judges its own people. */
    private void moveTo(Entry entry, long agencyId) {
        boolean named =
                catalogue.agency(agencyId).map(AgencyView::isNamedWhenPassedOn).orElse(true);
        // Assigned from left to right: what is told is kept before the agency changes.
        sql.update(
                "UPDATE stafflist_entry SET told_agency_id = IF(?, NULL, IFNULL(told_agency_id, agency_id)), agency_id = ?"
                        + " WHERE id = ?",
                named,
                agencyId,
                entry.id());
    }
}
