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

    /** The same rule from another first day on. */
    RoutingRuleView from(LocalDate first) {
        return with(id, position, first);
    }

    /** The same rule at another place. */
    RoutingRuleView at(int place) {
        return with(id, place, validFrom);
    }

    /** What matters from a day on: which row it is does not, nor for how long it has been in force. */
    RoutingRuleView comparable(LocalDate day) {
        return with(0, position, validFrom.isBefore(day) ? day : validFrom);
    }

    private RoutingRuleView with(long row, int place, LocalDate first) {
        return new RoutingRuleView(
                row,
                place,
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

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean overlaps(RoutingRuleView other) {
        return (validTo == null || !validTo.isBefore(other.validFrom))
                && (other.validTo == null || !other.validTo.isBefore(validFrom));
    }

    /** It has no condition, and names its agency. */
    boolean takesAll() {
        return (templates + organisationTypes + sectors + areas + zone).isBlank()
                && maxHeadcount == 0
                && !manyDistricts
                && target == Target.AGENCY;
    }

    /** In codes, for the trail. */
    String summary() {
        return position + " [" + templates + "|" + organisationTypes + "|" + sectors + "|" + areas + "|" + zone + "|"
                + maxHeadcount + "|" + manyDistricts + "] " + target + " " + targetAgency + targetKind + " "
                + targetArea
                + " own " + ownPeople + " hours " + hours + (workingHours ? " working" : "") + " to " + validTo;
    }

    @Override
    public int compareTo(RoutingRuleView other) {
        return Comparator.comparingInt(RoutingRuleView::position)
                .thenComparing(RoutingRuleView::validFrom)
                .thenComparing(RoutingRuleView::id)
                .compare(this, other);
    }
}
