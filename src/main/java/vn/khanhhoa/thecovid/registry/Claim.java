package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Somebody says that they are an organisation that is registered already. Open until the agency that judges this
 * organisation lets the claimant in or closes it.
 */
@Entity
@Table(name = "registry_claim")
class Claim {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registry_seq")
    @SequenceGenerator(name = "registry_seq", sequenceName = "registry_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "organisation_id")
    private Organisation organisation;

    @Column(name = "agency_id")
    private long agencyId;

    @Column(name = "claimant_name")
    private String claimantName;

    @Column(name = "claimant_email")
    private String claimantEmail;

    @Column(name = "claimed_at")
    private Instant claimedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable Long closedBy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Claim() {}

    Claim(Organisation organisation, long agencyId, String claimantName, String claimantEmail, Instant now) {
        this.publicId = PublicId.random().value();
        this.organisation = organisation;
        this.agencyId = agencyId;
        this.claimantName = claimantName;
        this.claimantEmail = claimantEmail;
        this.claimedAt = now;
    }

    void close(long accountId, Instant now) {
        if (closedAt != null) {
            throw new RuleViolation("registry.claim-closed");
        }
        closedAt = now;
        closedBy = accountId;
    }

    ClaimView view() {
        return new ClaimView(
                publicId(),
                organisation.name(),
                organisation.identifier().value(),
                claimantName,
                claimantEmail,
                claimedAt);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    Organisation organisation() {
        return organisation;
    }

    long agencyId() {
        return agencyId;
    }

    String claimantName() {
        return claimantName;
    }

    String claimantEmail() {
        return claimantEmail;
    }
}
