package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.Identity;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * People say what is wrong in their health data; the officers of the source answer with an outcome that the person sees. To report
 * something tells nothing of what is known: neither which source it goes to, nor whether there is anything of the person.
 */
@UseCase
public class FaultReports {
    private static final String THERE = "eligibility.fault-there";
    private static final int LONGEST_WORDS = 500;
    private static final int REPORTS_OF_PERSON = 3;
    private static final int REPORTS_FROM_ADDRESS = 30;
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final int MOST_LISTED = 200;

    @Inject
    private StoredSources sources;

    @Inject
    private RecordsOfPerson records;

    @Inject
    private StoredPeopleActs acts;

    @Inject
    private People people;

    @Inject
    private AgencyStaff staff;

    @Inject
    private RateLimits limits;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<AccountsTold> told;

    /** For {@code citizen}: of a person who was shown to be the visitor. Open reports of one kind are one. */
    @Requires(Permission.ANYONE)
    public void report(long personId, SourceKind about, FaultView.Kind kind, String words, String networkAddress) {
        String said = OneLine.of(words, LONGEST_WORDS);
        if (said.isEmpty()) {
            throw new RuleViolation("eligibility.fault-words-missing");
        }
        SourceView source = sources.byId(sourceOf(personId, about));
        if (sql.number(
                        "SELECT COUNT(*) FROM eligibility_fault WHERE standing = ?",
                        personId + "/" + source.id() + "/" + kind)
                > 0) {
            throw new RuleViolation(THERE);
        }
        if (!limits.allow("fault-person", String.valueOf(personId), REPORTS_OF_PERSON, WINDOW)
                || !limits.allow("fault-address", networkAddress, REPORTS_FROM_ADDRESS, WINDOW)) {
            throw new RuleViolation("eligibility.fault-too-many", REPORTS_OF_PERSON);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PublicId id = PublicId.random();
        int added = sql.update(
                "INSERT IGNORE INTO eligibility_fault (id, public_id, person_id, source_id, kind, words, reported_at, due_at)"
                        + " VALUES (NEXT VALUE FOR eligibility_fault_seq, ?, ?, ?, ?, ?, ?, ?)",
                id,
                personId,
                source.id(),
                kind.name(),
                cipher.seal(said),
                now,
                now.plus(Duration.ofHours(sources.answering(source.id()).answerHours())));
        if (added == 0) {
            throw new RuleViolation(THERE);
        }
        trail.fire(new HealthDataChanged(0, "fault.reported", "fault", id, Map.of()));
        List<Long> officers =
                staff.withPermission(Actor.PORTAL, source.about().agencyId(), Permission.KEEP_SOURCE_DATA);
        if (!officers.isEmpty()) {
            told.fire(AccountsTold.of(
                    officers,
                    "eligibility.fault-told",
                    "/health-data/fault-report?id=" + id,
                    source.about().nameVi()));
        }
    }

    /** That which has records of the person; else the first of its kind. */
    private long sourceOf(long personId, SourceKind about) {
        return sql.first(
                        "SELECT s.id FROM eligibility_source s LEFT JOIN eligibility_tie t ON t.source_id = s.id AND t.person_id = ?"
                                + " AND t.known_to IS NULL AND t.state <> 'APART' WHERE s.kind = ? AND s.agency_id <> 0 ORDER BY"
                                + " t.id IS NULL, s.id LIMIT 1",
                        row -> row.getLong(1),
                        personId,
                        about.name())
                .orElseThrow(() -> new RuleViolation("eligibility.fault-no-source"));
    }

    /**
     * For {@code citizen}, the newest first.
     *
     * @param proved whether the visitor has proved more than to know a code, which an employer knows, too: else neither what was written
     *     nor what became of it is told, as health data may be in it
     */
    @Requires(Permission.ANYONE)
    public List<FaultView> ofPerson(long personId, boolean proved) {
        return sql.list(
                "SELECT * FROM eligibility_fault WHERE person_id = ? ORDER BY id DESC LIMIT " + MOST_LISTED,
                row -> view(row, proved, false),
                personId);
    }

    /** What waits for an answer, the oldest first, and then what was answered last. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public List<FaultView> ofSource(Actor actor, PublicId sourceId) {
        return sql.list(
                "SELECT * FROM eligibility_fault WHERE source_id = ? ORDER BY outcome IS NULL DESC, IF(outcome IS NULL, id, -id)"
                        + " LIMIT " + MOST_LISTED,
                row -> view(row, true, true),
                sources.own(actor, sourceId).id());
    }

    /** @param records that sources of the officer's agency have of the person, and of whoever is one with them */
    public record Looked(FaultView fault, List<PersonRecord> records) {
        public Looked {
            records = List.copyOf(records);
        }
    }

    /** That it was looked at goes on record, with how many records were shown. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public Looked look(Actor actor, PublicId id) {
        FaultView found = own(actor, id, "");
        long person = sql.number("SELECT person_id FROM eligibility_fault WHERE public_id = ?", id);
        List<PersonRecord> shown = records.of(actor.agencyId(), acts.group(person, clock.instant()));
        tell(actor, "fault.looked", id, Map.of("count", String.valueOf(shown.size())));
        return new Looked(found, shown);
    }

    private FaultView own(Actor actor, PublicId id, String lock) {
        FaultView found = sql.first(
                        "SELECT * FROM eligibility_fault WHERE public_id = ?" + lock, row -> view(row, true, true), id)
                .orElseThrow(NotFound::new);
        actor.requireAgency(found.source().about().agencyId());
        return found;
    }

    private void tell(Actor actor, String action, PublicId id, Map<String, String> more) {
        Map<String, String> details = new LinkedHashMap<>(Map.of("agency", String.valueOf(actor.agencyId())));
        details.putAll(more);
        trail.fire(new HealthDataChanged(actor.accountId(), action, "fault", id, details));
    }

    /** @param note what was found; the person reads it after more than a code */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public void answer(Actor actor, PublicId id, FaultView.Outcome outcome, String note) {
        FaultView found = own(actor, id, " FOR UPDATE");
        if (!found.isWaiting()) {
            throw new RuleViolation("eligibility.fault-answered");
        }
        String said = OneLine.of(note, LONGEST_WORDS);
        if (said.isEmpty()) {
            throw new RuleViolation("eligibility.fault-note-missing");
        }
        sql.update(
                "UPDATE eligibility_fault SET outcome = ?, note = ?, answered_by = ?, answerer = ?, answered_at = ? WHERE"
                        + " public_id = ?",
                outcome.name(),
                cipher.seal(said),
                actor.accountId(),
                actor.name(),
                clock.instant(),
                id);
        tell(actor, "fault.answered", id, Map.of());
    }

    private FaultView view(ResultSet row, boolean whole, boolean forSource) throws SQLException {
        byte[] note = row.getBytes("note");
        String outcome = row.getString("outcome");
        return new FaultView(
                Sql.publicId(row, "public_id"),
                sources.byId(row.getLong("source_id")),
                forSource ? person(row.getLong("person_id")) : null,
                FaultView.Kind.valueOf(row.getString("kind")),
                whole ? cipher.open(row.getBytes("words")) : "",
                Objects.requireNonNull(Sql.instant(row, "reported_at")),
                Objects.requireNonNull(Sql.instant(row, "due_at")),
                Optional.ofNullable(outcome)
                        .filter(any -> whole)
                        .map(FaultView.Outcome::valueOf)
                        .orElse(null),
                whole && note != null ? cipher.open(note) : "",
                forSource ? row.getString("answerer") : "",
                Sql.instant(row, "answered_at"));
    }

    private PaperView.Person person(long personId) {
        Identity person = people.identity(Actor.PORTAL, personId);
        return new PaperView.Person(person.name(), person.birth(), person.documentKind(), person.lastFour());
    }
}
