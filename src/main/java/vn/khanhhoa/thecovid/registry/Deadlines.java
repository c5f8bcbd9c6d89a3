package vn.khanhhoa.thecovid.registry;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;

/** How long an agency has. Three quarters of the time are gone when it is warned. */
@UseCase
public class Deadlines {
    private static final int HOURS_WITHOUT_RULE = 24;

    @Inject
    private Routing routing;

    @Requires(Permission.ANYONE)
    public Deadline of(Route route, Instant from) {
        return after(route.hours(), from);
    }

    /** By the rule that sent the work somewhere, whenever it was in force. */
    @Requires(Permission.ANYONE)
    public Deadline of(long ruleId, long agencyId, Instant from) {
        return after(routing.rule(ruleId).map(RoutingRuleView::hours).orElse(HOURS_WITHOUT_RULE), from);
    }

    private static Deadline after(int hours, Instant from) {
        Duration all = Duration.ofHours(hours);
        return new Deadline(from.plus(all.multipliedBy(3).dividedBy(4)), from.plus(all));
    }
}
