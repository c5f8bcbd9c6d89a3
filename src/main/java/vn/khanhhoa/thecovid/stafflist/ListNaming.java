package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Keeps an organisation's lists in order: finds them, names them, and takes away what was never sent. */
@UseCase
public class ListNaming {
    /** Whatever hangs on a list, in the order in which it can go. */
    private static final List<String> PARTS = List.of(
            "DELETE s FROM stafflist_staged s JOIN stafflist_upload u ON u.id = s.upload_id WHERE u.list_id = ?",
            "DELETE b FROM stafflist_row_before b JOIN stafflist_change c ON c.id = b.change_id WHERE c.list_id = ?",
            "DELETE FROM stafflist_change WHERE list_id = ?",
            "DELETE FROM stafflist_row_mark WHERE list_id = ?",
            "DELETE FROM stafflist_row WHERE list_id = ?",
            "DELETE FROM stafflist_upload WHERE list_id = ?",
            "DELETE FROM stafflist_submission WHERE list_id = ?");

    @Inject
    private Lists lists;

    @Inject
    private ListQueries queries;

    @Inject
    private ListSubmission submission;

    @Inject
    private FailedJobs failed;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> trail;

    /** The newest first. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<StaffListView> find(Actor actor, ListFilter filter, int first, int count) {
        return queries.ofOrganisation(actor.organisationId(), filter, first, count);
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public long count(Actor actor, ListFilter filter) {
        return queries.countOfOrganisation(actor.organisationId(), filter);
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public void rename(Actor actor, PublicId id, String name) {
        StaffList list = lists.ownLocked(actor, id);
        list.rename(name);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.renamed", "list", id));
    }

    /** Nothing was ever sent of it, so nobody else has seen it. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public boolean isDeletable(Actor actor, PublicId id) {
        StaffList list = lists.own(actor, id);
        return hasNoEntries(list) && !submission.isBusy(actor, id);
    }

    /** Lines, files and history go with it. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public void delete(Actor actor, PublicId id) {
        StaffList list = lists.ownLocked(actor, id);
        if (!hasNoEntries(list)) {
            throw new RuleViolation("stafflist.delete-sent");
        }
        if (submission.isBusy(actor, id)) {
            throw new RuleViolation("stafflist.delete-busy");
        }
        failed.forgetAll(SubmissionJob.NAME, list.id() + ":");
        sql.list("SELECT id FROM stafflist_upload WHERE list_id = ?", row -> String.valueOf(row.getLong(1)), list.id())
                .forEach(upload -> failed.forget(IntakeJob.NAME, upload));
        PARTS.forEach(part -> sql.update(part, list.id()));
        lists.remove(list);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.deleted", "list", id));
    }

    private boolean hasNoEntries(StaffList list) {
        return sql.number("SELECT COUNT(*) FROM stafflist_entry WHERE list_id = ?", list.id()) == 0;
    }
}
