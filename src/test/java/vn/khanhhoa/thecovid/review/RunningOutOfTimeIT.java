package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueueRow;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Time runs out on entries: who is told of it, and what the queue calls near and past its deadline. */
@InPortal
class RunningOutOfTimeIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestBulk testBulk;

    @Inject
    private TestDesk desk;

    @Inject
    private EntryQueue queue;

    @Inject
    private Escalation escalation;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void time_that_runs_out_is_noticed_rung_by_rung() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor reviewer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        Actor taskForce = lists.reviewer(Forwarding.TRIAGE);
        Actor itsHead = lists.head(Forwarding.TRIAGE);
        for (int alarms = 1; alarms <= 3; alarms++) {
            sql.update(
                    "UPDATE stafflist_entry SET alarm_at = ? WHERE id = ? AND alarm_at IS NOT NULL",
                    clock.instant().minusSeconds(1),
                    entry.entryId());
            while (escalation.step(Actor.PORTAL, 100)) {
                Thread.yield();
            }
            escalation.tell(Actor.PORTAL);
            assertThat(sql.number("SELECT alarms FROM stafflist_entry WHERE id = ?", entry.entryId()))
                    .isEqualTo(alarms);
        }
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_entry WHERE id = ? AND alarm_at IS NULL", entry.entryId()))
                .isEqualTo(1);
        assertThat(desk.toldTo(reviewer)).contains("review.alarm.near").doesNotContain("review.alarm.past");
        assertThat(desk.toldTo(head)).contains("review.alarm.near", "review.alarm.past");
        assertThat(paths(reviewer, "near")).containsOnly("/agency/review-queue?due=near");
        assertThat(paths(head, "past")).containsOnly("/agency/review-queue?due=past");
        assertThat(paths(taskForce, "long_past")).isNotEmpty().containsOnly("/agency/home");
        assertThat(paths(itsHead, "long_past")).contains("/agency-head/lending?borrower=" + desk.agency("SCT"));
    }

    @Test
    void a_run_tells_once_of_an_agency_however_many_steps_it_takes_and_a_later_one_what_a_killed_one_left() {
        Actor head = lists.head("SXD");
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 5));
        all.forEach(entry -> lists.reroute(entry.entryId(), head.agencyId()));
        // In one transaction, so that the portal's own job does not get in between.
        lists.inTransaction(() -> {
            sql.update(
                    "UPDATE stafflist_entry SET alarms = 1, due_at = ?, alarm_at = ? WHERE organisation_id = ?",
                    clock.instant().minusSeconds(1),
                    clock.instant().minusSeconds(1),
                    officer.organisationId());
            int steps = 0;
            while (escalation.step(Actor.PORTAL, 2)) {
                steps++;
            }
            assertThat(steps).isGreaterThan(1);
            assertThat(desk.toldTo(head)).isEmpty();
            escalation.tell(Actor.PORTAL);
            escalation.tell(Actor.PORTAL);
            return steps;
        });

        assertThat(sql.list(
                        "SELECT args FROM notification_inbox WHERE account_id = ? AND kind = 'review.alarm.past'",
                        row -> row.getString(1),
                        head.accountId()))
                .singleElement()
                .asString()
                .startsWith("5");
    }

    @Test
    void what_is_near_its_deadline_is_found_as_the_notice_says_and_nothing_that_is_past_it() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        Actor reviewer = lists.reviewer("SCT");
        Instant now = clock.instant();
        due(all.get(0), now.plus(Duration.ofHours(6)), 1);
        due(all.get(1), now.minusSeconds(60), 2);

        QueueFilter near = TestDesk.of(officer).nearAt(now);
        assertThat(queue.after(reviewer, near, Optional.empty(), 10))
                .extracting(QueueRow::entryId)
                .containsExactly(all.get(0).entryId());
        assertThat(queue.count(reviewer, near).entries()).isEqualTo(1);
        assertThat(queue.after(reviewer, TestDesk.of(officer).pastAt(now), Optional.empty(), 10))
                .extracting(QueueRow::entryId)
                .containsExactly(all.get(1).entryId());
        testBulk.run(testBulk.begin(reviewer, near, 1, Outcome.RETURN, "R03"));
        assertThat(desk.entries(officer, all.get(0).listPublicId()))
                .filteredOn(entry -> entry.state() == EntryState.RETURNED)
                .extracting(EntryView::id)
                .containsExactly(all.get(0).id());
    }

    private List<String> paths(Actor actor, String alarm) {
        return sql.list(
                "SELECT path FROM notification_inbox WHERE account_id = ? AND kind = ?",
                row -> row.getString(1),
                actor.accountId(),
                "review.alarm." + alarm);
    }

    private void due(EntryView entry, Instant at, int alarms) {
        sql.update(
                "UPDATE stafflist_entry SET due_at = ?, alarms = ?, alarm_at = NULL WHERE id = ?",
                at,
                alarms,
                entry.entryId());
    }
}
