package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.verification.AlertState;
import vn.khanhhoa.thecovid.verification.AlertView;
import vn.khanhhoa.thecovid.verification.Alerts;

/** What the agency is to look at. */
@Named
@RequestScoped
public class AlertsPage {
    private static final int PAGE = 25;

    @Inject
    private Alerts alerts;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    private @Nullable Paging paging;
    private @Nullable List<AlertView> rows;

    public List<AlertView> getRows() {
        List<AlertView> known = rows;
        if (known == null) {
            known = alerts.list(actor.get(), state(), getPaging().first(), PAGE);
            rows = known;
        }
        return known;
    }

    public Paging getPaging() {
        Paging known = paging;
        if (known == null) {
            known = Paging.of(parameters.page(), PAGE, alerts.count(actor.get(), state()), Map.of("state", getState()));
            paging = known;
        }
        return known;
    }

    private Optional<AlertState> state() {
        return Stream.of(AlertState.values())
                .filter(each -> each.name().equals(getState()))
                .findFirst();
    }

    public String getState() {
        return parameters.text("state");
    }

    public AlertState[] getStates() {
        return AlertState.values();
    }
}
