package vn.khanhhoa.thecovid.registry;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A routing rule as it is stored and shown. An empty condition matches all; lists of codes are parted by spaces.
 *
 * @param sectors VSIC prefixes, sections or ranges of divisions: "85 10-33 4711 G"
 * @param areas codes; the workplace lies in one of them
 * @param zone "*" for any zone, or zone codes
 * @param maxHeadcount the rule is for fewer staff than this; 0 for no limit
 * @param manyDistricts only for organisations whose workplaces lie in several districts
 * @param targetAgency code, with target AGENCY
 * @param targetKind kind of agency, with target AREA
 * @param workingHours whether the hours are those in which the agency works
 * @param validTo last day, null where open
 */
public record RoutingRuleView(
        long id,
        int position,
        String nameVi,
        String nameEn,
        String templates,
        String organisationTypes,
        String sectors,
        String areas,
        String zone,
        int maxHeadcount,
        boolean manyDistricts,
        Target target,
        String targetAgency,
        String targetKind,
        TargetArea targetArea,
        boolean ownPeople,
        int hours,
        boolean workingHours,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Comparable<RoutingRuleView> {

    /** How the rule names its agency. */
    public enum Target {
        /** By code. */
        AGENCY,
        /** By kind, for an area or the nearest one above it. */
        AREA,
        /** The agency that the organisation itself is. */
        OWN
    }

    /** Whose area, with target AREA; NONE otherwise. */
    public enum TargetArea {
        WORKPLACE,
        RESIDENCE,
        HEAD_OFFICE,
        NONE;

        long of(RoutingQuestion question) {
            return switch (this) {
                case WORKPLACE -> question.workplaceAreaId();
                case RESIDENCE -> question.residenceAreaId();
                case HEAD_OFFICE -> question.headOfficeAreaId();
                case NONE -> 0;
            };
        }
    }

    /** The same rule, open from another first day on. */
    RoutingRuleView from(LocalDate first) {
        return new RoutingRuleView(
                id,
                position,
                nameVi,
                nameEn,
                templates,
                organisationTypes,
                sectors,
                areas,
                zone,
                maxHeadcount,
                manyDistricts,
                target,
                targetAgency,
                targetKind,
                targetArea,
                ownPeople,
                hours,
                workingHours,
                first,
                validTo);
    }

    @Override
    public int compareTo(RoutingRuleView other) {
        return Comparator.comparingInt(RoutingRuleView::position)
                .thenComparing(RoutingRuleView::validFrom)
                .thenComparing(RoutingRuleView::id)
                .compare(this, other);
    }
}
