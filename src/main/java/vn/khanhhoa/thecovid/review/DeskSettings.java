package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** A head says how the agency works, and which officers decide by which document. */
@UseCase
public class DeskSettings {
    private static final int LONGEST_NUMBER = 60;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.REVIEW_ENTRIES)
    public DeskRules rules(Actor actor) {
        return of(actor.agencyId());
    }

    DeskRules of(long agencyId) {
        return sql.first(
                        "SELECT undo_minutes, claim_minutes, second_above, second_percent, version"
                                + " FROM review_agency WHERE agency_id = ?",
                        row -> new DeskRules(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)),
                        agencyId)
                .orElse(DeskRules.DEFAULT);
    }

    /** @param rules with the version that was shown */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void change(Actor head, DeskRules rules) {
        DeskRules before = of(head.agencyId());
        sql.update("INSERT IGNORE INTO review_agency (agency_id) VALUES (?)", head.agencyId());
        if (sql.update(
                        "UPDATE review_agency SET undo_minutes = ?, claim_minutes = ?, second_above = ?, second_percent = ?,"
                                + " version = version + 1 WHERE agency_id = ? AND version = ?",
                        rules.undoMinutes(),
                        rules.claimMinutes(),
                        rules.secondAbove(),
                        rules.secondPercent(),
                        head.agencyId(),
                        rules.version())
                == 0) {
            throw new OptimisticLockException("the rules of the desk were changed meanwhile");
        }
        trail.fire(new EntryDecided(
                head.accountId(),
                "review.rules-changed",
                "agency",
                String.valueOf(head.agencyId()),
                Map.of("before", words(before), "after", words(rules))));
    }

    private static String words(DeskRules rules) {
        return "undo " + rules.undoMinutes() + " claim " + rules.claimMinutes() + " second-above " + rules.secondAbove()
                + " second-percent " + rules.secondPercent();
    }

    /** Those that hold today or later. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Mandate> mandates(Actor actor) {
        return sql.list(
                "SELECT public_id, account_id, document_no, valid_from, valid_to FROM review_mandate WHERE agency_id = ?"
                        + " AND (valid_to IS NULL OR valid_to >= ?) ORDER BY valid_from, id",
                row -> new Mandate(
                        Sql.publicId(row, "public_id"),
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)),
                actor.agencyId(),
                LocalDate.now(clock));
    }

    /** @param officer one of the agency's, or none for all of them */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void grant(
            Actor head, @Nullable PublicId officer, String documentNo, LocalDate from, @Nullable LocalDate to) {
        if (documentNo.isBlank() || documentNo.strip().length() > LONGEST_NUMBER) {
            throw new RuleViolation("review.mandate-number", LONGEST_NUMBER);
        }
        if (to != null && to.isBefore(from)) {
            throw new RuleViolation("review.mandate-days");
        }
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO review_mandate (id, public_id, agency_id, account_id, document_no, valid_from, valid_to,"
                        + " granted_by, granted_at) VALUES (NEXT VALUE FOR review_seq, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                head.agencyId(),
                officer == null ? null : number(head, officer),
                documentNo.strip(),
                from,
                to,
                head.accountId(),
                clock.instant());
        trail.fire(new EntryDecided(
                head.accountId(),
                "review.mandate-granted",
                "mandate",
                id.toString(),
                Map.of("officer", officer == null ? "all" : officer.toString(), "from", from.toString())));
    }

    /** The mandate holds no longer, from now on. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void end(Actor head, PublicId mandate) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        if (sql.update(
                        "UPDATE review_mandate SET valid_to = ? WHERE public_id = ? AND agency_id = ? AND (valid_to IS NULL"
                                + " OR valid_to > ?)",
                        yesterday,
                        mandate,
                        head.agencyId(),
                        yesterday)
                == 0) {
            throw new NotFound();
        }
        trail.fire(new EntryDecided(head.accountId(), "review.mandate-ended", "mandate", mandate.toString(), Map.of()));
    }

    private long number(Actor head, PublicId officer) {
        return staff.colleagues(head).stream()
                .filter(member -> member.id().equals(officer))
                .findFirst()
                .orElseThrow(NotFound::new)
                .accountId();
    }

    /** Whether the actor's verdicts need no approver: a head's, and an officer's under a document. */
    boolean decidesAlone(Actor actor) {
        if (actor.may(Permission.APPROVE_PROPOSALS)) {
            return true;
        }
        LocalDate today = LocalDate.now(clock);
        return sql.number(
                        "SELECT COUNT(*) FROM review_mandate WHERE agency_id = ? AND (account_id IS NULL OR account_id = ?)"
                                + " AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)",
                        actor.agencyId(),
                        actor.accountId(),
                        today,
                        today)
                > 0;
    }
}
