package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.DueDose;
import vn.khanhhoa.thecovid.eligibility.DueDoses;
import vn.khanhhoa.thecovid.eligibility.DueDosesFilter;
import vn.khanhhoa.thecovid.eligibility.DueDosesSum;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;

/** How many are due the next dose, by facility and commune, and who they are where one of these is chosen. */
@Named
@RequestScoped
public class DueDosesPage {
    private static final int PAGE = 50;
    private static final int LONGEST_AHEAD_DAYS = 60;

    @Inject
    private DueDoses doses;

    @Inject
    private SourceKeeping keeping;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    private @Nullable SourceView source;
    private @Nullable DueDosesFilter filter;
    private @Nullable DueDosesSum sum;
    private @Nullable Instant knownAt;
    private @Nullable Paging paging;
    private @Nullable List<DueDose> people;
    private List<SourceView> sources = List.of();
    private boolean wrong;

    @PostConstruct
    void read() {
        sources = keeping.sources(actor.get()).stream()
                .filter(each -> each.own() && each.kind() == SourceKind.VACCINATION)
                .toList();
        String asked = parameters.text("id");
        source = sources.stream()
                .filter(each -> asked.isEmpty() || each.publicId().toString().equals(asked))
                .findFirst()
                .orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> until = DayText.read(parameters.text("until"));
        LocalDate latest = today.plusDays(LONGEST_AHEAD_DAYS);
        wrong = !parameters.text("until").isBlank()
                && until.filter(day -> !day.isAfter(latest)).isEmpty();
        filter = new DueDosesFilter(
                getSource().publicId(),
                parameters.text("facility"),
                parameters.text("commune"),
                wrong ? today : until.orElse(today));
    }

    public void load() {
        getSource();
    }

    /** Those that the reader could choose from. */
    public List<SourceView> getSources() {
        return sources;
    }

    public SourceView getSource() {
        return Objects.requireNonNull(source);
    }

    public DueDosesFilter getFilter() {
        return Objects.requireNonNull(filter);
    }

    /** The day that was asked for is none, or too far ahead. */
    public boolean isWrong() {
        return wrong;
    }

    public int getMostDaysAhead() {
        return LONGEST_AHEAD_DAYS;
    }

    /** A facility or a commune is chosen. */
    public boolean isChosen() {
        return !getFilter().facility().isEmpty() || !getFilter().commune().isEmpty();
    }

    /** Up to when changes of records are in what is shown. */
    public Instant getKnownAt() {
        Instant known = knownAt;
        if (known == null) {
            known = doses.knownAt(actor.get());
            knownAt = known;
        }
        return known;
    }

    /** Some changes are not in what is shown yet. */
    public boolean isBehind() {
        return getKnownAt().isBefore(clock.instant().minusSeconds(1));
    }

    public DueDosesSum getSum() {
        DueDosesSum known = sum;
        if (known == null) {
            known = doses.sum(actor.get(), getFilter());
            sum = known;
        }
        return known;
    }

    /** As addresses name it. */
    public String commune(DueDosesSum.Part part) {
        return part.code().isEmpty() ? DueDosesFilter.NO_COMMUNE : part.code();
    }

    public Paging getPaging() {
        Paging known = paging;
        if (known == null) {
            Map<String, String> address = new LinkedHashMap<>();
            address.put("id", getSource().publicId().toString());
            address.put("facility", getFilter().facility());
            address.put("commune", getFilter().commune());
            address.put("until", getFilter().until().toString());
            known = Paging.of(parameters.page(), PAGE, doses.count(actor.get(), getFilter()), address);
            paging = known;
        }
        return known;
    }

    public List<DueDose> getPeople() {
        List<DueDose> known = people;
        if (known == null) {
            known = doses.page(actor.get(), getFilter(), getPaging().first(), PAGE);
            people = known;
        }
        return known;
    }

    /** Year, month and day as people read them. */
    public String birth(DueDose due) {
        String[] parts = due.birth().split("-", -1);
        StringBuilder text = new StringBuilder();
        for (int i = parts.length - 1; i >= 0; i--) {
            text.append(parts[i]).append(i == 0 ? "" : "/");
        }
        return text.toString();
    }
}
