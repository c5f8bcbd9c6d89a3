package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.Approvals;
import vn.khanhhoa.thecovid.review.ApprovedLines;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One act of approval: how far it has come, and what is in it. */
@Named
@RequestScoped
public class ApprovalPage {
    private static final int PAGE = 100;

    @Inject
    private Approvals approvals;

    @Inject
    private ApprovedLines approvedLines;

    @Inject
    private OrganisationNames names;

    @Inject
    private Language language;

    @Inject
    private Formats format;

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

    /** What became of lines that hold no more, in sentences. */
    public List<String> getVoided() {
        return approvedLines.voided(actor.get(), getId()).stream()
                .map(each ->
                        language.text(each.key(), format.number(each.lines()), each.by(), format.time(each.last())))
                .toList();
    }

    /** The same of one; empty where it holds. */
    public String voided(ApprovedLines.Line line) {
        ApprovedLines.Voided what = line.voided();
        return what == null ? "" : language.text(what.key(), what.by(), format.time(what.at()));
    }

    public List<ApprovedLines.Line> getLines() {
        return names.learn(
                approvedLines.lines(actor.get(), getId(), getPaging().first(), PAGE),
                ApprovedLines.Line::organisationId);
    }

    public Paging getPaging() {
        return Paging.of(parameters.page(), PAGE, getApproval().approved(), Map.of("id", getId().toString()));
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
