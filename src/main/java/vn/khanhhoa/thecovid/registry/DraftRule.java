package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A rule of the draft, without effect. */
@Entity
@Table(name = "registry_routing_draft_rule")
class DraftRule extends RuleRow {
    @Column(name = "origin_id")
    private @Nullable Long originId;

    protected DraftRule() {}

    /** @param originId the rule in force that it is made of, or none */
    DraftRule(RoutingRuleView rule, @Nullable Long originId) {
        super(rule);
        this.originId = originId;
    }

    RoutingDraft.Line line() {
        return new RoutingDraft.Line(view(), originId == null ? 0 : originId, version());
    }
}
