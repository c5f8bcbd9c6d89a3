package vn.khanhhoa.thecovid.registry;

/** The working time of an agency is another from now on; fired in the transaction that changes it. */
public record CalendarChanged(long agencyId) {}
