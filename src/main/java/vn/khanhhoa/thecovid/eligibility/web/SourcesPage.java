package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceView;

/** The sources that the reader has to do with. */
@Named
@RequestScoped
public class SourcesPage {
    @Inject
    private SourceKeeping keeping;

    @Inject
    private CurrentActor actor;

    private @Nullable List<SourceView> sources;

    public List<SourceView> getSources() {
        List<SourceView> known = sources;
        if (known == null) {
            known = keeping.sources(actor.get());
            sources = known;
        }
        return known;
    }

    public boolean isGoverning() {
        return actor.get().may(Permission.GOVERN_SOURCES);
    }
}
