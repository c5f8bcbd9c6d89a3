package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sending a draft would come to now.
 *
 * @param shares the most lines first
 * @param warned ready lines with warnings
 * @param repaired ready lines with cells that were put right
 * @param confirmed whether the agencies see the entries at once; they wait for the registration otherwise
 * @param warnings kinds of warnings of ready lines: dates that may be turned first, then the most frequent
 * @param leaves ready leaves by their days
 */
public record SubmissionPlan(
        List<Share> shares, int warned, int repaired, boolean confirmed, List<RowMark> warnings, List<Leaves> leaves) {
    /** What one agency would get. */
    public record Share(String agency, int lines) {}

    /** @param day null where they are to leave on the day on which they are sent */
    public record Leaves(@Nullable LocalDate day, int lines) {}

    public SubmissionPlan {
        shares = List.copyOf(shares);
        warnings = List.copyOf(warnings);
        leaves = List.copyOf(leaves);
    }

    public int lines() {
        return shares.stream().mapToInt(Share::lines).sum();
    }
}
