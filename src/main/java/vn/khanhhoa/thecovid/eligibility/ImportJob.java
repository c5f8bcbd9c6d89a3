package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordCheck;
import vn.khanhhoa.thecovid.intake.FinishedReading;
import vn.khanhhoa.thecovid.intake.ListReader;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.Reading;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.intake.Unreadable;
import vn.khanhhoa.thecovid.platform.jobs.Ahead;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;

/**
 * Reads one file of records. It is walked through once to see whether it can be read to its end, then again, and stored
 * some rows at a time while the next are read; a job that is killed goes on behind what it has stored. Files of one source
 * are read one after the other, as they came.
 */
@ApplicationScoped
class ImportJob implements Job {
    static final String NAME = "eligibility.import";
    private static final int STEP = 2_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());

    @Inject
    private ImportSteps steps;

    @Inject
    private StoredRecords records;

    @Inject
    private Ahead ahead;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long importId = Long.parseLong(argument);
        if (steps.hasToWait(importId)) {
            jobs.enqueue(NAME, argument, PAUSE);
            return;
        }
        try {
            steps.begin(importId).ifPresent(this::read);
        } catch (ImportSteps.Overtaken late) {
            LOG.log(Level.FINE, "another attempt was faster", late);
        } catch (ImportSteps.Outdated withdrawn) {
            LOG.log(Level.FINE, "what was known has changed: the file is read again from these rows on", withdrawn);
            jobs.enqueue(NAME, argument, PAUSE);
        }
    }

    @Override
    public void givenUp(String argument, String incident) {
        steps.stop(Long.parseLong(argument), incident);
    }

    @Override
    public void wantedAgain(String argument) {
        steps.receiveAgain(Long.parseLong(argument));
    }

    private void read(ImportSteps.Work work) {
        ReadingChoices choices =
                new ReadingChoices(List.of(), work.convertFont() ? Optional.of(true) : Optional.empty(), Map.of());
        RecordCheck check = work.check();
        Reading reading = read(work, choices, check::look);
        if (reading instanceof ReadingQuestion.WhichSheet which) {
            // Sources put each dose, or each day, on a sheet of its own.
            choices = new ReadingChoices(
                    which.sheets().stream()
                            .map(ReadingQuestion.SheetOffer::name)
                            .toList(),
                    choices.convertOldFont(),
                    choices.columns());
            check = work.check();
            reading = read(work, choices, check::look);
        }
        if (reading instanceof FinishedReading finished) {
            steps.readable(work.importId(), finished.rows(), finished.sheet(), finished.ignoredColumns());
            store(work, choices, check);
        } else if (reading instanceof Unreadable unreadable) {
            steps.refuse(work.importId(), unreadable.messageKey(), unreadable.args());
        } else {
            steps.refuse(work.importId(), "eligibility.import.old-font", List.of());
        }
    }

    private static Reading read(ImportSteps.Work work, ReadingChoices choices, Consumer<ListRow> taker) {
        return new ListReader(ReadingLimits.DEFAULT).read(work.content(), work.form(), choices, taker);
    }

    /** Some rows of the file. @param before those that come before them */
    private record Part(int before, int rows, ImportedRows judged) {}

    private void store(ImportSteps.Work work, ReadingChoices choices, RecordCheck check) {
        ImportedRows.Before before = new ImportedRows.Before(work.done());
        ahead.<Part>work(parts -> readParts(work, choices, check, before, parts), part -> {
            steps.store(work, part.before(), part.rows(), part.judged());
            before.stored(part.before() + part.rows());
        });
        steps.finish(work.importId());
    }

    private void readParts(
            ImportSteps.Work work,
            ReadingChoices choices,
            RecordCheck check,
            ImportedRows.Before before,
            Consumer<Part> parts) {
        List<ImportedRows.ReadRow> waiting = new ArrayList<>(STEP);
        int[] met = {0};
        Runnable flush = () -> {
            parts.accept(new Part(met[0] - waiting.size(), waiting.size(), steps.judge(work, before, waiting)));
            waiting.clear();
        };
        Reading reading = read(work, choices, row -> {
            if (met[0]++ < work.done()) {
                return;
            }
            waiting.add(records.read(work.source().id(), check.check(row)));
            if (waiting.size() == STEP) {
                flush.run();
            }
        });
        if (!waiting.isEmpty()) {
            flush.run();
        }
        if (!(reading instanceof FinishedReading)) {
            // It could be read before, so it was the time: the next attempt goes on behind what is stored.
            throw new IllegalStateException("the file was not read to its end");
        }
    }
}
