package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class ProposalsPastTheirDeadlineIT {
    private record Told(String kind, String count, String path) {}

    @Inject
    private TestLists lists;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Escalation escalation;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void a_head_is_told_of_proposals_where_they_lie_and_nobody_of_what_is_decided_and_can_be_undone() {
        Actor officer = lists.factory();
        List<EntryView> all = reading.ofList(officer, lists.submitted(officer, 6), Optional.empty(), 0, 10);
        Actor reviewer = lists.reviewer("SXD");
        Actor head = lists.head("SXD");
        all.forEach(entry -> lists.reroute(entry.entryId(), head.agencyId()));
        propose(reviewer, all.get(0));
        propose(reviewer, all.get(1));
        decide(reviewer, all.get(2));

        late(officer, 0);
        assertThat(told(reviewer)).containsExactly(new Told("near", "3", "/agency/review-queue?due=near"));
        assertThat(told(head))
                .containsExactlyInAnyOrder(
                        new Told("near", "3", "/agency/review-queue?due=near"),
                        new Told("proposed_near", "2", "/agency-head/proposals"));
        forget(head);

        late(officer, 1);
        assertThat(told(reviewer)).hasSize(1);
        assertThat(told(head))
                .containsExactlyInAnyOrder(
                        new Told("past", "3", "/agency/review-queue?due=past"),
                        new Told("proposed_past", "2", "/agency-head/proposals"));
        assertThat(alarms(all.get(2))).as("of what is decided").isZero();
    }

    private void propose(Actor reviewer, EntryView entry) {
        assertThat(reviewing
                        .decide(reviewer, entry.id(), entry.version(), Outcome.REFUSE, "R14", "", false)
                        .why())
                .isEqualTo(Why.FORGERY);
    }

    private void decide(Actor reviewer, EntryView entry) {
        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.RETURN, "R03", "", false);
    }

    /** In one transaction, so that the portal's own job does not get in between. */
    private void late(Actor officer, int alarms) {
        lists.inTransaction(() -> {
            sql.update(
                    "UPDATE stafflist_entry SET alarm_at = ? WHERE organisation_id = ? AND alarms = ?",
                    clock.instant().minusSeconds(1),
                    officer.organisationId(),
                    alarms);
            while (escalation.step(Actor.PORTAL, 2)) {
                Thread.yield();
            }
            escalation.tell(Actor.PORTAL);
            return alarms;
        });
    }

    private List<Told> told(Actor actor) {
        return sql.list(
                "SELECT kind, args, path FROM notification_inbox WHERE account_id = ? AND kind LIKE 'review.alarm.%'",
                row -> new Told(
                        row.getString(1).substring("review.alarm.".length()),
                        row.getString(2).replaceAll("(?s)^(\\d+).*", "$1"),
                        row.getString(3)),
                actor.accountId());
    }

    private void forget(Actor actor) {
        sql.update("DELETE FROM notification_inbox WHERE account_id = ?", actor.accountId());
    }

    private long alarms(EntryView entry) {
        return sql.number("SELECT alarms FROM stafflist_entry WHERE id = ?", entry.entryId());
    }
}
