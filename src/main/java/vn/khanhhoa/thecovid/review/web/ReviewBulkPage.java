package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.BulkDecisions;
import vn.khanhhoa.thecovid.shared.PublicId;

@Named
@RequestScoped
public class ReviewBulkPage {
    private static final String PAGE = "/agency/review-bulk?id=";

    @Inject
    private BulkDecisions bulk;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    public void load() {
        getProgress();
    }

    public void undo() {
        bulk.undo(actor.get(), getId());
        messages.go(PAGE + getId());
    }

    public void atOnce() {
        bulk.atOnce(actor.get(), getId());
        messages.success("review.effective-now");
        messages.go(PAGE + getId());
    }

    public BulkDecisions.Progress getProgress() {
        return bulk.progress(actor.get(), getId());
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
