package vn.khanhhoa.thecovid.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The numbered document by which officers of an agency decide themselves.
 *
 * @param accountId one officer, or 0 for all of the agency
 * @param validTo the last day; none while it is open
 */
public record Mandate(
        PublicId id,
        long accountId,
        String documentNo,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
