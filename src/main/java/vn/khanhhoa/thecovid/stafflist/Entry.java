package vn.khanhhoa.thecovid.stafflist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * One person's request, decided by itself. Waiting for the organisation's registration, then pending; refused is an end,
 * returned goes back to pending once it is mended, and approved lasts until it is amended. A verdict on a pending entry
 * takes it out of the queue (its {@link Stage}) and takes effect later. {@link Entries} writes them by hundreds; this is one
 * as a decision looks at it.
 */
@Entity
@Table(name = "stafflist_entry")
class Entry {
    @Id
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Column(name = "list_id")
    private long listId;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "told_agency_id")
    private @Nullable Long toldAgencyId;

    @Column(name = "own_people")
    private boolean ownPeople;

    @Column(name = "person_id")
    private long personId;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    @Column(name = "amends_id")
    private @Nullable Long amendsId;

    @Enumerated(EnumType.STRING)
    private EntryState state;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private String name;

    @Column(name = "birth_year")
    private int birthYear;

    private String workplace;

    private String activities;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "submitted_by")
    private long submittedBy;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "holder_id")
    private @Nullable Long holderId;

    @Column(name = "held_until")
    private @Nullable Instant heldUntil;

    @Column(name = "closed_to_accounts")
    private @Nullable String closedToAccounts;

    @Column(name = "closed_to_approvers")
    private @Nullable String closedToApprovers;

    private boolean reopened;

    private int forwards;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Entry() {}

    /**
     * From the queue, by a reviewer who looked at it.
     *
     * @param ownAgencyId the agency that the organisation itself is, or 0
     * @param standsInFor whose work the decider does besides their own
     */
    void requireJudgeable(Verdict verdict, long ownAgencyId, LocalDate today, Instant now, Set<Long> standsInFor) {
        EntryAction.DECIDE.require(position());
        requireDecider(verdict, ownAgencyId, today, standsInFor);
        requireOpenTo(closedTo().approvers(), verdict.actor().accountId(), standsInFor);
        requireFree(verdict.actor().accountId(), now);
    }

    /** Nobody else has it open now, or was given it. */
    void requireFree(long accountId, Instant now) {
        if (holderId != null && holderId != accountId && heldUntil != null && heldUntil.isAfter(now)) {
            throw new RuleViolation("stafflist.held-by-another");
        }
    }

    /** Whether somebody at the agency where it lies has opened it or was given it, ever. */
    boolean isTaken() {
        return holderId != null;
    }

    /** As it was proposed, by an approver. */
    void requireConfirmable(Verdict verdict, long ownAgencyId, LocalDate today, Set<Long> standsInFor) {
        EntryAction.CONFIRM.require(position());
        requireDecider(verdict, ownAgencyId, today, standsInFor);
    }

    /** As it was decided, when the undo window has closed. */
    void requireEffective(Verdict verdict, LocalDate today) {
        verdict.outcome().action().require(position());
        requirePeriod(verdict, today);
    }

    /** A decision that took effect may be looked at again. */
    void requireReopenable() {
        EntryAction.REOPEN.require(position());
        if (kind == EntryKind.LEAVE) {
            throw new RuleViolation("stafflist.entry-not-decided");
        }
        if (state == EntryState.REFUSED && kind.isAmendment()) {
            throw new RuleViolation("stafflist.amendment-refused");
        }
    }

    /** That it has not been moved to another agency since it was seen. */
    void requireAt(long wantedAgencyId) {
        if (agencyId != wantedAgencyId) {
            throw new RuleViolation("stafflist.entry-elsewhere");
        }
    }

    private void requireDecider(Verdict verdict, long ownAgencyId, LocalDate today, Set<Long> standsInFor) {
        requirePeriod(verdict, today);
        requireStranger(verdict.actor(), agencyId, ownAgencyId, closedTo().accounts(), standsInFor);
    }

    /** Whether the officer could judge it where it would lie at their agency, closed to these besides. */
    boolean isOpenTo(Actor officer, long ownAgencyId, Set<Long> shutOut, Set<Long> standsInFor) {
        try {
            requireStranger(officer, officer.agencyId(), ownAgencyId, shutOut, standsInFor);
            return true;
        } catch (RuleViolation closed) {
            return false;
        }
    }

    private void requireStranger(
            Actor officer, long atAgencyId, long ownAgencyId, Set<Long> shutOut, Set<Long> standsInFor) {
        // What was sent without an account, and what no person decides, have the same number and nobody in common.
        if (officer.isSignedIn() && submittedBy == officer.accountId()) {
            throw new RuleViolation("stafflist.four-eyes");
        }
        if (standsInFor.contains(submittedBy)) {
            throw new RuleViolation("stafflist.stands-in");
        }
        requireOpenTo(shutOut, officer.accountId(), standsInFor);
        if (isOfOwnPeople(officer, atAgencyId, ownAgencyId, ownPeople)) {
            throw new RuleViolation("stafflist.own-people");
        }
    }

    /** The rule allows the agency that decides its own people, never those of one that lends it an officer. */
    static boolean isOfOwnPeople(Actor officer, long atAgencyId, long ownAgencyId, boolean ownPeopleByRule) {
        boolean allowed = ownPeopleByRule && ownAgencyId == atAgencyId;
        return ownAgencyId != 0 && officer.belongsTo(ownAgencyId) && !allowed;
    }

    private static void requireOpenTo(Set<Long> shutOut, long decider, Set<Long> standsInFor) {
        if (shutOut.contains(decider)) {
            throw new RuleViolation("stafflist.decided-before");
        }
        if (!Collections.disjoint(shutOut, standsInFor)) {
            throw new RuleViolation("stafflist.stands-in");
        }
    }

    private void requirePeriod(Verdict verdict, LocalDate today) {
        if (verdict.outcome() == Outcome.APPROVE && kind != EntryKind.LEAVE && validTo.isBefore(today)) {
            throw new RuleViolation("stafflist.period-over");
        }
    }

    /** Of a leave, whether its day has come. */
    boolean hasBegun(LocalDate today) {
        return !validFrom.isAfter(today);
    }

    ApprovedEntry approved() {
        return new ApprovedEntry(
                id,
                amendsId(),
                personId,
                organisationId,
                agencyId,
                toldAgencyId == null ? agencyId : toldAgencyId,
                listId,
                name,
                birthYear,
                workplace,
                List.of(activities.split(" ", -1)),
                new Period(validFrom, validTo));
    }

    EntriesDecided.DecidedEntry decided() {
        return new EntriesDecided.DecidedEntry(id, listId, organisationId, agencyId, kind);
    }

    long id() {
        return id;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long agencyId() {
        return agencyId;
    }

    long organisationId() {
        return organisationId;
    }

    long listId() {
        return listId;
    }

    EntryKind kind() {
        return kind;
    }

    /** 0 where it amends none. */
    long amendsId() {
        return amendsId == null ? 0 : amendsId;
    }

    String name() {
        return name;
    }

    EntryState state() {
        return state;
    }

    EntryPosition position() {
        return EntryPosition.of(state, stage);
    }

    /** Whether a decision on it had taken effect already. */
    boolean isReopened() {
        return reopened;
    }

    ClosedTo closedTo() {
        return ClosedTo.read(closedToAccounts, closedToApprovers);
    }

    int forwards() {
        return forwards;
    }

    boolean isLate(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    int version() {
        return version;
    }
}
