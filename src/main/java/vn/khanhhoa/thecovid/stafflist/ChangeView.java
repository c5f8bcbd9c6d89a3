package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * An act that changed lines of a draft.
 *
 * @param about a file's name, or the columns in which something was put right, in Vietnamese
 * @param lines that it changed, where they are few
 * @param undoable false where it was undone, or something that came of it is decided
 * @param undoneBy empty unless it was undone
 * @param redo by which it is done again; null where it was not undone, or cannot be
 */
public record ChangeView(
        PublicId id,
        ChangeKind kind,
        String about,
        String aboutEn,
        int rows,
        String madeBy,
        Instant madeAt,
        @Nullable Instant undoneAt,
        String undoneBy,
        @Nullable PublicId redo,
        List<Line> lines,
        boolean undoable) {
    /** A line by its number, with the name in it, which may be empty. */
    public record Line(int number, String name) {}

    public ChangeView {
        lines = List.copyOf(lines);
    }

    /** Of the people in those lines. */
    public List<String> names() {
        return lines.stream().map(Line::name).filter(name -> !name.isEmpty()).toList();
    }

    ChangeView fixed() {
        return new ChangeView(id, kind, about, aboutEn, rows, madeBy, madeAt, undoneAt, undoneBy, redo, lines, false);
    }

    public boolean isUndone() {
        return undoneAt != null;
    }
}
