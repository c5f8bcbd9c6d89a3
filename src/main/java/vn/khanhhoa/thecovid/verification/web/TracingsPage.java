package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.verification.TracingView;
import vn.khanhhoa.thecovid.verification.Tracings;

/** Whose contacts the health office asked for. */
@Named
@RequestScoped
public class TracingsPage {
    private static final int PAGE = 25;

    @Inject
    private Tracings tracings;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    private @Nullable Paging paging;
    private @Nullable List<TracingView> rows;

    public void load() {
        getRows();
    }

    public List<TracingView> getRows() {
        List<TracingView> known = rows;
        if (known == null) {
            known = tracings.list(actor.get(), getPaging().first(), PAGE);
            rows = known;
        }
        return known;
    }

    public Paging getPaging() {
        Paging known = paging;
        if (known == null) {
            known = Paging.of(parameters.page(), PAGE, tracings.count(actor.get()), Map.of());
            paging = known;
        }
        return known;
    }
}
