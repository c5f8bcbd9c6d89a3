package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** The desk's clock, wound forward, and its jobs, run here and now. */
@ApplicationScoped
public class TestDesk {
    @Inject
    private DecisionEffects effects;

    @Inject
    private Approvals approvals;

    @Inject
    private DeskSettings settings;

    @Inject
    private TestLists lists;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Proposals proposals;

    @Inject
    private Forwarding forwarding;

    @Inject
    private EntryReading reading;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** As if the undo windows of these entries had closed. */
    public void windowsClose(long... entryIds) {
        // In one transaction, so that the portal's own job does not get in between.
        lists.inTransaction(() -> {
            for (long id : entryIds) {
                sql.update(
                        "UPDATE review_pending SET effective_at = ? WHERE entry_id = ? AND stage = 'HELD'",
                        clock.instant().minus(Duration.ofSeconds(1)),
                        id);
            }
            while (effects.step(Actor.PORTAL, 100)) {
                Thread.yield();
            }
            return entryIds.length;
        });
    }

    /** The same, of the first entry a moment before that of the second. */
    void windowsCloseInTurn(long first, long second) {
        lists.inTransaction(() -> {
            Instant past = clock.instant().minus(Duration.ofSeconds(10));
            for (long id : List.of(first, second)) {
                sql.update(
                        "UPDATE review_pending SET effective_at = ? WHERE entry_id = ? AND stage = 'HELD'",
                        id == first ? past : past.plusSeconds(1),
                        id);
            }
            while (effects.step(Actor.PORTAL, 100)) {
                Thread.yield();
            }
            return first;
        });
    }

    /** The windows of these entries close, and whatever runs the job then. */
    public void windowsCloseFor(Actor runner, long entryId) {
        if (runner.role() == Role.PORTAL) {
            windowsClose(entryId);
        } else {
            effects.step(runner, 1);
        }
    }

    public void worksOff(PublicId approval) {
        long id = sql.number("SELECT id FROM review_approval WHERE public_id = ?", approval);
        while (approvals.step(Actor.PORTAL, id, 100)) {
            Thread.yield();
        }
    }

    PublicId idOf(Actor actor) {
        return sql.first(
                        "SELECT public_id FROM access_account WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        actor.accountId())
                .orElseThrow();
    }

    /** Kinds of what they are told within the portal. */
    List<String> toldTo(Actor actor) {
        return sql.list(
                "SELECT kind FROM notification_inbox WHERE account_id = ?", row -> row.getString(1), actor.accountId());
    }

    void secondAbove(Actor head, int entries) {
        DeskRules rules = settings.rules(head);
        settings.change(
                head,
                new DeskRules(
                        rules.undoMinutes(), rules.claimMinutes(), entries, rules.secondPercent(), rules.version()));
    }

    /** How many statements the work takes in its transaction. */
    long questions(Supplier<?> work) {
        return lists.inTransaction(() -> {
            long before = asked();
            assertThat(work.get()).isNotNull();
            return asked() - before - 1;
        });
    }

    private long asked() {
        return sql.first("SHOW SESSION STATUS LIKE 'Questions'", row -> row.getLong(2))
                .orElseThrow();
    }

    void secondPercent(Actor head, int percent) {
        DeskRules rules = settings.rules(head);
        settings.change(
                head,
                new DeskRules(
                        rules.undoMinutes(), rules.claimMinutes(), rules.secondAbove(), percent, rules.version()));
    }

    public void noMandates(long agencyId) {
        sql.update("DELETE FROM review_mandate WHERE agency_id = ?", agencyId);
    }

    Proposals.Batch proposed(Actor approver, Actor proposer) {
        return proposals.batches(approver).stream()
                .filter(batch -> batch.proposerId() == proposer.accountId())
                .findFirst()
                .orElseThrow();
    }

    void forward(Actor actor, EntryView entry, String to) {
        forwarding.forward(
                actor,
                entry.id(),
                reading.forReview(actor, entry.id()).version(),
                agency(to),
                "Không thuộc thẩm quyền");
    }

    PublicId agency(String code) {
        return catalogue.agencyByCode(code, LocalDate.now(clock)).orElseThrow().publicId();
    }

    List<String> cards(EntryView entry) {
        return sql.list("SELECT state FROM card_card WHERE entry_id = ?", row -> row.getString(1), entry.entryId());
    }

    Why later(Actor reviewer, EntryView entry, Outcome outcome, String reason) {
        return reviewing
                .decide(reviewer, entry.id(), entry.version(), outcome, reason, "", false)
                .why();
    }

    Why now(Actor reviewer, EntryView entry, Outcome outcome, String reason) {
        return reviewing
                .decide(reviewer, entry.id(), entry.version(), outcome, reason, "", true)
                .why();
    }

    EntryView one(Actor officer) {
        return entries(officer, lists.submitted(officer, 1)).get(0);
    }

    List<EntryView> entries(Actor officer, PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }

    static QueueFilter of(Actor officer) {
        return new QueueFilter("", officer.organisationId(), 0, "");
    }
}
