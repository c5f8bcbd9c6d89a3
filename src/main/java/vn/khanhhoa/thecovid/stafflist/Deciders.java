package vn.khanhhoa.thecovid.stafflist;

/**
 * Who decided an entry, and does not judge it when it is looked at again.
 *
 * @param judge 0 for nobody
 * @param approver of what the judge proposed; 0 where the judge decided alone
 */
public record Deciders(long judge, long approver) {
    public static final Deciders NOBODY = new Deciders(0, 0);

    public boolean include(long accountId) {
        return accountId != 0 && (accountId == judge || accountId == approver);
    }
}
