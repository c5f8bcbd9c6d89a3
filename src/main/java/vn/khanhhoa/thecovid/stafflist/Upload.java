package vn.khanhhoa.thecovid.stafflist;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A file as it came in. Received, then read by a job, and in the end either taken or refused as a whole with the reason;
 * the original is kept, encrypted, either way.
 */
@Entity
@Table(name = "stafflist_upload")
class Upload {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stafflist_seq")
    @SequenceGenerator(name = "stafflist_seq", sequenceName = "stafflist_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Column(name = "list_id")
    private long listId;

    @Column(name = "file_name")
    private String fileName;

    private int size;

    private byte[] digest;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    @Column(columnDefinition = "longblob", updatable = false)
    private byte[] content;

    @Enumerated(EnumType.STRING)
    private UploadState state = UploadState.RECEIVED;

    @Column(name = "problem_code")
    private @Nullable String problemCode;

    @Column(name = "problem_args")
    private @Nullable String problemArgs;

    @Column(name = "rows_read")
    private int rowsRead;

    @Column(name = "rows_good")
    private int rowsGood;

    @Column(name = "rows_bad")
    private int rowsBad;

    @Column(name = "rows_replaced")
    private int rowsReplaced;

    @Column(name = "uploaded_by")
    private long uploadedBy;

    private String uploader;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Upload() {}

    Upload(long listId, String fileName, int size, byte[] digest, byte[] sealed, Actor uploader, Instant now) {
        this.publicId = PublicId.random().value();
        this.listId = listId;
        this.fileName = fileName;
        this.size = size;
        this.digest = digest;
        this.content = sealed;
        this.uploadedBy = uploader.accountId();
        this.uploader = uploader.name();
        this.uploadedAt = now;
    }

    void refused(String code, String args, Instant now) {
        state = UploadState.REFUSED;
        problemCode = code;
        problemArgs = args;
        rowsRead = 0;
        finishedAt = now;
    }

    void taken(int good, int bad, int replaced, Instant now) {
        state = UploadState.TAKEN;
        rowsRead = good + bad;
        rowsGood = good;
        rowsBad = bad;
        rowsReplaced = replaced;
        finishedAt = now;
    }

    boolean isFinished() {
        return state.isFinished();
    }

    long id() {
        return id;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long listId() {
        return listId;
    }

    String fileName() {
        return fileName;
    }

    byte[] content() {
        return content;
    }
}
