package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.MatrixDifference;
import vn.khanhhoa.thecovid.eligibility.ScenarioOrderView;
import vn.khanhhoa.thecovid.eligibility.ScenarioOrders;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCell;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixWords;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.Catalogue;

/** Scenarios, orders and cells of a matrix in the reader's words. */
@Named
@RequestScoped
public class ScenarioWords {
    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    private @Nullable Map<String, String> activities;

    /** "KB3 – Nguy cơ cao". */
    public String scenario(Scenario scenario) {
        return scenario.code() + " – " + scenario.name(language.getLocale());
    }

    /** By its code; the code where there is no such scenario. */
    public String named(String code) {
        return ScenarioOrders.SCENARIOS.stream()
                .filter(each -> each.code().equals(code))
                .map(this::scenario)
                .findFirst()
                .orElse(code);
    }

    /** From when until when. */
    public String time(ScenarioOrderView order) {
        return order.until() == null
                ? language.text("eligibility.scenario-from", formats.time(order.from()))
                : language.text(
                        "eligibility.scenario-from-until", formats.time(order.from()), formats.time(order.until()));
    }

    /** By which document, of which day, and which ended it. */
    public String document(ScenarioOrderView order) {
        String begun = language.text("eligibility.document-of", order.document(), formats.day(order.documentDay()));
        return order.endDocument().isEmpty()
                ? begun
                : language.text(
                        "eligibility.document-and-end", begun, order.endDocument(), formats.day(order.endDay()));
    }

    /** The name of an activity; its code where the catalogue has none. */
    public String activity(String code) {
        Map<String, String> known = activities;
        if (known == null) {
            known = catalogue.activities(LocalDate.now(clock)).stream()
                    .collect(Collectors.toMap(
                            each -> each.code(),
                            each -> language.of(each.nameVi(), each.nameEn()),
                            (one, other) -> one));
            activities = known;
        }
        return known.getOrDefault(code, code);
    }

    /** The name of a level of the matrix. */
    public String level(String code) {
        return words().level(code);
    }

    public String cell(MatrixCell cell, List<String> levels) {
        return words().cell(cell, levels);
    }

    public String difference(MatrixDifference difference) {
        String none = "–";
        return language.text(
                difference.scenario().isEmpty() ? "eligibility.matrix.note-differs" : "eligibility.matrix.cell-differs",
                activity(difference.activity()),
                difference.before().isEmpty() ? none : difference.before(),
                difference.after().isEmpty() ? none : difference.after(),
                difference.scenario());
    }

    MatrixWords words() {
        return new MatrixWords(language.getLocale(), this::activity);
    }
}
