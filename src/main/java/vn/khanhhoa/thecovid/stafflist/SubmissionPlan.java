package vn.khanhhoa.thecovid.stafflist;

import java.util.List;

/**
 * What sending a draft would come to now.
 *
 * @param shares the most lines first
 * @param warned ready lines with warnings
 * @param repaired ready lines with cells that were put right
 * @param confirmed whether the agencies see the entries at once; they wait for the registration otherwise
 */
public record SubmissionPlan(List<Share> shares, int warned, int repaired, boolean confirmed) {
    /** What one agency would get. */
    public record Share(String agency, int lines) {}

    public SubmissionPlan {
        shares = List.copyOf(shares);
    }

    public int lines() {
        return shares.stream().mapToInt(Share::lines).sum();
    }
}
