package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.IssueModes;
import vn.khanhhoa.thecovid.eligibility.ModeOrderView;
import vn.khanhhoa.thecovid.eligibility.ModeProposal;
import vn.khanhhoa.thecovid.eligibility.ScenarioPlace;
import vn.khanhhoa.thecovid.platform.web.Parameters;

/** How cards are given where and for what: by place, and all orders. */
@Named
@RequestScoped
public class IssueModesPage {
    @Inject
    private IssueModes modes;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private @Nullable List<ModeOrderView> orders;
    private @Nullable List<ScenarioPlace> places;

    public boolean isSwitching() {
        return actor.get().may(Permission.SWITCH_MODES);
    }

    private List<ModeOrderView> inState(ModeOrderView.State state) {
        List<ModeOrderView> known = orders;
        if (known == null) {
            known = modes.orders(actor.get());
            orders = known;
        }
        return known.stream().filter(order -> order.state() == state).toList();
    }

    public List<ModeOrderView> getInForce() {
        return inState(ModeOrderView.State.IN_FORCE);
    }

    public List<ModeOrderView> getComing() {
        return inState(ModeOrderView.State.COMING);
    }

    public List<ModeOrderView> getPast() {
        return inState(ModeOrderView.State.OVER);
    }

    public List<ModeProposal> getProposals() {
        return modes.proposals(actor.get());
    }

    public List<ScenarioPlace> getPlaces() {
        List<ScenarioPlace> known = places;
        if (known == null) {
            known = modes.places(actor.get());
            places = known;
        }
        return known;
    }

    /** As it was typed or chosen. */
    public String getPlace() {
        return parameters.text("place");
    }

    public boolean isAsked() {
        return !getPlace().isBlank();
    }

    private List<ScenarioPlace> fitting() {
        return ScenarioPlace.meant(getPlaces(), getPlace());
    }

    public boolean isFound() {
        return fitting().size() == 1;
    }

    /** Where the text may mean several, these. */
    public List<ScenarioPlace> getChoices() {
        return fitting().stream().limit(10).toList();
    }

    public ScenarioPlace getMeant() {
        return fitting().get(0);
    }

    public List<IssueModes.Holding> getHolding() {
        return modes.holding(actor.get(), getMeant().code());
    }
}
