package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Bulk decisions whose job runs here and now, in the caller's thread. */
@ApplicationScoped
public class TestBulk {
    @Inject
    private BulkDecisions bulk;

    @Inject
    private BulkJob job;

    @Inject
    private TestLists lists;

    @Inject
    private Sql sql;

    public PublicId begin(Actor reviewer, QueueFilter filter, long shown, Outcome outcome, String reason) {
        return lists.inTransaction(() -> {
            PublicId id = bulk.begin(reviewer, filter, shown, outcome, reason, "");
            sql.update("DELETE FROM platform_job WHERE task_name = ?", BulkJob.NAME);
            return id;
        });
    }

    public void run(PublicId id) {
        job.run(String.valueOf(sql.number("SELECT id FROM review_bulk WHERE public_id = ?", id)));
    }
}
