package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.AlertView;
import vn.khanhhoa.thecovid.verification.Alerts;

/** One alert, and what came of it. */
@Named
@RequestScoped
public class AlertPage {
    @Inject
    private Alerts alerts;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private @Nullable AlertView alert;
    private String word = "";

    public void load() {
        getAlert();
    }

    public AlertView getAlert() {
        AlertView known = alert;
        if (known == null) {
            known = alerts.open(actor.get(), getId());
            alert = known;
        }
        return known;
    }

    public List<Alerts.ScanLine> getScans() {
        return alerts.scans(actor.get(), getId());
    }

    /** Key of what was shown. */
    public String way(Alerts.ScanLine scan) {
        return "verification.alert-way." + scan.way().toLowerCase(Locale.ROOT);
    }

    public void settle() {
        alerts.settle(actor.get(), getId(), word);
        messages.success("verification.alert-is-settled");
        messages.go("/health-office/alert?id=" + getId());
    }

    public PublicId getId() {
        return parameters.id("id");
    }

    public String getWord() {
        return word;
    }

    public void setWord(@Nullable String typed) {
        word = typed == null ? "" : typed;
    }
}
