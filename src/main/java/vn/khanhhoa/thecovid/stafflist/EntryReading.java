package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.intake.ColumnType;
import vn.khanhhoa.thecovid.stafflist.intake.FormColumn;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;

/** Entries to look at: the organisation's own, those of an agency, and one's own by its code. */
@UseCase
public class EntryReading {
    private static final Set<String> MASKED = Set.of("document_number", "phone", "social_insurance", "guardian_phone");
    private static final int SHOWN = 4;
    private static final String ENTRY = "SELECT e.*, l.public_id AS list_public_id, l.name AS list_name,"
            + " l.template_code, l.template_version, l.details FROM stafflist_entry e JOIN stafflist_list l ON l.id = e.list_id";

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private ListAnswers answers;

    @Inject
    private Entries entries;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    /** Entries of a list in the order of its lines; the state may be null for all. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<EntryView> ofList(Actor actor, PublicId listId, Optional<EntryState> state, int first, int count) {
        StaffList list = lists.own(actor, listId);
        FormDefinition form = forms.of(list);
        List<Object> args = new ArrayList<>(List.of(list.id()));
        state.ifPresent(wanted -> args.add(wanted.name()));
        args.add(count);
        args.add(first);
        return sql.list(
                ENTRY + " WHERE e.list_id = ?" + (state.isPresent() ? " AND e.state = ?" : "")
                        + " ORDER BY e.line_number, e.id LIMIT ? OFFSET ?",
                row -> view(row, form),
                args.toArray());
    }

    /** An entry and the code that the organisation hands to its person. */
    public record OwnEntry(EntryView entry, RegistrationCode code) {}

    /** Entries of a list in the order of its lines, those that follow one of them. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<OwnEntry> after(
            Actor actor, PublicId listId, Optional<EntryState> state, Optional<PublicId> place, int count) {
        StaffList list = lists.own(actor, listId);
        FormDefinition form = forms.of(list);
        List<Object> args = new ArrayList<>(List.of(list.id()));
        state.ifPresent(wanted -> args.add(wanted.name()));
        place.ifPresent(last -> args.addAll(List.of(list.id(), last)));
        args.add(count);
        return sql.list(
                ENTRY + " WHERE e.list_id = ?" + (state.isPresent() ? " AND e.state = ?" : "")
                        + (place.isPresent()
                                ? " AND (e.line_number, e.id) > (SELECT p.line_number, p.id FROM stafflist_entry p"
                                        + " WHERE p.list_id = ? AND p.public_id = ?)"
                                : "")
                        + " ORDER BY e.line_number, e.id LIMIT ?",
                row -> new OwnEntry(view(row, form), new RegistrationCode(cipher.open(row.getBytes("code")))),
                args.toArray());
    }

    /** The public ids of own entries of a list, by their numbers. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Map<Long, PublicId> publicIds(Actor actor, PublicId listId, List<Long> entryIds) {
        Map<Long, PublicId> ids = new HashMap<>();
        if (!entryIds.isEmpty()) {
            List<Object> args = new ArrayList<>(List.of(lists.own(actor, listId).id()));
            args.addAll(entryIds);
            sql.list(
                            "SELECT id, public_id FROM stafflist_entry WHERE list_id = ? AND id IN ("
                                    + Sql.marks(entryIds.size()) + ")",
                            row -> Map.entry(row.getLong(1), PublicId.ofBytes(row.getBytes(2))),
                            args.toArray())
                    .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        }
        return ids;
    }

    /** A part of a list: the entries that one agency reviews by one rule. */
    public record Part(long agencyId, long ruleId, int entries) {}

    /** Where the entries of a list went. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<Part> parts(Actor actor, PublicId listId) {
        return sql.list(
                "SELECT agency_id, rule_id, COUNT(*) FROM stafflist_entry WHERE list_id = ? GROUP BY agency_id, rule_id"
                        + " ORDER BY COUNT(*) DESC",
                row -> new Part(row.getLong(1), row.getLong(2), row.getInt(3)),
                lists.own(actor, listId).id());
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public EntryView own(Actor actor, PublicId id) {
        EntryView entry = byId(id);
        actor.requireOrganisation(entry.organisationId());
        return entry;
    }

    /** The code that the organisation hands to the person. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public RegistrationCode code(Actor actor, PublicId id) {
        EntryView entry = own(actor, id);
        return new RegistrationCode(cipher.open(
                sql.list("SELECT code FROM stafflist_entry WHERE id = ?", row -> row.getBytes(1), entry.entryId())
                        .get(0)));
    }

    /** All codes of a list in the order of its lines, to be handed out. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<HandedCode> codes(Actor actor, PublicId listId) {
        return sql.list(
                "SELECT line_number, name, code, state FROM stafflist_entry WHERE list_id = ? ORDER BY line_number, id",
                row -> new HandedCode(
                        row.getInt(1),
                        row.getString(2),
                        new RegistrationCode(cipher.open(row.getBytes(3))),
                        EntryState.valueOf(row.getString(4))),
                lists.own(actor, listId).id());
    }

    /** A person's code, for the sheet that the organisation hands out. */
    public record HandedCode(int line, String name, RegistrationCode code, EntryState state) {}

