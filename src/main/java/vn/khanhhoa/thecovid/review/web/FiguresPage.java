package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.MomentText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.Figures;
import vn.khanhhoa.thecovid.review.Step;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/** The figures as they were at a moment. */
@Named
@RequestScoped
public class FiguresPage {
    private static final Duration HOURS_SHOWN = Duration.ofHours(24);

    /** A row of counts. @param what an agency's name, a reason's code, or an hour */
    public record Row(
            String what, long approved, long returned, long refused, long forwarded, long reopened, long late) {
        private Row plus(Figures.Line line) {
            return new Row(
                    what,
                    approved + (line.outcome() == Outcome.APPROVE ? line.entries() : 0),
                    returned + (line.outcome() == Outcome.RETURN ? line.entries() : 0),
                    refused + (line.outcome() == Outcome.REFUSE ? line.entries() : 0),
                    forwarded + line.passedOn(),
                    reopened + (line.step() == Step.REOPENED || line.step() == Step.RECONSIDERED ? line.entries() : 0),
                    late + line.late());
        }
    }

    @Inject
    private Figures figures;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Formats formats;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    private @Nullable Instant cutoff;
    private @Nullable List<Figures.Line> totals;

    public void load() {
        Instant latest = figures.latest(actor.get());
        Instant asked = moment(parameters.text("at"));
        if (asked == null && !parameters.text("at").isBlank()) {
            messages.error("platform.moment-wrong", formats.time(latest));
        }
        if (asked != null && asked.isAfter(latest)) {
            messages.error("review.cutoff-ahead");
        }
        cutoff = asked == null || asked.isAfter(latest) ? latest.truncatedTo(ChronoUnit.MINUTES) : asked;
    }

    /** As an officer writes it, or as addresses have it, in the portal's zone; none where it is neither. */
    static @Nullable Instant moment(String text) {
        try {
            return LocalDateTime.parse(text).atZone(PortalClock.ZONE).toInstant();
        } catch (DateTimeParseException notOfAnAddress) {
            return MomentText.read(text).orElse(null);
        }
    }

    public String getAt() {
        return MomentText.of(cutoff());
    }

    /** For addresses. */
    public String getMoment() {
        return LocalDateTime.ofInstant(cutoff(), PortalClock.ZONE).toString();
    }

    private Instant cutoff() {
        return Objects.requireNonNull(cutoff);
    }

    private List<Figures.Line> totals() {
        List<Figures.Line> known = totals;
        if (known == null) {
            known = figures.totals(actor.get(), cutoff());
            totals = known;
        }
        return known;
    }

    public List<Row> getAgencies() {
        return rows(
                totals(),
                line -> catalogue
                        .agency(line.agencyId())
                        .map(AgencyView::name)
                        .orElse(String.valueOf(line.agencyId())));
    }

    public List<Row> getReasons() {
        return rows(totals().stream().filter(line -> !line.about().isEmpty()).toList(), Figures.Line::about);
    }

    /** Of the day before the moment, hour by hour. */
    public List<Row> getHours() {
        return rows(
                figures.hours(actor.get(), cutoff(), cutoff().minus(HOURS_SHOWN).truncatedTo(ChronoUnit.HOURS)),
                line -> Objects.requireNonNull(line.hour()).toString());
    }

    /** As other pages say a time. */
    public String hour(Row row) {
        return formats.time(Instant.parse(row.what()));
    }

    private static List<Row> rows(List<Figures.Line> lines, Function<Figures.Line, String> what) {
        Map<String, Row> rows = new TreeMap<>();
        for (Figures.Line line : lines) {
            String key = what.apply(line);
            rows.put(key, rows.getOrDefault(key, new Row(key, 0, 0, 0, 0, 0, 0)).plus(line));
        }
        return new ArrayList<>(rows.values());
    }
}
