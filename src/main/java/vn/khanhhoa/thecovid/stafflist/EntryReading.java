package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Entries to look at: the organisation's own, those of an agency, and one's own by its code. */
@UseCase
public class EntryReading {
    /** As long as evidence is kept after a decision. */
    private static final Duration REFUSALS_KNOWN = Duration.ofDays(30);

    @Inject
    private Lists lists;

    @Inject
    private Entries entries;

    @Inject
    private EntryViews views;

    @Inject
    private EntryCodes codes;

    @Inject
    private EntryLines lines;

    @Inject
    private Forms forms;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Entries of a list in the order of its lines, of one state or of all. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<EntryView> ofList(Actor actor, PublicId listId, Optional<EntryState> state, int first, int count) {
        return ofList(actor, listId, EntryFilter.of(state), first, count);
    }

    /** Entries of a list in the order of its lines. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<EntryView> ofList(Actor actor, PublicId listId, EntryFilter filter, int first, int count) {
        List<Object> args = new ArrayList<>();
        String condition = filter.condition(lists.own(actor, listId).id(), args);
        args.add(count);
        args.add(first);
        return views.find(condition + " ORDER BY e.line_number, e.id LIMIT ? OFFSET ?", args.toArray());
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public long countOfList(Actor actor, PublicId listId, EntryFilter filter) {
        List<Object> args = new ArrayList<>();
        String condition = filter.condition(lists.own(actor, listId).id(), args);
        return sql.number("SELECT COUNT(*) FROM stafflist_entry e WHERE " + condition, args.toArray());
    }

    /**
     * An entry as its organisation has it.
     *
     * @param code that the organisation hands to the person
     * @param row the line of the draft that stands for it, by which it is mended; null where another entry has taken its line
     */
    public record OwnEntry(
            EntryView entry,
            RegistrationCode code,
            @Nullable PublicId row) {}

    /** Public ids of those of the entries that lie at the actor's agency. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Map<Long, PublicId> idsAt(Actor actor, Collection<Long> entryIds) {
        Map<Long, PublicId> ids = new HashMap<>();
        InParts.of(
                List.copyOf(entryIds),
                List.of(actor.agencyId()),
                (some, args) -> sql.list(
                                "SELECT id, public_id FROM stafflist_entry WHERE agency_id = ? AND id IN " + some,
                                row -> Map.entry(row.getLong(1), Sql.publicId(row, "public_id")),
                                args)
                        .forEach(each -> ids.put(each.getKey(), each.getValue())));
        return ids;
    }

    /** Entries of a list in the order of its lines, those that follow one of them. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<OwnEntry> after(Actor actor, PublicId listId, EntryFilter filter, Optional<PublicId> place, int count) {
        long list = lists.own(actor, listId).id();
        Optional<Line> line = place.map(last -> sql.first(
                        "SELECT line_number, id FROM stafflist_entry WHERE list_id = ? AND public_id = ?",
                        row -> new Line(row.getInt(1), row.getLong(2)),
                        list,
                        last)
                .orElse(Line.BEYOND_ALL));
        List<Object> args = new ArrayList<>();
        String condition = filter.condition(list, args);
        line.ifPresent(last -> args.addAll(List.of(last.number(), last.number(), last.entryId())));
        args.add(count);
        // Spelt out: the optimizer does not use the index for a comparison of pairs.
        return own(views.find(
                condition
                        + (line.isPresent() ? " AND e.line_number >= ? AND (e.line_number > ? OR e.id > ?)" : "")
                        + " ORDER BY e.line_number, e.id LIMIT ?",
                args.toArray()));
    }

    private record Line(int number, long entryId) {
        static final Line BEYOND_ALL = new Line(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Another list's entry does not exist in this one. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public OwnEntry one(Actor actor, PublicId listId, PublicId entryId) {
        return own(views.find(
                        "e.list_id = ? AND e.public_id = ?",
                        lists.own(actor, listId).id(),
                        entryId))
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<OwnEntry> own(List<EntryView> found) {
        List<Long> ids = found.stream().map(EntryView::entryId).toList();
        Map<Long, RegistrationCode> codeOf = codes.of(ids);
        Map<Long, PublicId> rowOf = lines.publicIds(ids);
        return found.stream()
                .map(entry -> new OwnEntry(
                        entry, Objects.requireNonNull(codeOf.get(entry.entryId())), rowOf.get(entry.entryId())))
                .toList();
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

    /** What agencies have returned to the actor's organisation, the latest first. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<ReturnedEntries> returned(Actor actor) {
        return sql.list(
                "SELECT l.public_id, l.name, COUNT(*) FROM stafflist_entry e JOIN stafflist_list l ON l.id = e.list_id"
                        + " WHERE e.state = 'RETURNED' AND e.organisation_id = ? GROUP BY l.id, l.public_id, l.name"
                        + " ORDER BY MAX(e.decided_at) DESC LIMIT 20",
                row -> new ReturnedEntries(PublicId.ofBytes(row.getBytes(1)), row.getString(2), row.getInt(3)),
                actor.organisationId());
    }

    /** A part of a list: the entries that one agency, as applicants are told, reviews by one rule. */
    public record Part(long agencyId, long ruleId, int entries) {}

