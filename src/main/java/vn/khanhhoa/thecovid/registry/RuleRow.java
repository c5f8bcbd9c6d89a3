package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** Who reviews what, in force or as a draft; the migration that creates the table says what each column means. */
@MappedSuperclass
abstract class RuleRow extends DatedRow {
    private static final String MANY = "MANY";

    private int position;

    @Column(name = "name_vi")
    private String nameVi;

    @Column(name = "name_en")
    private String nameEn;

    private @Nullable String templates;

    @Column(name = "organisation_types")
    private @Nullable String organisationTypes;

    private @Nullable String sectors;
    private @Nullable String areas;
    private @Nullable String zone;

    @Column(name = "max_headcount")
    private @Nullable Integer maxHeadcount;

    private @Nullable String districts;

    @Enumerated(EnumType.STRING)
    private RoutingRuleView.Target target;

    @Column(name = "target_agency")
    private @Nullable String targetAgency;

    @Column(name = "target_kind")
    private @Nullable String targetKind;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_area")
    private RoutingRuleView.@Nullable TargetArea targetArea;

    @Column(name = "own_people")
    private boolean ownPeople;

    private int hours;

    @Column(name = "working_hours")
    private boolean workingHours;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected RuleRow() {}

    @SuppressWarnings("NullAway.Init") // write() sets them
    RuleRow(RoutingRuleView rule) {
        super(rule.validFrom());
        write(rule);
    }

    /** Takes all but the id from the rule as it was edited. */
    final void write(RoutingRuleView rule) {
        date(rule.validFrom(), rule.validTo());
        position = rule.position();
        nameVi = rule.nameVi();
        nameEn = rule.nameEn();
        templates = orNull(rule.templates());
        organisationTypes = orNull(rule.organisationTypes());
        sectors = orNull(rule.sectors());
        areas = orNull(rule.areas());
        zone = orNull(rule.zone());
        maxHeadcount = rule.maxHeadcount() == 0 ? null : rule.maxHeadcount();
        districts = rule.manyDistricts() ? MANY : null;
        target = rule.target();
        targetAgency = orNull(rule.targetAgency());
        targetKind = orNull(rule.targetKind());
        targetArea = rule.targetArea() == RoutingRuleView.TargetArea.NONE ? null : rule.targetArea();
        ownPeople = rule.ownPeople();
        hours = rule.hours();
        workingHours = rule.workingHours();
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    void place(int newPosition) {
        position = newPosition;
    }

    int position() {
        return position;
    }

    RoutingRuleView view() {
        return new RoutingRuleView(
                id(),
                position,
                nameVi,
                nameEn,
                orEmpty(templates),
                orEmpty(organisationTypes),
                orEmpty(sectors),
                orEmpty(areas),
                orEmpty(zone),
                maxHeadcount == null ? 0 : maxHeadcount,
                MANY.equals(districts),
                target,
                orEmpty(targetAgency),
                orEmpty(targetKind),
                targetArea == null ? RoutingRuleView.TargetArea.NONE : targetArea,
                ownPeople,
                hours,
                workingHours,
                validFrom(),
                validTo());
    }
}
