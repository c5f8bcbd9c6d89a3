package vn.khanhhoa.thecovid.registry;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;

/**
 * How long an agency has: in hours of the clock, or in those in which it works, where the rule says so and its working hours
 * are known. Three quarters of the time are gone when it is warned.
 */
@UseCase
public class Deadlines {
    private static final int HOURS_WITHOUT_RULE = 24;

    @Inject
    private CatalogueCache cache;

    @Requires(Permission.ANYONE)
    public Deadline of(Route route, Instant from) {
        return after(route.hours(), route.workingHours(), route.agencyId(), from);
    }

    /** By the rule that sent the work somewhere, whenever it was in force. */
    @Requires(Permission.ANYONE)
    public Deadline of(long ruleId, long agencyId, Instant from) {
        return cache.current()
                .rule(ruleId)
                .map(rule -> after(rule.hours(), rule.workingHours(), agencyId, from))
                .orElseGet(() -> after(HOURS_WITHOUT_RULE, false, agencyId, from));
    }

    /** Whether the agency's work is reckoned in its working hours, by the rule that sent it there. */
    @Requires(Permission.ANYONE)
    public boolean inWorkingHours(long ruleId, long agencyId, Instant from) {
        return cache.current()
                .rule(ruleId)
                .filter(RoutingRuleView::workingHours)
                .flatMap(rule -> plus(agencyId, from, Duration.ofHours(rule.hours())))
                .isPresent();
    }

    private Deadline after(int hours, boolean working, long agencyId, Instant from) {
        Duration all = Duration.ofHours(hours);
        Duration most = all.multipliedBy(3).dividedBy(4);
        Duration half = all.dividedBy(2);
        Optional<Instant> due = working ? plus(agencyId, from, all) : Optional.empty();
        return due.map(at -> new Deadline(
                        plus(agencyId, from, most).orElse(at),
                        at,
                        plus(agencyId, at, half).orElseGet(() -> at.plus(half))))
                .orElseGet(() -> new Deadline(
                        from.plus(most), from.plus(all), from.plus(all).plus(half)));
    }

    private Optional<Instant> plus(long agencyId, Instant from, Duration time) {
        return cache.current().calendar(agencyId).flatMap(calendar -> calendar.plus(from, time));
    }
}
