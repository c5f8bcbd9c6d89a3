package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.stafflist.intake.CheckedRow;
import vn.khanhhoa.thecovid.stafflist.intake.ListReader;
import vn.khanhhoa.thecovid.stafflist.intake.Reading;
import vn.khanhhoa.thecovid.stafflist.intake.ReadingLimits;
import vn.khanhhoa.thecovid.stafflist.intake.RowChecker;
import vn.khanhhoa.thecovid.stafflist.intake.Unreadable;

/**
 * Reads one uploaded file. The rows are stored in one step at the end: a job that is killed begins again and leaves
 * nothing half-done. Only progress is told in between.
 */
@ApplicationScoped
class IntakeJob implements Job {
    static final String NAME = "stafflist.intake";
    private static final Logger LOG = Logger.getLogger(IntakeJob.class.getName());
    private static final long PROGRESS_EVERY = Duration.ofSeconds(1).toNanos();

    @Inject
    private IntakeSteps steps;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long uploadId = Long.parseLong(argument);
        steps.begin(uploadId).ifPresent(work -> read(uploadId, work));
    }

    private void read(long uploadId, IntakeSteps.Work work) {
        List<CheckedRow> rows = new ArrayList<>();
        AtomicLong told = new AtomicLong(System.nanoTime());
        Reading reading;
        try {
            RowChecker checker =
                    new RowChecker(work.form(), work.lists(), work.today(), IntakeSteps.LONGEST_PERIOD_DAYS);
            reading = new ListReader(ReadingLimits.DEFAULT).read(work.content(), work.form(), row -> {
                rows.add(checker.check(row));
                if (System.nanoTime() - told.get() > PROGRESS_EVERY) {
                    told.set(System.nanoTime());
                    tell(uploadId, rows.size());
                }
            });
        } catch (RuntimeException fault) {
            // A fault of the reader would come again with every attempt: the file is refused, and the log says why.
            String incident = Incident.log(LOG, Level.SEVERE, fault);
            steps.refuse(uploadId, "stafflist.reading-failed", incident);
            return;
        }
        if (reading instanceof Unreadable unreadable) {
            steps.refuse(
                    uploadId,
                    unreadable.messageKey(),
                    unreadable.args().stream().map(String::valueOf).collect(Collectors.joining("\u001f")));
        } else {
            steps.take(work.listId(), uploadId, rows);
        }
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
