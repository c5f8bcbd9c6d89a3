package vn.khanhhoa.thecovid.registry;

/**
 * Who reviews, and by which rule.
 *
 * @param ownPeople whether the agency may decide on its own people
 * @param hours to decide, counted from submission
 * @param workingHours whether they are those in which the agency works
 */
public record Route(
        long ruleId,
        String ruleNameVi,
        String ruleNameEn,
        long agencyId,
        boolean ownPeople,
        int hours,
        boolean workingHours) {}
