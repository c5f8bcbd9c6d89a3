package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaCheck;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaSet;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixFile;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixWords;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.registry.ActivityView;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.NamedOrganisation;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What a draft of criteria, a draft of the matrix or a scenario would make of everybody known, beside what is in force. Nothing
 * but its own counts is written; they are kept for some months, by whom they were asked for.
 */
@UseCase
public class Simulations {
    private static final int STEP = 50;
    private static final int LISTED = 50;
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    private StoredRules rules;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Organisations organisations;

    @Inject
    private Jobs jobs;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Criteria, draft or not, supposed to be in force at a place from now on. */
    @Requires(Permission.READ_CRITERIA)
    public PublicId ofCriteria(Actor actor, PublicId set, long areaId) {
        RuleText text = rules.text(RuleKind.CRITERIA, set);
        if (CriteriaCheck.check(CriteriaSets.table(text), CriteriaSets.VOCABULARY)
                .set()
                .isEmpty()) {
            throw new RuleViolation("eligibility.set-has-errors");
        }
        return begin(actor, SimulationKind.CRITERIA, text, areaId);
    }

    /** A matrix, draft or not, supposed to be in force at a place from now on. */
    @Requires(Permission.READ_CRITERIA)
    public PublicId ofMatrix(Actor actor, PublicId matrix, long areaId) {
        RuleText text = rules.text(RuleKind.MATRIX, matrix);
        if (matrix(text.text()).isEmpty()) {
            throw new RuleViolation("eligibility.set-has-errors");
        }
        requireMatrix(areaId);
        return begin(actor, SimulationKind.MATRIX, text, areaId);
    }

    private static Optional<ConditionMatrix> matrix(String text) {
        return MatrixFile.read(text, ScenarioRegister.SCENARIOS).matrix();
    }

    private void requireMatrix(long areaId) {
        if (matrixInForce(areaId, clock.instant()).isEmpty()) {
            throw new RuleViolation("eligibility.simulation-no-matrix");
        }
    }

    private Optional<ConditionMatrix> matrixInForce(long areaId, Instant at) {
        return rules.inForce(RuleKind.MATRIX, areaId, at, at)
                .flatMap(order ->
                        matrix(rules.text(RuleKind.MATRIX, order.setId()).text()));
    }

    /** A scenario supposed to be in force at a place from now on. */
    @Requires(Permission.READ_CRITERIA)
    public PublicId ofScenario(Actor actor, String code, long areaId) {
        Scenario scenario = ScenarioRegister.scenario(code);
        requireMatrix(areaId);
        return begin(
                actor,
                SimulationKind.SCENARIO,
                new RuleText(scenario.code(), scenario.nameVi(), scenario.nameEn(), "", scenario.code()),
                areaId);
    }

    private PublicId begin(Actor actor, SimulationKind kind, RuleText draft, long areaId) {
        AreaView place = catalogue.area(areaId).orElseThrow(NotFound::new);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.update("DELETE FROM eligibility_simulation WHERE started_at < ?", now.minus(KEPT));
        long id = sql.ids("eligibility_simulation_seq", STEP).next();
        PublicId publicId = PublicId.random();
        sql.update(
                "INSERT INTO eligibility_simulation (id, public_id, kind, code, name_vi, name_en, text, area_id, as_of, people,"
                        + " state, started_by, starter, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT COUNT(*) FROM"
                        + " person_person), 'RUNNING', ?, ?, ?)",
                id,
                publicId,
                kind.name(),
                draft.code(),
                draft.nameVi(),
                draft.nameEn(),
                draft.text(),
                place.id(),
                now,
                actor.accountId(),
                actor.name(),
                now);
        jobs.enqueue(SimulationJob.NAME, String.valueOf(id));
        trail.fire(new HealthDataChanged(
                actor.accountId(), "simulation.begun", "simulation", publicId, Map.of("area", place.code())));
        return publicId;
    }

    /** Stops it if it still runs, and forgets what was counted. */
    @Requires(Permission.READ_CRITERIA)
    public void discard(Actor actor, PublicId id) {
        if (sql.update(
                        "DELETE FROM eligibility_simulation WHERE public_id = ? AND started_by = ?",
                        id,
                        actor.accountId())
                == 0) {
            throw new NotFound();
        }
    }

    /** The newest first. */
    @Requires(Permission.READ_CRITERIA)
    public List<SimulationSummary> list(Actor actor) {
        return sql.list(
                "SELECT public_id, kind, name_vi, name_en, area_id, state, started_at, starter FROM eligibility_simulation ORDER"
                        + " BY started_at DESC, id DESC LIMIT " + LISTED,
                row -> new SimulationSummary(
                        Sql.publicId(row, "public_id"),
                        SimulationKind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        area(row.getLong(5)),
                        SimulationView.State.valueOf(row.getString(6)),
                        Objects.requireNonNull(Sql.instant(row, "started_at")),
                        row.getString(8)));
    }

