package vn.khanhhoa.thecovid.stafflist;

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
 * What an organisation proposes: a draft of rows, of which the good ones are submitted while the others stay to be mended.
 * So a list is open as long as it is not withdrawn; how far its entries have come is read from them.
 */
@Entity
@Table(name = "stafflist_list")
class StaffList {
    private static final int LONGEST_NAME = 160;

    enum State {
        OPEN,
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stafflist_seq")
    @SequenceGenerator(name = "stafflist_seq", sequenceName = "stafflist_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "template_code")
    private String templateCode;

    @Column(name = "template_version")
    private int templateVersion;

    private String name;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    @Column(name = "created_by")
    private long createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    private byte @Nullable [] details;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected StaffList() {}

    StaffList(long organisationId, String templateCode, int templateVersion, String name, long createdBy, Instant now) {
        this.publicId = PublicId.random().value();
        this.organisationId = organisationId;
        this.templateCode = templateCode;
        this.templateVersion = templateVersion;
        this.name = named(name);
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    private static String named(String name) {
        String line = OneLine.of(name, LONGEST_NAME);
        if (line.isEmpty()) {
            throw new RuleViolation("stafflist.name-missing");
        }
        return line;
    }

    void rename(String newName) {
        requireOpen();
        name = named(newName);
    }

    void requireOpen() {
        if (state != State.OPEN) {
            throw new RuleViolation("stafflist.list-withdrawn");
        }
    }

    void submitted(Instant now) {
        requireOpen();
        submittedAt = now;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }

    /** What the form asks once, sealed. */
    void answer(byte[] sealed) {
        details = sealed.clone();
    }

    byte @Nullable [] details() {
        return details == null ? null : details.clone();
    }

    void withdraw() {
        requireOpen();
        state = State.WITHDRAWN;
    }

    long id() {
        return id;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long organisationId() {
        return organisationId;
    }

    String templateCode() {
        return templateCode;
    }

    int templateVersion() {
        return templateVersion;
    }

    String name() {
        return name;
    }

    boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }
}
