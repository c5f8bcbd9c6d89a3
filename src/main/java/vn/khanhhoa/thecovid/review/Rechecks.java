package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryReopening;
import vn.khanhhoa.thecovid.stafflist.EntryState;

/**
 * What an agency approved of its own people is looked at again, month by month and by a sample, by the head of another: the
 * task force, or for its own people whoever it is under. The seed and all that could have been drawn are kept.
 */
@UseCase
public class Rechecks {
    private static final int LARGEST = 200;
    private static final int LONGEST_REMARK = 1_000;
    private static final int MONTHS_BACK = 3;
    private static final String COLUMNS =
            "SELECT r.*, (SELECT COUNT(*) FROM review_recheck_entry e WHERE e.recheck_id = r.id AND e.drawn) AS drawn,"
                    + " (SELECT COUNT(*) FROM review_recheck_entry e WHERE e.recheck_id = r.id AND e.drawn AND e.result IS NULL)"
                    + " AS waiting FROM review_recheck r WHERE ";

    /** What is found. */
    public enum Result {
        CONFIRMED,
        REOPENED
    }

    /** How many are drawn of each agency each month. */
    public record Rule(int sampleSize, int version) {}

    /** A drawing. @param population of how many */
    public record Drawing(
            long number,
            PublicId id,
            long agencyId,
            LocalDate month,
            String seed,
            int population,
            int drawn,
            int waiting) {}

    /** A drawn entry. */
    public record Drawn(
            long entryId,
            PublicId id,
            String name,
            int birthYear,
            long organisationId,
            String workplace,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable Instant decidedAt,
            EntryState state,
            @Nullable Result result,
            String remark,
            int version,
            List<PastDecision> history) {}

    @Inject
    private EntryReopening reopening;

    @Inject
    private DecisionHistory history;

    @Inject
    private DecisionCounts counts;

    @Inject
    private Organisations organisations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountsTold> told;

    @Inject
    private Event<AuditedEvent> trail;

    /** For the job: what the months that are over still lack. Once more draws nothing more. */
    @Requires(Permission.RUN_JOBS)
    public void draw(Actor portal) {
        YearMonth now = YearMonth.from(LocalDate.now(clock));
        for (int back = MONTHS_BACK; back > 0; back--) {
            YearMonth month = now.minusMonths(back);
            sql.list(
                            "SELECT DISTINCT agency_id FROM stafflist_entry WHERE own_people AND state = 'APPROVED' AND"
                                    + " decided_at >= ? AND decided_at < ? AND agency_id NOT IN (SELECT agency_id FROM"
                                    + " review_recheck WHERE month = ?)",
                            row -> row.getLong(1),
                            begin(month),
                            begin(month.plusMonths(1)),
                            month.atDay(1))
                    .forEach(agency -> draw(agency, month));
        }
    }

    private void draw(long agencyId, YearMonth month) {
        Optional<Long> checker = checker(agencyId);
        List<Long> population = population(agencyId, month);
        if (checker.isEmpty() || population.isEmpty()) {
            return;
        }
        PublicId id = PublicId.random();
        Sample sample = new Sample(PublicId.random().toString());
        int size = rule().sampleSize();
        long number = sql.number("SELECT NEXT VALUE FOR review_seq");
        if (sql.update(
                        "INSERT IGNORE INTO review_recheck (id, public_id, agency_id, month, checker_id, seed, sample_size,"
                                + " population, drawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        number,
                        id,
                        agencyId,
                        month.atDay(1),
                        checker.get(),
                        sample.seed(),
                        size,
                        population.size(),
                        clock.instant())
                == 0) {
            return;
        }
        List<Long> order = sample.inOrder(population);
        Map<Long, Integer> places = new HashMap<>();
        order.forEach(entry -> places.put(entry, places.size() + 1));
        sql.batch(
                "INSERT INTO review_recheck_entry (recheck_id, entry_id, place, drawn) VALUES (?, ?, ?, ?)",
                order,
                (statement, entry) -> {
                    int place = Objects.requireNonNull(places.get(entry));
                    statement.setLong(1, number);
                    statement.setLong(2, entry);
                    statement.setInt(3, place);
                    statement.setBoolean(4, place <= size);
                });
        keep(
                0,
                "review.recheck-drawn",
                id,
                Map.of(
                        "agency",
                        String.valueOf(agencyId),
                        "month",
                        month.toString(),
                        "seed",
                        sample.seed(),
                        "population",
                        String.valueOf(population.size())));
        tell(checker.get(), month, Math.min(size, population.size()));
    }

