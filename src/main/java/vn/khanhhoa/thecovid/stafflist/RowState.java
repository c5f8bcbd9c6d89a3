package vn.khanhhoa.thecovid.stafflist;

/** Where a line of a draft stands. */
public enum RowState {
    GOOD,
    BAD,
    SUBMITTED
}
