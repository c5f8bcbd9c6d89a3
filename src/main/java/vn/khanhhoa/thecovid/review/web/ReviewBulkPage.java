package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.review.BulkDecisions;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

@Named
@RequestScoped
public class ReviewBulkPage {
    @Inject
    private BulkDecisions bulk;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private String id = "";

    public void load() {
        getProgress();
    }

    /** Asked again and again while the job works; the page is loaded anew when it is done. */
    public void poll() {
        if (getProgress().finished()) {
            messages.go("/agency/review-bulk?id=" + id);
        }
    }

    public BulkDecisions.Progress getProgress() {
        return bulk.progress(actor.get(), PublicId.parse(id).orElseThrow(NotFound::new));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
