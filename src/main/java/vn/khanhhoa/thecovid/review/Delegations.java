package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;

/**
 * A colleague does an absent officer's work for some days: what the one has comes to the other. It gives no right to decide;
 * that is what mandates do. To who stands in, the entries of the absent one are closed as they are to that one.
 */
@UseCase
public class Delegations {
    /** Where the people concerned find it. */
    public static final String PAGE = "/agency/absence";

    private static final int LONGEST_DAYS = 90;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String OPEN = " AND ended_at IS NULL AND valid_to >= ?";
    private static final String COLUMNS =
            "SELECT public_id, agency_id, absent_id, stand_in_id, valid_from, valid_to FROM review_delegation WHERE ";

    /** Both days count. @param running whether it is on today */
    public record Delegation(
            PublicId id, long agencyId, long absentId, long standInId, LocalDate from, LocalDate to, boolean running) {}

    @Inject
    private AgencyStaff staff;

    @Inject
    private EntryClaims claims;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountsTold> told;

    @Inject
    private Event<AuditedEvent> trail;

    /** Those that are not over: all of the agency for its head, else those that the actor has a part in. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Delegation> of(Actor actor) {
        return list("agency_id = ?" + OPEN + " ORDER BY valid_from, id", actor.homeAgencyId(), today()).stream()
                .filter(each -> isConcerned(actor, each))
                .toList();
    }

    /** Of oneself; a head does so for whom it may be too late to do it. */
    @Requires(Permission.REVIEW_ENTRIES)
    public PublicId delegate(Actor actor, PublicId absent, PublicId standIn, LocalDate from, LocalDate to) {
        long absentId = number(actor, absent);
        long standInId = number(actor, standIn);
        if (absentId != actor.accountId() && !actor.may(Permission.APPROVE_PROPOSALS)) {
            throw new NotFound();
        }
        requireFit(actor, absentId, standInId, from, to);
        Delegation made = new Delegation(
                PublicId.random(), actor.homeAgencyId(), absentId, standInId, from, to, !from.isAfter(today()));
        sql.update(
                "INSERT INTO review_delegation (id, public_id, agency_id, absent_id, stand_in_id, valid_from, valid_to,"
                        + " made_by, made_at) VALUES (NEXT VALUE FOR review_seq, ?, ?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                made.agencyId(),
                absentId,
                standInId,
                from,
                to,
                actor.accountId(),
                clock.instant());
        keep(actor.accountId(), "review.delegated", made, Map.of("from", from.toString(), "to", to.toString()));
        tell(actor, made, "review.delegation-told");
        if (made.running()) {
            passOn(made);
        }
        return made.id();
    }

    /** By either of the two, or by the head. What has come to who stood in stays with them until its time is over. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void end(Actor actor, PublicId id) {
        Delegation delegation =
                list("public_id = ? AND agency_id = ?" + OPEN, id, actor.homeAgencyId(), today()).stream()
                        .filter(each -> isConcerned(actor, each))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        sql.update(
                "UPDATE review_delegation SET ended_at = ?, ended_by = ? WHERE public_id = ?",
                clock.instant(),
                actor.accountId(),
                id);
        keep(actor.accountId(), "review.delegation-ended", delegation, Map.of());
        tell(actor, delegation, "review.delegation-ended-told");
    }

    /** Whose work the actor does today. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Set<Long> standsInFor(Actor actor) {
        LocalDate today = today();
        return new TreeSet<>(sql.list(
                "SELECT absent_id FROM review_delegation WHERE stand_in_id = ?" + OPEN + " AND valid_from <= ?",
                row -> row.getLong(1),
                actor.accountId(),
                today,
                today));
    }

    /** What came to absent officers since the last time goes on to who stands in for them. */
    @Requires(Permission.RUN_JOBS)
    public void passOn(Actor portal) {
        LocalDate today = today();
        list("valid_from <= ?" + OPEN, today, today).forEach(this::passOn);
    }

    private void passOn(Delegation running) {
        int entries = claims.passOn(Actor.PORTAL, running.agencyId(), running.absentId(), running.standInId());
        if (entries > 0) {
            keep(0, "review.delegation-passed-on", running, Map.of("entries", String.valueOf(entries)));
        }
    }

    private void requireFit(Actor actor, long absentId, long standInId, LocalDate from, LocalDate to) {
        if (absentId == standInId) {
            throw new RuleViolation("review.delegation-self");
        }
        if (to.isBefore(from)) {
            throw new RuleViolation("review.mandate-days");
        }
        if (from.isBefore(today())) {
            throw new RuleViolation("review.days-past");
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw new RuleViolation("review.days-long", LONGEST_DAYS);
        }
        // One after the other at an agency: two that overlap are not both found free.
        sql.update("INSERT IGNORE INTO review_agency (agency_id) VALUES (?)", actor.homeAgencyId());
        sql.number("SELECT agency_id FROM review_agency WHERE agency_id = ? FOR UPDATE", actor.homeAgencyId());
        boolean taken = list("agency_id = ?" + OPEN + " AND valid_from <= ?", actor.homeAgencyId(), from, to).stream()
                .anyMatch(other ->
                        other.absentId() == absentId || other.absentId() == standInId || other.standInId() == absentId);
        if (taken) {
            throw new RuleViolation("review.delegation-overlaps");
        }
    }

    private static boolean isConcerned(Actor actor, Delegation each) {
        return actor.may(Permission.APPROVE_PROPOSALS)
                || each.absentId() == actor.accountId()
                || each.standInId() == actor.accountId();
    }

    private long number(Actor actor, PublicId member) {
        return staff.colleagues(actor).stream()
                .filter(each -> each.id().equals(member))
                .findFirst()
                .orElseThrow(NotFound::new)
                .accountId();
    }

    private void tell(Actor actor, Delegation delegation, String kind) {
        List<Long> others = Stream.of(delegation.absentId(), delegation.standInId())
                .filter(account -> account != actor.accountId())
                .toList();
        told.fire(AccountsTold.of(others, kind, PAGE, DAY.format(delegation.from()), DAY.format(delegation.to())));
    }

    private void keep(long accountId, String action, Delegation delegation, Map<String, String> details) {
        Map<String, String> all = new TreeMap<>(details);
        all.put("agency", String.valueOf(delegation.agencyId()));
        all.put("absent", String.valueOf(delegation.absentId()));
        all.put("stand-in", String.valueOf(delegation.standInId()));
        trail.fire(new EntryDecided(
                accountId, action, "delegation", delegation.id().toString(), all));
    }

    private List<Delegation> list(String condition, Object... args) {
        return sql.list(COLUMNS + condition, this::read, args);
    }

    private Delegation read(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        return new Delegation(
                Sql.publicId(row, "public_id"),
                row.getLong("agency_id"),
                row.getLong("absent_id"),
                row.getLong("stand_in_id"),
                from,
                row.getObject("valid_to", LocalDate.class),
                !from.isAfter(today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
