package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.registry.OrganisationProfiles;
import vn.khanhhoa.thecovid.registry.Route;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingDrafts;
import vn.khanhhoa.thecovid.registry.RoutingQuestion;
import vn.khanhhoa.thecovid.registry.RoutingTable;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Where all open work would go, and by which rule: by the rules in force on a day, or by a draft. Changes nothing. A job reckons
 * it, some organisations in each step; how far it came is kept with what it found.
 */
@UseCase
public class Surveys {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final Route NOWHERE = new Route(0, "", "", 0, false, 0, false);

    /** Whose rules are asked. */
    public enum Rules {
        IN_FORCE,
        DRAFT
    }

    /**
     * What is asked.
     *
     * @param draftRevision of a draft, else 0
     * @param agencyId whose work, or 0 for all
     */
    public record Question(Rules rules, int draftRevision, LocalDate day, long agencyId) {}

    /**
     * How far it is.
     *
     * @param moving entries that would lie elsewhere than they do
     * @param passedOn entries that stay because somebody passed them on to where they lie
     * @param before entries that lie elsewhere already, and that the draft sends nowhere but where the rules in force do
     * @param stale whether the draft was changed meanwhile, so that it does not go on
     * @param incident for which it stands still; empty where it does not
     */
    public record Progress(
            PublicId id,
            Question question,
            int total,
            int done,
            long moving,
            long passedOn,
            long before,
            boolean finished,
            boolean stale,
            Optional<String> incident) {
        public boolean running() {
            return !finished && incident.isEmpty();
        }

        public int percent() {
            return total == 0 || finished ? 100 : Math.min(99, 100 * done / total);
        }
    }

    /** So many would go to an agency by a rule. @param agencyId 0 for none */
    public record ByRule(long agencyId, int position, String ruleVi, String ruleEn, long entries, long lists) {}

    /** So many would go from one agency to another. */
    public record Move(long fromAgencyId, long toAgencyId, long entries, long lists) {}

    /** A list of which some would go elsewhere. */
    public record MovedList(
            String name,
            String template,
            long organisationId,
            long fromAgencyId,
            long toAgencyId,
            int position,
            String ruleVi,
            String ruleEn,
            int entries) {}

    private record Work(long id, Question question, long lastOrganisation) {}

    private record Part(
            long listId, long fromAgencyId, Route route, int position, int entries, int passedOn, int before) {}

    /** Of a part: what would be moved. */
    private static final String MOVING = "(p.entries - p.passed_on - p.lay_elsewhere)";

    private static final String WOULD_MOVE = " AND p.from_agency_id <> p.to_agency_id AND " + MOVING + " > 0";

    @Inject
    private OpenWork openWork;

    @Inject
    private Routing routing;

    @Inject
    private RoutingDrafts drafts;

    @Inject
    private Jobs jobs;

    @Inject
    private FailedJobs failed;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Requires(Permission.ADMINISTER)
    public PublicId begin(Actor actor, Question question) {
        sql.update(
                "DELETE FROM stafflist_survey WHERE begun_at < ?",
                clock.instant().minus(KEPT));
        PublicId id = PublicId.random();
        long number = sql.number("SELECT NEXT VALUE FOR stafflist_seq");
        sql.update(
                "INSERT INTO stafflist_survey (id, public_id, rules, draft_revision, day, agency_id, begun_at, total) VALUES"
                        + " (?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                id,
                question.rules().name(),
                question.draftRevision(),
                question.day(),
                question.agencyId(),
                clock.instant(),
                openWork.count(question.agencyId()));
        jobs.enqueue(SurveyJob.NAME, String.valueOf(number));
        return id;
    }

    @Requires(Permission.ADMINISTER)
    public Progress progress(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT s.*, IFNULL(SUM(" + MOVING
                                + "), 0) AS moving, IFNULL(SUM(p.passed_on), 0) AS passed_on,"
                                + " IFNULL(SUM(p.lay_elsewhere), 0) AS lay_elsewhere FROM stafflist_survey s LEFT JOIN"
                                + " stafflist_survey_part p ON p.survey_id = s.id AND p.from_agency_id <> p.to_agency_id"
                                + " WHERE s.public_id = ? GROUP BY s.id",
                        row -> new Progress(
                                id,
                                question(row),
                                row.getInt("total"),
                                row.getInt("done"),
                                row.getLong("moving"),
                                row.getLong("passed_on"),
                                row.getLong("lay_elsewhere"),
                                row.getTimestamp("finished_at") != null,
                                row.getBoolean("stale"),
                                failed.incident(SurveyJob.NAME, row.getString("id"))),
                        id)
                .orElseThrow(NotFound::new);
    }

    /** By agency and rule, where most go first. */
    @Requires(Permission.ADMINISTER)
    public List<ByRule> byRule(Actor actor, PublicId id) {
        return sql.list(
                "SELECT to_agency_id, position, rule_vi, rule_en, SUM(entries) AS entries, COUNT(DISTINCT list_id) FROM"
                        + " stafflist_survey_part WHERE survey_id = (SELECT id FROM stafflist_survey WHERE public_id = ?)"
                        + " GROUP BY to_agency_id, rule_id, position, rule_vi, rule_en ORDER BY entries DESC, position",
                row -> new ByRule(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6)),
                id);
    }

