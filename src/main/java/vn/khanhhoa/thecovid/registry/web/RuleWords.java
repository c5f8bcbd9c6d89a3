package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.RoutingRuleView;
import vn.khanhhoa.thecovid.registry.UnansweredRule;

/** A routing rule in words. */
@Named
@RequestScoped
public class RuleWords {
    private static final int AREAS_NAMED = 8;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Language language;

    @Inject
    private Formats format;

    @Inject
    private Clock clock;

    public String conditions(RoutingRuleView rule) {
        List<String> parts = new ArrayList<>();
        add(parts, "templates", rule.templates());
        add(parts, "types", rule.organisationTypes());
        add(parts, "sectors", rule.sectors());
        add(parts, "areas", rule.areas());
        if (rule.zone().equals("*")) {
            parts.add(language.text("registry.rule.any-zone"));
        } else {
            add(parts, "zones", rule.zone());
        }
        if (rule.maxHeadcount() > 0) {
            parts.add(language.text("registry.rule.below", rule.maxHeadcount()));
        }
        if (rule.manyDistricts()) {
            parts.add(language.text("registry.rule.many-districts"));
        }
        return parts.isEmpty() ? language.text("registry.rule.always") : String.join("; ", parts);
    }

    private void add(List<String> parts, String key, String codes) {
        if (!codes.isEmpty()) {
            parts.add(language.text("registry.rule." + key, codes.replace(" ", ", ")));
        }
    }

    /** When it holds. */
    public String days(RoutingRuleView rule) {
        return rule.validTo() == null
                ? language.text("registry.rule.since", format.day(rule.validFrom()))
                : language.text("registry.rule.between", format.day(rule.validFrom()), format.day(rule.validTo()));
    }

    /** The time that the rule gives. */
    public String hours(RoutingRuleView rule) {
        return hours(rule.hours(), rule.workingHours());
    }

    public String hours(int hours, boolean working) {
        return language.text(working ? "registry.rule.in-working-hours" : "registry.rule.in-hours", hours);
    }

    /** Why a rule finds no agency. */
    public String unanswered(UnansweredRule rule) {
        if (!rule.agency().isEmpty()) {
            return rule.lastDay() == null
                    ? language.text("registry.unanswered.unknown", rule.agency())
                    : language.text("registry.unanswered.ended", rule.agency(), format.day(rule.lastDay()));
        }
        String kind = language.text("registry.kind." + rule.rule().targetKind());
        if (rule.everywhere()) {
            return language.text("registry.unanswered.nowhere", kind);
        }
        String some =
                rule.areas().stream().limit(AREAS_NAMED).map(AreaView::path).collect(Collectors.joining("; "));
        int more = rule.areas().size() - AREAS_NAMED;
        return language.text(
                more > 0 ? "registry.unanswered.areas-more" : "registry.unanswered.areas", kind, some, more);
    }

    public String target(RoutingRuleView rule) {
        return switch (rule.target()) {
            case AGENCY ->
                catalogue
                        .agencyByCode(rule.targetAgency(), LocalDate.now(clock))
                        .map(AgencyView::name)
                        .orElseGet(() -> language.text("registry.rule.no-agency", rule.targetAgency()));
            case OWN -> language.text("registry.rule.own");
            case AREA ->
                language.text(
                        "registry.rule.area",
                        language.text("registry.kind." + rule.targetKind()),
                        language.text("registry.whose." + rule.targetArea()));
        };
    }
}