    /** Where the entries of a list went. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<Part> parts(Actor actor, PublicId listId) {
        return sql.list(
                "SELECT IFNULL(told_agency_id, agency_id) AS told, rule_id, COUNT(*) FROM stafflist_entry WHERE list_id = ?"
                        + " GROUP BY told, rule_id"
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

    /** The same, for whoever needs nothing that is written in it. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public long ownNumber(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT id FROM stafflist_entry WHERE public_id = ? AND organisation_id = ?",
                        row -> row.getLong(1),
                        id,
                        actor.organisationId())
                .orElseThrow(NotFound::new);
    }

    /** The code that the organisation hands to the person; it stays the person's own through all changes. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public RegistrationCode code(Actor actor, PublicId id) {
        return codes.of(own(actor, id).entryId());
    }

    /** All codes of a list in the order of its lines, to be handed out: one a person. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<HandedCode> codes(Actor actor, PublicId listId) {
        return codes.ofList(lists.own(actor, listId).id());
    }

    /** A person's code, for the sheet that the organisation hands out. */
    public record HandedCode(int line, String name, RegistrationCode code, EntryState state) {}

    @Requires(Permission.REVIEW_ENTRIES)
    public EntryView forReview(Actor actor, PublicId id) {
        EntryView entry = byId(id);
        actor.requireAgency(entry.agencyId());
        return entry;
    }

    /** What of an entry at an agency can be told without opening it. */
    public record Reference(long entryId, long listId, long organisationId, Instant submittedAt) {}

    /** For whoever needs nothing that is written in it. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Reference reference(Actor actor, PublicId id) {
        return findReference(actor, id).orElseThrow(NotFound::new);
    }

    /** None where it is not at the actor's agency. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<Reference> findReference(Actor actor, PublicId id) {
        return sql.first(
                "SELECT id, list_id, organisation_id, submitted_at FROM stafflist_entry WHERE public_id = ? AND"
                        + " agency_id = ?",
                row -> new Reference(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Objects.requireNonNull(Sql.instant(row, "submitted_at"))),
                id,
                actor.agencyId());
    }

    /**
     * Where a pending entry stands at its agency, which the organisation does not see.
     *
     * @param promisedAt the applicant's deadline; {@code dueAt} is the agency's
     * @param reopened whether it was decided before
     * @param areaId of the place that it is for: of work, of the event, or else where the person lives
     */
    public record Desk(
            Stage stage,
            @Nullable Instant arrivedAt,
            @Nullable Instant dueAt,
            @Nullable Instant promisedAt,
            boolean reopened,
            int forwards,
            long areaId) {
        public boolean isLate(Instant now) {
            return dueAt != null && dueAt.isBefore(now);
        }
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public Desk desk(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT stage, arrived_at, due_at, promised_at, reopened, forwards, area_id FROM stafflist_entry"
                                + " WHERE public_id = ? AND agency_id = ?",
                        row -> new Desk(
                                Stage.valueOf(row.getString(1)),
                                Sql.instant(row, "arrived_at"),
                                Sql.instant(row, "due_at"),
                                Sql.instant(row, "promised_at"),
                                row.getBoolean("reopened"),
                                row.getInt("forwards"),
                                row.getLong("area_id")),
                        id,
                        actor.agencyId())
                .orElseThrow(NotFound::new);
    }

    /** Another entry of the same document at the agency. @param reasonCode as it was decided; empty for none */
    public record Other(PublicId id, String name, EntryState state, String reasonCode, Instant submittedAt) {}

    /**
     * What else the agency has of the same person, the latest first: it should see them together. Those taken back come last,
     * so that however many there are they hide no other. What the entry amends is shown with it anyway.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Other> ofSamePerson(Actor actor, EntryView entry) {
        actor.requireAgency(entry.agencyId());
        return sql.list(
                "SELECT public_id, name, state, reason_code, submitted_at FROM stafflist_entry WHERE person_id = ? AND agency_id = ?"
                        + " AND id <> ? AND id <> (SELECT IFNULL(o.amends_id, 0) FROM stafflist_entry o WHERE o.id = ?) AND"
                        + " state <> 'ENDED' ORDER BY state = 'WITHDRAWN', id DESC LIMIT 10",
                row -> new Other(
                        Sql.publicId(row, "public_id"),
                        row.getString("name"),
                        EntryState.valueOf(row.getString("state")),
                        Objects.requireNonNullElse(row.getString("reason_code"), ""),
                        Objects.requireNonNull(Sql.instant(row, "submitted_at"))),
                entry.personId(),
                actor.agencyId(),
                entry.entryId(),
                entry.entryId());
    }

    /** An entry that stood in the same line before. */
    public record Replaced(long entryId, String name, EntryState state) {
        public boolean isWithdrawn() {
            return state == EntryState.WITHDRAWN;
        }
    }

