package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.khanhhoa.thecovid.stafflist.Deciders;
import vn.khanhhoa.thecovid.stafflist.EntryReopening;
import vn.khanhhoa.thecovid.stafflist.EntryState;

/**
 * What an agency approved of its own people is looked at again, month by month and by a sample, by the head of another: the
 * task force, or for its own people whoever it is under. {@link RecheckSampling} draws them.
 */
@UseCase
public class Rechecks {
    private static final int LONGEST_REMARK = 1_000;
    private static final String COLUMNS =
            "SELECT r.*, (SELECT COUNT(*) FROM review_recheck_entry e WHERE e.recheck_id = r.id AND e.drawn) AS drawn,"
                    + " (SELECT COUNT(*) FROM review_recheck_entry e WHERE e.recheck_id = r.id AND e.drawn AND e.result IS NULL)"
                    + " AS waiting FROM review_recheck r WHERE ";

    /** What is found. */
    public enum Result {
        CONFIRMED,
        REOPENED
    }

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
    private Others others;

    @Inject
    private DecisionHistory history;

    @Inject
    private DecisionCounts counts;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

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

    /**
     * The agency looks at it again, somebody else than who decided it, or where there is none the one above; the card is
     * suspended until then. Says where it went.
     */
    @Requires(Permission.APPROVE_PROPOSALS)
    public Others.Went reopen(Actor head, PublicId id, PublicId entry, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REMARK) {
            throw new RuleViolation("review.remark", LONGEST_REMARK);
        }
        Drawing drawing = drawing(head, id);
        Drawn drawn = open(head, drawing, entry);
        Actor there = new Actor(head.accountId(), head.name(), head.role(), 0, drawing.agencyId(), head.homeAgencyId());
        Deciders makers = history.lastDeciders(drawn.entryId());
        Others.Went went = others.than(makers, drawn.entryId(), drawing.agencyId());
        reopening.reopen(there, entry, drawn.version(), makers, went.agencyId());
        history.add(
                List.of(drawn.entryId()),
                0,
                new DecisionHistory.Entry(
                        Step.REOPENED, head, null, "", reason.strip(), went.movedFrom(drawing.agencyId())));
        counts.add(drawing.agencyId(), head.accountId(), Step.REOPENED, null, "", 1, 0, clock.instant());
        found(head, drawing, drawn, Result.REOPENED, reason.strip());
        others.tell("review.reopened-here", entry, drawing.agencyId(), went);
        return went;
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
}
