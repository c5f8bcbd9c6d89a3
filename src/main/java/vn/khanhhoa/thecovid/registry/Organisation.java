package vn.khanhhoa.thecovid.registry;

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
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Who applies for its people. It begins with a name, a type and the identifier that the type asks for; all else is in the
 * versions of its registration. The identifier belongs to it for good, and its name follows the confirmed version.
 */
@Entity
@Table(name = "registry_organisation")
class Organisation {
    static final int LONGEST_NAME = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registry_seq")
    @SequenceGenerator(name = "registry_seq", sequenceName = "registry_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Column(name = "type_code")
    private String typeCode;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "identifier_kind")
    private IdentifierKind identifierKind;

    private @Nullable String identifier;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Organisation() {}

    Organisation(String typeCode, String name, Identifier identifier, Instant now) {
        this.publicId = PublicId.random().value();
        this.typeCode = typeCode;
        this.name = name;
        this.identifierKind = identifier.kind();
        this.identifier = identifier.value().isEmpty() ? null : identifier.value();
        this.createdAt = now;
    }

    void confirmedAs(String confirmedName) {
        name = confirmedName;
    }

    /**
     * Gives the identifier free for somebody who begins anew. Whoever was invited for this organisation and comes after all
     * finds one that can no longer be submitted.
     */
    void releaseIdentifier() {
        identifier = null;
    }

    long id() {
        return id;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    String typeCode() {
        return typeCode;
    }

    String name() {
        return name;
    }

    Identifier identifier() {
        return new Identifier(identifierKind, identifier == null ? "" : identifier);
    }

    Instant createdAt() {
        return createdAt;
    }
}