    /** Whose place the entry took, the latest first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Replaced> replaced(Actor actor, EntryView entry) {
        actor.requireAgency(entry.agencyId());
        return sql.list(
                "SELECT o.id, o.name, o.state FROM stafflist_entry_replaced r JOIN stafflist_entry o ON o.id = r.replaced_id"
                        + " WHERE r.entry_id = ? AND r.queued ORDER BY o.id DESC LIMIT 10",
                row -> new Replaced(row.getLong(1), row.getString(2), EntryState.valueOf(row.getString(3))),
                entry.entryId());
    }

    /** The numbers of documents and phones in full; the caller keeps on record that somebody looked at them. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<EntryView.Cell> numbers(Actor actor, PublicId id) {
        return views.numbers(forReview(actor, id));
    }

    /** What the check of its line found and let pass, while the line says what the entry says. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<DraftRowView.Problem> warnings(Actor actor, EntryView entry) {
        actor.requireAgency(entry.agencyId());
        return sql
                .list(
                        "SELECT r.line_number, r.problems, l.template_code, l.template_version FROM stafflist_row r JOIN"
                                + " stafflist_list l ON l.id = r.list_id WHERE r.entry_id = ? AND r.state = 'SUBMITTED'",
                        row -> {
                            FormDefinition form = forms.version(row.getString(3), row.getInt(4))
                                    .orElseThrow();
                            return Cells.readProblems(row.getInt(1), Objects.requireNonNullElse(row.getString(2), "[]"))
                                    .stream()
                                    .map(problem -> DraftRowView.of(problem, form))
                                    .filter(problem -> !problem.error())
                                    .toList();
                        },
                        entry.entryId())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What the agency has decided on people of an organisation so far, and what is in its queue.
     *
     * @param judged proposed, or decided and without effect yet
     */
    public record Standing(long pending, long judged, long approved, long refused, long returned) {}

    @Requires(Permission.REVIEW_ENTRIES)
    public Standing standing(Actor actor, long organisationId) {
        Map<String, Long> counts = new HashMap<>();
        sql.list(
                        "SELECT IF(state = 'PENDING' AND stage <> 'OPEN', 'JUDGED', state) AS standing, COUNT(*) FROM"
                                + " stafflist_entry WHERE state IN ('PENDING', 'APPROVED', 'REFUSED', 'RETURNED') AND"
                                + " organisation_id = ? AND agency_id = ? GROUP BY standing",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        organisationId,
                        actor.agencyId())
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return new Standing(
                counts.getOrDefault("PENDING", 0L),
                counts.getOrDefault("JUDGED", 0L),
                counts.getOrDefault("APPROVED", 0L),
                counts.getOrDefault("REFUSED", 0L),
                counts.getOrDefault("RETURNED", 0L));
    }

    /** That a person has a card from elsewhere, which whoever decides is to know. */
    public record Elsewhere(long agencyId, LocalDate validTo) {}

    /** What other agencies have approved for the same person and is not over. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Elsewhere> inForceElsewhere(Actor actor, EntryView entry) {
        actor.requireAgency(entry.agencyId());
        return sql.list(
                "SELECT agency_id, MAX(valid_to) FROM stafflist_entry WHERE person_id = ? AND agency_id <> ? AND state ="
                        + " 'APPROVED' AND kind <> 'LEAVE' AND valid_to >= ? GROUP BY agency_id ORDER BY agency_id LIMIT 10",
                row -> new Elsewhere(row.getLong(1), row.getDate(2).toLocalDate()),
                entry.personId(),
                actor.agencyId(),
                LocalDate.now(clock));
    }

    /** A refusal at another agency. @param reasonCode as it is told outside of that agency */
    public record RefusedElsewhere(long agencyId, Instant decidedAt, String reasonCode) {}

    /**
     * What other agencies have refused of the same document lately, the latest first. No longer than what spoke against it is
     * kept: a refusal that nobody can look into any more would be held against the person for nothing.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<RefusedElsewhere> refusedElsewhere(Actor actor, EntryView entry) {
        actor.requireAgency(entry.agencyId());
        return sql.list(
                "SELECT agency_id, decided_at, reason_code FROM stafflist_entry WHERE person_id = ? AND agency_id <> ? AND"
                        + " state = 'REFUSED' AND kind <> 'LEAVE' AND decided_at >= ? ORDER BY decided_at DESC LIMIT 10",
                row -> new RefusedElsewhere(
                        row.getLong(1),
                        Objects.requireNonNull(Sql.instant(row, "decided_at")),
                        OutwardReason.code(Objects.requireNonNullElse(row.getString(3), ""))),
                entry.personId(),
                actor.agencyId(),
                clock.instant().minus(REFUSALS_KNOWN));
    }

    /** For {@code citizen}, which limits the attempts and asks for more than the code. */
    @Requires(Permission.ANYONE)
    public Optional<EntryView> byCode(RegistrationCode code) {
        return views.first("e.code_hash = ?", (Object) entries.codeKey(code));
    }

    /** For {@code citizen}, of an entry that was shown to be the person's own. */
    @Requires(Permission.ANYONE)
    public Optional<EntryView> ofPerson(long entryId) {
        return views.first("e.id = ?", entryId);
    }

    private EntryView byId(PublicId id) {
        return views.first("e.public_id = ?", id).orElseThrow(NotFound::new);
    }
}