    /** A rule may let others decide there, too: only of whom the agency itself is the organisation. */
    private List<Long> population(long agencyId, YearMonth month) {
        Map<Long, Boolean> own = new HashMap<>();
        return sql
                .list(
                        "SELECT id, organisation_id FROM stafflist_entry WHERE agency_id = ? AND own_people AND kind <>"
                                + " 'LEAVE' AND state = 'APPROVED' AND decided_at >= ? AND decided_at < ? ORDER BY id",
                        row -> Map.entry(row.getLong(1), row.getLong(2)),
                        agencyId,
                        begin(month),
                        begin(month.plusMonths(1)))
                .stream()
                .filter(each -> own.computeIfAbsent(
                        each.getValue(), organisation -> organisations.ownAgencyId(organisation) == agencyId))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Long> checker(long agencyId) {
        return catalogue
                .agencyByCode(Forwarding.TRIAGE, LocalDate.now(clock))
                .map(AgencyView::id)
                .filter(taskForce -> taskForce != agencyId)
                .or(() -> catalogue.agency(agencyId).map(AgencyView::parentId).filter(parent -> parent != 0));
    }

    private void tell(long checkerId, YearMonth month, int entries) {
        List<Long> heads = staff.of(Actor.PORTAL, checkerId).stream()
                .filter(member -> member.role().may(Permission.APPROVE_PROPOSALS))
                .map(AgencyStaff.Member::accountId)
                .toList();
        if (!heads.isEmpty()) {
            told.fire(AccountsTold.of(
                    heads,
                    "review.recheck-told",
                    "/agency-head/rechecks",
                    entries,
                    month.getMonthValue() + "/" + month.getYear()));
        }
    }

    /** What the head's agency looks at again, the latest first. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public List<Drawing> drawings(Actor head, int first, int count) {
        return list("r.checker_id = ? ORDER BY r.month DESC, r.id LIMIT ? OFFSET ?", head.agencyId(), count, first);
    }

    @Requires(Permission.APPROVE_PROPOSALS)
    public Drawing drawing(Actor head, PublicId id) {
        return list("r.public_id = ? AND r.checker_id = ?", id, head.agencyId()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The drawn entries, with all that was done with them; that they were looked at goes on record. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public List<Drawn> entries(Actor head, PublicId id) {
        Drawing drawing = drawing(head, id);
        keep(head.accountId(), "review.recheck-looked", id, Map.of("agency", String.valueOf(head.agencyId())));
        return drawn(drawing, "TRUE");
    }

    private List<Drawn> drawn(Drawing drawing, String condition, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = drawing.number();
        System.arraycopy(args, 0, all, 1, args.length);
        return sql.list(
                "SELECT e.id, e.public_id, e.name, e.birth_year, e.organisation_id, e.workplace, e.valid_from, e.valid_to,"
                        + " e.decided_at, e.state, d.result, d.remark, e.version FROM review_recheck_entry d JOIN stafflist_entry e"
                        + " ON e.id = d.entry_id WHERE d.recheck_id = ? AND d.drawn AND " + condition
                        + " ORDER BY d.place",
                this::read,
                all);
    }

    private Drawn read(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new Drawn(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getString("name"),
                row.getInt("birth_year"),
                row.getLong("organisation_id"),
                row.getString("workplace"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Sql.instant(row, "decided_at"),
                EntryState.valueOf(row.getString("state")),
                result == null ? null : Result.valueOf(result),
                Objects.requireNonNullElse(row.getString("remark"), ""),
                row.getInt("version"),
                history.of(row.getLong("id")));
    }

    /** The approval stands. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void confirm(Actor head, PublicId id, PublicId entry) {
        Drawing drawing = drawing(head, id);
        found(head, drawing, open(head, drawing, entry), Result.CONFIRMED, "");
    }

    /** The agency looks at it again, somebody else than who decided it; the card is suspended until then. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void reopen(Actor head, PublicId id, PublicId entry, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REMARK) {
            throw new RuleViolation("review.remark", LONGEST_REMARK);
        }
        Drawing drawing = drawing(head, id);
        Drawn drawn = open(head, drawing, entry);
        Actor there = new Actor(head.accountId(), head.name(), head.role(), 0, drawing.agencyId(), head.homeAgencyId());
        reopening.reopen(there, entry, drawn.version(), history.lastDeciders(drawn.entryId()));
        history.add(
                List.of(drawn.entryId()),
                0,
                new DecisionHistory.Entry(Step.REOPENED, head, null, "", reason.strip(), 0));
        counts.add(drawing.agencyId(), head.accountId(), Step.REOPENED, null, "", 1, 0, clock.instant());
        found(head, drawing, drawn, Result.REOPENED, reason.strip());
    }

    private Drawn open(Actor head, Drawing drawing, PublicId entry) {
        Drawn drawn =
                drawn(drawing, "e.public_id = ?", entry).stream().findFirst().orElseThrow(NotFound::new);
        if (drawn.result() != null) {
            throw new RuleViolation("review.recheck-done");
        }
        if (history.lastDeciders(drawn.entryId()).include(head.accountId())) {
            throw new RuleViolation("review.own-decision");
        }
        return drawn;
    }

    private void found(Actor head, Drawing drawing, Drawn drawn, Result result, String remark) {
        if (sql.update(
                        "UPDATE review_recheck_entry SET result = ?, remark = ?, looked_by = ?, looked_at = ? WHERE recheck_id = ?"
                                + " AND entry_id = ? AND result IS NULL",
                        result.name(),
                        remark,
                        head.accountId(),
                        clock.instant(),
                        drawing.number(),
                        drawn.entryId())
                == 0) {
            throw new RuleViolation("review.recheck-done");
        }
        trail.fire(new EntryDecided(
                head.accountId(),
                "review.rechecked",
                "entry",
                drawn.id().toString(),
                Map.of(
                        "result",
                        result.name(),
                        "agency",
                        String.valueOf(head.agencyId()),
                        "of",
                        String.valueOf(drawing.agencyId()))));
    }

    @Requires(Permission.APPROVE_PROPOSALS)
    public Rule rule(Actor head) {
        return rule();
    }

    private Rule rule() {
        return sql.first(
                        "SELECT sample_size, version FROM review_recheck_rule",
                        row -> new Rule(row.getInt(1), row.getInt(2)))
                .orElseThrow();
    }

    /** Whether the head says how many are drawn: that of the task force, for nobody sets it for themselves. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public boolean maySay(Actor head) {
        return catalogue
                .agencyByCode(Forwarding.TRIAGE, LocalDate.now(clock))
                .map(taskForce -> taskForce.id() == head.agencyId())
                .orElse(false);
    }

    /** @param rule with the version that was shown; from the next drawing on */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void change(Actor head, Rule rule) {
        if (!maySay(head)) {
            throw new NotFound();
        }
        if (rule.sampleSize() < 1 || rule.sampleSize() > LARGEST) {
            throw new RuleViolation("review.recheck-size", LARGEST);
        }
        int before = rule().sampleSize();
        if (sql.update(
                        "UPDATE review_recheck_rule SET sample_size = ?, version = version + 1 WHERE version = ?",
                        rule.sampleSize(),
                        rule.version())
                == 0) {
            throw new OptimisticLockException("the size of the sample was changed meanwhile");
        }
        trail.fire(new EntryDecided(
                head.accountId(),
                "review.recheck-rule-changed",
                "agency",
                String.valueOf(head.agencyId()),
                Map.of("before", String.valueOf(before), "after", String.valueOf(rule.sampleSize()))));
    }

    private void keep(long accountId, String action, PublicId id, Map<String, String> details) {
        trail.fire(new EntryDecided(accountId, action, "recheck", id.toString(), details));
    }

    private List<Drawing> list(String condition, Object... args) {
        return sql.list(
                COLUMNS + condition,
                row -> new Drawing(
                        row.getLong("id"),
                        Sql.publicId(row, "public_id"),
                        row.getLong("agency_id"),
                        row.getObject("month", LocalDate.class),
                        row.getString("seed"),
                        row.getInt("population"),
                        row.getInt("drawn"),
                        row.getInt("waiting")),
                args);
    }

    private Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
