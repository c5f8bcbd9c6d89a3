package vn.khanhhoa.thecovid.eligibility;

import java.util.Set;

/** Of whom an officer stopped a card, which this module does not know: the portal gives them none by itself. */
public interface StoppedPeople {
    /** Those of the people of whom a current card is suspended, or was revoked, by a person; some hundreds at a time. */
    Set<Long> among(Set<Long> personIds);
}
