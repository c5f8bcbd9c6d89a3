package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Whose next doses are asked for.
 *
 * @param facility code; empty for all
 * @param commune code of the residence, {@link #NO_COMMUNE} for those without one; empty for all
 * @param until the last day on which they are due
 */
public record DueDosesFilter(PublicId source, String facility, String commune, LocalDate until) {
    public static final String NO_COMMUNE = "-";
}
