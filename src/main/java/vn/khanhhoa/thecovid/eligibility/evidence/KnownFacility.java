package vn.khanhhoa.thecovid.eligibility.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A facility that records may name. @param to last day on which it worked; null for none */
public record KnownFacility(
        long id,
        String code,
        String name,
        LocalDate from,
        @Nullable LocalDate to) {
    boolean worksOn(LocalDate day) {
        LocalDate last = to;
        return !day.isBefore(from) && (last == null || !day.isAfter(last));
    }
}
