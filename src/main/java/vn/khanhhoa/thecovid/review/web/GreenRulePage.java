package vn.khanhhoa.thecovid.review.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.GreenRules;

/** By which rule the agency lets through what the data makes green, while people decide the rest. */
@Named
@RequestScoped
public class GreenRulePage {
    private static final int USUAL_A_DAY = 200;
    private static final int USUAL_SAMPLE = 5;

    @Inject
    private GreenRules rules;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private @Nullable List<GreenRules.Rule> versions;
    private List<String> activities = new ArrayList<>();
    private int most = USUAL_A_DAY;
    private int sample = USUAL_SAMPLE;
    private int seen;

    @PostConstruct
    void read() {
        getVersions().stream().findFirst().ifPresent(last -> {
            activities = new ArrayList<>(last.activities());
            most = last.mostADay();
            sample = last.samplePercent();
            seen = last.number();
        });
    }

    public List<GreenRules.Rule> getVersions() {
        List<GreenRules.Rule> known = versions;
        if (known == null) {
            known = rules.versions(actor.get());
            versions = known;
        }
        return known;
    }

    private Optional<GreenRules.Rule> inForce() {
        return getVersions().stream().findFirst().filter(rule -> !rule.stopped());
    }

    public boolean isInForce() {
        return inForce().isPresent();
    }

    public GreenRules.Rule getRule() {
        return inForce().orElseThrow();
    }

    public int getToday() {
        return rules.today(actor.get());
    }

    public List<SelectItem> getChoices() {
        return names().entrySet().stream()
                .map(each -> new SelectItem(each.getKey(), each.getValue()))
                .toList();
    }

    private Map<String, String> names() {
        return catalogue.activities(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(
                        each -> each.code(),
                        each -> language.of(each.nameVi(), each.nameEn()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** For which activities a rule is, by their names. */
    public String activitiesOf(GreenRules.Rule rule) {
        Map<String, String> names = names();
        return rule.activities().isEmpty()
                ? language.text("review.green.all")
                : rule.activities().stream()
                        .sorted()
                        .map(code -> names.getOrDefault(code, code))
                        .collect(Collectors.joining("; "));
    }

    public void set() {
        rules.set(actor.get(), activities, most, sample, seen);
        messages.success("review.green.was-set");
        messages.go("/agency-head/green-rule");
    }

    public void stop() {
        rules.stop(actor.get());
        messages.success("review.green.was-stopped");
        messages.go("/agency-head/green-rule");
    }

    public List<String> getActivities() {
        return activities;
    }

    public void setActivities(@Nullable List<String> activities) {
        this.activities = activities == null ? new ArrayList<>() : new ArrayList<>(activities);
    }

    public int getMost() {
        return most;
    }

    public void setMost(int most) {
        this.most = most;
    }

    public int getSample() {
        return sample;
    }

    public void setSample(int sample) {
        this.sample = sample;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }
}
