package vn.khanhhoa.thecovid.stafflist;

/**
 * Where a line of a draft stands. Sent, a good line is on its way until it is submitted; whoever changes it in between takes
 * it back into the draft.
 */
public enum RowState {
    GOOD,
    BAD,
    SENDING,
    SUBMITTED
}
