package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.stafflist.DecidedEntries;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/** What was decided here: the way back to an entry, and for a head to opening it again. */
@Named
@RequestScoped
public class DecidedPage {
    private static final int PAGE = 50;

    @Inject
    private DecidedEntries decided;

    @Inject
    private OrganisationNames names;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private @Nullable List<DecidedEntries.Decided> found;

    private List<DecidedEntries.Decided> found() {
        List<DecidedEntries.Decided> known = found;
        if (known == null) {
            known = names.learn(
                    decided.find(actor.get(), filter(), PAGE * (page() - 1), PAGE + 1),
                    DecidedEntries.Decided::organisationId);
            found = known;
        }
        return known;
    }

    private DecidedEntries.Filter filter() {
        return new DecidedEntries.Filter(
                getName(),
                chosen().orElse(null),
                day("from").orElse(null),
                day("to").orElse(null));
    }

    private Optional<Outcome> chosen() {
        return Arrays.stream(Outcome.values())
                .filter(each -> each.name().equals(parameters.text("outcome")))
                .findFirst();
    }

    /** What is not a day filters nothing. */
    private Optional<LocalDate> day(String name) {
        return DayText.read(parameters.text(name));
    }

    private int page() {
        return Math.max(1, parameters.page());
    }

    public List<DecidedEntries.Decided> getRows() {
        return found().subList(0, Math.min(PAGE, found().size()));
    }

    public String getNewerLink() {
        return page() == 1 ? "" : link(page() - 1);
    }

    public String getOlderLink() {
        return found().size() <= PAGE ? "" : link(page() + 1);
    }

    private String link(int page) {
        return new Paging(1, PAGE, 0, Map.of("search", parameters.search())).link(page);
    }

    /** The key of what is wrong with the days; empty where nothing is. */
    public String getDaysWrong() {
        if (Stream.of("from", "to")
                .anyMatch(name -> !parameters.text(name).isBlank() && day(name).isEmpty())) {
            return "platform.day-wrong";
        }
        boolean turned = day("from")
                .flatMap(from -> day("to").map(to -> to.isBefore(from)))
                .orElse(false);
        return turned ? "review.mandate-days" : "";
    }

    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    public String getOutcome() {
        return chosen().map(Outcome::name).orElse("");
    }

    public String getFrom() {
        return parameters.text("from");
    }

    public String getTo() {
        return parameters.text("to");
    }

    public String getName() {
        return parameters.text("name");
    }
}
