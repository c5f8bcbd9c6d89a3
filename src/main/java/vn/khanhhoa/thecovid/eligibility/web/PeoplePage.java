package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.PeopleAct;
import vn.khanhhoa.thecovid.eligibility.UnitingPeople;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What was said of people who are one, or two; and finding one person, then another, of whom it is to be said. */
@Named
@RequestScoped
public class PeoplePage {
    private static final int PAGE = 20;

    @Inject
    private UnitingPeople uniting;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private Paging paging = Paging.of(1, PAGE, 0, Map.of());
    private List<PeopleAct> acts = List.of();
    private @Nullable List<FindingPeople.Found> found;

    @PostConstruct
    void read() {
        paging = Paging.of(parameters.page(), PAGE, uniting.count(actor.get()), Map.of());
        acts = uniting.page(actor.get(), paging.first(), PAGE);
    }

    public void load() {
        if (isSearched() && !isWrong()) {
            getFound();
        }
    }

    public boolean isSearched() {
        return !parameters.search().isEmpty();
    }

    /** Neither a number nor a name with a day that there is. */
    public boolean isWrong() {
        return isSearched() && getNumber().isBlank() && (getName().isBlank() || birth().isEmpty());
    }

    private Optional<LocalDate> birth() {
        return DayText.read(getBirth());
    }

    public List<FindingPeople.Found> getFound() {
        List<FindingPeople.Found> known = found;
        if (known == null) {
            known = uniting.find(actor.get(), getNumber(), getName(), birth());
            found = known;
        }
        return known;
    }

    /** Of the first of the two, once chosen; empty before. */
    public String getOne() {
        return PublicId.parse(parameters.text("one")).map(PublicId::toString).orElse("");
    }

    public String getNumber() {
        return parameters.text("number");
    }

    public String getName() {
        return parameters.text("name");
    }

    public String getBirth() {
        return parameters.text("birth");
    }

    public Paging getPaging() {
        return paging;
    }

    public List<PeopleAct> getActs() {
        return acts;
    }
}
