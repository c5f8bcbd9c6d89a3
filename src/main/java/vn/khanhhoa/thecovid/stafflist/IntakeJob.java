package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.intake.FinishedReading;
import vn.khanhhoa.thecovid.intake.ListReader;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.Reading;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.intake.UnmatchedHeadings;
import vn.khanhhoa.thecovid.intake.Unreadable;
import vn.khanhhoa.thecovid.platform.jobs.Hopeless;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;

/**
 * Reads one uploaded file. Its rows are stored as they are read, some hundreds at a time and all in one transaction: however
 * long the file is, little of it is in memory, and a job that is killed begins again and leaves nothing half-done. A file that
 * has to wait for its turn gives its thread to others.
 */
@ApplicationScoped
class IntakeJob implements Job {
    static final String NAME = "stafflist.intake";
    static final String FAILED = "stafflist.reading-failed";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(IntakeJob.class.getName());
    private static final long PROGRESS_EVERY = Duration.ofSeconds(1).toNanos();

    /** The file was not read to its end. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Reading reading;

        Ended(Reading reading) {
            this.reading = reading;
        }
    }

    private final ReadingTurns turns = new ReadingTurns();

    @Inject
    private IntakeSteps steps;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long uploadId = Long.parseLong(argument);
        IntakeSteps.Size size = steps.size(uploadId);
        if (!turns.begin(size.organisationId(), size.isLarge())) {
            jobs.enqueue(NAME, argument, PAUSE);
            return;
        }
        try {
            steps.begin(uploadId).ifPresent(this::read);
        } finally {
            turns.end(size.organisationId(), size.isLarge());
        }
    }

    @Override
    public void givenUp(String argument, String incident) {
        steps.refuse(Long.parseLong(argument), FAILED, incident, UnmatchedHeadings.NONE);
    }

    @Override
    public void wantedAgain(String argument) {
        steps.receiveAgain(Long.parseLong(argument));
    }

    private void read(IntakeSteps.Work work) {
        IntakeSteps.Source source = taker -> read(work, taker);
        try {
            if (!steps.takeAtOnce(work, source)) {
                steps.stage(work, source);
            }
        } catch (Ended ended) {
            if (ended.reading instanceof ReadingQuestion question) {
                steps.ask(work.uploadId(), question);
            } else if (ended.reading instanceof Unreadable unreadable) {
                steps.refuse(
                        work.uploadId(),
                        unreadable.messageKey(),
                        unreadable.args().stream().map(String::valueOf).collect(Collectors.joining("\u001f")),
                        unreadable.unmatched());
            }
        } catch (IntakeSteps.Overtaken late) {
            LOG.log(Level.FINE, "another attempt was faster", late);
        }
    }

    private FinishedReading read(IntakeSteps.Work work, Consumer<ListRow> taker) {
        AtomicInteger rows = new AtomicInteger();
        AtomicLong told = new AtomicLong(System.nanoTime());
        Reading reading;
        try {
            reading = new ListReader(ReadingLimits.DEFAULT, work.others())
                    .read(work.content(), work.form(), work.choices(), row -> {
                        taker.accept(row);
                        rows.incrementAndGet();
                        if (System.nanoTime() - told.get() > PROGRESS_EVERY) {
                            told.set(System.nanoTime());
                            tell(work.uploadId(), rows.get());
                        }
                    });
        } catch (IntakeSteps.NotStored unanswered) {
            throw unanswered;
        } catch (RuntimeException fault) {
            throw new Hopeless(fault);
        }
        if (reading instanceof FinishedReading finished) {
            return finished;
        }
        throw new Ended(reading);
    }

    /** A courtesy: where the database does not answer just now, the file goes on being read. */
    private void tell(long uploadId, int rowsRead) {
        try {
            steps.progress(uploadId, rowsRead);
        } catch (RuntimeException unanswered) {
            LOG.log(Level.FINE, "progress was not told", unanswered);
        }
    }
}
