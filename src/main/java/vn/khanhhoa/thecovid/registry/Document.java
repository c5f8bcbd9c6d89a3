package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A file of one version of a registration, its content encrypted. Replaced as a whole, never changed. */
@Entity
@Table(name = "registry_document")
class Document {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registry_seq")
    @SequenceGenerator(name = "registry_seq", sequenceName = "registry_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Column(name = "registration_id")
    private long registrationId;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    private int size;

    @Lob
    @Basic
    @Column(length = Integer.MAX_VALUE)
    private byte[] content;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "uploaded_by")
    private long uploadedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Document() {}

    Document(long registrationId, DocumentView file, byte[] sealedContent, long uploadedBy) {
        this.publicId = file.id().value();
        this.registrationId = registrationId;
        this.kind = file.kind();
        this.fileName = file.fileName();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.content = sealedContent;
        this.uploadedAt = file.uploadedAt();
        this.uploadedBy = uploadedBy;
    }

    /** The same file for the version that follows. */
    Document copiedTo(long nextRegistrationId) {
        DocumentView file = new DocumentView(PublicId.random(), kind, fileName, mediaType, size, uploadedAt);
        return new Document(nextRegistrationId, file, content, uploadedBy);
    }

    long registrationId() {
        return registrationId;
    }

    DocumentKind kind() {
        return kind;
    }

    String fileName() {
        return fileName;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] sealedContent() {
        return content;
    }
}
