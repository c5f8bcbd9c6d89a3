package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
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
    private BulkSteps steps;

    @Inject
    private TestLists lists;

    @Inject
    private Sql sql;

    /** Looked through, found to be so many, and begun. */
    public PublicId begin(Actor reviewer, QueueFilter filter, long matching, Outcome outcome, String reason) {
        return begin(reviewer, filter, matching, outcome, reason, true);
    }

    /** With an undo window. */
    PublicId beginLater(Actor reviewer, QueueFilter filter, long matching, Outcome outcome, String reason) {
        return begin(reviewer, filter, matching, outcome, reason, false);
    }

    private PublicId begin(
            Actor reviewer, QueueFilter filter, long matching, Outcome outcome, String reason, boolean atOnce) {
        PublicId id = foresee(reviewer, filter, outcome, reason, atOnce);
        assertThat(bulk.progress(reviewer, id).total()).isEqualTo((int) matching);
        begin(reviewer, id);
        return id;
    }

    /** Looked through, and not begun. */
    PublicId foresee(Actor reviewer, QueueFilter filter, Outcome outcome, String reason, boolean atOnce) {
        PublicId id = withoutTheQueue(() -> bulk.prepare(reviewer, filter, outcome, reason, "", atOnce));
        run(id);
        return id;
    }

    void begin(Actor reviewer, PublicId id) {
        begin(reviewer, id, false);
    }

    void beginWithoutTwice(Actor reviewer, PublicId id) {
        begin(reviewer, id, true);
    }

    private void begin(Actor reviewer, PublicId id, boolean leaveTwice) {
        withoutTheQueue(() -> {
            bulk.begin(reviewer, id, leaveTwice);
            return id;
        });
    }

    void undo(Actor reviewer, PublicId id) {
        withoutTheQueue(() -> {
            bulk.undo(reviewer, id);
            return id;
        });
    }

    private PublicId withoutTheQueue(Callable<PublicId> work) {
        return lists.inTransaction(() -> {
            PublicId id = work.call();
            sql.update("DELETE FROM platform_job WHERE task_name = ?", BulkJob.NAME);
            return id;
        });
    }

    public void run(PublicId id) {
        job.run(String.valueOf(number(id)));
    }

    /** One step of some entries. */
    void step(PublicId id, int entries) {
        steps.step(Actor.PORTAL, number(id), entries);
    }

    private long number(PublicId id) {
        return sql.number("SELECT id FROM review_bulk WHERE public_id = ?", id);
    }
}
