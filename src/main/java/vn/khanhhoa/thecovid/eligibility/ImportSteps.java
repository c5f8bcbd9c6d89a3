package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.eligibility.evidence.CheckedRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.EvidenceForms;
import vn.khanhhoa.thecovid.eligibility.evidence.Facilities;
import vn.khanhhoa.thecovid.eligibility.evidence.KnownFacility;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordCheck;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** The transactions of {@link ImportJob}, one a method. */
@ApplicationScoped
@Transactional
class ImportSteps {
    static final EvidenceForms FORMS = new EvidenceForms(CriteriaSets.VOCABULARY);
    private static final int LONGEST_ARGS = 400;
    private static final int LONGEST_IGNORED = 1_000;

    @Inject
    private Jobs jobs;

    @Inject
    private StoredSources sources;

    @Inject
    private StoredRecords records;

    @Inject
    private StoredGiven given;

    @Inject
    private StoredPeopleActs acts;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Another attempt at the same file was faster. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** An import was withdrawn since the rows were judged beside what was known. */
    static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * What there is to do.
     *
     * @param done rows that an earlier attempt came to
     * @param now at which the file is judged
     */
    record Work(
            long importId,
            SourceView source,
            byte[] content,
            boolean convertFont,
            Facilities facilities,
            Optional<KnownFacility> usual,
            ReferenceLists lists,
            int done,
            Instant now) {
        RecordCheck check() {
            return new RecordCheck(kind(), form(), lists, facilities, usual, now);
        }

        RecordKind kind() {
            return kindOf(source.kind());
        }

        FormDefinition form() {
            return FORMS.form(kind());
        }
    }

    static RecordKind kindOf(SourceKind source) {
        return switch (source) {
            case VACCINATION -> RecordKind.DOSE;
            case TESTING -> RecordKind.TEST;
            case TREATMENT -> RecordKind.RECOVERY;
        };
    }

    /** Whether a file that came before, of the same source, is still to be read: a later one is later news. */
    boolean hasToWait(long importId) {
        return sql.number(
                        "SELECT COUNT(*) FROM eligibility_import i JOIN eligibility_import earlier ON earlier.source_id ="
                                + " i.source_id AND earlier.id < i.id AND earlier.state = 'RECEIVED' WHERE i.id = ?",
                        importId)
                > 0;
    }

    /** Empty where an earlier attempt came to the end. */
    Optional<Work> begin(long importId) {
        return sql.first(
                "SELECT source_id, facility_id, content, convert_font, rows_done FROM eligibility_import WHERE id = ? AND"
                        + " state = 'RECEIVED'",
                row -> work(
                        importId,
                        row.getLong(1),
                        row.getLong(2),
                        Objects.requireNonNull(row.getBytes(3)),
                        row.getBoolean(4),
                        row.getInt(5)),
                importId);
    }

    private Work work(long importId, long sourceId, long facilityId, byte[] sealed, boolean convertFont, int done) {
        Instant now = clock.instant();
        List<KnownFacility> facilities = sources.known(sourceId);
        return new Work(
                importId,
                sources.byId(sourceId),
                cipher.openBytes(sealed),
                convertFont,
                new Facilities(facilities),
                facilities.stream().filter(each -> each.id() == facilityId).findFirst(),
                ReferenceLists.ofAreas(catalogue, LocalDate.ofInstant(now, PortalClock.ZONE)),
                done,
                now);
    }

    /** The file was walked through and can be read. */
    void readable(long importId, int total, String sheets, List<String> ignored) {
        sql.update(
                "UPDATE eligibility_import SET rows_total = ?, sheets = ?, ignored = ? WHERE id = ? AND state = 'RECEIVED'",
                total,
                shortened(sheets, LONGEST_ARGS),
                shortened(String.join("; ", ignored), LONGEST_IGNORED),
                importId);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }

    /** Nothing of it was taken. */
    void refuse(long importId, String problemKey, List<?> args) {
        end(importId, ImportState.REFUSED, problemKey, args);
    }

    /** A fault of the portal; what was taken before counts. */
    void stop(long importId, String incident) {
        end(importId, ImportState.STOPPED, "eligibility.import.stopped", List.of(incident));
        TouchedJob.enqueue(jobs, importId);
    }

