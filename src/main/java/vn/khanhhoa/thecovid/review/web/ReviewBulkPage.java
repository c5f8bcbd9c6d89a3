package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.BulkDecisions;
import vn.khanhhoa.thecovid.shared.PublicId;

@Named
@RequestScoped
public class ReviewBulkPage {
    @Inject
    private BulkDecisions bulk;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    public void load() {
        getProgress();
    }

    public BulkDecisions.Progress getProgress() {
        return bulk.progress(actor.get(), getId());
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
