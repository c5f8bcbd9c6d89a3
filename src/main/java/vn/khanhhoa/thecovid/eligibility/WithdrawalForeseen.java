package vn.khanhhoa.thecovid.eligibility;

/**
 * What would become of the facts of an import if it were withdrawn.
 *
 * @param ending that stop counting
 * @param returning of which an earlier version counts again
 * @param replaced that a later import has replaced already, for which nothing changes
 */
public record WithdrawalForeseen(int ending, int returning, int replaced) {}