    @Requires(Permission.REVIEW_ENTRIES)
    public EntryView forReview(Actor actor, PublicId id) {
        EntryView entry = byId(id);
        actor.requireAgency(entry.agencyId());
        return entry;
    }

    /** Another entry of the same document at the agency. */
    public record Other(PublicId id, String name, EntryState state, Instant submittedAt) {}

    /** What the agency has of the same person, open or approved, the latest first: it should see them together. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Other> ofSamePerson(Actor actor, PublicId id) {
        EntryView entry = forReview(actor, id);
        return sql.list(
                "SELECT public_id, name, state, submitted_at FROM stafflist_entry WHERE person_id = ? AND agency_id = ?"
                        + " AND id <> ? AND state IN ('WAITING', 'PENDING', 'RETURNED', 'APPROVED') ORDER BY id DESC LIMIT 10",
                row -> new Other(
                        Sql.publicId(row, "public_id"),
                        row.getString("name"),
                        EntryState.valueOf(row.getString("state")),
                        Objects.requireNonNull(Sql.instant(row, "submitted_at"))),
                entry.personId(),
                actor.agencyId(),
                entry.entryId());
    }

    /** For {@code citizen}, which limits the attempts and asks for more than the code. */
    @Requires(Permission.ANYONE)
    public Optional<EntryView> byCode(RegistrationCode code) {
        return sql.first(ENTRY + " WHERE e.code_hash = ?", this::view, (Object) entries.codeKey(code));
    }

    /** For {@code citizen}, of an entry that was shown to be the person's own. */
    @Requires(Permission.ANYONE)
    public Optional<EntryView> ofPerson(long entryId) {
        return sql.first(ENTRY + " WHERE e.id = ?", this::view, entryId);
    }

    private EntryView byId(PublicId id) {
        return sql.first(ENTRY + " WHERE e.public_id = ?", this::view, id).orElseThrow(NotFound::new);
    }

    private EntryView view(ResultSet row) throws SQLException {
        return view(
                row,
                forms.version(row.getString("template_code"), row.getInt("template_version"))
                        .orElseThrow());
    }

    private EntryView view(ResultSet row, FormDefinition form) throws SQLException {
        Map<String, String> cells = Cells.read(cipher.open(row.getBytes("cells")));
        return new EntryView(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getLong("list_id"),
                Sql.publicId(row, "list_public_id"),
                row.getString("list_name"),
                row.getString("template_code"),
                row.getLong("organisation_id"),
                row.getLong("agency_id"),
                row.getLong("rule_id"),
                row.getLong("person_id"),
                EntryState.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("workplace"),
                List.of(row.getString("activities").split(" ", -1)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("submitted_by"),
                Objects.requireNonNull(Sql.instant(row, "submitted_at")),
                Sql.instant(row, "decided_at"),
                Objects.requireNonNullElse(row.getString("reason_code"), ""),
                Objects.requireNonNullElse(row.getString("reason_text"), ""),
                row.getInt("version"),
                row.getInt("line_number"),
                cells(form.columns(), cells),
                cells(form.details(), answers.read(row.getBytes("details"))));
    }

    private static List<EntryView.Cell> cells(List<FormColumn> columns, Map<String, String> texts) {
        return columns.stream()
                .filter(column -> texts.containsKey(column.key()) && column.type() != ColumnType.ORDINAL)
                .map(column -> new EntryView.Cell(
                        column.key(),
                        column.labelVi(),
                        column.labelEn(),
                        masked(column.key(), Objects.requireNonNull(texts.get(column.key()))),
                        column.health()))
                .toList();
    }

    private static String masked(String key, String text) {
        if (!MASKED.contains(key)) {
            return text;
        }
        int hidden = Math.max(0, text.length() - SHOWN);
        return "•".repeat(hidden) + text.substring(hidden);
    }
}
