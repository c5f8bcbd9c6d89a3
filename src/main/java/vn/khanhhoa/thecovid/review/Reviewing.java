package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.QueueRow;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** Looking at entries and deciding them. */
@UseCase
public class Reviewing {
    private static final int STEP_OF_IDS = 1_000;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private EntryDecisions decisions;

    @Inject
    private Reasons reasons;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** The entry; that the agency looked at it goes on record. */
    @Requires(Permission.REVIEW_ENTRIES)
    public EntryView look(Actor actor, PublicId id) {
        EntryView entry = reading.forReview(actor, id);
        trail.fire(new EntryDecided(actor.accountId(), "review.looked", "entry", id.toString(), Map.of()));
        return entry;
    }

    /** What else the agency has of the same person. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<EntryReading.Other> ofSamePerson(Actor actor, PublicId id) {
        return reading.ofSamePerson(actor, id);
    }

    /** What other agencies have approved for the same person. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<EntryReading.Elsewhere> elsewhere(Actor actor, PublicId id) {
        return reading.inForceElsewhere(actor, id);
    }

    /** Decides one entry as it was shown, and names the one that follows it in the queue. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<PublicId> decide(Actor actor, PublicId id, int version, Outcome outcome, String code, String text) {
        Verdict verdict = new Verdict(actor, outcome, checked(outcome, code), text.strip());
        EntryView entry = reading.forReview(actor, id);
        long entryId = decisions.decide(actor, id, version, verdict);
        keep(actor, List.of(entryId), verdict);
        trail.fire(new EntryDecided(
                actor.accountId(),
                "review.decided",
                "entry",
                id.toString(),
                Map.of("outcome", outcome.name(), "reason", verdict.reasonCode())));
        return queue
                .after(actor, QueueFilter.ALL, Optional.of(new QueuePlace(entry.submittedAt(), entryId)), 1)
                .stream()
                .findFirst()
                .map(QueueRow::id);
    }

    /** Decides some hundreds at once; the caller says who is left out and why. */
    @Requires(Permission.REVIEW_ENTRIES)
    public EntryDecisions.Result decideMany(Actor actor, List<Long> ids, Verdict verdict) {
        checked(verdict.outcome(), verdict.reasonCode());
        EntryDecisions.Result result = decisions.decideMany(actor, ids, verdict);
        keep(actor, result.decided(), verdict);
        return result;
    }

    /** Latest first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<PastDecision> history(Actor actor, PublicId id) {
        return sql.list(
                "SELECT outcome, reason_code, reason_text, decider, decided_at FROM review_decision WHERE entry_id = ?"
                        + " ORDER BY id DESC",
                row -> new PastDecision(
                        Outcome.valueOf(row.getString(1)),
                        Objects.requireNonNullElse(row.getString(2), ""),
                        Objects.requireNonNullElse(row.getString(3), ""),
                        row.getString(4),
                        Objects.requireNonNull(Sql.instant(row, "decided_at"))),
                reading.forReview(actor, id).entryId());
    }

    String checked(Outcome outcome, String code) {
        if (!outcome.needsReason()) {
            return "";
        }
        if (code.isBlank()) {
            throw new RuleViolation("stafflist.reason-missing");
        }
        if (reasons.of(outcome).stream().noneMatch(reason -> reason.code().equals(code))) {
            throw new RuleViolation("review.reason-unknown");
        }
        return code;
    }

    private void keep(Actor actor, List<Long> entryIds, Verdict verdict) {
        Iterator<Long> ids = sql.ids("review_seq", STEP_OF_IDS);
        Timestamp now = Timestamp.from(clock.instant());
        sql.batch(
                "INSERT INTO review_decision (id, entry_id, agency_id, outcome, reason_code, reason_text, decided_by,"
                        + " decider, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entryIds,
                (statement, entryId) -> {
                    statement.setLong(1, ids.next());
                    statement.setLong(2, entryId);
                    statement.setLong(3, actor.agencyId());
                    statement.setString(4, verdict.outcome().name());
                    statement.setString(5, verdict.reasonCode());
                    statement.setString(6, verdict.reasonText());
                    statement.setLong(7, actor.accountId());
                    statement.setString(8, actor.name());
                    statement.setTimestamp(9, now);
                });
    }
}
