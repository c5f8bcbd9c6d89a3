package vn.khanhhoa.thecovid.registry;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;

/** Who reviews what. For many questions of one day, take the table once. */
@UseCase
public class Routing {
    @Inject
    private CatalogueCache cache;

    @Requires(Permission.ANYONE)
    public RoutingTable table(LocalDate day) {
        return cache.current().on(day).routing();
    }

    @Requires(Permission.ANYONE)
    public Optional<Route> route(RoutingQuestion question) {
        return table(question.day()).route(question);
    }

    /** The answer to a question with every rule that was looked at, and why the earlier ones did not answer. */
    @Requires(Permission.ANYONE)
    public RoutingExplanation explain(RoutingQuestion question) {
        return table(question.day()).explain(question);
    }

    /** Rules of the day that earlier ones leave no case to. */
    @Requires(Permission.ANYONE)
    public List<ShadowedRule> shadowed(LocalDate day) {
        CatalogueDay catalogue = cache.current().on(day);
        return catalogue
                .routing()
                .shadowed(catalogue.sectors().stream().map(SectorView::code).toList(), day);
    }

    /** A rule by which something was sent, whenever it is or was in force. */
    @Requires(Permission.ANYONE)
    public Optional<RoutingRuleView> rule(long id) {
        return cache.current().rule(id);
    }

    /** The rules that hold on the day, in their order. */
    @Requires(Permission.ANYONE)
    public List<RoutingRuleView> rules(LocalDate day) {
        return cache.current().on(day).rules();
    }
}