    private void end(long importId, ImportState state, String problemKey, List<?> args) {
        String text = args.stream().map(String::valueOf).collect(Collectors.joining("\u001f"));
        sql.update(
                "UPDATE eligibility_import SET state = ?, problem_key = ?, problem_args = ?, finished_at = ? WHERE id = ? AND"
                        + " state = 'RECEIVED'",
                state.name(),
                problemKey,
                shortened(text, LONGEST_ARGS),
                clock.instant(),
                importId);
    }

    /** A file whose reading stopped goes on where it was. */
    void receiveAgain(long importId) {
        sql.update(
                "UPDATE eligibility_import SET state = 'RECEIVED', problem_key = '', problem_args = '', finished_at = NULL"
                        + " WHERE id = ? AND state = 'STOPPED'",
                importId);
    }

    /** What becomes of the next rows of the file; asked while those before them are stored. */
    ImportedRows judge(Work work, ImportedRows.Before before, List<ImportedRows.ReadRow> rows) {
        before.next(rows.size());
        ImportedRows judged = new ImportedRows(
                records,
                given,
                work.source(),
                work.importId(),
                sources.withdrawals(work.source().id()),
                acts.documentsOfOne(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                before);
        judged.judge(rows);
        return judged;
    }

    /**
     * The next rows of the file, all of them or none.
     *
     * @param before rows of the file that were stored already
     */
    void store(Work work, int before, int rows, ImportedRows judged) {
        if (sources.hold(work.source().id()) != judged.withdrawals()) {
            throw new Outdated();
        }
        Instant now = judged.at();
        ImportedRows.Count count = judged.count();
        int moved = sql.update(
                "UPDATE eligibility_import SET rows_done = ?, rows_new = rows_new + ?, rows_replacing = rows_replacing + ?,"
                        + " rows_same = rows_same + ?, rows_bad = rows_bad + ?, rows_warned = rows_warned + ?, rows_repaired ="
                        + " rows_repaired + ?, changed_at = IF(to_reckon, changed_at, ?), to_reckon = to_reckon OR ? WHERE id = ?"
                        + " AND state = 'RECEIVED' AND rows_done = ?",
                before + rows,
                count.added(),
                count.replacing(),
                count.same(),
                count.bad(),
                count.warned(),
                count.repaired(),
                now,
                work.kind() == RecordKind.DOSE && count.added() + count.replacing() > 0,
                work.importId(),
                before);
        if (moved == 0) {
            throw new Overtaken();
        }
        records.supersede(judged.replaced(), now);
        records.insert(work.source().id(), work.importId(), judged.versions(), judged.people(), now);
        records.repeat(work.importId(), judged.repeats());
        keep(work.importId(), judged.marked());
    }

    private void keep(long importId, List<CheckedRecord> marked) {
        sql.batch(
                "INSERT INTO eligibility_import_row (import_id, file_row, taken, name, content) VALUES (?, ?, ?, ?, ?)",
                marked,
                (statement, row) -> {
                    statement.setLong(1, importId);
                    statement.setInt(2, row.row());
                    statement.setBoolean(3, row.record().isPresent());
                    statement.setString(4, shortened(row.name(), 120));
                    statement.setBytes(5, cipher.seal(new ImportRowText(row.cells(), row.problems()).write()));
                });
    }

    /** The end of the file. */
    void finish(long importId) {
        int ended = sql.update(
                "UPDATE eligibility_import SET state = 'READ', finished_at = ?, content = NULL, to_match = (given_to > 0)"
                        + " WHERE id = ? AND state = 'RECEIVED'",
                clock.instant(),
                importId);
        if (ended > 0) {
            TouchedJob.enqueue(jobs, importId);
            sql.first(
                            "SELECT public_id, sent_by, rows_new, rows_replacing, rows_bad FROM eligibility_import WHERE id = ?",
                            row -> new HealthDataChanged(
                                    row.getLong(2),
                                    "source.imported",
                                    "import",
                                    Sql.publicId(row, "public_id"),
                                    Map.of("rows", String.valueOf(row.getInt(3) + row.getInt(4)))),
                            importId)
                    .ifPresent(trail::fire);
        }
    }
}
