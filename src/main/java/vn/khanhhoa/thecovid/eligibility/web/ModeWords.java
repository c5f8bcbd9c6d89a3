package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.eligibility.IssueMode;
import vn.khanhhoa.thecovid.eligibility.ModeOrder;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;

/** Modes and their orders in the reader's words. */
@Named
@RequestScoped
public class ModeWords {
    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private ScenarioWords scenarios;

    public String mode(IssueMode mode) {
        return language.text(mode.key());
    }

    /** The name of an activity; all, where there is none. */
    public String activity(String code) {
        return code.isEmpty() ? language.text("eligibility.mode.all-activities") : scenarios.activity(code);
    }

    /** By which document, of which day, and which version of its place and activity it is. */
    public String document(ModeOrder order) {
        return language.text(
                "eligibility.mode.document",
                language.text("eligibility.document-of", order.document(), formats.day(order.documentDay())),
                order.number());
    }

    /** Who entered it when, and who agreed. */
    public String entered(ModeOrder order) {
        String entered = formats.time(order.enteredAt()) + ", " + order.enterer();
        return order.agreer().isEmpty()
                ? entered
                : language.text("eligibility.mode.entered-agreed", entered, order.agreer());
    }
}
