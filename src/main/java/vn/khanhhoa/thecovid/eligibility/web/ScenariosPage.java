package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.ScenarioForeseen;
import vn.khanhhoa.thecovid.eligibility.ScenarioOrderView;
import vn.khanhhoa.thecovid.eligibility.ScenarioOrders;
import vn.khanhhoa.thecovid.eligibility.ScenarioPlace;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.MomentText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Which scenario is in force where, and putting another in force. */
@Named
@RequestScoped
public class ScenariosPage {
    private static final int MOST_NAMED = 5;

    @Inject
    private ScenarioOrders orders;

    @Inject
    private ScenarioWords words;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    private @Nullable List<ScenarioOrderView> all;
    private @Nullable List<ScenarioPlace> places;
    private String place = "";
    private String scenario = "";
    private String from = "";
    private String until = "";
    private String number = "";
    private String day = "";
    private int seen;
    private boolean looked;
    private @Nullable ScenarioForeseen foreseen;
    private String zoneCode = "";
    private String zoneName = "";
    private String commune = "";

    @PostConstruct
    void read() {
        from = formats.time(clock.instant());
        foreseen().ifPresent(asked -> {
            place = asked.place().fullName();
            scenario = parameters.text("scenario");
            from = formats.time(asked.from());
            until = formats.time(asked.until());
            seen = asked.seen();
        });
    }

    public boolean isIssuable() {
        return actor.get().may(Permission.ISSUE_CRITERIA);
    }

    private List<ScenarioOrderView> inState(List<ScenarioOrderView.State> states) {
        List<ScenarioOrderView> known = all;
        if (known == null) {
            known = orders.orders(actor.get());
            all = known;
        }
        return known.stream().filter(order -> states.contains(order.state())).toList();
    }

    public List<ScenarioOrderView> getInForce() {
        return inState(List.of(ScenarioOrderView.State.IN_FORCE));
    }

    public List<ScenarioOrderView> getComing() {
        return inState(List.of(ScenarioOrderView.State.COMING));
    }

    public List<ScenarioOrderView> getPast() {
        return inState(List.of(
                ScenarioOrderView.State.OVERTAKEN, ScenarioOrderView.State.OVER, ScenarioOrderView.State.TAKEN_BACK));
    }

    public List<ScenarioPlace> getPlaces() {
        List<ScenarioPlace> known = places;
        if (known == null) {
            known = orders.places(actor.get());
            places = known;
        }
        return known;
    }

    public List<ScenarioPlace> getCommunes() {
        return getPlaces().stream()
                .filter(each -> each.level() == ScenarioPlace.Level.COMMUNE)
                .toList();
    }

    public List<ScenarioPlace> getZones() {
        return getPlaces().stream().filter(ScenarioPlace::isZone).toList();
    }

    public List<SelectItem> getScenarios() {
        return ScenarioOrders.SCENARIOS.stream()
                .map(each -> new SelectItem(each.code(), words.scenario(each)))
                .toList();
    }

    /** What it would change, to be looked at before it is done. */
    public void ask() {
        Optional<ScenarioPlace> meant = one(getPlaces(), place, "ordering:place");
        Optional<Instant> begin = moment(from, "ordering:from");
        Optional<Instant> end = until.isBlank() ? Optional.empty() : moment(until, "ordering:until");
        if (meant.isEmpty() || begin.isEmpty() || end.isEmpty() && !until.isBlank()) {
            return;
        }
        orders.foresee(
                actor.get(), new ScenarioOrders.Wish(meant.get().code(), scenario, begin.get(), end.orElse(null)));
        messages.go("/criteria-office/scenarios?place=" + meant.get().code() + "&scenario=" + scenario + "&from="
                + begin.get().toEpochMilli()
                + end.map(each -> "&until=" + each.toEpochMilli()).orElse("") + "#order");
    }

