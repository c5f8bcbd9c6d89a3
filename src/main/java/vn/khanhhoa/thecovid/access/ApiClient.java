package vn.khanhhoa.thecovid.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * A program that acts for an organisation or an agency. Its id is drawn where those of accounts are, so that who acted is one number.
 * Good until it expires or is revoked; a new secret voids the old one at once and lives as long as the first.
 */
@Entity
@Table(name = "access_api_client")
class ApiClient {
    private static final int LONGEST_NAME = 80;
    private static final Duration LIFE = Duration.ofDays(365);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "access_seq")
    @SequenceGenerator(name = "access_seq", sequenceName = "access_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "agency_id")
    private long agencyId;

    private String name;
    private String scopes;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @Column(name = "secret_made_at")
    private Instant secretMadeAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "created_by")
    private long createdBy;

    private String creator;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Noted beside the entity: many may enter at once. */
    @Column(name = "last_used_at", updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ApiClient() {}

    ApiClient(Actor administrator, String name, Set<ApiScope> scopes, byte[] secretHash, Instant now) {
        String line = OneLine.of(name);
        if (line.isEmpty() || line.length() > LONGEST_NAME) {
            throw new RuleViolation("access.api-client-name", LONGEST_NAME);
        }
        if (scopes.isEmpty() || !grantable(administrator).containsAll(scopes)) {
            throw new RuleViolation("access.api-client-scopes");
        }
        this.publicId = PublicId.random().value();
        this.organisationId = administrator.organisationId();
        this.agencyId = administrator.agencyId();
        this.name = line;
        this.scopes = ApiScope.write(scopes);
        this.secretHash = secretHash;
        this.secretMadeAt = now;
        this.expiresAt = now.plus(LIFE);
        this.createdBy = administrator.accountId();
        this.creator = administrator.name();
        this.createdAt = now;
    }

    /** What the programs that somebody makes can be allowed. */
    static List<ApiScope> grantable(Actor administrator) {
        return ApiScope.of(administrator.agencyId() != 0);
    }

    void changeSecret(byte[] hash, Instant now) {
        if (revokedAt != null) {
            throw new RuleViolation("access.api-client-revoked");
        }
        secretHash = hash;
        secretMadeAt = now;
        expiresAt = now.plus(LIFE);
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean mayEnter(byte[] hash, Instant now) {
        return MessageDigest.isEqual(secretHash, hash) && revokedAt == null && now.isBefore(expiresAt);
    }

    ApiClientView view(Instant now) {
        String state = revokedAt != null ? "REVOKED" : now.isBefore(expiresAt) ? "ACTIVE" : "EXPIRED";
        return new ApiClientView(
                publicId(),
                name,
                scopes().stream().sorted().toList(),
                state,
                creator,
                createdAt,
                secretMadeAt,
                expiresAt,
                lastUsedAt,
                revokedAt);
    }

    Set<ApiScope> scopes() {
        return ApiScope.parse(scopes).orElseThrow();
    }

    long id() {
        return id;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    /** Refuses whoever is of another organisation or agency, as if there were none. */
    void requireOwner(Actor actor) {
        if (agencyId == 0) {
            actor.requireOrganisation(organisationId);
        } else {
            actor.requireAgency(agencyId);
        }
    }

    String name() {
        return name;
    }
}
