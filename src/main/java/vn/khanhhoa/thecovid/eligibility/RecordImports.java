package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;
import vn.khanhhoa.thecovid.eligibility.fhir.BundleFault;
import vn.khanhhoa.thecovid.eligibility.fhir.BundleRows;
import vn.khanhhoa.thecovid.intake.AnnotatedLine;
import vn.khanhhoa.thecovid.intake.AnnotatedWorkbook;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.intake.TemplateWorkbook;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Files of records into a source, by officers of the agency whose it is: received at once, read by a job, withdrawn as a
 * whole where they were wrong. Rows with something wrong are kept, and come back as a workbook to be mended and sent again.
 */
@UseCase
public class RecordImports {
    private static final int REFUSED_AT_ONCE = 500;
    private static final int LONGEST_FILE_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final int SHOWN = 50;
    private static final int STEP = 50;

    /** All but the content: whoever waits asks every second. */
    private static final String IMPORT =
            "SELECT i.public_id, i.file_name, i.size, i.state, i.problem_key, i.problem_args,"
                    + " i.sheets, i.ignored, i.rows_total, i.rows_done, i.rows_new, i.rows_replacing, i.rows_same, i.rows_bad,"
                    + " i.rows_warned, i.rows_repaired, i.sender, i.sent_at, i.finished_at, i.withdrawer, i.withdrawn_at,"
                    + " i.withdrawn_why, i.bundle, i.people, i.people_matched, i.to_match, s.public_id AS source_public_id, f.name AS"
                    + " facility FROM eligibility_import i JOIN eligibility_source s ON s.id = i.source_id"
                    + " LEFT JOIN eligibility_facility f ON f.id = i.facility_id";

    @Inject
    private StoredSources sources;

    @Inject
    private StoredRecords records;

    @Inject
    private Bundles bundles;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** @param known whether the same file came before and counts */
    public record Received(PublicId id, boolean known) {}

