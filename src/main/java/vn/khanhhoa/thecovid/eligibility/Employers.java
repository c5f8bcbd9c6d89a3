package vn.khanhhoa.thecovid.eligibility;

import java.util.Map;
import java.util.Set;

/** For which organisations people ask for a card or have one: known to whoever keeps the lists, above this module. */
public interface Employers {
    /** Organisations by person, of people whose ids lie behind one and not behind the other. */
    Map<Long, Set<Long>> between(long after, long upTo);
}