    /** From one agency to another, the most first. */
    @Requires(Permission.ADMINISTER)
    public List<Move> moves(Actor actor, PublicId id) {
        return sql.list(
                "SELECT p.from_agency_id, p.to_agency_id, SUM(" + MOVING + ") AS moving, COUNT(DISTINCT p.list_id) FROM"
                        + " stafflist_survey_part p WHERE p.survey_id = (SELECT id FROM stafflist_survey WHERE public_id = ?)"
                        + WOULD_MOVE + " GROUP BY p.from_agency_id, p.to_agency_id ORDER BY moving DESC,"
                        + " p.from_agency_id, p.to_agency_id",
                row -> new Move(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                id);
    }

    @Requires(Permission.ADMINISTER)
    public long countMovedLists(Actor actor, PublicId id) {
        return sql.number(
                "SELECT COUNT(*) FROM stafflist_survey_part p WHERE p.survey_id = (SELECT id FROM stafflist_survey WHERE"
                        + " public_id = ?)" + WOULD_MOVE,
                id);
    }

    /** Those with the most entries first. */
    @Requires(Permission.ADMINISTER)
    public List<MovedList> movedLists(Actor actor, PublicId id, int first, int count) {
        return sql.list(
                "SELECT l.name, l.template_code, l.organisation_id, p.from_agency_id, p.to_agency_id, p.position, p.rule_vi,"
                        + " p.rule_en, " + MOVING
                        + " AS moving FROM stafflist_survey_part p JOIN stafflist_list l ON l.id = p.list_id WHERE"
                        + " p.survey_id = (SELECT id FROM stafflist_survey WHERE public_id = ?)" + WOULD_MOVE
                        + " ORDER BY moving DESC, p.list_id, p.to_agency_id, p.rule_id LIMIT ? OFFSET ?",
                row -> new MovedList(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8),
                        row.getInt(9)),
                id,
                count,
                first);
    }

    /** One step of the job: the next organisations. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, long surveyId, int mostOrganisations) {
        Work work = sql.first(
                        "SELECT * FROM stafflist_survey WHERE id = ? AND finished_at IS NULL FOR UPDATE",
                        row -> new Work(row.getLong("id"), question(row), row.getLong("last_organisation")),
                        surveyId)
                .orElse(null);
        if (work == null) {
            return false;
        }
        Question question = work.question();
        RoutingTable table = table(portal, question).orElse(null);
        if (table == null) {
            sql.update("UPDATE stafflist_survey SET stale = TRUE WHERE id = ?", surveyId);
            return finish(surveyId);
        }
        // The work of one agency is asked for because it ends: then all of it moves, however it came there.
        boolean ofAll = question.agencyId() == 0;
        Optional<RoutingTable> inForce = ofAll && question.rules() == Rules.DRAFT
                ? Optional.of(routing.table(question.day()))
                : Optional.empty();
        List<Long> organisations =
                openWork.organisations(question.agencyId(), work.lastOrganisation(), mostOrganisations);
        if (organisations.isEmpty()) {
            return finish(surveyId);
        }
        Map<Long, OrganisationProfiles.Profile> profiles = openWork.profiles(organisations, question.day());
        List<Part> parts = new ArrayList<>();
        int entries = 0;
        for (OpenWork.Group group : openWork.groups(organisations, question.agencyId())) {
            entries += group.entries();
            int passedOn = ofAll ? group.passedOn() : 0;
            parts.add(part(group, group.question(profiles, question.day()), table, inForce, passedOn));
        }
        keep(surveyId, parts);
        sql.update(
                "UPDATE stafflist_survey SET done = done + ?, last_organisation = ? WHERE id = ?",
                entries,
                organisations.get(organisations.size() - 1),
                surveyId);
        return true;
    }

    /** @param inForce with which the draft's table is compared; none for the rules in force themselves */
    private static Part part(
            OpenWork.Group group,
            Optional<RoutingQuestion> question,
            RoutingTable table,
            Optional<RoutingTable> inForce,
            int passedOn) {
        Route route = question.flatMap(table::route).orElse(NOWHERE);
        boolean asNow = inForce.isPresent()
                && question.flatMap(inForce.get()::route).orElse(NOWHERE).agencyId() == route.agencyId();
        return new Part(
                group.listId(),
                group.agencyId(),
                route,
                table.position(route),
                group.entries(),
                passedOn,
                asNow ? group.entries() - passedOn : 0);
    }

    private Optional<RoutingTable> table(Actor portal, Question question) {
        return question.rules() == Rules.DRAFT
                ? drafts.table(portal, question.draftRevision(), question.day())
                : Optional.of(routing.table(question.day()));
    }

    private void keep(long surveyId, List<Part> parts) {
        sql.batch(
                "INSERT INTO stafflist_survey_part (survey_id, list_id, from_agency_id, to_agency_id, rule_id, position,"
                        + " rule_vi, rule_en, entries, passed_on, lay_elsewhere) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON"
                        + " DUPLICATE KEY UPDATE entries = entries + VALUES(entries), passed_on = passed_on +"
                        + " VALUES(passed_on), lay_elsewhere = lay_elsewhere + VALUES(lay_elsewhere)",
                parts,
                (statement, part) -> {
                    statement.setLong(1, surveyId);
                    statement.setLong(2, part.listId());
                    statement.setLong(3, part.fromAgencyId());
                    statement.setLong(4, part.route().agencyId());
                    statement.setLong(5, part.route().ruleId());
                    statement.setInt(6, part.position());
                    statement.setString(7, part.route().ruleNameVi());
                    statement.setString(8, part.route().ruleNameEn());
                    statement.setInt(9, part.entries());
                    statement.setInt(10, part.passedOn());
                    statement.setInt(11, part.before());
                });
    }

    private boolean finish(long surveyId) {
        sql.update("UPDATE stafflist_survey SET finished_at = ? WHERE id = ?", clock.instant(), surveyId);
        return false;
    }

    private static Question question(ResultSet row) throws SQLException {
        return new Question(
                Rules.valueOf(row.getString("rules")),
                row.getInt("draft_revision"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                row.getLong("agency_id"));
    }
}
