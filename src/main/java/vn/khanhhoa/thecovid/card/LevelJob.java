package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/**
 * Keeps the levels of the holders of current cards, and suspends the cards of whom the criteria hold: those of whom something was learnt
 * at once, those whose level ends by itself when it does. A sweep looks at all of them once a day.
 */
@ApplicationScoped
class LevelJob implements RecurringJob {
    static final String NAME = "card.levels";
    private static final int STEP = 200;
    private static final Logger LOG = Logger.getLogger(LevelJob.class.getName());

    @Inject
    private LevelSteps levels;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run() {
        Turn.of(this::step);
    }

    /** Two transactions: each holds cards in the order of their ids. */
    boolean step() {
        boolean more = levels.takeTouched();
        try {
            return levels.assess(STEP) || more;
        } catch (RuntimeException failed) {
            return oneByOne(failed);
        }
    }

    /** The others go on. Where none of several can be assessed, it is no fault of a card. */
    private boolean oneByOne(RuntimeException failed) {
        List<Long> due = levels.dueNow(STEP);
        List<Long> faulty = due.stream().filter(card -> !isAssessed(card)).toList();
        if (faulty.size() > 1 && faulty.size() == due.size()) {
            throw failed;
        }
        faulty.forEach(levels::setAside);
        return due.size() == STEP;
    }

    private boolean isAssessed(long card) {
        try {
            levels.assessOne(card);
            return true;
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "card " + card + " is assessed by itself from now on");
            return false;
        }
    }
}
