package vn.khanhhoa.thecovid.browser;

import org.junit.jupiter.api.Test;

/** Small enough for every build; {@link KillingPortalBench} kills more and oftener. {@code -Dkill.seed=} repeats one. */
class KillingThePortalIT {
    private static final int PEOPLE = 600;

    @Test
    void what_was_decided_is_decided_once_however_the_portal_died() throws Exception {
        new KilledInMidDecision(PEOPLE, Long.getLong("kill.seed", System.nanoTime()), 700).killedOnce();
    }

    @Test
    void each_card_of_a_key_that_became_known_gets_one_new_code_however_the_portal_died() throws Exception {
        new KilledInMidDecision(PEOPLE, Long.getLong("kill.seed", System.nanoTime()), 900).reissued(2);
    }
}
