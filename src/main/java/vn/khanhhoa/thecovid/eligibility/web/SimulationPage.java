package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.SimulationView;
import vn.khanhhoa.thecovid.eligibility.Simulations;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What a draft would make of everybody: how far it is reckoned, then its tables. */
@Named
@RequestScoped
public class SimulationPage {
    private static final int SHOWN = 30;

    @Inject
    private Simulations simulations;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private @Nullable SimulationView view;

    @PostConstruct
    void read() {
        view = simulations.view(actor.get(), id(), language.getLocale());
    }

    public void load() {
        getView();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    public SimulationView getView() {
        return Objects.requireNonNull(view);
    }

    public String getName() {
        return language.of(getView().nameVi(), getView().nameEn());
    }

    /** The first of them; all are in the workbook. */
    public List<SimulationView.Line> getAreas() {
        return first(getView().areas());
    }

    public List<SimulationView.Line> getOrganisations() {
        return first(getView().organisations());
    }

    public List<SimulationView.Move> getMoves() {
        return first(getView().moves());
    }

    public List<SimulationView.ActivityMove> getActivities() {
        return first(getView().activities());
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    public boolean isCut(List<?> all) {
        return all.size() > SHOWN;
    }

    public int getShown() {
        return SHOWN;
    }

    public void discard() {
        simulations.discard(actor.get(), id());
        messages.success("eligibility.simulation.discarded");
        messages.go("/criteria-office/simulations");
    }
}
