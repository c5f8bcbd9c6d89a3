package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.StoredTies.Current;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.person.Grade;
import vn.khanhhoa.thecovid.person.Likeness;
import vn.khanhhoa.thecovid.person.Side;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The desk of a source: whether those whom its records are about are people of the portal, where the portal cannot say. What
 * is decided can be undone, and each decision stays known as it was.
 */
@UseCase
public class Matching {
    private static final int LONGEST_NOTE = 300;
    private static final int SHOWN_OF_DOCUMENT = 4;
    private static final int SHOWN_OF_PHONE = 3;
    private static final int YEAR = 4;
    private static final String CURRENT =
            " FROM eligibility_tie t WHERE t.source_id = ? AND t.known_to IS NULL AND EXISTS"
                    + " (SELECT 1 FROM eligibility_record r WHERE r.given_id = t.given_id AND r.known_to IS NULL)";
    private static final String SIDES =
            "SELECT t.public_id, t.given_id, t.grade, t.state, t.decided_by, t.decider, t.why,"
                    + " t.known_from, g.identity_hash, g.phone_hash AS given_phone, g.person, g.document_kind AS given_kind, g.name AS"
                    + " given_name, g.birth AS given_birth, g.sex AS given_sex, g.commune AS given_commune, p.document_hash,"
                    + " p.document_kind, p.last_four, p.sex, IFNULL(s.name, p.name) AS name, IFNULL(s.birth, p.birth) AS birth,"
                    + " s.phone_hash, IFNULL(s.phone_end, '') AS phone_end, IFNULL(s.commune, '') AS commune FROM (SELECT t.*";

    private static final String TO_SIDES =
            ") t JOIN eligibility_given g ON g.id = t.given_id JOIN person_person p ON p.id ="
                    + " t.person_id LEFT JOIN person_said s ON s.id = t.said_id";

    /** What the desk shows. */
    public enum Part {
        /** Questions, the oldest first. */
        OPEN(" AND t.state = 'OPEN'", "t.id"),
        /** What the source has to mend. */
        CONFLICT(" AND t.state = 'CONFLICT'", "t.id"),
        /** What somebody decided, the latest first. */
        DECIDED(" AND t.decided_by > 0 AND t.state IN ('TIED', 'APART')", "t.id DESC");

        private final String condition;
        private final String order;

        Part(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }
    }

    @Inject
    private StoredSources sources;

    @Inject
    private StoredTies ties;

    @Inject
    private StoredPeopleActs acts;

    @Inject
    private Catalogue catalogue;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** @param grade of these only, empty for all */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public int count(Actor actor, PublicId sourceId, Part part, Optional<Grade> grade) {
        return (int) sql.number(
                "SELECT COUNT(*)" + CURRENT + part.condition + ofGrade(grade),
                args(sources.own(actor, sourceId).id(), grade));
    }

    private static String ofGrade(Optional<Grade> grade) {
        return grade.isPresent() ? " AND t.grade = ?" : "";
    }

    private static Object[] args(long sourceId, Optional<Grade> grade, Object... more) {
        List<Object> args = new ArrayList<>(List.of(sourceId));
        grade.map(Grade::name).ifPresent(args::add);
        args.addAll(Arrays.asList(more));
        return args.toArray();
    }

    @Requires(Permission.KEEP_SOURCE_DATA)
    public List<TieView> list(Actor actor, PublicId sourceId, Part part, Optional<Grade> grade, int first, int count) {
        return views(
                SIDES + CURRENT + part.condition + ofGrade(grade) + " ORDER BY " + part.order + " LIMIT ? OFFSET ?"
                        + TO_SIDES + " ORDER BY " + part.order,
                args(sources.own(actor, sourceId).id(), grade, count, first));
    }

    /** A tie without its records. */
    private record Found(long givenId, TieView view) {}

    /** All that records of any source are tied to a person now, numbers masked as at the desk. */
    List<TieView> tiedTo(long personId) {
        return views(
                SIDES
                        + " FROM eligibility_tie t WHERE t.person_id = ? AND t.state = 'TIED' AND t.known_to IS NULL AND EXISTS"
                        + " (SELECT 1 FROM eligibility_record r WHERE r.given_id = t.given_id AND r.known_to IS NULL)"
                        + TO_SIDES + " ORDER BY t.id",
                personId);
    }

    private List<TieView> views(String query, Object... args) {
        Map<String, String> communes = catalogue.communes(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(AreaView::code, AreaView::path, (one, other) -> one));
        List<Found> found = sql.list(query, row -> new Found(row.getLong("given_id"), view(row, communes)), args);
        Map<Long, List<TieView.Record>> records =
                records(found.stream().map(Found::givenId).distinct().toList());
        return found.stream()
                .map(each -> withRecords(each.view(), records.getOrDefault(each.givenId(), List.of())))
                .toList();
    }

    private static TieView withRecords(TieView view, List<TieView.Record> records) {
        return new TieView(
                view.id(),
                view.state(),
                view.grade(),
                view.given(),
                view.person(),
                view.likeness(),
                view.since(),
                view.decider(),
                view.why(),
                records);
    }

