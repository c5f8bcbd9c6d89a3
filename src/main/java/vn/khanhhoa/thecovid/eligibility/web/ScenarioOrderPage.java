package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.ScenarioForeseen;
import vn.khanhhoa.thecovid.eligibility.ScenarioOrderView;
import vn.khanhhoa.thecovid.eligibility.ScenarioOrders;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.MomentText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** One order of a scenario with all that was entered about it, and ending it or taking it back. */
@Named
@RequestScoped
public class ScenarioOrderPage {
    @Inject
    private ScenarioOrders orders;

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

    private @Nullable List<ScenarioOrderView> history;
    private String at = "";
    private String number = "";
    private String day = "";
    private int seen;
    private boolean looked;
    private @Nullable ScenarioForeseen foreseen;

    @PostConstruct
    void read() {
        at = foreseen().map(asked -> formats.time(asked.from())).orElseGet(() -> formats.time(clock.instant()));
        seen = orders.lastNumber(actor.get(), id());
    }

    public void load() {
        getHistory();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    private String address() {
        return "/criteria-office/scenario-order?id=" + id();
    }

    public List<ScenarioOrderView> getHistory() {
        List<ScenarioOrderView> known = history;
        if (known == null) {
            known = orders.history(actor.get(), id());
            history = known;
        }
        return known;
    }

    public ScenarioOrderView getOrder() {
        return getHistory().get(0);
    }

    private boolean mayChange() {
        return actor.get().may(Permission.ISSUE_CRITERIA) && getOrder().isLive();
    }

    public boolean isEndable() {
        return mayChange();
    }

    public boolean isRevocable() {
        return mayChange() && getOrder().state() == ScenarioOrderView.State.COMING;
    }

    /** What would follow, to be looked at before it is done. */
    public void ask() {
        Optional<Instant> end = MomentText.read(at);
        if (end.isEmpty()) {
            messages.errorAt("ending:at", "eligibility.moment-wrong", formats.time(clock.instant()));
            return;
        }
        orders.foreseeEnd(actor.get(), id(), end.get());
        messages.go(address() + "&at=" + end.get().toEpochMilli() + "#order");
    }

    /** As on {@link ScenariosPage}. */
    private Optional<ScenarioForeseen> foreseen() {
        if (!looked) {
            foreseen = look().orElse(null);
            looked = true;
        }
        return Optional.ofNullable(foreseen);
    }

    private Optional<ScenarioForeseen> look() {
        String asked = parameters.text("at");
        if (!mayChange() || !asked.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(orders.foreseeEnd(actor.get(), id(), Instant.ofEpochMilli(Long.parseLong(asked))));
        } catch (RuleViolation noLongerPossible) {
            return Optional.empty();
        }
    }

    public boolean isAsking() {
        return foreseen().isPresent();
    }

    public ScenarioForeseen getForeseen() {
        return foreseen().orElseThrow();
    }

    public void end() {
        Optional<LocalDate> signed = DayText.read(day);
        if (signed.isEmpty()) {
            messages.errorAt("sure:day", "eligibility.day-wrong", formats.today());
            return;
        }
        Instant end = getForeseen().from();
        orders.end(actor.get(), id(), end, new ScenarioOrders.Paper(number, signed.get()), seen, true);
        messages.success("eligibility.scenario.was-ended", formats.time(end));
        messages.go(address());
    }

    public void takeBack() {
        orders.takeBack(actor.get(), id(), seen);
        messages.success("eligibility.scenario.was-taken-back");
        messages.go(address());
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
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
}
