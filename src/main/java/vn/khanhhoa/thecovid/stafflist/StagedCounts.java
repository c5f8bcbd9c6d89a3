package vn.khanhhoa.thecovid.stafflist;

/**
 * What a file would do to the draft.
 *
 * @param missing lines of the draft that are not in the file
 * @param superseded older lines with errors, of people who are in the file by another line
 */
record StagedCounts(int added, int changed, int unchanged, int missing, int superseded) {}
