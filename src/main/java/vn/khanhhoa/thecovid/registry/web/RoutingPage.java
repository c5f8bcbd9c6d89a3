package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.AgencyCalendars;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingAdministration;
import vn.khanhhoa.thecovid.registry.RoutingDraft;
import vn.khanhhoa.thecovid.registry.RoutingDrafts;
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
    private RoutingDrafts drafts;

    @Inject
    private PageMessages messages;

    @Inject
    private AgencyCalendars calendars;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    private @Nullable List<ShadowedRule> shadowed;
    private @Nullable List<AgencyView> withoutHours;

    /** Rules of today that have no case left to decide. */
    public List<ShadowedRule> getShadowed() {
        List<ShadowedRule> known = shadowed;
        if (known == null) {
            known = routing.shadowed(LocalDate.now(clock));
            shadowed = known;
        }
        return known;
    }

    /** Agencies whose working hours a rule counts in, and nobody knows. */
    public List<AgencyView> getWithoutHours() {
        List<AgencyView> known = withoutHours;
        if (known == null) {
            known = calendars.unknown(actor.get());
            withoutHours = known;
        }
        return known;
    }

    /** The draft that is being prepared, if one is. */
    public Optional<RoutingDraft> getDraft() {
        return drafts.current(actor.get());
    }

    public List<RoutingAdministration.Publication> getPublications() {
        return administration.publications(actor.get());
    }

    public void begin() {
        drafts.begin(actor.get());
        messages.go("/admin/routing-draft");
    }

    public List<RoutingRuleView> getRules() {
        return administration.rules(actor.get());
    }
}
