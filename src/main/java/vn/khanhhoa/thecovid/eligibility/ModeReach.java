package vn.khanhhoa.thecovid.eligibility;

import java.util.List;

/** What a mode reaches, of which this module knows nothing: open entries, live cards. */
public interface ModeReach {
    /** What it is that is counted. */
    enum What {
        ENTRIES,
        CARDS
    }

    /**
     * Those of a place that are for the same activities.
     *
     * @param activities codes between spaces
     * @param green of how many the data makes the person green, as it was found last
     */
    record Group(long areaId, String activities, long count, long green) {}

    What what();

    List<Group> groups();
}
