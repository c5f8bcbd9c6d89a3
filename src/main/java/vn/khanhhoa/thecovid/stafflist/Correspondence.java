package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Whom the portal tells of entries and of lists. For its own jobs alone: it opens the numbers of phones. */
@UseCase
public class Correspondence {
    /** A learner who has no phone is told by the guardian's. */
    static final List<String> PHONES = List.of("phone", "guardian_phone");

    static final String EMAIL = "email";

    /** An entry, without anything of its person. @param agencyId that applicants are told of */
    public record EntryRef(long entryId, PublicId id, long listId, long agencyId, EntryKind kind, boolean individual) {}

    /**
     * The person of an entry.
     *
     * @param email empty where the form asks for none, as is mobile where no number takes an SMS
     * @param foreign known by a passport: told in English
     * @param individual without an employer
     * @param submittedAt when its way to a decision began: anew where it was looked at again
     */
    public record Addressee(
            long entryId,
            EntryKind kind,
            EntryState state,
            long organisationId,
            long agencyId,
            String name,
            Optional<MobileNumber> mobile,
            String email,
            boolean foreign,
            boolean individual,
            Instant submittedAt,
            RegistrationCode code,
            LocalDate validFrom,
            LocalDate validTo) {
        @Override
        public String toString() {
            return "Addressee[" + entryId + "]";
        }
    }

    /** @param senders accounts by which entries of the list were sent, programs among them; sentAt, the last time */
    public record SentList(PublicId id, String name, long organisationId, Set<Long> senders, Instant sentAt) {}

    private record Stored(
            long personId,
            byte[] cells,
            long entryId,
            EntryKind kind,
            EntryState state,
            long organisationId,
            long agencyId,
            String name,
            boolean individual,
            Instant submittedAt,
            LocalDate validFrom,
            LocalDate validTo) {}

    @Inject
    private EntryCodes codes;

    @Inject
    private People people;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Requires(Permission.RUN_JOBS)
    public List<EntryRef> refs(Actor portal, List<Long> entryIds) {
        return entryIds.isEmpty()
                ? List.of()
                : sql.list(
                        "SELECT e.id, e.public_id, e.list_id, IFNULL(e.told_agency_id, e.agency_id), e.kind,"
                                + " i.entry_id IS NOT NULL FROM stafflist_entry e LEFT JOIN"
                                + " stafflist_individual i ON i.entry_id = e.id WHERE e.id IN ("
                                + Sql.marks(entryIds.size()) + ") ORDER BY e.id",
                        row -> new EntryRef(
                                row.getLong(1),
                                Sql.publicId(row, "public_id"),
                                row.getLong(3),
                                row.getLong(4),
                                EntryKind.valueOf(row.getString(5)),
                                row.getBoolean(6)),
                        entryIds.toArray());
    }

    /** In the order of their numbers; some hundreds at a time. */
    @Requires(Permission.RUN_JOBS)
    public List<Addressee> addressees(Actor portal, List<Long> entryIds) {
        if (entryIds.isEmpty()) {
            return List.of();
        }
        List<Stored> stored = sql.list(
                "SELECT e.person_id, e.cells, e.id, e.kind, e.state, e.organisation_id,"
                        + " IFNULL(e.told_agency_id, e.agency_id), e.name,"
                        + " i.entry_id IS NOT NULL, e.valid_from, e.valid_to, e.submitted_at FROM stafflist_entry e LEFT JOIN"
                        + " stafflist_individual i ON i.entry_id = e.id WHERE e.id IN (" + Sql.marks(entryIds.size())
                        + ") ORDER BY e.id",
                row -> new Stored(
                        row.getLong(1),
                        row.getBytes(2),
                        row.getLong(3),
                        EntryKind.valueOf(row.getString(4)),
                        EntryState.valueOf(row.getString(5)),
                        row.getLong(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getBoolean(9),
                        Objects.requireNonNull(Sql.instant(row, "submitted_at")),
                        row.getObject(10, LocalDate.class),
                        row.getObject(11, LocalDate.class)),
                entryIds.toArray());
        Map<Long, RegistrationCode> codeOf =
                codes.of(stored.stream().map(Stored::entryId).toList());
        Set<Long> foreign = people.withPassport(
                portal, stored.stream().map(Stored::personId).distinct().toList());
        return stored.stream()
                .map(entry -> addressee(
                        entry, Objects.requireNonNull(codeOf.get(entry.entryId())), foreign.contains(entry.personId())))
                .toList();
    }

    private Addressee addressee(Stored entry, RegistrationCode code, boolean foreign) {
        Map<String, String> cells = Cells.read(cipher.open(entry.cells()));
        return new Addressee(
                entry.entryId(),
                entry.kind(),
                entry.state(),
                entry.organisationId(),
                entry.agencyId(),
                entry.name(),
                PHONES.stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .flatMap(text -> MobileNumber.parse(text).stream())
                        .findFirst(),
                cells.getOrDefault(EMAIL, "").strip(),
                foreign,
                entry.individual(),
                entry.submittedAt(),
                code,
                entry.validFrom(),
                entry.validTo());
    }

    @Requires(Permission.RUN_JOBS)
    public SentList sent(Actor portal, long listId) {
        Set<Long> senders = new HashSet<>(sql.list(
                "SELECT DISTINCT submitted_by FROM stafflist_entry WHERE list_id = ?", row -> row.getLong(1), listId));
        senders.remove(Actor.PORTAL.accountId());
        return sql.list(
                        "SELECT public_id, name, organisation_id, IFNULL(submitted_at, created_at) AS sent_at FROM"
                                + " stafflist_list WHERE id = ?",
                        row -> new SentList(
                                Sql.publicId(row, "public_id"),
                                row.getString("name"),
                                row.getLong("organisation_id"),
                                senders,
                                Objects.requireNonNull(Sql.instant(row, "sent_at"))),
                        listId)
                .get(0);
    }

    /** The numbers of entries of a list that follow one of them, in their order. */
    @Requires(Permission.RUN_JOBS)
    public List<Long> enteredAfter(Actor portal, long listId, long entryId, int most) {
        return sql.list(
                "SELECT id FROM stafflist_entry WHERE list_id = ? AND id > ? ORDER BY id LIMIT ?",
                row -> row.getLong(1),
                listId,
                entryId,
                most);
    }
}
