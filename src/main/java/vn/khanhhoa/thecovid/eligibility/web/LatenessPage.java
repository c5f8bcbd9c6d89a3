package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.DailyTotals;
import vn.khanhhoa.thecovid.eligibility.LatenessView;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What of a source's data was in time, late or is missing: by day as a chart and figures, by facility, as a file. */
@Named
@RequestScoped
public class LatenessPage {
    private static final int USUAL_DAYS = 14;

    @Inject
    private DailyTotals totals;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    private @Nullable LatenessView view;
    private @Nullable LatenessChart chart;
    private boolean tooLong;
    private boolean wrong;

    @PostConstruct
    void read() {
        LocalDate to = day("to", LocalDate.now(clock));
        LocalDate from = day("from", to.minusDays(USUAL_DAYS - 1L));
        try {
            view = totals.lateness(actor.get(), parameters.id("id"), from, to);
        } catch (RuleViolation longer) {
            tooLong = true;
            view = totals.lateness(actor.get(), parameters.id("id"), to.minusDays(DailyTotals.MOST_DAYS - 1L), to);
        }
    }

    private LocalDate day(String name, LocalDate otherwise) {
        String asked = parameters.text(name);
        Optional<LocalDate> read = DayText.read(asked);
        wrong |= !asked.isBlank() && read.isEmpty();
        return read.orElse(otherwise);
    }

    /** A day that was asked for is none. */
    public boolean isWrong() {
        return wrong;
    }

    public void load() {
        getView();
    }

    public LatenessView getView() {
        return Objects.requireNonNull(view);
    }

    /** Those of which anything is known. */
    public List<LatenessView.Day> getDays() {
        return getView().days().stream()
                .filter(day -> day.sum().all() + day.sum().declared() > 0)
                .toList();
    }

    /** More days were asked for than are shown. */
    public boolean isTooLong() {
        return tooLong;
    }

    public int getMostDays() {
        return DailyTotals.MOST_DAYS;
    }

    public LatenessChart getChart() {
        LatenessChart known = chart;
        if (known == null) {
            known = new LatenessChart(getView().days());
            chart = known;
        }
        return known;
    }

    /** The chart in a sentence. */
    public String getChartText() {
        return language.text(
                "eligibility.lateness.chart-text",
                formats.day(getView().from()),
                formats.day(getView().to()),
                getView().total().inTime(),
                getView().total().late(),
                getView().total().missing());
    }
}
