package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.ActivityRule;
import vn.khanhhoa.thecovid.eligibility.PlaceRules;
import vn.khanhhoa.thecovid.eligibility.RulesOfPlaces;
import vn.khanhhoa.thecovid.eligibility.RulesOfPlaces.Held;
import vn.khanhhoa.thecovid.eligibility.ScenarioOrders;
import vn.khanhhoa.thecovid.eligibility.ScenarioPlace;
import vn.khanhhoa.thecovid.eligibility.ScenarioTurn;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCell;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;

/** For everybody: what holds where at a glance, a place or a journey looked up, an activity, and what changed when. */
@Named
@RequestScoped
public class RulesPage {
    private static final int MOST_NAMED = 20;

    /** A large place, and those within it that have a scenario of their own. */
    public record Group(Held held, List<Held> within) {}

    /** An activity in one scenario, and where that is in force. */
    public record Somewhere(ActivityRule rule, List<Held> places) {}

    @Inject
    private RulesOfPlaces rules;

    @Inject
    private ScenarioWords words;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    private @Nullable List<ScenarioPlace> destinations;
    private @Nullable List<ScenarioPlace> origins;
    private Optional<PlaceRules> found = Optional.empty();
    private boolean looked;

    /** The page is the same for all visitors of a language, and may be shown again for a minute. */
    public void load() {
        if (!actor.get().isSignedIn()) {
            ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
            answer.setResponseHeader("Cache-Control", "private, max-age=60");
            answer.addResponseHeader("Vary", "Cookie");
        }
    }

    public String getPlace() {
        return parameters.text("place").strip();
    }

    public String getFrom() {
        return parameters.text("from").strip();
    }

    /** As it is shown in the field: by name where one place is meant. */
    public String getPlaceName() {
        return getDestinations().size() == 1 ? getDestinations().get(0).fullName() : getPlace();
    }

    public String getFromName() {
        return origins().size() == 1 ? origins().get(0).fullName() : getFrom();
    }

    public String getActivity() {
        return parameters.text("activity").strip();
    }

    public List<ScenarioPlace> getPlaces() {
        return rules.places();
    }

    /** What the place that was typed may mean. */
    public List<ScenarioPlace> getDestinations() {
        List<ScenarioPlace> known = destinations;
        if (known == null) {
            known = ScenarioPlace.meant(rules.places(), getPlace());
            destinations = known;
        }
        return known;
    }

    private List<ScenarioPlace> origins() {
        List<ScenarioPlace> known = origins;
        if (known == null) {
            known = ScenarioPlace.meant(rules.places(), getFrom());
            origins = known;
        }
        return known;
    }

    /** Said at the field; empty where there is nothing to say. */
    public String getPlaceProblem() {
        return getPlace().isEmpty() && !getFrom().isEmpty()
                ? language.text("eligibility.rules.place-missing")
                : problem(getPlace(), getDestinations());
    }

    public String getFromProblem() {
        return problem(getFrom(), origins());
    }

    private String problem(String typed, List<ScenarioPlace> meant) {
        if (typed.isEmpty() || meant.size() == 1) {
            return "";
        }
        return language.text(
                meant.isEmpty() ? "eligibility.rules.place-unknown" : "eligibility.rules.place-unclear", typed);
    }

    /** To choose from, where what was typed for the destination may mean several. */
    public List<ScenarioPlace> getChoices() {
        return getDestinations().size() < 2
                ? List.of()
                : getDestinations().stream().limit(MOST_NAMED).toList();
    }

    /** The same for where the journey begins. */
    public List<ScenarioPlace> getOriginChoices() {
        return origins().size() < 2
                ? List.of()
                : origins().stream().limit(MOST_NAMED).toList();
    }

    private Optional<PlaceRules> found() {
        if (!looked) {
            found = look();
            looked = true;
        }
        return found;
    }

    private Optional<PlaceRules> look() {
        if (getDestinations().size() != 1 || !getFrom().isEmpty() && origins().size() != 1) {
            return Optional.empty();
        }
        String place = getDestinations().get(0).code();
        return getFrom().isEmpty()
                ? rules.at(place)
                : rules.ofJourney(origins().get(0).code(), place);
    }

    public boolean isFound() {
        return found().isPresent();
    }

    public PlaceRules getAnswer() {
        return found().orElseThrow();
    }

    /** All of the answer's, or the one that was asked for. */
    public List<ActivityRule> getActivities() {
        return getAnswer().activities().stream()
                .filter(rule -> getActivity().isEmpty() || rule.row().activity().equals(getActivity()))
                .toList();
    }

    /** Of the activity that was asked for without a place. */
    public List<Somewhere> getSomewhere() {
        if (getActivity().isEmpty() || !getPlace().isEmpty()) {
            return List.of();
        }
        List<Held> held = rules.held().stream().filter(Held::own).toList();
        return rules.ofActivity(getActivity()).stream()
                .map(rule -> new Somewhere(
                        rule,
                        held.stream()
                                .filter(each -> Objects.requireNonNull(each.order())
                                        .scenario()
                                        .equals(rule.scenario()))
                                .toList()))
                .toList();
    }

    /** What can be chosen: the activities of the province's matrix. */
    public List<ActivityRule> getAllActivities() {
        return rules.ofProvince().map(PlaceRules::activities).orElse(List.of());
    }

    public List<String> getLevels() {
        return rules.ofProvince().map(PlaceRules::levels).orElse(List.of());
    }

    public List<MatrixCell.Part> parts(ActivityRule rule) {
        return rule.cell().parts();
    }

    public String part(MatrixCell.Part part) {
        return words.words().part(part);
    }

    public String tone(MatrixCell.Part part) {
        return !part.allowed() ? "bad" : part.needs().isEmpty() ? "good" : "warn";
    }

    /** Limits and what else is to be known; empty for nothing. */
    public String remarks(ActivityRule rule) {
        List<String> parts = new ArrayList<>();
        parts.add(words.words().limits(rule.cell().capacity(), rule.cell().maxPeople()));
        parts.add(rule.row().note(language.getLocale()));
        return String.join(" ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    /** The province and each district; without districts, the province alone. Within each, who has one of its own. */
    public List<Group> getGroups() {
        Map<ScenarioPlace, List<Held>> within = new LinkedHashMap<>();
        Map<ScenarioPlace, Held> heads = new LinkedHashMap<>();
        ScenarioPlace head = null;
        for (Held held : rules.held()) {
            if (held.place().level().compareTo(ScenarioPlace.Level.COMMUNE) < 0) {
                head = held.place();
                heads.put(head, held);
                within.put(head, new ArrayList<>());
            } else if (held.own() && head != null) {
                within.computeIfAbsent(head, place -> new ArrayList<>()).add(held);
            }
        }
        return heads.entrySet().stream()
                .map(each -> new Group(each.getValue(), within.getOrDefault(each.getKey(), List.of())))
                .toList();
    }

    public boolean isAnywhere() {
        return rules.held().stream().anyMatch(held -> held.order() != null);
    }

    public List<RulesOfPlaces.Share> getShares() {
        return rules.shares();
    }

    public List<ScenarioTurn> getTurns() {
        return rules.turns();
    }

    public List<Scenario> getScenarios() {
        return ScenarioOrders.SCENARIOS;
    }

    public Instant getAsOf() {
        return rules.asOf();
    }
}
