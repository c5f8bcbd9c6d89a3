package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.DailyTotals;
import vn.khanhhoa.thecovid.eligibility.FacilityDay;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What each facility of a source had on one day. */
@Named
@RequestScoped
public class DailyTotalsPage {
    private static final int FIRST_YEAR = 2020;
    private static final String LONGEST = "\\d{1,9}";

    @Inject
    private DailyTotals totals;

    @Inject
    private SourceKeeping keeping;

    @Inject
    private Parameters parameters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private @Nullable SourceView source;
    private LocalDate day = LocalDate.EPOCH;
    private boolean wrong;
    private List<FacilityDay> rows = List.of();

    @PostConstruct
    void read() {
        SourceView read = keeping.source(actor.get(), parameters.id("id"));
        source = read;
        day = day(LocalDate.now(clock));
        rows = totals.day(actor.get(), read.publicId(), day);
    }

    private LocalDate day(LocalDate otherwise) {
        String asked = parameters.text("day");
        Optional<LocalDate> read =
                DayText.read(asked).filter(each -> !each.isAfter(otherwise) && each.getYear() >= FIRST_YEAR);
        wrong = !asked.isBlank() && read.isEmpty();
        return read.orElse(otherwise);
    }

    /** The day that was asked for is none, or is to come. */
    public boolean isWrong() {
        return wrong;
    }

    public void load() {
        getSource();
    }

    public SourceView getSource() {
        return Objects.requireNonNull(source);
    }

    public LocalDate getDay() {
        return day;
    }

    public List<FacilityDay> getRows() {
        return rows;
    }

    /** As it was just typed, or else as it is declared. */
    public String total(FacilityDay row) {
        String typed = request.getMethod().equals("POST") ? request.getParameter(field(row)) : null;
        if (typed != null) {
            return typed;
        }
        return row.declared().isPresent() ? String.valueOf(row.declared().getAsInt()) : "";
    }

    public String field(FacilityDay row) {
        return "total:" + row.facility().publicId();
    }

    public void save() {
        Map<PublicId, Integer> typed = new LinkedHashMap<>();
        boolean mistyped = false;
        for (FacilityDay row : rows) {
            String total = total(row).strip();
            if (total.isEmpty()) {
                continue;
            }
            if (!total.matches(LONGEST)) {
                messages.errorAt(
                        field(row),
                        "eligibility.total-not-a-number",
                        row.facility().name());
                mistyped = true;
                continue;
            }
            typed.put(row.facility().publicId(), Integer.parseInt(total));
        }
        if (mistyped) {
            return;
        }
        int changed = totals.declare(actor.get(), getSource().publicId(), day, typed);
        messages.success("eligibility.totals.saved", changed);
        messages.go("/health-data/daily-totals?id=" + getSource().publicId() + "&day=" + day);
    }
}
