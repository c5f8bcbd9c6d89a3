package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Sends the good lines of a draft to the agencies; the others stay. A job does the work, some hundreds at a time. */
@UseCase
public class ListSubmission {
    private static final int MOST = 100;

    @Inject
    private Lists lists;

    @Inject
    private DraftRows rows;

    @Inject
    private ChangedLines changedLines;

    @Inject
    private Forms forms;

    @Inject
    private ListAnswers answers;

    @Inject
    private SubmissionPlans plans;

    @Inject
    private Jobs jobs;

    @Inject
    private FailedJobs failed;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /**
     * What is good at this moment goes; what becomes good later, or is changed on its way, waits for the next time. Once
     * more while the first is under way changes nothing.
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public void submit(Actor actor, PublicId id) {
        submit(actor, lists.ownLocked(actor, id));
    }

    /** The same, where as many lines are ready as the sender was told of, or all of them are under way already. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public void submit(Actor actor, PublicId id, int shown) {
        StaffList list = lists.ownLocked(actor, id);
        long ready = rows.count(list.id(), RowFilter.of(RowState.GOOD));
        if (ready > 0 && ready != shown) {
            throw new RuleViolation("stafflist.more-lines-meanwhile");
        }
        submit(actor, list);
    }

    private void submit(Actor actor, StaffList list) {
        list.requireOpen();
        answers.requireComplete(forms.of(list), list.details());
        long submission = sql.number("SELECT NEXT VALUE FOR stafflist_seq");
        int sent = rows.send(list.id(), submission);
        if (sent == 0) {
            if (rows.count(list.id(), RowFilter.of(RowState.SENDING)) == 0) {
                throw new RuleViolation("stafflist.nothing-to-submit");
            }
            return;
        }
        changedLines.settle(list.id(), submission);
        list.submitted(clock.instant());
        failed.forgetAll(SubmissionJob.NAME, list.id() + ":");
        sql.update(
                "INSERT INTO stafflist_submission (id, list_id, row_count, made_by, maker, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                submission,
                list.id(),
                sent,
                actor.accountId(),
                actor.name(),
                clock.instant());
        jobs.enqueue(SubmissionJob.NAME, list.id() + ":" + submission + ":" + actor.accountId());
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.submitted", "list", list.publicId())
                .with("rows", sent));
    }

    /** The incident that stopped the last submission before all its lines were sent; empty where none did. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<String> stopped(Actor actor, PublicId id) {
        return failed.incidentOfAny(SubmissionJob.NAME, lists.own(actor, id).id() + ":");
    }

    /** What it would come to, to be looked at before. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public SubmissionPlan plan(Actor actor, PublicId id) {
        return plans.of(lists.own(actor, id));
    }

    /** What was sent of the list, the latest first. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<SubmissionView> submissions(Actor actor, PublicId id) {
        return sql.list(
                "SELECT row_count, entered, maker, made_at FROM stafflist_submission WHERE list_id = ? ORDER BY id DESC"
                        + " LIMIT " + MOST,
                row -> new SubmissionView(
                        row.getInt("row_count"),
                        row.getInt("entered"),
                        row.getString("maker"),
                        Objects.requireNonNull(Sql.instant(row, "made_at"))),
                lists.own(actor, id).id());
    }

    /** Whether a file of the list is being read or its lines are on their way. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public boolean isBusy(Actor actor, PublicId id) {
        return busy(actor).contains(lists.own(actor, id).id());
    }

    /** The numbers of the organisation's lists of which that is so. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Set<Long> busy(Actor actor) {
        return Set.copyOf(sql.list(
                "SELECT l.id FROM stafflist_list l JOIN stafflist_upload u ON u.list_id = l.id AND u.state = 'RECEIVED'"
                        + " WHERE l.organisation_id = ? UNION SELECT l.id FROM platform_job j JOIN stafflist_list l"
                        + " ON l.id = SUBSTRING_INDEX(j.task_instance, ':', 1) WHERE j.task_name = ? AND l.organisation_id = ?",
                row -> row.getLong(1),
                actor.organisationId(),
                SubmissionJob.NAME,
                actor.organisationId()));
    }
}
