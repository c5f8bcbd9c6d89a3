package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.ActivityView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.SectorView;

/** Makes views of entries: cells in words, numbers of documents and phones masked. */
@ApplicationScoped
class EntryViews {
    private static final String ENTRY = "SELECT e.*, IFNULL(e.told_agency_id, e.agency_id) AS told,"
            + " l.public_id AS list_public_id, l.name AS list_name, l.template_code, l.template_version, l.details,"
            + " a.public_id AS amended_public_id FROM stafflist_entry e JOIN stafflist_list l ON l.id = e.list_id LEFT JOIN stafflist_entry a ON a.id = e.amends_id WHERE ";

    /** What the entries of one answer mostly share. */
    private record Shared(String template, int version, long organisationId, LocalDate day) {}

    /** All that words depend on: with another workplace or sector they are others. */
    private record Lists(
            FormDefinition form,
            ReferenceLists references,
            List<ActivityView> activities,
            List<SectorView> sectors,
            LocalDate day) {}

    private static final int MOST_KEPT = 32;

    private final Map<Lists, CellWords> kept = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Lists, CellWords> eldest) {
            return size() > MOST_KEPT;
        }
    });

    /** As it is read; what it takes to put it into words is asked for when the cursor is closed. */
    private record Stored(Shared shared, Map<String, String> cells, byte @Nullable [] details, EntryView entry) {}

    @Inject
    private Forms forms;

    @Inject
    private ListAnswers answers;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    /** @param condition on {@code e}, with what order and limit follow it */
    List<EntryView> find(String condition, Object... args) {
        Map<Shared, CellWords> words = new HashMap<>();
        Map<String, FormDefinition> known = new HashMap<>();
        List<EntryView> views = new ArrayList<>();
        for (Stored stored : sql.list(ENTRY + condition, this::stored, args)) {
            Shared shared = stored.shared();
            FormDefinition form = known.computeIfAbsent(
                    shared.template() + shared.version(),
                    unused -> forms.version(shared.template(), shared.version()).orElseThrow());
            CellWords texts = words.computeIfAbsent(shared, unused -> words(shared, form));
            views.add(stored.entry()
                    .with(
                            cells(form.columns(), texts.of(stored.cells())),
                            cells(form.details(), CellWords.plain(answers.read(stored.details())))));
        }
        return views;
    }

    Optional<EntryView> first(String condition, Object... args) {
        return find(condition + " LIMIT 1", args).stream().findFirst();
    }

    private Stored stored(ResultSet row) throws SQLException {
        Instant submittedAt = Objects.requireNonNull(Sql.instant(row, "submitted_at"));
        Shared shared = new Shared(
                row.getString("template_code"),
                row.getInt("template_version"),
                row.getLong("organisation_id"),
                LocalDate.ofInstant(submittedAt, PortalClock.ZONE));
        String reasonCode = Objects.requireNonNullElse(row.getString("reason_code"), "");
        EntryView entry = new EntryView(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getLong("list_id"),
                Sql.publicId(row, "list_public_id"),
                row.getString("list_name"),
                row.getString("template_code"),
                row.getLong("organisation_id"),
                row.getLong("agency_id"),
                row.getLong("told"),
                row.getLong("rule_id"),
                row.getLong("person_id"),
                EntryKind.valueOf(row.getString("kind")),
                row.getBytes("amended_public_id") == null ? null : Sql.publicId(row, "amended_public_id"),
                EntryState.valueOf(row.getString("state")),
                row.getBoolean("reopened"),
                row.getString("name"),
                row.getInt("birth_year"),
                row.getString("workplace"),
                List.of(row.getString("activities").split(" ", -1)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("submitted_by"),
                submittedAt,
                Sql.instant(row, "decided_at"),
                OutwardReason.code(reasonCode),
                OutwardReason.note(reasonCode, Objects.requireNonNullElse(row.getString("reason_text"), "")),
                row.getInt("version"),
                row.getInt("line_number"),
                List.of(),
                List.of());
        return new Stored(shared, Cells.read(cipher.open(row.getBytes("cells"))), row.getBytes("details"), entry);
    }

    private CellWords words(Shared shared, FormDefinition form) {
        Lists lists = new Lists(
                form,
                forms.references(shared.organisationId(), shared.day()),
                catalogue.activities(shared.day()),
                catalogue.sectors(shared.day()),
                shared.day());
        CellWords words = kept.get(lists);
        if (words == null) {
            words = new CellWords(form, lists.references(), lists.activities(), lists.sectors(), lists.day());
            kept.put(lists, words);
        }
        return words;
    }

    private static List<EntryView.Cell> cells(List<FormColumn> columns, Map<String, CellWords.Words> words) {
        return columns.stream()
                .filter(column -> words.containsKey(column.key()) && column.type() != ColumnType.ORDINAL)
                .map(column -> {
                    CellWords.Words said = Objects.requireNonNull(words.get(column.key()));
                    return new EntryView.Cell(
                            column.key(),
                            column.labelBesideWordsVi(),
                            column.labelEn(),
                            MaskedCell.of(column, said.vi()),
                            MaskedCell.of(column, said.en()),
                            column.health());
                })
                .toList();
    }

    /** What an entry said before, with its cells in the words and under the masks of the entry's own. */
    record Before(
            boolean returned,
            Instant sentAt,
            Said said,
            Said first,
            Map<String, String> raw,
            List<EntryView.Cell> cells) {}

    /** Whom an entry names. */
    record Said(long personId, String name, int birthYear) {
        static Said of(EntryView entry) {
            return new Said(entry.personId(), entry.name(), entry.birthYear());
        }
    }

    /** As it was last returned or, where it never was, first sent; empty where nobody has changed it since. */
    Optional<Before> before(EntryView entry) {
        return sql.first(
                        "SELECT b.*, l.template_code, l.template_version, IFNULL(f.person_id, b.person_id) AS first_person,"
                                + " IFNULL(f.name, b.name) AS first_name, IFNULL(f.birth_year, b.birth_year) AS first_year FROM"
                                + " stafflist_entry_before b JOIN stafflist_entry e ON e.id = b.entry_id JOIN stafflist_list l ON"
                                + " l.id = e.list_id LEFT JOIN stafflist_entry_first f ON f.entry_id = b.entry_id AND f.queued"
                                + " WHERE b.entry_id = ?",
                        row -> {
                            Instant sentAt = Objects.requireNonNull(Sql.instant(row, "sent_at"));
                            return new StoredBefore(
                                    new Shared(
                                            row.getString("template_code"),
                                            row.getInt("template_version"),
                                            entry.organisationId(),
                                            LocalDate.ofInstant(sentAt, PortalClock.ZONE)),
                                    row.getBoolean("returned"),
                                    sentAt,
                                    new Said(row.getLong("person_id"), row.getString("name"), row.getInt("birth_year")),
                                    new Said(
                                            row.getLong("first_person"),
                                            row.getString("first_name"),
                                            row.getInt("first_year")),
                                    Cells.read(cipher.open(row.getBytes("cells"))));
                        },
                        entry.entryId())
                .map(stored -> {
                    Shared shared = stored.shared();
                    FormDefinition form =
                            forms.version(shared.template(), shared.version()).orElseThrow();
                    return new Before(
                            stored.returned(),
                            stored.sentAt(),
                            stored.said(),
                            stored.first(),
                            stored.raw(),
                            cells(form.columns(), words(shared, form).of(stored.raw())));
                });
    }

    private record StoredBefore(
            Shared shared, boolean returned, Instant sentAt, Said said, Said first, Map<String, String> raw) {}

    /** The numbers of documents and phones in full. */
    List<EntryView.Cell> numbers(EntryView entry) {
        Map<String, String> raw = raw(entry.entryId());
        FormDefinition form = sql.list(
                        "SELECT template_code, template_version FROM stafflist_list WHERE id = ?",
                        row -> forms.version(row.getString(1), row.getInt(2)).orElseThrow(),
                        entry.listId())
                .get(0);
        return form.columns().stream()
                .filter(column -> MaskedCell.isPersonal(column)
                        && !raw.getOrDefault(column.key(), "").isEmpty())
                .map(column -> {
                    String text = raw.getOrDefault(column.key(), "");
                    return new EntryView.Cell(
                            column.key(), column.labelVi(), column.labelEn(), text, text, column.health());
                })
                .toList();
    }

    /** The cells of an entry as they were submitted, unmasked; not for showing. */
    Map<String, String> raw(long entryId) {
        return Cells.read(
                cipher.open(sql.list("SELECT cells FROM stafflist_entry WHERE id = ?", row -> row.getBytes(1), entryId)
                        .get(0)));
    }
}
