package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.stafflist.intake.FinishedReading;
import vn.khanhhoa.thecovid.stafflist.intake.ListReader;
import vn.khanhhoa.thecovid.stafflist.intake.ListRow;
import vn.khanhhoa.thecovid.stafflist.intake.Reading;
import vn.khanhhoa.thecovid.stafflist.intake.ReadingLimits;
import vn.khanhhoa.thecovid.stafflist.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.stafflist.intake.UnmatchedHeadings;
import vn.khanhhoa.thecovid.stafflist.intake.Unreadable;

/**
 * Reads one uploaded file. Its rows are stored as they are read, some hundreds at a time and all in one transaction: however
 * long the file is, little of it is in memory, and a job that is killed begins again and leaves nothing half-done.
 */
@ApplicationScoped
class IntakeJob implements Job {
    static final String NAME = "stafflist.intake";
    private static final int MOST_LARGE = 2;
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

    /** A fault of the reader, which would come again with every attempt. */
    private static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1;

        Faulty(RuntimeException cause) {
            super(cause);
        }
    }

    /** Large files leave threads to small ones; they come again when their turn is. */
    private final Semaphore large = new Semaphore(MOST_LARGE);

    @Inject
    private IntakeSteps steps;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        String[] parts = argument.split(":", -1);
        long uploadId = Long.parseLong(parts[0]);
        int waits = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
        if (!steps.isLarge(uploadId)) {
            steps.begin(uploadId).ifPresent(this::read);
        } else if (large.tryAcquire()) {
            try {
                steps.begin(uploadId).ifPresent(this::read);
            } finally {
                large.release();
            }
        } else {
            steps.postpone(uploadId, waits + 1);
        }
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
        } catch (Faulty fault) {
            String incident = Incident.log(LOG, Level.SEVERE, fault);
            steps.refuse(work.uploadId(), "stafflist.reading-failed", incident, UnmatchedHeadings.NONE);
        }
    }

    private FinishedReading read(IntakeSteps.Work work, Consumer<ListRow> taker) {
        AtomicInteger rows = new AtomicInteger();
        AtomicLong told = new AtomicLong(System.nanoTime());
        Reading reading;
        try {
            reading = new ListReader(ReadingLimits.DEFAULT).read(work.content(), work.form(), work.choices(), row -> {
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
            throw new Faulty(fault);
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
