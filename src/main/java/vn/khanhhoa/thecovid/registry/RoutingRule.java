package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A rule that is, was or will be in force. What was routed by it refers to it. */
@Entity
@Table(name = "registry_routing_rule")
class RoutingRule extends RuleRow {
    protected RoutingRule() {}

    RoutingRule(RoutingRuleView rule) {
        super(rule);
    }

    void endOn(LocalDate lastDay) {
        date(validFrom(), lastDay);
    }

    /** It began today and is replaced today: it stays legible, and its place is free. */
    void giveUp() {
        place((int) -id());
        neverAgain();
    }
}
