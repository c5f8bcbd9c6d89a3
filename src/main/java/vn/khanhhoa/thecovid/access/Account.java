package vn.khanhhoa.thecovid.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Somebody who signs in. Invited by a link, active once a password is set, disabled by an administrator. The session epoch
 * moves on with the password and the state, which ends every session begun before.
 */
@Entity
@Table(name = "access_account")
class Account {
    enum State {
        INVITED,
        ACTIVE,
        DISABLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "access_seq")
    @SequenceGenerator(name = "access_seq", sequenceName = "access_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    private String email;

    @Column(name = "display_name")
    private String displayName;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "organisation_id")
    private @Nullable Long organisationId;

    @Column(name = "agency_id")
    private @Nullable Long agencyId;

    @Enumerated(EnumType.STRING)
    private State state = State.INVITED;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "session_epoch")
    private int sessionEpoch;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Account() {}

    Account(String email, String displayName, Role role, Affiliation affiliation, Instant now) {
        this.publicId = PublicId.random().value();
        this.email = EmailAddress.of(email);
        this.displayName = OneLine.ofPerson(displayName);
        if (this.displayName.isEmpty()) {
            throw new RuleViolation("access.name-missing");
        }
        this.role = role;
        this.organisationId = affiliation.organisationId() == 0 ? null : affiliation.organisationId();
        this.agencyId = affiliation.agencyId() == 0 ? null : affiliation.agencyId();
        this.createdAt = now;
    }

    void choosePassword(String hash) {
        if (state == State.DISABLED) {
            throw new RuleViolation("access.link-void");
        }
        passwordHash = hash;
        state = State.ACTIVE;
        sessionEpoch++;
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    void disable() {
        state = State.DISABLED;
        sessionEpoch++;
    }

    void enable() {
        if (state == State.DISABLED) {
            state = passwordHash == null ? State.INVITED : State.ACTIVE;
        }
    }

    boolean holdsSession(int epoch) {
        return isActive() && sessionEpoch == epoch;
    }

    Actor actor() {
        return new Actor(
                id, displayName, role, organisationId == null ? 0 : organisationId, agencyId == null ? 0 : agencyId);
    }

    AccountView view() {
        return new AccountView(
                new PublicId(publicId),
                email,
                displayName,
                role,
                organisationId == null ? 0 : organisationId,
                agencyId == null ? 0 : agencyId,
                state.name(),
                createdAt);
    }

    long id() {
        return id;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    String email() {
        return email;
    }

    String displayName() {
        return displayName;
    }

    State state() {
        return state;
    }

    int sessionEpoch() {
        return sessionEpoch;
    }

    @Nullable String passwordHash() {
        return passwordHash;
    }
}
