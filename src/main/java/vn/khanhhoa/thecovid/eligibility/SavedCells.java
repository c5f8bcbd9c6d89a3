package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the cells that somebody sent: each is saved over what they saw in it, and none over what another wrote since.
 *
 * @param saved how many are stored as they were typed
 * @param conflicts those that are not saved
 * @param editor who wrote last before them
 */
public record SavedCells(int saved, List<Conflict> conflicts, String editor, Instant editedAt) {
    /** @param stored what is there now; none where the row or the column is gone */
    public record Conflict(String row, String column, String typed, Optional<String> stored) {}

    public SavedCells {
        conflicts = List.copyOf(conflicts);
    }
}
