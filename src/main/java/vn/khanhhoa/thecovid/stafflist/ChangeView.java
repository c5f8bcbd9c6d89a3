package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * An act that changed lines of a draft.
 *
 * @param about a file's name, or what was put right
 * @param undoneBy empty unless it was undone
 */
public record ChangeView(
        PublicId id,
        ChangeKind kind,
        String about,
        int rows,
        String madeBy,
        Instant madeAt,
        @Nullable Instant undoneAt,
        String undoneBy) {
    public boolean isUndone() {
        return undoneAt != null;
    }
}
