package vn.khanhhoa.thecovid.stafflist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * One person's request, decided by itself. Waiting for the organisation's registration, then pending; refused is an end,
 * returned goes back to pending once it is mended, and approved lasts until it is amended. Written in bulk at submission; this entity is how it lives on.
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

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Entry() {}

    /** @param ownAgencyId the agency that the organisation itself is, or 0 */
    void requireDecidable(Verdict verdict, long ownAgencyId, LocalDate today) {
        if (state != EntryState.PENDING) {
            throw new RuleViolation("stafflist.entry-not-pending");
        }
        if (verdict.outcome() == Outcome.APPROVE && kind != EntryKind.LEAVE && validTo.isBefore(today)) {
            throw new RuleViolation("stafflist.period-over");
        }
        if (submittedBy == verdict.actor().accountId()) {
            throw new RuleViolation("stafflist.four-eyes");
        }
        if (ownAgencyId == agencyId && !ownPeople) {
            throw new RuleViolation("stafflist.own-people");
        }
    }

    /** Of a leave, whether its day has come. */
    boolean hasBegun(LocalDate today) {
        return !validFrom.isAfter(today);
    }

    /** True where it was open. */
    boolean withdraw() {
        if (!state.isOpen()) {
            return false;
        }
        state = EntryState.WITHDRAWN;
        return true;
    }

    ApprovedEntry approved() {
        return new ApprovedEntry(
                id,
                amendsId(),
                personId,
                organisationId,
                agencyId,
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

    int version() {
        return version;
    }
}
