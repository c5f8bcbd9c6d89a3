package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What a file would change in a draft that has lines already, and the sender's word on it. */
@UseCase
public class Previewing {
    @Inject
    private Lists lists;

    @Inject
    private Staging staging;

    @Inject
    private SamePeople samePeople;

    @Inject
    private StagedPages pages;

    @Inject
    private Taking taking;

    @Inject
    private Headcounts headcounts;

    @Inject
    private DraftChanges changes;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** In the order of the file; missing ones in that of the draft. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<StagedRowView> rows(
            Actor actor, PublicId listId, PublicId uploadId, StagedEffect effect, int first, int count) {
        StaffList list = lists.own(actor, listId);
        return pages.page(list, lists.upload(list, uploadId), effect, first, count);
    }

    /** How many lines of the file stay, wholly or in a cell, as they were mended in the list. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public int mended(Actor actor, PublicId listId, PublicId uploadId) {
        StaffList list = lists.own(actor, listId);
        return staging.mended(lists.upload(list, uploadId));
    }

    /** What there would be to be said of the list as a whole, were the file taken. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<ListWarning> warnings(Actor actor, PublicId listId, PublicId uploadId) {
        StaffList list = lists.own(actor, listId);
        return headcounts.with(list, lists.upload(list, uploadId));
    }

    /**
     * Takes the file into the draft. Once more changes nothing.
     *
     * @param removeMissing whether the lines that are not in the file leave the draft; not for a file that was downloaded
     *     with some of the lines only
     * @return false where the draft has changed since the preview was made; it is then made anew, and nothing is taken
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public boolean take(Actor actor, PublicId listId, PublicId uploadId, boolean removeMissing) {
        StaffList list = lists.ownLocked(actor, listId);
        Upload upload = lists.upload(list, uploadId);
        if (upload.state() == UploadState.TAKEN) {
            return true;
        }
        list.requireOpen();
        requireStaged(upload);
        if (removeMissing && upload.isPart()) {
            throw new RuleViolation("stafflist.part-of-list");
        }
        if (changes.revision(list.id()) != upload.basedOn()) {
            staging.compareAgain(list, upload);
            samePeople.settleStaged(list, upload.id());
            return false;
        }
        taking.take(upload, removeMissing, actor);
        lists.flush();
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.upload-taken", "list", listId)
                .with("upload", uploadId));
        return true;
    }

    /** The draft stays as it is. Also where the file still asks how it is to be read, or waits to be read at all. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public void discard(Actor actor, PublicId listId, PublicId uploadId) {
        StaffList list = lists.ownLocked(actor, listId);
        Upload upload = lists.upload(list, uploadId);
        if (upload.state() == UploadState.DISCARDED) {
            return;
        }
        if (upload.state().isFinished() && upload.state() != UploadState.REFUSED) {
            throw new RuleViolation("stafflist.upload-not-waiting");
        }
        upload.discarded(clock.instant());
        lists.flush();
        staging.forget(upload.id());
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.upload-discarded", "list", listId)
                .with("upload", uploadId));
    }

    private static void requireStaged(Upload upload) {
        if (!upload.isStaged()) {
            throw new RuleViolation("stafflist.upload-not-waiting");
        }
    }
}
