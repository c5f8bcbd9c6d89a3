package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vn.khanhhoa.thecovid.intake.FinishedReading;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.intake.UnmatchedHeadings;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.platform.jobs.Ahead;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The transactions of {@link IntakeJob}, one a method. */
@ApplicationScoped
@Transactional
class IntakeSteps {
    private static final int STEP = 1_000;
    private static final int LONGEST_ARGS = 400;
    private static final int LARGE = 1 << 20;
    /** Of the cells of rows that wait to be stored: beyond it fewer than a step of them do, lest they fill the memory. */
    private static final int MOST_CHARACTERS = 1 << 20;

    /** @param isLarge so that reading the file takes its time */
    record Size(long organisationId, boolean isLarge) {}

    /** @param others forms in force that the file may have been made by instead */
    record Work(
            long uploadId,
            long listId,
            byte[] content,
            FormDefinition form,
            List<FormDefinition> others,
            ReadingChoices choices) {}

    /** Hands over the rows of a file, or throws. */
    interface Source {
        FinishedReading read(Consumer<ListRow> taker);
    }

    /** The database did not answer, or not take what was read: no fault of the file. */
    static final class NotStored extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotStored(RuntimeException cause) {
            super(cause);
        }
    }

    /** Another attempt at the same file came to the end first: whatever this one wrote is void. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Inject
    private Lists lists;

    @Inject
    private Uploads uploads;

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChecks checks;

    @Inject
    private DraftChanges changes;

    @Inject
    private Staging staging;

    @Inject
    private SamePeople samePeople;

    @Inject
    private Forms forms;

    @Inject
    private Ahead ahead;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    Size size(long uploadId) {
        return sql.first(
                        "SELECT l.organisation_id, u.size FROM stafflist_upload u JOIN stafflist_list l ON l.id = u.list_id"
                                + " WHERE u.id = ?",
                        row -> new Size(row.getLong(1), row.getInt(2) > LARGE),
                        uploadId)
                .orElseThrow();
    }

    /** Empty where an earlier attempt came to the end. */
    Optional<Work> begin(long uploadId) {
        Upload upload = lists.upload(uploadId);
        if (!upload.isAwaited()) {
            return Optional.empty();
        }
        StaffList list = lists.locked(upload.listId());
        FormDefinition form = forms.of(list);
        List<FormDefinition> others = forms.inForce(LocalDate.now(clock)).stream()
                .filter(other -> !other.code().equals(form.code()))
                .map(other -> other.template().definition())
                .toList();
        return Optional.of(new Work(uploadId, list.id(), uploads.content(uploadId), form, others, upload.choices()));
    }

    /**
     * Beside the transaction in which the file is read. Leaves the version alone: whoever ends the upload does not collide
     * with a count.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void progress(long uploadId, int rowsRead) {
        sql.update("UPDATE stafflist_upload SET rows_read = ? WHERE id = ?", rowsRead, uploadId);
    }

    void refuse(long uploadId, String problemKey, String args, UnmatchedHeadings unmatched) {
        Upload upload = lists.upload(uploadId);
        if (upload.isAwaited()) {
            upload.refused(
                    problemKey, args.length() > LONGEST_ARGS ? args.substring(0, LONGEST_ARGS) : args, clock.instant());
            upload.unmatched(unmatched);
        }
    }

    /** A file whose reading failed; not where its sender has sent another one since. */
    void receiveAgain(long uploadId) {
        Upload upload = lists.upload(uploadId);
        lists.locked(upload.listId());
        if (upload.isRefusedBy(IntakeJob.FAILED) && uploads.isNewest(upload.id())) {
            upload.receivedAgain();
        }
    }

    void ask(long uploadId, ReadingQuestion question) {
        Upload upload = lists.upload(uploadId);
        lists.locked(upload.listId());
        if (upload.isAwaited()) {
            upload.asked(cipher.seal(Offers.write(question)));
            staging.discardOthers(upload);
        }
    }

    /**
     * Into a list without lines: there is nothing to compare with. The list is held from the beginning, so nobody else
     * brings lines meanwhile.
     *
     * @return false where the list has lines
     */
    boolean takeAtOnce(Work work, Source source) {
        StaffList list = lists.locked(work.listId());
        Upload upload = lists.upload(work.uploadId());
        if (!upload.isAwaited()) {
            return true;
        }
        if (list.isWithdrawn()) {
            upload.refused("stafflist.list-withdrawn", "", clock.instant());
            return true;
        }
        if (rows.count(list.id(), RowFilter.ALL) > 0) {
            return false;
        }
        DraftChanges.Change change =
                changes.begin(list.id(), ChangeKind.UPLOAD, upload.fileName(), upload.sender(list));
        ReadCounts[] counts = {ReadCounts.NONE};
        Read reading = read(list, work, source, ahead::work, (check, refs, lines) -> {
            counts[0] = counts[0].and(lines);
            changes.part(change, DraftEdit.adding(lines));
        });
        conclude(list, reading.check());
        boolean changed = changes.end(change);
        upload.read(counts[0], reading.finished(), work.form());
        upload.takenAtOnce(changed ? change.id() : 0, changes.revision(list.id()), clock.instant());
        return true;
    }

    /** Beside a draft that has lines: the sender is shown what would change. Only the end holds the list. */
    void stage(Work work, Source source) {
        StaffList list = lists.list(work.listId());
        staging.forget(work.uploadId());
        if (sql.number("SELECT state = 'RECEIVED' FROM stafflist_upload WHERE id = ?", work.uploadId()) == 0) {
            throw new Overtaken();
        }
        long basedOn = changes.revision(list.id());
        DraftMatching matching = staging.matching(list.id());
        ReadCounts[] counts = {ReadCounts.NONE};
        Read reading = read(
                list,
                work,
                source,
                Lanes.ONE,
                (check, refs, lines) ->
                        counts[0] = counts[0].and(staging.add(work.uploadId(), matching, check, refs, lines)));
        if (reading.check().isInDoubt()) {
            staging.conclude(work.uploadId(), reading.check());
        }
        StaffList held = lists.locked(work.listId());
        Upload upload = lists.upload(work.uploadId());
        if (!upload.isAwaited()) {
            throw new Overtaken();
        }
        if (held.isWithdrawn()) {
            upload.refused("stafflist.list-withdrawn", "", clock.instant());
            staging.forget(work.uploadId());
            return;
        }
        upload.read(counts[0], reading.finished(), work.form());
        if (changes.revision(list.id()) == basedOn) {
            upload.staged(staging.counts(upload), basedOn);
        } else {
            staging.compareAgain(held, upload);
        }
        samePeople.settleStaged(held, upload.id());
        staging.discardOthers(upload);
    }

    /** What only the whole file tells of its rows. */
    private void conclude(StaffList list, LineCheck check) {
        if (!check.isInDoubt()) {
            return;
        }
        List<DraftRow> part = rows.page(list.id(), RowFilter.ALL, 0, STEP);
        for (int first = STEP; !part.isEmpty(); first += STEP) {
            rows.update(list.id(), check.concluded(part));
            part = rows.page(list.id(), RowFilter.ALL, first, STEP);
        }
    }

    private record Read(LineCheck check, FinishedReading finished) {}

    /** Some lines of a file, with the ids by which it names them. */
    private record Part(List<Optional<PublicId>> refs, List<DraftRow> lines) {}

    private interface Store {
        void take(LineCheck check, List<Optional<PublicId>> refs, List<DraftRow> lines);
    }

    /** Whether lines are made in a thread of their own while those before them are stored. */
    private interface Lanes {
        /** For lines that are looked at by their check once more when they are stored. */
        Lanes ONE = (maker, user) -> maker.accept(user);

        void work(Consumer<Consumer<Part>> maker, Consumer<Part> user);
    }

    private Read read(StaffList list, Work work, Source source, Lanes lanes, Store store) {
        LineCheck check = checks.begin(list);
        AtomicReference<FinishedReading> reading = new AtomicReference<>();
        lanes.work(parts -> reading.set(lines(work, source, check, parts)), part -> {
            try {
                store.take(check, part.refs(), part.lines());
            } catch (RuntimeException unanswered) {
                throw new NotStored(unanswered);
            }
        });
        return new Read(check, Objects.requireNonNull(reading.get()));
    }

    private List<DraftRow> warned(LineCheck check, List<DraftRow> lines) {
        try {
            return checks.warned(check, lines);
        } catch (RuntimeException unanswered) {
            throw new NotStored(unanswered);
        }
    }

    private FinishedReading lines(Work work, Source source, LineCheck check, Consumer<Part> parts) {
        List<DraftRow> waiting = new ArrayList<>(STEP);
        List<Optional<PublicId>> refs = new ArrayList<>(STEP);
        int[] characters = {0};
        Runnable flush = () -> {
            parts.accept(new Part(List.copyOf(refs), warned(check, waiting)));
            waiting.clear();
            refs.clear();
            characters[0] = 0;
        };
        FinishedReading reading = source.read(row -> {
            waiting.add(check.fresh(row, work.uploadId()));
            refs.add(PublicId.parse(row.ref()));
            characters[0] += row.cells().stream().mapToInt(String::length).sum();
            if (waiting.size() == STEP || characters[0] > MOST_CHARACTERS) {
                flush.run();
            }
        });
        if (!waiting.isEmpty()) {
            flush.run();
        }
        return reading;
    }
}
