package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/**
 * Draws what is looked at again: of each month that is over, some of what each agency approved of its own people, for the head
 * of another. The seed and all that could have been drawn are kept, so that anybody can draw it again.
 */
@UseCase
public class RecheckSampling {
    private static final int LARGEST = 200;
    private static final int MONTHS_BACK = 3;

    /** How many are drawn of each agency each month. */
    public record Rule(int sampleSize, int version) {}

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
            // From one agency to the next by the key, and in each by the time of its decisions.
            sql.list(
                            "SELECT a.agency_id FROM (SELECT agency_id FROM stafflist_entry GROUP BY agency_id) a WHERE NOT"
                                    + " EXISTS (SELECT 1 FROM review_recheck r WHERE r.agency_id = a.agency_id AND r.month = ?)"
                                    + " AND NOT EXISTS (SELECT 1 FROM review_recheck_none n WHERE n.agency_id = a.agency_id AND"
                                    + " n.month = ?) ORDER BY a.agency_id",
                            row -> row.getLong(1),
                            month.atDay(1),
                            month.atDay(1))
                    .forEach(agency -> draw(agency, month));
        }
    }

    private void draw(long agencyId, YearMonth month) {
        Optional<Long> checker = checker(agencyId);
        if (checker.isEmpty()) {
            return;
        }
        List<Long> population = population(agencyId, month);
        if (population.isEmpty()) {
            sql.update(
                    "INSERT IGNORE INTO review_recheck_none (agency_id, month) VALUES (?, ?)",
                    agencyId,
                    month.atDay(1));
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
        trail.fire(new EntryDecided(
                0,
                "review.recheck-drawn",
                "recheck",
                id.toString(),
                Map.of(
                        "agency",
                        String.valueOf(agencyId),
                        "month",
                        month.toString(),
                        "seed",
                        sample.seed(),
                        "population",
                        String.valueOf(population.size()))));
        tell(checker.get(), month, Math.min(size, population.size()));
    }

    /**
     * What was approved, also where it has ended since. A rule may let others decide there, too: only of whom the agency itself
     * is the organisation.
     */
    private List<Long> population(long agencyId, YearMonth month) {
        Map<Long, Boolean> own = new HashMap<>();
        return sql
                .list(
                        "SELECT id, organisation_id FROM stafflist_entry FORCE INDEX (stafflist_entry_decided) WHERE"
                                + " agency_id = ? AND own_people AND kind <> 'LEAVE' AND state IN ('APPROVED', 'ENDED') AND decided_at >= ? AND decided_at < ? ORDER BY id",
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

    private Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
