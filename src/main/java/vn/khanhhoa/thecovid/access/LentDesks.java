package vn.khanhhoa.thecovid.access;

/** Says at whose desk an officer may sit besides their own agency's. The module that keeps the loans answers. */
public interface LentDesks {
    /** Now, by the agency whose officer they are; asked anew with every request. */
    boolean isLent(Actor actor, long agencyId);
}
