package vn.khanhhoa.thecovid.verification;

/** Scans were stored, in the transaction that fires this: those of these numbers inside, the last included. */
public record ScansArrived(long firstId, long lastId) {}
