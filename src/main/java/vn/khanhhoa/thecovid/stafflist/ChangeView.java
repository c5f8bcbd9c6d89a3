package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * An act that changed lines of a draft.
 *
 * @param about a file's name, or what was put right
 * @param names of the people whose lines it changed, where they are few
 * @param undoable false where it was undone, or something that came of it is decided
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
        String undoneBy,
        List<String> names,
        boolean undoable) {
    public ChangeView {
        names = List.copyOf(names);
    }

    ChangeView fixed() {
        return new ChangeView(id, kind, about, rows, madeBy, madeAt, undoneAt, undoneBy, names, false);
    }

    public boolean isUndone() {
        return undoneAt != null;
    }
}
