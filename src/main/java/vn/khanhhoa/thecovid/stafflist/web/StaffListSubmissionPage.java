package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.ListSubmission;
import vn.khanhhoa.thecovid.stafflist.StaffListView;
import vn.khanhhoa.thecovid.stafflist.SubmissionPlan;

/** The look at what is about to be sent: how much goes where, and what the portal has found about it. */
@Named
@RequestScoped
public class StaffListSubmissionPage {
    @Inject
    private ListKeeping keeping;

    @Inject
    private ListSubmission submission;

    @Inject
    private RowMarkList marks;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private @Nullable StaffListView list;
    private @Nullable SubmissionPlan plan;

    public void load() {
        getList();
    }

    public void submit() {
        submission.submit(actor.get(), getId(), Integer.parseInt(parameters.text("shown")));
        messages.success("stafflist.submission-begun");
        messages.go("/organisation/staff-list?id=" + getId());
    }

    public StaffListView getList() {
        StaffListView known = list;
        if (known == null) {
            known = keeping.view(actor.get(), getId());
            list = known;
        }
        return known;
    }

    public boolean isSendable() {
        return !getList().withdrawn() && getList().good() > 0 && !submission.isBusy(actor.get(), getId());
    }

    public SubmissionPlan getPlan() {
        SubmissionPlan known = plan;
        if (known == null) {
            known = submission.plan(actor.get(), getId());
            plan = known;
        }
        return known;
    }

    /** The kinds of warnings, each with its lines. */
    public List<RowMarkList.Chip> getWarnings() {
        return marks.ready(getId(), getPlan().warnings());
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
