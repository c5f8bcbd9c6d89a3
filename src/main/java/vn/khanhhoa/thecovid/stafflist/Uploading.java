package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.intake.ReadingLimits;

/** Files into drafts: received at once, read by a job. */
@UseCase
public class Uploading {
    private static final int LONGEST_FILE_NAME = 200;

    /** A file to hand back as it came. */
    public record Original(String fileName, byte[] content) {}

    @Inject
    private Lists lists;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** The same file once more is the same upload. Returns its id. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public PublicId receive(Actor actor, PublicId listId, String fileName, byte[] content) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        if (content.length == 0) {
            throw new RuleViolation("intake.empty-file");
        }
        if (content.length > ReadingLimits.DEFAULT.fileBytes()) {
            throw new RuleViolation("intake.file-too-large", ReadingLimits.DEFAULT.fileBytes() >> 20);
        }
        byte[] digest = digest(content);
        Optional<Upload> same = lists.sameFile(list.id(), digest).filter(upload -> isLatest(upload, list.id()));
        if (same.isPresent()) {
            return same.get().publicId();
        }
        Upload upload = new Upload(
                list.id(), shortened(fileName), content.length, digest, cipher.seal(content), actor, clock.instant());
        lists.add(upload);
        jobs.enqueue(IntakeJob.NAME, String.valueOf(upload.id()));
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.uploaded", "list", listId)
                .with("upload", upload.publicId()));
        return upload.publicId();
    }

    /** An older file again, after another one, is a wish to go back to it and is read anew. */
    private boolean isLatest(Upload upload, long listId) {
        return sql.number("SELECT MAX(id) FROM stafflist_upload WHERE list_id = ?", listId) == upload.id();
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public List<UploadView> uploads(Actor actor, PublicId listId) {
        return sql.list(
                "SELECT id, public_id, file_name, size, state, problem_code, problem_args, rows_read, rows_good, rows_bad,"
                        + " rows_replaced, uploader, uploaded_at FROM stafflist_upload WHERE list_id = ?"
                        + " ORDER BY id DESC LIMIT 100",
                Uploading::view,
                lists.own(actor, listId).id());
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public Original original(Actor actor, PublicId listId, PublicId uploadId) {
        StaffList list = lists.own(actor, listId);
        Upload upload = lists.upload(uploadId)
                .filter(found -> found.listId() == list.id())
                .orElseThrow(NotFound::new);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.original-taken", "list", listId)
                .with("upload", uploadId));
        return new Original(upload.fileName(), cipher.openBytes(upload.content()));
    }

    private static UploadView view(ResultSet row) throws SQLException {
        return new UploadView(
                Sql.publicId(row, "public_id"),
                row.getString("file_name"),
                row.getInt("size"),
                UploadState.valueOf(row.getString("state")),
                Objects.requireNonNullElse(row.getString("problem_code"), ""),
                Objects.requireNonNullElse(row.getString("problem_args"), ""),
                row.getInt("rows_read"),
                row.getInt("rows_good"),
                row.getInt("rows_bad"),
                row.getInt("rows_replaced"),
                row.getString("uploader"),
                Objects.requireNonNull(Sql.instant(row, "uploaded_at")));
    }

    private static String shortened(String fileName) {
        String base = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return base.length() <= LONGEST_FILE_NAME ? base : base.substring(base.length() - LONGEST_FILE_NAME);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
