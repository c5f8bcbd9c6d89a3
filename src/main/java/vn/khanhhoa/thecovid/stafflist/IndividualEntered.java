package vn.khanhhoa.thecovid.stafflist;

/** A person without an employer has asked for a card, or an officer of the commune for them; not again when it is mended. */
public record IndividualEntered(long entryId, long listId, long accountId) {}
