package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
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
    @Inject
    private Lists lists;

    @Inject
    private DraftRows rows;

    @Inject
    private Forms forms;

    @Inject
    private ListAnswers answers;

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
        StaffList list = lists.ownLocked(actor, id);
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
        list.submitted(clock.instant());
        failed.forgetAll(SubmissionJob.NAME, list.id() + ":");
        jobs.enqueue(SubmissionJob.NAME, list.id() + ":" + submission + ":" + actor.accountId());
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.submitted", "list", id).with("rows", sent));
    }

    /** The incident that stopped the last submission before all its lines were sent; empty where none did. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<String> stopped(Actor actor, PublicId id) {
        return failed.incidentOfAny(SubmissionJob.NAME, lists.own(actor, id).id() + ":");
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
