package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Bulk decisions whose job runs here and now, in the caller's thread. */
@ApplicationScoped
public class TestBulk {
    @Inject
    private BulkDecisions bulk;

    @Inject
    private EntryQueue queue;

    @Inject
    private BulkJob job;

    @Inject
    private TestLists lists;

    @Inject
    private Sql sql;

    public PublicId begin(Actor reviewer, QueueFilter filter, long shown, Outcome outcome, String reason) {
        return begin(reviewer, filter, shown, last(reviewer, filter), outcome, reason);
    }

    PublicId begin(Actor reviewer, QueueFilter filter, long shown, QueuePlace last, Outcome outcome, String reason) {
        return begin(reviewer, filter, shown, last, outcome, reason, true);
    }

    /** With an undo window. */
    PublicId beginLater(Actor reviewer, QueueFilter filter, long shown, Outcome outcome, String reason) {
        return begin(reviewer, filter, shown, last(reviewer, filter), outcome, reason, false);
    }

    void undo(Actor reviewer, PublicId id) {
        lists.inTransaction(() -> {
            bulk.undo(reviewer, id);
            sql.update("DELETE FROM platform_job WHERE task_name = ?", BulkJob.NAME);
            return id;
        });
    }

    private PublicId begin(
            Actor reviewer,
            QueueFilter filter,
            long shown,
            QueuePlace last,
            Outcome outcome,
            String reason,
            boolean atOnce) {
        return lists.inTransaction(() -> {
            PublicId id = bulk.begin(reviewer, filter, shown, last, outcome, reason, "", atOnce);
            sql.update("DELETE FROM platform_job WHERE task_name = ?", BulkJob.NAME);
            return id;
        });
    }

    /** As a page would have shown it now; of an empty queue, any place will do. */
    QueuePlace last(Actor reviewer, QueueFilter filter) {
        return queue.last(reviewer, filter).orElse(new QueuePlace(Instant.EPOCH, 0));
    }

    public void run(PublicId id) {
        job.run(String.valueOf(sql.number("SELECT id FROM review_bulk WHERE public_id = ?", id)));
    }
}