    /** @param faults why nothing was received */
    public record BundleReceived(Optional<Received> received, List<BundleFault> faults) {
        public BundleReceived {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The same file once more is the same import, unless that was refused or withdrawn.
     *
     * @param facility of rows that name none
     * @param convertFont whether text of an old font is to be converted
     */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public Received receive(
            Actor actor,
            PublicId sourceId,
            Optional<PublicId> facility,
            String fileName,
            byte[] content,
            boolean convertFont) {
        return receive(actor, sourceId, facility, fileName, content, convertFont, false);
    }

    /**
     * A bundle of FHIR R4, each record of which is a row from then on. Where something of it is not as it should be, nothing
     * is taken.
     */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public BundleReceived receiveBundle(
            Actor actor, PublicId sourceId, Optional<PublicId> facility, String fileName, byte[] bundle) {
        SourceView source = sources.own(actor, sourceId);
        BundleRows read = bundles.read(bundle, ImportSteps.kindOf(source.kind()));
        return read.faults().isEmpty()
                ? new BundleReceived(
                        Optional.of(receive(actor, sourceId, facility, fileName, read.json(), false, true)), List.of())
                : new BundleReceived(Optional.empty(), read.faults());
    }

    private Received receive(
            Actor actor,
            PublicId sourceId,
            Optional<PublicId> facility,
            String fileName,
            byte[] content,
            boolean convertFont,
            boolean bundle) {
        SourceView source = sources.own(actor, sourceId);
        if (content.length == 0) {
            throw new RuleViolation("intake.empty-file");
        }
        if (content.length > ReadingLimits.DEFAULT.fileBytes()) {
            throw new RuleViolation("intake.file-too-large", ReadingLimits.DEFAULT.fileBytes() >> 20);
        }
        Optional<Long> facilityId =
                facility.map(id -> sources.facility(source.id(), id).id());
        sources.hold(source.id());
        byte[] digest = digest(content);
        Optional<PublicId> same = sql.first(
                "SELECT public_id FROM eligibility_import WHERE source_id = ? AND digest = ? AND facility_id <=> ? AND state"
                        + " NOT IN ('REFUSED', 'WITHDRAWN') ORDER BY id DESC LIMIT 1",
                row -> Sql.publicId(row, "public_id"),
                source.id(),
                digest,
                facilityId.orElse(null));
        if (same.isPresent()) {
            return new Received(same.get(), true);
        }
        long id = sql.ids("eligibility_import_seq", STEP).next();
        PublicId publicId = PublicId.random();
        sql.update(
                "INSERT INTO eligibility_import (id, public_id, source_id, facility_id, file_name, size, digest, content,"
                        + " convert_font, bundle, state, sent_by, sender, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " 'RECEIVED', ?, ?, ?)",
                id,
                publicId,
                source.id(),
                facilityId.orElse(null),
                OneLine.ofFile(fileName, LONGEST_FILE_NAME),
                content.length,
                digest,
                cipher.seal(content),
                convertFont,
                bundle,
                actor.accountId(),
                actor.name(),
                clock.instant());
        jobs.enqueue(ImportJob.NAME, String.valueOf(id));
        return new Received(publicId, false);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The newest of a source. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public List<ImportView> imports(Actor actor, PublicId sourceId) {
        return sql.list(
                IMPORT + " WHERE i.source_id = ? ORDER BY i.id DESC LIMIT " + SHOWN,
                RecordImports::view,
                sources.own(actor, sourceId).id());
    }

    @Requires(Permission.KEEP_SOURCE_DATA)
    public ImportView view(Actor actor, PublicId id) {
        return sql.first(IMPORT + " WHERE i.id = ?", RecordImports::view, sources.ownImport(actor, id))
                .orElseThrow(NotFound::new);
    }

    private static ImportView view(ResultSet row) throws SQLException {
        String args = row.getString("problem_args");
        return new ImportView(
                Sql.publicId(row, "public_id"),
                Sql.publicId(row, "source_public_id"),
                Objects.requireNonNullElse(row.getString("facility"), ""),
                row.getString("file_name"),
                row.getInt("size"),
                ImportState.valueOf(row.getString("state")),
                row.getString("problem_key"),
                args.isEmpty() ? List.of() : List.of(args.split("\u001f", -1)),
                row.getString("sheets"),
                row.getString("ignored"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getInt("rows_new"),
                row.getInt("rows_replacing"),
                row.getInt("rows_same"),
                row.getInt("rows_bad"),
                row.getInt("rows_warned"),
                row.getInt("rows_repaired"),
                row.getString("sender"),
                Objects.requireNonNull(Sql.instant(row, "sent_at")),
                Sql.instant(row, "finished_at"),
                row.getString("withdrawer"),
                Sql.instant(row, "withdrawn_at"),
                row.getString("withdrawn_why"),
                row.getBoolean("bundle"),
                row.getInt("people"),
                row.getInt("people_matched"),
                row.getBoolean("to_match"));
    }

    /** Rows with something wrong, those that were not taken first. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public List<ImportRowView> rows(Actor actor, PublicId id, int first, int count) {
        return rows(
                "WHERE import_id = ? ORDER BY taken, file_row LIMIT ? OFFSET ?",
                sources.ownImport(actor, id),
                count,
                first);
    }

    /** Those behind a row of the file, in its order. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public List<ImportRowView> rowsAfter(Actor actor, PublicId id, int row, int count) {
        return rows(
                "WHERE import_id = ? AND file_row > ? ORDER BY file_row LIMIT ?",
                sources.ownImport(actor, id),
                row,
                count);
    }

    private List<ImportRowView> rows(String which, Object... args) {
        return sql.list(
                "SELECT file_row, name, taken, content FROM eligibility_import_row " + which,
                row -> {
                    ImportRowText text = ImportRowText.read(cipher.open(row.getBytes(4)));
                    return new ImportRowView(
                            row.getInt(1), row.getString(2), row.getBoolean(3), text.cells(), text.problems());
                },
                args);
    }

    /** A column of the form of a source's records, to name it. */
    @Requires(Permission.READ_SOURCES)
    public List<FormColumn> columns(Actor actor, PublicId sourceId) {
        return form(sources.readable(actor, sourceId)).columns();
    }

    private static FormDefinition form(SourceView source) {
        return ImportSteps.FORMS.form(ImportSteps.kindOf(source.kind()));
    }

    /** The {@code .xlsx} to fill in. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public byte[] template(Actor actor, PublicId sourceId) {
        FormDefinition form = form(sources.own(actor, sourceId));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TemplateWorkbook(form, lists()).write(out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    private ReferenceLists lists() {
        return ReferenceLists.ofAreas(catalogue, LocalDate.now(clock));
    }

    /** The rows that were not taken, as a workbook that says at each cell what is wrong, to be mended and sent. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public byte[] problems(Actor actor, PublicId id, Locale language) {
        long importId = sources.ownImport(actor, id);
        FormDefinition form = form(sources.own(actor, view(actor, id).sourceId()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new AnnotatedWorkbook(
                            form,
                            lists(),
                            Texts.get(language, "eligibility.import.number-column"),
                            Texts.get(language, "eligibility.import.problems-column"))
                    .write(() -> refused(importId, language), true, out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        trail.fire(new HealthDataChanged(actor.accountId(), "source.problems-taken", "import", id, Map.of()));
        return out.toByteArray();
    }

    /** Some at a time: the texts of a whole file are not all needed at once. */
    private Iterator<AnnotatedLine> refused(long importId, Locale language) {
        return Stream.iterate(
                        refusedAfter(importId, 0),
                        some -> !some.isEmpty(),
                        some -> refusedAfter(importId, some.get(some.size() - 1).row()))
                .flatMap(List::stream)
                .map(row -> new AnnotatedLine(
                        "",
                        row.row(),
                        row.cells(),
                        row.problems().stream()
                                .map(problem -> note(problem, language))
                                .toList()))
                .iterator();
    }

    private List<ImportRowView> refusedAfter(long importId, int row) {
        return rows(
                "WHERE import_id = ? AND NOT taken AND file_row > ? ORDER BY file_row LIMIT ?",
                importId,
                row,
                REFUSED_AT_ONCE);
    }

    private static AnnotatedLine.Note note(RecordProblem problem, Locale language) {
        return new AnnotatedLine.Note(
                problem.column(),
                problem.isError() ? AnnotatedLine.Tone.ERROR : AnnotatedLine.Tone.WARNING,
                Texts.get(language, problem.isError() ? "eligibility.import.error" : "eligibility.import.warning")
                        + ": "
                        + Texts.get(language, problem.key(), problem.args().toArray()));
    }

    /** What withdrawing would do now. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public WithdrawalForeseen foresee(Actor actor, PublicId id) {
        return records.foresee(sources.ownImport(actor, id));
    }

    /**
     * From now on nothing of it counts but what another import says too; what it had replaced counts again. What was known before
     * stays as it was known.
     *
     * @param seen what the actor was shown: where it is not so any more, nothing is done
     */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public void withdraw(Actor actor, PublicId id, WithdrawalForeseen seen, String reason) {
        long importId = sources.ownImport(actor, id);
        ImportView view = view(actor, id);
        SourceView source = sources.own(actor, view.sourceId());
        sources.hold(source.id());
        String why = OneLine.of(reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw new RuleViolation("eligibility.withdrawal-reason-missing");
        }
        if (Stream.of(ImportState.READ, ImportState.STOPPED)
                .noneMatch(view(actor, id).state()::equals)) {
            throw new RuleViolation("eligibility.import-not-withdrawable");
        }
        if (!records.foresee(importId).isAs(seen)) {
            throw new RuleViolation("eligibility.withdrawal-changed");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        records.withdraw(importId, now);
        sources.countWithdrawal(source.id());
        TouchedJob.enqueue(jobs, importId);
        sql.update(
                "UPDATE eligibility_import SET state = 'WITHDRAWN', content = NULL, withdrawn_by = ?, withdrawer = ?,"
                        + " withdrawn_at = ?, withdrawn_why = ?, changed_at = IF(to_reckon, changed_at, ?), to_reckon = ?,"
                        + " reckoned_to = DEFAULT(reckoned_to) WHERE id = ?",
                actor.accountId(),
                actor.name(),
                now,
                why,
                now,
                source.kind() == SourceKind.VACCINATION,
                importId);
        trail.fire(new HealthDataChanged(
                actor.accountId(),
                "source.import-withdrawn",
                "import",
                id,
                Map.of("rows", String.valueOf(seen.ending()))));
    }
}
