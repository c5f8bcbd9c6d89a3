package vn.khanhhoa.thecovid.stafflist;

/**
 * What shall be done with all cells that have one mark.
 *
 * @param kind as in {@link RowMark}
 * @param text to stand in all of them, where it is {@link Action#SET}
 * @param shown how many lines whoever asks for it was told of
 */
public record RowFix(String kind, String code, String column, Action action, String text, long shown) {
    public enum Action {
        SET,
        /** The cells become empty, which only a column without need of a text may be. */
        CLEAR,
        /** Repairs are taken back, and not made again. */
        KEEP_GIVEN,
        /** Repairs are as good as if they had been typed; the marks go. */
        ACCEPT
    }

    boolean isOfRepair() {
        return action == Action.KEEP_GIVEN || action == Action.ACCEPT;
    }

    RowFilter filter() {
        return new RowFilter(java.util.Optional.empty(), kind, code, column, "");
    }

    DraftCells apply(DraftCells cells) {
        return switch (action) {
            case SET -> cells.typed(column, text);
            case CLEAR -> cells.typed(column, "");
            case KEEP_GIVEN -> cells.keepingGiven(column);
            case ACCEPT -> cells.typed(column, cells.texts().getOrDefault(column, ""));
        };
    }
}
