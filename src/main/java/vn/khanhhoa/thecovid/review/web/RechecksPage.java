package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.RecheckSampling;
import vn.khanhhoa.thecovid.review.Rechecks;

/** What was drawn of other agencies' approvals of their own people. */
@Named
@RequestScoped
public class RechecksPage {
    private static final int SHOWN = 100;

    @Inject
    private Rechecks rechecks;

    @Inject
    private RecheckSampling sampling;

    @Inject
    private Catalogue catalogue;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    private int sampleSize = -1;
    private int version = -1;

    public List<Rechecks.Drawing> getDrawings() {
        return rechecks.drawings(actor.get(), 0, SHOWN);
    }

    public String agencyName(long id) {
        return catalogue.agency(id).map(AgencyView::name).orElse("");
    }

    public boolean isSaying() {
        return sampling.maySay(actor.get());
    }

    public void change() {
        sampling.change(actor.get(), new RecheckSampling.Rule(sampleSize, version));
        messages.success("review.rules-changed");
        messages.go("/agency-head/rechecks");
    }

    public int getSampleSize() {
        return sampleSize < 0 ? sampling.rule(actor.get()).sampleSize() : sampleSize;
    }

    public void setSampleSize(int sampleSize) {
        this.sampleSize = sampleSize;
    }

    public int getVersion() {
        return version < 0 ? sampling.rule(actor.get()).version() : version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