    private TieView view(ResultSet row, Map<String, String> communes) throws SQLException {
        Grade grade = Grade.valueOf(row.getString("grade"));
        Side given = new Side(
                MatchingSteps.hex(row, "identity_hash"),
                row.getString("given_name"),
                row.getString("given_birth"),
                MatchingSteps.hex(row, "given_phone"),
                row.getString("given_commune"));
        Side person = new Side(
                MatchingSteps.hex(row, "document_hash"),
                row.getString("name"),
                row.getString("birth"),
                MatchingSteps.hex(row, "phone_hash"),
                row.getString("commune"));
        boolean masked = grade == Grade.X;
        return new TieView(
                Sql.publicId(row, "public_id"),
                TieState.valueOf(row.getString("state")),
                grade,
                masked(
                        cipher.open(row.getBytes("person")),
                        given.name(),
                        given.birth(),
                        row.getString("given_sex"),
                        row.getString("given_kind"),
                        communes.getOrDefault(given.commune(), "")),
                new TieView.Who(
                        masked ? initials(person.name()) : person.name(),
                        masked ? person.birth().substring(0, YEAR) : person.birth(),
                        row.getString("sex"),
                        row.getString("document_kind"),
                        row.getString("last_four"),
                        row.getString("phone_end"),
                        masked ? "" : communes.getOrDefault(person.commune(), "")),
                Likeness.of(given, person),
                Objects.requireNonNull(Sql.instant(row, "known_from")),
                row.getString("decider"),
                row.getString("why"),
                List.of());
    }

    /** Whom a source names. @param numbers of document and phone, as they are kept */
    static TieView.Who masked(
            String numbers, String name, String birth, String sex, String documentKind, String commune) {
        String[] both = numbers.split(StoredGiven.SEPARATOR, -1);
        return new TieView.Who(
                name, birth, sex, documentKind, end(both[0], SHOWN_OF_DOCUMENT), end(both[1], SHOWN_OF_PHONE), commune);
    }

    private static String end(String number, int characters) {
        return number.substring(Math.max(0, number.length() - characters));
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }

    private Map<Long, List<TieView.Record>> records(List<Long> givenIds) {
        Map<Long, List<TieView.Record>> found = new HashMap<>();
        if (!givenIds.isEmpty()) {
            sql.list(
                            "SELECT r.given_id, r.kind, r.code, r.event_day, f.name, i.public_id, i.file_name, r.file_row FROM"
                                    + " eligibility_record r JOIN eligibility_facility f ON f.id = r.facility_id JOIN"
                                    + " eligibility_import i ON i.id = r.import_id WHERE r.known_to IS NULL AND r.given_id IN ("
                                    + Sql.marks(givenIds.size()) + ") ORDER BY r.about, r.id",
                            row -> Map.entry(
                                    row.getLong(1),
                                    new TieView.Record(
                                            RecordKind.valueOf(row.getString(2)),
                                            row.getString(3),
                                            Objects.requireNonNull(row.getObject(4, LocalDate.class)),
                                            row.getString(5),
                                            Sql.publicId(row, "public_id"),
                                            row.getString(7),
                                            row.getInt(8))),
                            givenIds.toArray())
                    .forEach(entry -> found.computeIfAbsent(entry.getKey(), unused -> new ArrayList<>(2))
                            .add(entry.getValue()));
        }
        return found;
    }

    /**
     * They are one person: what the records say counts for them from now on.
     *
     * @param note what it was seen by; of a conflict there must be one
     * @return what undoes it
     */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public PublicId same(Actor actor, PublicId id, String note) {
        Current current = held(actor, id, TieState.OPEN, TieState.CONFLICT);
        String why = OneLine.of(note, LONGEST_NOTE);
        if (current.state() == TieState.CONFLICT && why.isEmpty()) {
            throw new RuleViolation("eligibility.tie-note-missing");
        }
        return decide(actor, current, TieState.TIED, why, "matching.same");
    }

    /** They are two people, of whom nobody is asked again. @return what undoes it */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public PublicId apart(Actor actor, PublicId id) {
        return decide(actor, held(actor, id, TieState.OPEN), TieState.APART, "", "matching.apart");
    }

    /** It is as it was before somebody decided. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public void undo(Actor actor, PublicId id) {
        Current current = held(actor, id, TieState.TIED, TieState.APART);
        if (current.byPortal()) {
            throw new RuleViolation("eligibility.tie-changed");
        }
        if (acts.isOfAct(current.id())) {
            throw new RuleViolation("eligibility.tie-of-health-office");
        }
        decide(actor, current, TieState.of(current.grade()), "", "matching.undone");
    }

    /** What counts now, until the transaction ends. */
    private Current held(Actor actor, PublicId id, TieState... wanted) {
        Current current = sql.first("SELECT * FROM eligibility_tie WHERE public_id = ? FOR UPDATE", Current::of, id)
                .orElseThrow(NotFound::new);
        actor.requireAgency(sources.byId(current.sourceId()).about().agencyId());
        if (!current.counts() || !List.of(wanted).contains(current.state())) {
            throw new RuleViolation("eligibility.tie-changed");
        }
        return current;
    }

    private PublicId decide(Actor actor, Current before, TieState state, String why, String action) {
        PublicId next = ties.add(
                        List.of(before.next(state, actor.accountId(), actor.name(), why)),
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                .get(0);
        trail.fire(new HealthDataChanged(
                actor.accountId(),
                action,
                "tie",
                next,
                Map.of("grade", before.grade().name())));
        return next;
    }
}
