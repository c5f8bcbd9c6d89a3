package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * By which rule an agency lets through what the data makes green while people decide the rest: its head's, who can stop it at any
 * moment. What was a rule once stays to be read.
 */
@UseCase
public class GreenRules {
    static final int MOST_A_DAY = 100_000;
    private static final int PERCENT = 100;

    /**
     * A version of an agency's rule.
     *
     * @param activities codes; empty for all
     * @param mostADay how many a day at most
     * @param samplePercent of how many a reviewer decides all the same
     * @param stopped that from here on there is none
     */
    public record Rule(
            PublicId id,
            long agencyId,
            int number,
            Set<String> activities,
            int mostADay,
            int samplePercent,
            boolean stopped,
            String setter,
            Instant setAt) {
        public Rule {
            activities = Set.copyOf(activities);
        }

        boolean isFor(Collection<String> wanted) {
            return !stopped && !wanted.isEmpty() && (activities.isEmpty() || activities.containsAll(wanted));
        }
    }

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** All versions of the own agency's rule, the last first. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public List<Rule> versions(Actor head) {
        return sql.list(
                "SELECT * FROM review_green_rule WHERE agency_id = ? ORDER BY number DESC",
                GreenRules::rule,
                head.agencyId());
    }

    /** How many the rule has let through today. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public int today(Actor head) {
        return passedToday(head.agencyId());
    }

    /** @param seen number of the last version that the head has seen; 0 for none */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void set(Actor head, Collection<String> activities, int mostADay, int samplePercent, int seen) {
        if (mostADay < 1 || mostADay > MOST_A_DAY) {
            throw new RuleViolation("review.green-most", MOST_A_DAY);
        }
        if (samplePercent < 0 || samplePercent > PERCENT) {
            throw new RuleViolation("review.percent", PERCENT);
        }
        Set<String> wanted = new TreeSet<>(activities);
        List<String> known = catalogue.activities(LocalDate.now(clock)).stream()
                .map(each -> each.code())
                .toList();
        if (!known.containsAll(wanted)) {
            throw new RuleViolation("review.green-activity");
        }
        last(head.agencyId(), "FOR UPDATE");
        PublicId id = add(head, wanted, mostADay, samplePercent, false, seen);
        Map<String, String> details = new HashMap<>(Map.of(
                "agency", String.valueOf(head.agencyId()),
                "most", String.valueOf(mostADay),
                "percent", String.valueOf(samplePercent)));
        if (!wanted.isEmpty()) {
            details.put("activity", String.join(" ", wanted));
        }
        trail.fire(new EntryDecided(head.accountId(), "review.green-rule-set", "green-rule", id.toString(), details));
    }

    /** At once: what is decided after this was not let through by the rule. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void stop(Actor head) {
        Rule last = last(head.agencyId(), "FOR UPDATE")
                .orElseThrow(() -> new RuleViolation("review.green-stopped-already"));
        PublicId id = add(head, last.activities(), last.mostADay(), last.samplePercent(), true, last.number());
        trail.fire(new EntryDecided(
                head.accountId(),
                "review.green-rule-stopped",
                "green-rule",
                id.toString(),
                Map.of("agency", String.valueOf(head.agencyId()))));
    }

    private PublicId add(Actor head, Collection<String> activities, int most, int percent, boolean stopped, int seen) {
        PublicId id = PublicId.random();
        int added = sql.update(
                "INSERT IGNORE INTO review_green_rule (id, public_id, agency_id, number, activities, most_a_day,"
                        + " sample_percent, stopped, set_by, setter, set_at) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM DUAL WHERE"
                        + " (SELECT IFNULL(MAX(r.number), 0) FROM review_green_rule r WHERE r.agency_id = ?) = ?",
                sql.number("SELECT NEXT VALUE FOR review_seq"),
                id,
                head.agencyId(),
                seen + 1,
                String.join(" ", activities),
                most,
                percent,
                stopped,
                head.accountId(),
                head.name(),
                clock.instant(),
                head.agencyId(),
                seen);
        if (added != 1) {
            throw new OptimisticLockException("the rule was changed meanwhile");
        }
        return id;
    }

    /** The one that counts, until the transaction ends: whoever stops it waits for those that it lets through just now. */
    Optional<Rule> held(long agencyId) {
        return last(agencyId, "LOCK IN SHARE MODE");
    }

    private Optional<Rule> last(long agencyId, String held) {
        return sql.first(
                        "SELECT * FROM review_green_rule WHERE agency_id = ? ORDER BY number DESC LIMIT 1 " + held,
                        GreenRules::rule,
                        agencyId)
                .filter(rule -> !rule.stopped());
    }

    /** How many it may let through today yet; held until the transaction ends. */
    int room(Rule rule) {
        sql.update(
                "INSERT INTO review_green_day (agency_id, day, entries) VALUES (?, ?, 0) ON DUPLICATE KEY UPDATE entries ="
                        + " entries",
                rule.agencyId(),
                LocalDate.now(clock));
        return Math.max(0, rule.mostADay() - passedToday(rule.agencyId()));
    }

    private int passedToday(long agencyId) {
        return (int) sql.number(
                "SELECT IFNULL(SUM(entries), 0) FROM review_green_day WHERE agency_id = ? AND day = ?",
                agencyId,
                LocalDate.now(clock));
    }

    void passed(Rule rule, int entries) {
        sql.update(
                "UPDATE review_green_day SET entries = entries + ? WHERE agency_id = ? AND day = ?",
                entries,
                rule.agencyId(),
                LocalDate.now(clock));
    }

    /** Whether any agency has one that counts. */
    boolean isAny() {
        return sql.number("SELECT COUNT(*) FROM review_green_rule r WHERE NOT r.stopped AND NOT EXISTS (SELECT 1 FROM"
                        + " review_green_rule n WHERE n.agency_id = r.agency_id AND n.number > r.number)")
                > 0;
    }

    /** Another number when a rule is set or stopped. */
    long stamp() {
        return sql.number("SELECT IFNULL(MAX(id), 0) FROM review_green_rule");
    }

    private static Rule rule(ResultSet row) throws SQLException {
        String activities = row.getString("activities");
        return new Rule(
                Sql.publicId(row, "public_id"),
                row.getLong("agency_id"),
                row.getInt("number"),
                activities.isEmpty() ? Set.of() : Set.of(activities.split(" ", -1)),
                row.getInt("most_a_day"),
                row.getInt("sample_percent"),
                row.getBoolean("stopped"),
                row.getString("setter"),
                Objects.requireNonNull(Sql.instant(row, "set_at")));
    }
}
