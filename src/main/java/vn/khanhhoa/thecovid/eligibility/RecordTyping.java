package vn.khanhhoa.thecovid.eligibility;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.evidence.CheckedRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.Facilities;
import vn.khanhhoa.thecovid.eligibility.evidence.KnownFacility;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordCheck;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Records typed from paper, for facilities that send no files. Each is checked like a row of a file while it is typed, waits
 * for another person who compares it with the paper, and then goes through an import of its own.
 */
@UseCase
public class RecordTyping {
    private static final int STEP = 50;
    private static final int MOST_AT_ONCE = 200;
    private static final int LONGEST_CELL = 200;
    private static final int LONGEST_NOTE = 300;
    private static final int LONGEST_NAME = 120;

    /** Of a paper whose facility the source has yet to say. */
    private static final KnownFacility ANY = new KnownFacility(0, "", "", LocalDate.MIN, null);

    @Inject
    private StoredSources sources;

    @Inject
    private RecordImports imports;

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

    /**
     * @param problems errors for which it was not kept, or warnings with which it was
     * @param cells by column key, as they are understood
     */
    public record Typed(boolean kept, List<RecordProblem> problems, Map<String, String> cells) {}

    /** @param cells by column key, as they were typed */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public Typed type(Actor actor, PublicId sourceId, Map<String, String> cells) {
        SourceView source = sources.own(actor, sourceId);
        CheckedRecord checked = check(source, cells);
        if (checked.record().isEmpty()) {
            return new Typed(false, checked.problems(), checked.cells());
        }
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO eligibility_typed (id, public_id, source_id, name, content, state, typed_by, typist, typed_at)"
                        + " VALUES (?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)",
                sql.ids("eligibility_typed_seq", STEP).next(),
                id,
                source.id(),
                OneLine.of(checked.name(), LONGEST_NAME),
                cipher.seal(new ImportRowText(checked.cells(), checked.problems()).write()),
                actor.accountId(),
                actor.name(),
                clock.instant());
        return new Typed(true, checked.problems(), checked.cells());
    }

    /** A paper as a row of the source, which may not name its facility yet. */
    CheckedRecord checkPaper(SourceView source, Map<String, String> row) {
        boolean named = !row.getOrDefault(PaperRow.FACILITY, "").isEmpty();
        return check(source, row, named ? Optional.empty() : Optional.of(ANY));
    }

    /** What another officer accepted as a paper and this one confirms: a record like any that was typed. @return its import */
    PublicId enterPaper(Actor actor, SourceView source, CheckedRecord paper, long typedBy, String typist) {
        sources.hold(source.id());
        Instant now = clock.instant();
        PublicId id = PublicId.random();
        PublicId importId = receive(actor, source, "giay-" + id + ".csv", List.of(paper.cells()));
        sql.update(
                "INSERT INTO eligibility_typed (id, public_id, source_id, name, content, state, typed_by, typist, typed_at,"
                        + " checked_by, checker, checked_at, import_id) SELECT ?, ?, ?, ?, '', 'CONFIRMED', ?, ?, ?, ?, ?, ?, i.id"
                        + " FROM eligibility_import i WHERE i.public_id = ?",
                sql.ids("eligibility_typed_seq", STEP).next(),
                id,
                source.id(),
                OneLine.of(paper.name(), LONGEST_NAME),
                typedBy,
                typist,
                now,
                actor.accountId(),
                actor.name(),
                now,
                importId);
        return importId;
    }

    private PublicId receive(Actor actor, SourceView source, String name, List<Map<String, String>> rows) {
        return imports.receive(actor, source.publicId(), Optional.empty(), name, csv(source, rows), false)
                .id();
    }

    private CheckedRecord check(SourceView source, Map<String, String> cells) {
        return check(source, cells, Optional.empty());
    }

    private CheckedRecord check(SourceView source, Map<String, String> cells, Optional<KnownFacility> usual) {
        FormDefinition form = ImportSteps.FORMS.form(ImportSteps.kindOf(source.kind()));
        RecordCheck check = new RecordCheck(
                ImportSteps.kindOf(source.kind()),
                form,
                ReferenceLists.ofAreas(catalogue, LocalDate.now(clock)),
                new Facilities(sources.known(source.id())),
                usual,
                clock.instant());
        List<String> row = form.columns().stream()
                .map(column -> OneLine.of(cells.getOrDefault(column.key(), ""), LONGEST_CELL))
                .toList();
        return check.check(new ListRow(1, row, List.of()));
    }

    /** Those that wait, the oldest first. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public List<TypedRecordView> waiting(Actor actor, PublicId sourceId) {
        return sql.list(
                "SELECT * FROM eligibility_typed WHERE source_id = ? AND state <> 'CONFIRMED' ORDER BY id LIMIT "
                        + MOST_AT_ONCE,
                row -> view(row, actor),
                sources.own(actor, sourceId).id());
    }

    private TypedRecordView view(ResultSet row, Actor actor) throws SQLException {
        ImportRowText text = ImportRowText.read(cipher.open(row.getBytes("content")));
        return new TypedRecordView(
                Sql.publicId(row, "public_id"),
                row.getString("name"),
                text.cells(),
                text.problems(),
                row.getString("state").equals("RETURNED"),
                row.getLong("typed_by") == actor.accountId(),
                row.getString("typist"),
                Objects.requireNonNull(Sql.instant(row, "typed_at")),
                row.getString("note"));
    }

    /**
     * That they equal the paper: they count from now on. Nobody confirms what they typed.
     *
     * @return the import by which they come in
     */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public PublicId confirm(Actor actor, PublicId sourceId, Set<PublicId> ids) {
        SourceView source = sources.own(actor, sourceId);
        sources.hold(source.id());
        List<TypedRecordView> chosen = waiting(actor, sourceId).stream()
                .filter(each -> ids.contains(each.id()) && !each.returned())
                .toList();
        if (chosen.isEmpty() || chosen.size() < ids.size()) {
            throw new RuleViolation("eligibility.typed-changed");
        }
        if (chosen.stream().anyMatch(TypedRecordView::own)) {
            throw new RuleViolation("eligibility.typed-own");
        }
        Instant now = clock.instant();
        PublicId importId = receive(
                actor,
                source,
                "nhap-tay-" + now.getEpochSecond() + ".csv",
                chosen.stream().map(TypedRecordView::cells).toList());
        for (TypedRecordView each : chosen) {
            sql.update(
                    "UPDATE eligibility_typed SET state = 'CONFIRMED', content = '', checked_by = ?, checker = ?, checked_at = ?, import_id ="
                            + " (SELECT id FROM eligibility_import WHERE public_id = ?) WHERE public_id = ?",
                    actor.accountId(),
                    actor.name(),
                    now,
                    importId,
                    each.id());
        }
        trail.fire(new HealthDataChanged(
                actor.accountId(),
                "source.typed-confirmed",
                "import",
                importId,
                Map.of("rows", String.valueOf(chosen.size()))));
        return importId;
    }

    private static byte[] csv(SourceView source, List<Map<String, String>> rows) {
        List<FormColumn> columns =
                ImportSteps.FORMS.form(ImportSteps.kindOf(source.kind())).columns();
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.stream().map(FormColumn::labelVi).toList());
            for (Map<String, String> row : rows) {
                List<String> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(row.getOrDefault(column.key(), "")));
                csv.writeRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Back to whoever typed it. @param note what differs from the paper */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public void giveBack(Actor actor, PublicId sourceId, PublicId id, String note) {
        SourceView source = sources.own(actor, sourceId);
        String why = OneLine.of(note, LONGEST_NOTE);
        if (why.isEmpty()) {
            throw new RuleViolation("eligibility.typed-note-missing");
        }
        int changed = sql.update(
                "UPDATE eligibility_typed SET state = 'RETURNED', checked_by = ?, checker = ?, checked_at = ?, note = ? WHERE"
                        + " public_id = ? AND source_id = ? AND state = 'WAITING' AND typed_by <> ?",
                actor.accountId(),
                actor.name(),
                clock.instant(),
                why,
                id,
                source.id(),
                actor.accountId());
        if (changed == 0) {
            throw new NotFound();
        }
    }

    /** By whoever typed it. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public void discard(Actor actor, PublicId sourceId, PublicId id) {
        SourceView source = sources.own(actor, sourceId);
        int gone = sql.update(
                "DELETE FROM eligibility_typed WHERE public_id = ? AND source_id = ? AND state <> 'CONFIRMED' AND typed_by = ?",
                id,
                source.id(),
                actor.accountId());
        if (gone == 0) {
            throw new NotFound();
        }
    }
}
