package vn.khanhhoa.thecovid.eligibility;

/**
 * What would become of the facts of an import if it were withdrawn.
 *
 * @param ending that stop counting
 * @param returning of which an earlier version counts again
 * @param replaced that a later import has replaced already, for which nothing changes
 * @param kept that another import says too, so that they go on counting
 */
public record WithdrawalForeseen(int ending, int returning, int replaced, int kept) {
    /** Each fact of an import ends, was replaced or is kept: who was told of two knows the third. */
    boolean isAs(WithdrawalForeseen told) {
        return ending == told.ending && returning == told.returning && replaced == told.replaced;
    }
}
