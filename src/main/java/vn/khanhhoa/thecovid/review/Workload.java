package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;

/** Who does how much, and how a head shares the work. */
@UseCase
public class Workload {
    private static final Duration RATES_OVER = Duration.ofDays(30);
    private static final Duration LONGEST_SHARE = Duration.ofDays(3);
    private static final int MOST_EACH = 500;
    /** Below this a rate says nothing. */
    private static final int ENOUGH = 20;

    private static final double FAR = 20;

    /**
     * A reviewer's part.
     *
     * @param held entries that lie with them now
     * @param decided in the last 30 days, with effect
     * @param approvedPercent of these
     * @param outlier whether that is far from the agency's own rate
     */
    public record Part(
            PublicId id, String name, Role role, long held, long decided, int approvedPercent, boolean outlier) {}

    private record Rate(long decided, long approved) {
        int percent() {
            return decided == 0 ? 0 : (int) Math.round(100.0 * approved / decided);
        }
    }

    @Inject
    private Lending lending;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryQueue queue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<AccountsTold> told;

    @Requires(Permission.APPROVE_PROPOSALS)
    public List<Part> parts(Actor head) {
        Map<Long, Long> held = queue.held(head, clock.instant());
        Map<Long, Rate> rates = new HashMap<>();
        sql.list(
                        "SELECT judge_id, SUM(entries), SUM(IF(outcome = 'APPROVE', entries, 0)) FROM review_count WHERE"
                                + " agency_id = ? AND judge_id <> 0 AND step = 'DECIDED' AND counted_at >= ? GROUP BY judge_id",
                        row -> Map.entry(row.getLong(1), new Rate(row.getLong(2), row.getLong(3))),
                        head.agencyId(),
                        clock.instant().minus(RATES_OVER))
                .forEach(each -> rates.put(each.getKey(), each.getValue()));
        Rate all = new Rate(
                rates.values().stream().mapToLong(Rate::decided).sum(),
                rates.values().stream().mapToLong(Rate::approved).sum());
        return lending.crew(head).stream()
                .map(member -> part(
                        member,
                        held.getOrDefault(member.accountId(), 0L),
                        rates.getOrDefault(member.accountId(), new Rate(0, 0)),
                        all))
                .toList();
    }

    private static Part part(AgencyStaff.Member member, long held, Rate own, Rate all) {
        return new Part(
                member.id(),
                member.name(),
                member.role(),
                held,
                own.decided(),
                own.percent(),
                own.decided() >= ENOUGH && Math.abs(own.percent() - all.percent()) > FAR);
    }

    /** Deals the oldest free entries out to the chosen, so many each. Says how many altogether. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public int shareOut(Actor head, List<PublicId> reviewers, int each, Duration time) {
        if (reviewers.isEmpty()) {
            throw new RuleViolation("review.no-officer-chosen");
        }
        if (each < 1 || each > MOST_EACH) {
            throw new RuleViolation("review.share-each", MOST_EACH);
        }
        Map<Long, Integer> shares =
                claims.shareOut(head, QueueFilter.ALL, accounts(head, reviewers), each, until(time));
        shares.forEach(this::tell);
        int given = shares.values().stream().mapToInt(Integer::intValue).sum();
        keep(head, "review.shared-out", given);
        return given;
    }

    /** What one reviewer has goes to another: for who is away. Says how many. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public int handOver(Actor head, PublicId from, PublicId to, Duration time) {
        if (from.equals(to)) {
            throw new RuleViolation("review.handed-to-oneself");
        }
        List<Long> accounts = accounts(head, List.of(from, to));
        int given = claims.handOver(head, accounts.get(0), accounts.get(1), until(time));
        tell(accounts.get(1), given);
        keep(head, "review.handed-over", given);
        return given;
    }

    private void tell(long account, int given) {
        if (given > 0) {
            told.fire(AccountsTold.of(List.of(account), "review.given", "/agency/review-queue?due=mine", given));
        }
    }

    private Instant until(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_SHARE) > 0) {
            throw new RuleViolation("review.share-time", LONGEST_SHARE.toHours());
        }
        return clock.instant().plus(time);
    }

    private void keep(Actor head, String action, int entries) {
        trail.fire(new EntryDecided(
                head.accountId(),
                action,
                "agency",
                String.valueOf(head.agencyId()),
                Map.of("entries", String.valueOf(entries))));
    }

    private List<Long> accounts(Actor head, List<PublicId> reviewers) {
        Map<PublicId, Long> crew = lending.crew(head).stream()
                .collect(Collectors.toMap(AgencyStaff.Member::id, AgencyStaff.Member::accountId, (one, same) -> one));
        return reviewers.stream()
                .map(id -> Optional.ofNullable(crew.get(id)).orElseThrow(NotFound::new))
                .toList();
    }
}
