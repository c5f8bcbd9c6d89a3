package vn.khanhhoa.thecovid.card;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The credential of one person on one ground. Valid from its birth; suspended and restored as often as needed; revoked and
 * superseded are ends. Written in bulk when issued; this entity is how it lives on.
 */
@Entity
@Table(name = "card_card")
class Card {
    @Id
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "entry_id")
    private long entryId;

    @Enumerated(EnumType.STRING)
    private CardState state;

    @Column(name = "state_reason")
    private @Nullable String stateReason;

    /** By the data, and nobody else. */
    private boolean held;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Card() {}

    /** What the data suspended already is suspended by somebody from then on, and does not end with the hold. */
    void suspend(String reason) {
        if (state != CardState.VALID && !(state == CardState.SUSPENDED && held)) {
            throw new RuleViolation("card.not-valid");
        }
        become(CardState.SUSPENDED, reason);
    }

    void restore(String reason) {
        if (state != CardState.SUSPENDED) {
            throw new RuleViolation("card.not-suspended");
        }
        if (held) {
            throw new RuleViolation("card.held-by-data");
        }
        if (CardIssuing.reopened().equals(stateReason)) {
            throw new RuleViolation("card.restore-looked-at-again");
        }
        become(CardState.VALID, reason);
    }

    void revoke(String reason) {
        if (!state.isCurrent()) {
            throw new RuleViolation("card.over-already");
        }
        become(CardState.REVOKED, reason);
    }

    private void become(CardState next, String reason) {
        if (reason.isBlank()) {
            throw new RuleViolation("card.reason-missing");
        }
        state = next;
        held = false;
        stateReason = reason.strip();
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

    long entryId() {
        return entryId;
    }

    int version() {
        return version;
    }

    CardState state() {
        return state;
    }
}
