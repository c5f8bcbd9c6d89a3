package vn.khanhhoa.thecovid.stafflist;

/**
 * The last line of a submission has become an entry, or the rest of them never will; fired in the transaction of the job that
 * finds nothing left to do, so that it may come once more where the job was ended just then, or with which it is given up.
 *
 * @param count entries that this submission became, whatever else of the list was sent meanwhile
 * @param accountId who sent it
 */
public record ListEntered(long listId, long submissionId, long organisationId, int count, long accountId) {}
