package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * An administrator keeps the rules of routing. What was routed by a rule refers to it, so a rule that has been in force is
 * never rewritten: it ends yesterday, and what it is now called begins today.
 */
@UseCase
public class RoutingAdministration {
    private static final int LONGEST_HOURS = 30 * 24;

    @Inject
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Those in force today or later, in their order. */
    @Requires(Permission.ADMINISTER)
    public List<RoutingRuleView> rules(Actor actor) {
        return entities.createQuery(
                        "select r from RoutingRule r where r.validTo is null or r.validTo >= :today", RoutingRule.class)
                .setParameter("today", LocalDate.now(clock))
                .getResultStream()
                .map(RoutingRule::view)
                .sorted()
                .toList();
    }

    @Requires(Permission.ADMINISTER)
    public RoutingRuleView rule(Actor actor, long id) {
        return find(id).view();
    }

    /** Adds the rule where its id is 0, else changes it from today on; its first day is then that of the stored rule. */
    @Requires(Permission.ADMINISTER)
    public void save(Actor actor, RoutingRuleView rule) {
        check(rule);
        LocalDate today = LocalDate.now(clock);
        if (rule.id() == 0) {
            requireFreePosition(rule);
            entities.persist(new RoutingRule(rule));
        } else {
            RoutingRule stored = find(rule.id());
            if (hasEnded(stored, today)) {
                throw new OptimisticLockException("the rule was changed meanwhile");
            }
            requireFreePosition(rule);
            if (stored.validFrom().isBefore(today)) {
                stored.endOn(today.minusDays(1));
                entities.flush();
                entities.persist(new RoutingRule(rule.from(today)));
            } else {
                stored.write(rule.from(stored.validFrom()));
            }
        }
        changed(actor, rule.id() == 0 ? "routing.added" : "routing.changed", rule);
    }

    /** The rule holds today for the last time. */
    @Requires(Permission.ADMINISTER)
    public void end(Actor actor, long id) {
        LocalDate today = LocalDate.now(clock);
        RoutingRule rule = find(id);
        if (rule.validFrom().isAfter(today)) {
            throw new RuleViolation("registry.rule-not-begun");
        }
        rule.endOn(today);
        changed(actor, "routing.ended", rule.view());
    }

    private static boolean hasEnded(RoutingRule rule, LocalDate today) {
        LocalDate last = rule.validTo();
        return last != null && last.isBefore(today);
    }

    private void check(RoutingRuleView rule) {
        SectorCondition.parse(rule.sectors());
        if (rule.position() < 1
                || rule.nameVi().isBlank()
                || rule.nameEn().isBlank()
                || rule.hours() < 1
                || rule.hours() > LONGEST_HOURS
                || rule.maxHeadcount() < 0) {
            throw new RuleViolation("registry.rule-incomplete", LONGEST_HOURS);
        }
        boolean complete = switch (rule.target()) {
            case AGENCY -> !rule.targetAgency().isBlank();
            case AREA -> !rule.targetKind().isBlank() && rule.targetArea() != RoutingRuleView.TargetArea.NONE;
            case OWN -> true;
        };
        if (!complete) {
            throw new RuleViolation("registry.rule-target");
        }
    }

    private void requireFreePosition(RoutingRuleView rule) {
        boolean taken = entities.createQuery(
                        "select r from RoutingRule r where r.position = :position and r.id <> :id"
                                + " and (r.validTo is null or r.validTo >= :from)",
                        RoutingRule.class)
                .setParameter("position", rule.position())
                .setParameter("id", rule.id())
                .setParameter("from", rule.id() == 0 ? rule.validFrom() : LocalDate.now(clock))
                .getResultStream()
                .findAny()
                .isPresent();
        if (taken) {
            throw new RuleViolation("registry.position-taken", rule.position());
        }
    }

    private RoutingRule find(long id) {
        RoutingRule rule = entities.find(RoutingRule.class, id);
        if (rule == null) {
            throw new NotFound();
        }
        return rule;
    }

    private void changed(Actor actor, String action, RoutingRuleView rule) {
        trail.fire(new CatalogueChanged(
                actor.accountId(),
                action,
                "routing",
                String.valueOf(rule.position()),
                Map.of("rule", String.valueOf(rule.id()), "target", rule.target() + " " + rule.targetAgency())));
    }
}
