package vn.khanhhoa.thecovid.review.web;

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
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.RoutingAdministration;
import vn.khanhhoa.thecovid.registry.RoutingRuleView;
import vn.khanhhoa.thecovid.review.Rerouting;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Surveys;

/** The open work of an agency that ends: where it would go, and on its way there. */
@Named
@RequestScoped
public class EndedAgencyPage {
    @Inject
    private Rerouting rerouting;

    @Inject
    private RoutingAdministration routing;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Surveys surveys;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    private Rerouting.@Nullable Ending ending;
    private Rerouting.@Nullable Progress progress;
    private boolean asked;

    public void load() {
        getEnding();
        PublicId.parse(parameters.text("survey")).ifPresent(id -> surveys.progress(actor.get(), id));
    }

    public Rerouting.Ending getEnding() {
        Rerouting.Ending known = ending;
        if (known == null) {
            known = rerouting.ending(actor.get(), parameters.id("agency"));
            ending = known;
        }
        return known;
    }

    /** Rules that name the agency on a day after its last. */
    public List<RoutingRuleView> getRules() {
        String code =
                catalogue.agency(getEnding().agencyId()).map(AgencyView::code).orElse("");
        return routing.rules(actor.get()).stream()
                .filter(rule -> rule.target() == RoutingRuleView.Target.AGENCY
                        && rule.targetAgency().equals(code))
                .filter(rule -> {
                    LocalDate to = rule.validTo();
                    return to == null || to.isAfter(getEnding().lastDay());
                })
                .toList();
    }

    public Optional<Rerouting.Progress> getProgress() {
        if (!asked) {
            progress = rerouting.progress(actor.get(), parameters.id("agency")).orElse(null);
            asked = true;
        }
        return Optional.ofNullable(progress);
    }

    /** From when on the agency is no more; rules of that day are asked. */
    private LocalDate day() {
        LocalDate today = LocalDate.now(clock);
        LocalDate next = getEnding().lastDay().plusDays(1);
        return next.isAfter(today) ? next : today;
    }

    public void preview() {
        PublicId id = surveys.begin(
                actor.get(),
                new Surveys.Question(
                        Surveys.Rules.IN_FORCE, 0, day(), getEnding().agencyId()));
        messages.go(page() + "&survey=" + id);
    }

    public void begin() {
        rerouting.begin(actor.get(), getEnding().id());
        messages.success("review.rerouting-begun");
        messages.go(page());
    }

    private String page() {
        return "/admin/ended-agency?agency=" + getEnding().id();
    }
}
