package vn.khanhhoa.thecovid.stafflist;

import java.util.List;

/** Rows of a file: without an error, with one, and those (of either) in which something was put right. */
record ReadCounts(int good, int bad, int repaired) {
    static final ReadCounts NONE = new ReadCounts(0, 0, 0);

    ReadCounts and(List<DraftRow> rows) {
        int fine =
                (int) rows.stream().filter(row -> row.state() != RowState.BAD).count();
        int mended = (int)
                rows.stream().filter(row -> !row.cells().given().isEmpty()).count();
        return new ReadCounts(good + fine, bad + rows.size() - fine, repaired + mended);
    }
}
