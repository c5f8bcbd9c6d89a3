package vn.khanhhoa.thecovid.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.shared.OneLine;

/** Tells the cells that may be written from those that somebody else has written meanwhile. */
final class CellMerge {
    private final List<SavedCells.Conflict> conflicts = new ArrayList<>();
    private int saved;

    /**
     * Whether the cell is to be written.
     *
     * @param was what stood there when its writer began
     * @param typed what is to stand there, as it would be kept
     * @param stored what stands there now; none where there is no such cell any more
     */
    boolean takes(String row, String column, String was, String typed, Optional<String> stored) {
        boolean free = stored.map(OneLine::of)
                .filter(now -> now.equals(OneLine.of(was)) || now.equals(typed))
                .isPresent();
        if (free) {
            saved++;
        } else {
            conflicts.add(new SavedCells.Conflict(row, column, typed, stored));
        }
        return free;
    }

    SavedCells saved(RuleSetSummary before) {
        return new SavedCells(saved, conflicts, before.editor(), before.editedAt());
    }
}
