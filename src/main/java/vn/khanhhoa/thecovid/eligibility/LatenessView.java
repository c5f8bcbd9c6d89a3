package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;
import java.util.List;

/**
 * How a source kept its deadline from a day to a day.
 *
 * @param days every day, in their order
 * @param facilities those of which anything is known, the worst first
 * @param details facility-days of which anything is known, by day and facility
 */
public record LatenessView(
        SourceView source,
        LocalDate from,
        LocalDate to,
        LatenessSum total,
        List<Day> days,
        List<OfFacility> facilities,
        List<FacilityDay> details) {
    /** One day of all facilities. */
    public record Day(LocalDate day, LatenessSum sum) {}

    /** One facility of all days. */
    public record OfFacility(FacilityView facility, LatenessSum sum) {}

    public LatenessView {
        days = List.copyOf(days);
        facilities = List.copyOf(facilities);
        details = List.copyOf(details);
    }
}