    private Optional<ScenarioPlace> one(List<ScenarioPlace> among, String text, String field) {
        List<ScenarioPlace> meant = ScenarioPlace.meant(among, text);
        if (meant.isEmpty()) {
            messages.errorAt(field, "eligibility.place-unknown", text.strip());
        } else if (meant.size() > 1) {
            messages.errorAt(
                    field,
                    "eligibility.place-unclear",
                    text.strip(),
                    meant.stream()
                            .limit(MOST_NAMED)
                            .map(ScenarioPlace::fullName)
                            .collect(Collectors.joining("; ")));
        } else {
            return Optional.of(meant.get(0));
        }
        return Optional.empty();
    }

    private Optional<Instant> moment(String text, String field) {
        Optional<Instant> read = MomentText.read(text);
        if (read.isEmpty()) {
            messages.errorAt(field, "eligibility.moment-wrong", formats.time(clock.instant()));
        }
        return read;
    }

    /** Empty where nothing is asked, or what is asked can no longer be done: the form says why when it is sent again. */
    private Optional<ScenarioForeseen> foreseen() {
        if (!looked) {
            foreseen = look().orElse(null);
            looked = true;
        }
        return Optional.ofNullable(foreseen);
    }

    private Optional<ScenarioForeseen> look() {
        Optional<Instant> begin = millis("from");
        boolean known =
                ScenarioOrders.SCENARIOS.stream().anyMatch(each -> each.code().equals(parameters.text("scenario")))
                        && getPlaces().stream().anyMatch(each -> each.code().equals(parameters.text("place")));
        if (!isIssuable() || !known || begin.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(orders.foresee(actor.get(), wish(begin.get())));
        } catch (RuleViolation noLongerPossible) {
            return Optional.empty();
        }
    }

    private ScenarioOrders.Wish wish(Instant begin) {
        return new ScenarioOrders.Wish(
                parameters.text("place"),
                parameters.text("scenario"),
                begin,
                millis("until").orElse(null));
    }

    private Optional<Instant> millis(String name) {
        String text = parameters.text(name);
        return text.matches("\\d{1,15}") ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text))) : Optional.empty();
    }

    public boolean isAsking() {
        return foreseen().isPresent();
    }

    public ScenarioForeseen getForeseen() {
        return foreseen().orElseThrow();
    }

    /** A start that has passed was shown as one, with what it changes: the button says so. */
    public void putInForce() {
        Optional<LocalDate> signed = DayText.read(day);
        if (signed.isEmpty()) {
            messages.errorAt("sure:day", "eligibility.day-wrong", formats.today());
            return;
        }
        ScenarioForeseen shown = getForeseen();
        orders.putInForce(actor.get(), wish(shown.from()), new ScenarioOrders.Paper(number, signed.get()), seen, true);
        messages.success("eligibility.scenario.was-put-in-force", shown.place().name(), formats.time(shown.from()));
        messages.go("/criteria-office/scenarios");
    }

    public void addZone() {
        Optional<ScenarioPlace> around = one(getCommunes(), commune, "zone:commune");
        if (around.isPresent()) {
            orders.addZone(actor.get(), zoneCode, zoneName, around.get().code());
            messages.success("eligibility.zone.added", zoneName.strip());
            messages.go("/criteria-office/scenarios#zone-list");
        }
    }

    public void removeZone() {
        String code = parameters.text("zones:remove");
        orders.removeZone(actor.get(), code);
        messages.success("eligibility.zone.removed", code);
        messages.go("/criteria-office/scenarios#zone-list");
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getScenario() {
        return scenario;
    }

    public void setScenario(String scenario) {
        this.scenario = scenario;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }

    public String getZoneCode() {
        return zoneCode;
    }

    public void setZoneCode(String zoneCode) {
        this.zoneCode = zoneCode;
    }

    public String getZoneName() {
        return zoneName;
    }

    public void setZoneName(String zoneName) {
        this.zoneName = zoneName;
    }

    public String getCommune() {
        return commune;
    }

    public void setCommune(String commune) {
        this.commune = commune;
    }
}
