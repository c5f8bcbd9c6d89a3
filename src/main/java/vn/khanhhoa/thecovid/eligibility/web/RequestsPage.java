package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.FaultReports;
import vn.khanhhoa.thecovid.eligibility.FaultView;
import vn.khanhhoa.thecovid.eligibility.PaperEvidence;
import vn.khanhhoa.thecovid.eligibility.PaperView;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.platform.web.Parameters;

/** What others ask a source: whether a paper is in its books, and what of somebody's data is wrong. */
@Named
@RequestScoped
public class RequestsPage {
    @Inject
    private SourceKeeping keeping;

    @Inject
    private PaperEvidence papers;

    @Inject
    private FaultReports faults;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    private @Nullable SourceView source;
    private List<PaperView> paperList = List.of();
    private List<FaultView> faultList = List.of();

    @PostConstruct
    void read() {
        SourceView read = keeping.source(actor.get(), parameters.id("id"));
        source = read;
        paperList = papers.ofSource(actor.get(), read.publicId());
        faultList = faults.ofSource(actor.get(), read.publicId());
    }

    public void load() {
        getSource();
    }

    public SourceView getSource() {
        return Objects.requireNonNull(source);
    }

    public List<PaperView> getPapers() {
        return paperList;
    }

    public List<FaultView> getFaults() {
        return faultList;
    }

    public boolean isLate(PaperView paper) {
        return paper.isLate(clock.instant());
    }

    public boolean isLateFault(FaultView fault) {
        return fault.isLate(clock.instant());
    }
}
