package vn.khanhhoa.thecovid.platform.paper;

import java.util.List;

/**
 * What stands in one place of a table.
 *
 * @param isHead whether the rest of the row is about it
 * @param pieces each on lines of its own
 */
public record Cell(boolean isHead, List<Piece> pieces) {
    /** @param struck out, for those who look; the words beside it must say what became of it */
    public record Piece(Typeface typeface, String text, boolean struck) {}

    public static Cell of(Typeface typeface, String text) {
        return of(new Piece(typeface, text, false));
    }

    public static Cell of(Piece... pieces) {
        return new Cell(false, List.of(pieces));
    }

    public static Cell head(Typeface typeface, String text) {
        return new Cell(true, List.of(new Piece(typeface, text, false)));
    }
}
