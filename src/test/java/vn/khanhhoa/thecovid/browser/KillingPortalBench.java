package vn.khanhhoa.thecovid.browser;

import org.junit.jupiter.api.Test;

/** 10,000 entries, killed three times while they are proposed and three times while they are agreed to. */
class KillingPortalBench {
    private static final int PEOPLE = 10_000;

    @Test
    void ten_thousand_entries() throws Exception {
        int times = Integer.getInteger("kill.times", 3);
        new KilledInMidDecision(PEOPLE, Long.getLong("kill.seed", System.nanoTime()), 4_000).run(times, times);
    }
}
