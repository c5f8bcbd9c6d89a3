package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exception as it is entered.
 *
 * @param from the first day on which it holds
 * @param to the last one; none for no end
 * @param paperNumber of a paper that was seen, with its issuer; both empty where there is a file
 * @param content of the file; empty for none
 */
public record ExceptionCaseForm(
        String kind,
        LocalDate from,
        @Nullable LocalDate to,
        String reason,
        String paperNumber,
        String paperIssuer,
        String fileName,
        byte[] content) {
    /** Tells nothing of anybody. */
    @Override
    public String toString() {
        return "an exception";
    }
}