    private AreaView area(long id) {
        return catalogue.area(id).orElseThrow(NotFound::new);
    }

    @Requires(Permission.READ_CRITERIA)
    public List<Scenario> scenarios(Actor actor) {
        return ScenarioRegister.SCENARIOS;
    }

    /** Whoever may not see single people is told numbers in fives, so that nobody is found by what is left of a sum. */
    @Requires(Permission.READ_CRITERIA)
    public SimulationView view(Actor actor, PublicId id, Locale language) {
        return sql.first(
                        "SELECT * FROM eligibility_simulation WHERE public_id = ?",
                        row -> view(actor, row, language),
                        id)
                .orElseThrow(NotFound::new);
    }

    private SimulationView view(Actor actor, ResultSet row, Locale language) throws SQLException {
        boolean rounded = !actor.may(Permission.KEEP_EXCEPTIONS);
        SimulationKind kind = SimulationKind.valueOf(row.getString("kind"));
        Instant at = Objects.requireNonNull(Sql.instant(row, "as_of"));
        AreaView place = area(row.getLong("area_id"));
        String text = row.getString("text");
        SimulationCounts counts = new SimulationCounts(
                kind, counts(row.getLong("id")), rounded, kind == SimulationKind.CRITERIA ? sets(text, at) : List.of());
        if (kind != SimulationKind.CRITERIA) {
            ConditionMatrix now = matrixInForce(place.id(), at).orElseThrow(NotFound::new);
            counts.compare(
                    now,
                    kind == SimulationKind.MATRIX ? matrix(text).orElseThrow(NotFound::new) : now,
                    new MatrixWords(language, code -> activityName(code, at, language)));
        }
        long people = row.getLong("people");
        long done = row.getLong("done");
        SimulationView.State state = SimulationView.State.valueOf(row.getString("state"));
        return new SimulationView(
                Sql.publicId(row, "public_id"),
                kind,
                row.getString("name_vi"),
                row.getString("name_en"),
                place,
                at,
                state,
                state == SimulationView.State.DONE ? 100 : (int) Math.min(99, 100 * done / Math.max(1, people)),
                done,
                people,
                row.getString("starter"),
                row.getLong("started_by") == actor.accountId(),
                rounded,
                row.getString("incident"),
                counts.levels(),
                counts.lines(SimulationPlan.Part.AREA, areaNames(at)),
                counts.lines(SimulationPlan.Part.AGE, Map.of()),
                counts.lines(SimulationPlan.Part.ORGANISATION, organisationNames(counts)),
                counts.moves(),
                counts.activities());
    }

    private String activityName(String code, Instant at, Locale language) {
        return catalogue.activities(day(at)).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map((ActivityView each) -> language.getLanguage().equals("vi") ? each.nameVi() : each.nameEn())
                .orElse(code);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(PortalClock.ZONE).toLocalDate();
    }

    private Map<SimulationPlan.Key, Long> counts(long id) {
        return sql
                .list(
                        "SELECT part, of, before_code, after_code, people FROM eligibility_simulation_count WHERE simulation_id ="
                                + " ?",
                        row -> Map.entry(
                                new SimulationPlan.Key(
                                        SimulationPlan.Part.valueOf(row.getString(1)),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4)),
                                row.getLong(5)),
                        id)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The draft, and all that were in force anywhere at that time, by which levels and rows have their names. */
    private List<CriteriaSet> sets(String draft, Instant at) {
        return Stream.concat(
                        Stream.of(draft),
                        rules.orders(RuleKind.CRITERIA, at).stream()
                                .filter(order -> !order.from().isAfter(at) && !order.isOver(at))
                                .map(RuleOrderView::setId)
                                .distinct()
                                .map(set -> rules.text(RuleKind.CRITERIA, set).text()))
                .flatMap(
                        text -> CriteriaCheck.check(
                                CriteriaSets.table(new RuleText("", "", "", "", text)), CriteriaSets.VOCABULARY)
                                .set()
                                .stream())
                .toList();
    }

    private Map<String, String> areaNames(Instant at) {
        return catalogue.areas(day(at)).stream()
                .filter(area -> area.level() == AreaLevel.COMMUNE)
                .collect(Collectors.toMap(AreaView::code, AreaView::path, (one, other) -> one));
    }

    private Map<String, String> organisationNames(SimulationCounts counts) {
        return organisations
                .named(counts.of(SimulationPlan.Part.ORGANISATION).stream()
                        .map(Long::valueOf)
                        .toList())
                .values()
                .stream()
                .collect(Collectors.toMap(each -> String.valueOf(each.id()), NamedOrganisation::name));
    }
}
