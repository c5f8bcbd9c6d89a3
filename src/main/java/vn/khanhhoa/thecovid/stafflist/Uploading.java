package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Files into drafts: received at once, read by a job. */
@UseCase
public class Uploading {
    private static final String UPLOAD =
            "SELECT u.public_id, file_name, size, state, problem_code, problem_args, notes, rows_read, rows_good,"
                    + " rows_bad, rows_repaired, rows_added, rows_replaced, rows_unchanged, rows_missing,"
                    + " rows_superseded, uploader, uploaded_at, c.public_id AS change_public_id FROM stafflist_upload u"
                    + " LEFT JOIN stafflist_change c ON c.id = u.change_id WHERE u.list_id = ?";

    private static final int LONGEST_FILE_NAME = 200;

    /** A file to hand back as it came. */
    public record Original(String fileName, byte[] content) {}

    @Inject
    private Lists lists;

    @Inject
    private Uploads uploads;

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

    /** The same file once more is the same upload, whose reading is brought forward where it waits. Returns its id. */
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
        Optional<PublicId> same = uploads.same(list, content);
        if (same.isPresent()) {
            Upload earlier = lists.upload(list, same.get());
            if (earlier.isAwaited()) {
                jobs.enqueue(IntakeJob.NAME, String.valueOf(earlier.id()));
            }
            return same.get();
        }
        Uploads.Stored upload =
                uploads.add(list, OneLine.ofFile(fileName, LONGEST_FILE_NAME), content, actor, clock.instant());
        begin(actor, listId, upload);
        return upload.publicId();
    }

    /** What there is to choose from, where a file of the list can be read in more than one way. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<ReadingQuestion> question(Actor actor, PublicId listId, PublicId uploadId) {
        return lists.upload(lists.own(actor, listId), uploadId)
                .offer()
                .map(cipher::open)
                .map(Offers::read);
    }

    /** The file is read anew, as the sender wants it. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public void choose(Actor actor, PublicId listId, PublicId uploadId, ReadingChoices choices) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        Upload upload = lists.upload(list, uploadId);
        List<String> offered = offeredSheets(upload);
        if (upload.state() == UploadState.CHOICE && !offered.containsAll(choices.sheets())) {
            throw new RuleViolation("stafflist.sheet-unknown");
        }
        upload.chosen(choices, without(choices.sheets(), offered));
        lists.flush();
        jobs.enqueue(IntakeJob.NAME, String.valueOf(upload.id()));
    }

    private List<String> offeredSheets(Upload upload) {
        return upload.offer()
                .map(cipher::open)
                .map(Offers::read)
                .filter(ReadingQuestion.WhichSheet.class::isInstance)
                .map(ReadingQuestion.WhichSheet.class::cast)
                .map(which -> which.sheets().stream()
                        .map(ReadingQuestion.SheetOffer::name)
                        .toList())
                .orElse(List.of());
    }

    private static List<String> without(List<String> chosen, List<String> offered) {
        return chosen.isEmpty()
                ? List.of()
                : offered.stream().filter(sheet -> !chosen.contains(sheet)).toList();
    }

    /** A file that came before is read once more, in another way: other sheets of it, or its columns as the sender says. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public PublicId readAgain(Actor actor, PublicId listId, PublicId uploadId, ReadingChoices choices) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        Upload before = lists.upload(list, uploadId);
        if (!before.state().isFinished() && !before.isStaged()) {
            throw new RuleViolation("stafflist.upload-not-read");
        }
        if (!before.sheets().containsAll(choices.sheets())) {
            throw new RuleViolation("stafflist.sheet-unknown");
        }
        Uploads.Stored again =
                uploads.add(list, before.fileName(), uploads.content(before.id()), actor, clock.instant());
        lists.upload(again.id()).readBy(choices, without(choices.sheets(), before.otherSheets()));
        lists.flush();
        begin(actor, listId, again);
        return again.publicId();
    }

    private void begin(Actor actor, PublicId listId, Uploads.Stored upload) {
        jobs.enqueue(IntakeJob.NAME, String.valueOf(upload.id()));
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.uploaded", "list", listId)
                .with("upload", upload.publicId()));
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public List<UploadView> uploads(Actor actor, PublicId listId) {
        return sql.list(
                UPLOAD + " ORDER BY u.id DESC LIMIT 100",
                Uploading::view,
                lists.own(actor, listId).id());
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public UploadView upload(Actor actor, PublicId listId, PublicId uploadId) {
        return sql.first(
                        UPLOAD + " AND u.public_id = ?",
                        Uploading::view,
                        lists.own(actor, listId).id(),
                        uploadId)
                .orElseThrow(NotFound::new);
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public Original original(Actor actor, PublicId listId, PublicId uploadId) {
        StaffList list = lists.own(actor, listId);
        Upload upload = lists.upload(list, uploadId);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.original-taken", "list", listId)
                .with("upload", uploadId));
        return new Original(upload.fileName(), uploads.content(upload.id()));
    }

    private static UploadView view(ResultSet row) throws SQLException {
        return new UploadView(
                Sql.publicId(row, "public_id"),
                row.getString("file_name"),
                row.getInt("size"),
                UploadState.valueOf(row.getString("state")),
                Objects.requireNonNullElse(row.getString("problem_code"), ""),
                Objects.requireNonNullElse(row.getString("problem_args"), ""),
                ReadingNotes.read(row.getString("notes")),
                row.getInt("rows_read"),
                row.getInt("rows_good"),
                row.getInt("rows_bad"),
                row.getInt("rows_repaired"),
                row.getInt("rows_added"),
                row.getInt("rows_replaced"),
                row.getInt("rows_unchanged"),
                row.getInt("rows_missing"),
                row.getInt("rows_superseded"),
                Optional.ofNullable(row.getBytes("change_public_id")).map(PublicId::ofBytes),
                row.getString("uploader"),
                Objects.requireNonNull(Sql.instant(row, "uploaded_at")));
    }
}
