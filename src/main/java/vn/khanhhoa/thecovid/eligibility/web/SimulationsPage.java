package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.Matrices;
import vn.khanhhoa.thecovid.eligibility.RuleSetSummary;
import vn.khanhhoa.thecovid.eligibility.SimulationSummary;
import vn.khanhhoa.thecovid.eligibility.Simulations;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Simulations that were begun, and another one: of a criteria set, of a matrix or of a scenario, for a place. */
@Named
@RequestScoped
public class SimulationsPage {
    private static final String OF_SCENARIO = "scenario:";
    private static final String OF_MATRIX = "matrix:";

    @Inject
    private Simulations simulations;

    @Inject
    private CriteriaSets sets;

    @Inject
    private Matrices matrices;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    private String draft = "";
    private long area;

    /** What is asked about at first is what the reader came from. */
    @PostConstruct
    void read() {
        draft = parameters.text("draft");
        area = areas().stream()
                .filter(each -> each.level() == AreaLevel.PROVINCE)
                .mapToLong(AreaView::id)
                .findFirst()
                .orElse(0);
    }

    public void load() {
        getSimulations();
    }

    public List<SimulationSummary> getSimulations() {
        return simulations.list(actor.get());
    }

    public String name(SimulationSummary simulation) {
        return language.of(simulation.nameVi(), simulation.nameEn());
    }

    /** Criteria sets, matrices and scenarios, each in a group of its own. */
    public List<SelectItem> getDrafts() {
        return List.of(
                group(
                        "eligibility.simulation.kind.criteria",
                        sets.list(actor.get()).stream()
                                .map(set -> new SelectItem(set.id().toString(), label(set)))),
                group(
                        "eligibility.simulation.kind.matrix",
                        matrices.list(actor.get()).stream()
                                .map(set -> new SelectItem(OF_MATRIX + set.id(), label(set)))),
                group(
                        "eligibility.simulation.kind.scenario",
                        simulations.scenarios(actor.get()).stream()
                                .map(scenario -> new SelectItem(
                                        OF_SCENARIO + scenario.code(),
                                        scenario.code() + " – " + scenario.name(language.getLocale())))));
    }

    private SelectItem group(String key, Stream<SelectItem> items) {
        SelectItemGroup group = new SelectItemGroup(language.text(key));
        group.setSelectItems(items.toArray(SelectItem[]::new));
        return group;
    }

    /** So that two of one code are told apart. */
    private String label(RuleSetSummary set) {
        return language.text(
                "eligibility.comparison.version",
                set.code(),
                language.of(set.nameVi(), set.nameEn()),
                formats.time(set.editedAt()),
                language.text(set.stateKey()));
    }

    private List<AreaView> areas() {
        return catalogue.areas(LocalDate.now(clock));
    }

    public List<SelectItem> getAreas() {
        return AreaChoices.of(areas(), each -> each.path().isEmpty() ? each.name() : each.path());
    }

    public void begin() {
        PublicId id;
        if (draft.startsWith(OF_SCENARIO)) {
            id = simulations.ofScenario(actor.get(), draft.substring(OF_SCENARIO.length()), area);
        } else if (draft.startsWith(OF_MATRIX)) {
            id = simulations.ofMatrix(actor.get(), chosen(draft.substring(OF_MATRIX.length())), area);
        } else if (draft.isEmpty()) {
            messages.errorAt("beginning:draft", "eligibility.simulation-of-what");
            return;
        } else {
            id = simulations.ofCriteria(actor.get(), chosen(draft), area);
        }
        messages.go("/criteria-office/simulation?id=" + id);
    }

    private static PublicId chosen(String text) {
        return PublicId.parse(text).orElseThrow(NotFound::new);
    }

    public String getDraft() {
        return draft;
    }

    public void setDraft(@Nullable String draft) {
        this.draft = Objects.requireNonNullElse(draft, "");
    }

    public long getArea() {
        return area;
    }

    public void setArea(long area) {
        this.area = area;
    }
}
