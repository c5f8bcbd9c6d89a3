package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;

/** A head says how the agency works, and which officers decide by which document. */
@UseCase
public class DeskSettings {
    private static final int LONGEST_NUMBER = 60;
    private static final String MANDATE =
            "SELECT public_id, account_id, document_no, document_date, valid_from, valid_to, ended_at, forms FROM review_mandate WHERE ";

    @Inject
    private Lending lending;

    @Inject
    private FormTemplates templates;

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

    /** Those that hold today or later, and those that ended in the last year. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Mandate> mandates(Actor actor) {
        return sql.list(
                MANDATE
                        + "agency_id = ? AND (valid_to IS NULL OR valid_to >= ?) AND (ended_at IS NULL OR ended_at >= ?) ORDER"
                        + " BY valid_from, id",
                DeskSettings::mandate,
                actor.agencyId(),
                LocalDate.now(clock).minusYears(1),
                clock.instant().minus(Duration.ofDays(366)));
    }

    /**
     * @param officer one of the agency's, or none for all of them
     * @param documentDate not after the first day
     * @param forms codes of those it is for; none for all
     */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void grant(
            Actor head,
            @Nullable PublicId officer,
            String documentNo,
            LocalDate documentDate,
            LocalDate from,
            @Nullable LocalDate to,
            Set<String> forms) {
        if (documentNo.isBlank() || documentNo.strip().length() > LONGEST_NUMBER) {
            throw new RuleViolation("review.mandate-number", LONGEST_NUMBER);
        }
        if (to != null && to.isBefore(from)) {
            throw new RuleViolation("review.mandate-days");
        }
        if (documentDate.isAfter(from)) {
            throw new RuleViolation("review.mandate-document-date");
        }
        String scope = scope(forms);
        PublicId id = PublicId.random();
        Long account = officer == null ? null : Long.valueOf(number(head, officer));
        sql.update(
                "INSERT INTO review_mandate (id, public_id, agency_id, account_id, document_no, valid_from, valid_to,"
                        + " granted_by, granted_at, document_date, forms) VALUES (NEXT VALUE FOR review_seq, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?)",
                id,
                head.agencyId(),
                account,
                documentNo.strip(),
                from,
                to,
                head.accountId(),
                clock.instant(),
                documentDate,
                scope);
        trail.fire(new EntryDecided(
                head.accountId(),
                "review.mandate-granted",
                "mandate",
                id.toString(),
                Map.of(
                        "officer",
                        account == null ? "all" : account.toString(),
                        "document",
                        documentNo.strip(),
                        "from",
                        from.toString(),
                        "to",
                        to == null ? "open" : to.toString(),
                        "forms",
                        scope.isEmpty() ? "all" : scope)));
    }

    private String scope(Set<String> forms) {
        List<String> known =
                templates.names().stream().map(FormTemplates.Name::code).toList();
        Set<String> unknown = new TreeSet<>(forms);
        known.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new RuleViolation(
                    "review.mandate-form-unknown", String.join(", ", unknown), String.join(", ", known));
        }
        String scope = String.join(" ", new TreeSet<>(forms));
        if (scope.length() > LONGEST_NUMBER) {
            throw new RuleViolation("review.mandate-forms");
        }
        return scope;
    }

    /** The mandate holds no longer, from this moment on; its days stay as they were granted. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void end(Actor head, PublicId mandate) {
        if (sql.update(
                        "UPDATE review_mandate SET ended_at = ? WHERE public_id = ? AND agency_id = ? AND ended_at IS NULL AND"
                                + " (valid_to IS NULL OR valid_to >= ?)",
                        clock.instant(),
                        mandate,
                        head.agencyId(),
                        LocalDate.now(clock))
                == 0) {
            throw new NotFound();
        }
        trail.fire(new EntryDecided(head.accountId(), "review.mandate-ended", "mandate", mandate.toString(), Map.of()));
    }

    private long number(Actor head, PublicId officer) {
        return lending.crew(head).stream()
                .filter(member -> member.id().equals(officer))
                .findFirst()
                .orElseThrow(NotFound::new)
                .accountId();
    }

    /** Whether the actor's verdict on an entry of a form needs no approver: a head's, and an officer's under a document. */
    @Requires(Permission.REVIEW_ENTRIES)
    public boolean decidesAlone(Actor actor, String form) {
        return powers(actor).decidesAlone(form);
    }

    /** For who was told that they decide alone, and may have lost the mandate since: nothing is decided unawares. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void requireAlone(Actor actor, String form) {
        if (!decidesAlone(actor, form)) {
            throw new RuleViolation("review.mandate-ran-out");
        }
    }

    /** By what right the actor's verdicts stand by themselves today. */
    Powers powers(Actor actor) {
        if (actor.may(Permission.APPROVE_PROPOSALS)) {
            return new Powers(true, List.of());
        }
        LocalDate today = LocalDate.now(clock);
        return new Powers(
                false,
                sql.list(
                        MANDATE + "agency_id = ? AND (account_id IS NULL OR account_id = ?) AND valid_from <= ? AND"
                                + " (valid_to IS NULL OR valid_to >= ?) AND ended_at IS NULL ORDER BY account_id IS NULL, valid_from DESC, id DESC",
                        DeskSettings::mandate,
                        actor.agencyId(),
                        actor.accountId(),
                        today,
                        today));
    }

    /** @param mandates the one that is nearest to the actor first */
    record Powers(boolean head, List<Mandate> mandates) {
        boolean decidesAlone(String form) {
            return head || mandates.stream().anyMatch(mandate -> mandate.isFor(form));
        }

        /** The number of the document by which an officer decides; empty for a head, who needs none. */
        String mandateNo(String form) {
            return mandates.stream()
                    .filter(mandate -> mandate.isFor(form))
                    .findFirst()
                    .map(Mandate::documentNo)
                    .orElse("");
        }
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                Sql.publicId(row, "public_id"),
                row.getLong("account_id"),
                row.getString("document_no"),
                row.getObject("document_date", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Sql.instant(row, "ended_at"),
                Mandate.forms(row.getString("forms")));
    }
}
