package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.Approvals;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One act of approval: how far it has come, and what is in it. */
@Named
@RequestScoped
public class ApprovalPage {
    private static final int PAGE = 100;

    @Inject
    private Approvals approvals;

    @Inject
    private OrganisationNames names;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    private Approvals.@Nullable Approval approval;
    private Approvals.@Nullable Undoable undoable;

    public void load() {
        getApproval();
    }

    public Approvals.Approval getApproval() {
        Approvals.Approval known = approval;
        if (known == null) {
            known = approvals.approval(actor.get(), getId());
            approval = known;
        }
        return known;
    }

    public Approvals.Undoable getUndoable() {
        Approvals.Undoable known = undoable;
        if (known == null) {
            known = approvals.undoable(actor.get(), getId());
            undoable = known;
        }
        return known;
    }

    /** A button that was shown is heard, also where it is too late by now. */
    public boolean isHeard() {
        return messages.isHearing();
    }

    public void undo() {
        approvals.undo(actor.get(), getId());
        messages.go("/agency-head/approval?id=" + getId());
    }

    public List<Approvals.Line> getLines() {
        return names.learn(
                approvals.lines(actor.get(), getId(), getPaging().first(), PAGE), Approvals.Line::organisationId);
    }

    public Paging getPaging() {
        return Paging.of(parameters.page(), PAGE, getApproval().approved(), Map.of("id", getId().toString()));
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
