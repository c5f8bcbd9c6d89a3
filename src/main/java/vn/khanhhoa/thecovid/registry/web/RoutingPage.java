package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.registry.RoutingAdministration;
import vn.khanhhoa.thecovid.registry.RoutingRuleView;

/** The rules of routing in their order, for administrators. */
@Named
@RequestScoped
public class RoutingPage {
    @Inject
    private RoutingAdministration administration;

    @Inject
    private CurrentActor actor;

    public List<RoutingRuleView> getRules() {
        return administration.rules(actor.get());
    }
}
