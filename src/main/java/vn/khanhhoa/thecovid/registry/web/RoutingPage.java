package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingAdministration;
import vn.khanhhoa.thecovid.registry.RoutingRuleView;
import vn.khanhhoa.thecovid.registry.ShadowedRule;

/** The rules of routing in their order, for administrators. */
@Named
@RequestScoped
public class RoutingPage {
    @Inject
    private RoutingAdministration administration;

    @Inject
    private Routing routing;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    private @Nullable List<ShadowedRule> shadowed;

    /** Rules of today that have no case left to decide. */
    public List<ShadowedRule> getShadowed() {
        List<ShadowedRule> known = shadowed;
        if (known == null) {
            known = routing.shadowed(LocalDate.now(clock));
            shadowed = known;
        }
        return known;
    }

    public List<RoutingRuleView> getRules() {
        return administration.rules(actor.get());
    }
}
