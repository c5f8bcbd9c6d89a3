package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** A leave may be approved before its day: on the day it ends what it amends, in steps that each commit. */
@ApplicationScoped
class LeavingDay implements RecurringJob {
    private static final int STEP = 500;

    @Inject
    private LeavingStep step;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "stafflist.leaving-day";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        endLeft(LocalDate.now(clock), STEP);
    }

    /** What has no turn comes with the next run: what is done is not walked through again. */
    void endLeft(LocalDate today, int atOnce) {
        AtomicReference<LeavingStep.Leave> last = new AtomicReference<>();
        Turn.of(() -> {
            Optional<LeavingStep.Leave> reached = step.endLeft(today, Optional.ofNullable(last.get()), atOnce);
            reached.ifPresent(last::set);
            return reached.isPresent();
        });
    }
}
