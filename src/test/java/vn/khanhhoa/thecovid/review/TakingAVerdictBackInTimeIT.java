package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** A verdict is held for some minutes: it can be taken back, lapses, or takes effect when its window closes. */
@InPortal
class TakingAVerdictBackInTimeIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestBulk testBulk;

    @Inject
    private TestDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Undoing undoing;

    @Inject
    private BulkDecisions bulk;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private EntryReading reading;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Sql sql;

    @Test
    void a_decision_takes_effect_when_its_undo_window_closes_and_the_organisation_sees_nothing_before() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor reviewer = lists.reviewer("SCT");

        desk.later(reviewer, entry, Outcome.APPROVE, "");

        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.PENDING);
        assertThat(reading.desk(reviewer, entry.id()).stage()).isEqualTo(Stage.HELD);
        assertThat(desk.cards(entry)).isEmpty();
        desk.windowsClose(entry.entryId());
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(desk.cards(entry)).containsExactly("VALID");
        assertThat(undoing.undo(reviewer, entry.id())).isFalse();
    }

    @Test
    void what_is_judged_and_has_no_effect_yet_is_counted_by_itself() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        Actor reviewer = lists.reviewer("SCT");
        desk.later(reviewer, all.get(0), Outcome.APPROVE, "");
        desk.later(reviewer, all.get(1), Outcome.REFUSE, "R14");

        assertThat(reading.standing(reviewer, officer.organisationId()))
                .isEqualTo(new EntryReading.Standing(1, 2, 0, 0, 0));
    }

    @Test
    void what_its_organisation_withdrew_does_not_take_effect_and_that_is_said() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        EntryView other = desk.one(officer);
        Actor reviewer = lists.reviewer("SCT");
        desk.later(reviewer, entry, Outcome.APPROVE, "");
        desk.later(reviewer, other, Outcome.APPROVE, "");
        keeping.withdraw(officer, entry.listPublicId());

        assertThat(undoing.atOnce(reviewer, entry.id())).isFalse();
        assertThat(undoing.whyNot(reviewer, entry.id())).isEqualTo("review.verdict-withdrawn");
        assertThat(undoing.atOnce(reviewer, other.id())).isTrue();
        assertThat(undoing.whyNot(reviewer, other.id())).isEqualTo("review.too-late");
    }

    @Test
    void a_verdict_says_whether_it_can_be_taken_back() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        Actor reviewer = lists.reviewer("SCT");

        assertThat(reviewing
                        .decide(reviewer, all.get(0).id(), all.get(0).version(), Outcome.APPROVE, "", "", false)
                        .undoable())
                .isTrue();
        assertThat(reviewing
                        .decide(reviewer, all.get(1).id(), all.get(1).version(), Outcome.APPROVE, "", "", true)
                        .undoable())
                .isFalse();
        assertThat(reviewing
                        .decide(reviewer, all.get(2).id(), all.get(2).version(), Outcome.REFUSE, "R14", "", true)
                        .undoable())
                .as("a proposal, which waits for a head")
                .isTrue();
    }

    @Test
    void undone_in_time_it_lies_in_the_queue_again_and_nobody_was_told() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor reviewer = lists.reviewer("SCT");
        desk.later(reviewer, entry, Outcome.REFUSE, "R01");

        assertThat(undoing.undo(lists.reviewer("SCT"), entry.id())).isFalse();
        assertThat(undoing.undo(reviewer, entry.id())).isTrue();
        assertThat(undoing.undo(reviewer, entry.id())).isFalse();

        desk.windowsClose(entry.entryId());
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.PENDING);
        assertThat(reading.desk(reviewer, entry.id()).stage()).isEqualTo(Stage.OPEN);
        assertThat(reviewing.history(reviewer, entry.id()))
                .extracting(PastDecision::step)
                .containsExactly(Step.UNDONE, Step.DECIDED);
    }

    @Test
    void what_is_withdrawn_within_the_window_lapses() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor reviewer = lists.reviewer("SCT");
        desk.later(reviewer, entry, Outcome.APPROVE, "");

        assertThat(undoing.countOwn(reviewer)).isEqualTo(1);

        keeping.withdraw(officer, entry.listPublicId());
        assertThat(undoing.own(reviewer, 0, 10)).isEmpty();
        assertThat(undoing.countOwn(reviewer)).isZero();
        desk.windowsClose(entry.entryId());

        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(desk.cards(entry)).isEmpty();
        assertThat(reviewing.history(reviewer, entry.id()))
                .extracting(PastDecision::step)
                .containsExactly(Step.LAPSED, Step.DECIDED);
    }

    @Test
    void a_bulk_is_undone_as_a_whole_while_it_has_no_effect() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 4);
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = testBulk.beginLater(reviewer, TestDesk.of(officer), 4, Outcome.APPROVE, "");
        testBulk.run(id);
        assertThat(bulk.progress(reviewer, id).waiting()).isEqualTo(4);

        testBulk.undo(reviewer, id);
        testBulk.run(id);

        assertThat(bulk.progress(reviewer, id).waiting()).isZero();
        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactly(new BulkDecisions.Group(BulkDecisions.UNDONE, 4));
        assertThat(desk.entries(officer, list)).allSatisfy(entry -> {
            assertThat(entry.state()).isEqualTo(EntryState.PENDING);
            assertThat(reading.desk(reviewer, entry.id()).stage()).isEqualTo(Stage.OPEN);
        });
    }

    @Test
    void a_verdict_on_what_lies_elsewhere_by_now_lapses_and_holds_no_other_up() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 2));
        Actor reviewer = lists.reviewer("SCT");
        all.forEach(entry -> desk.later(reviewer, entry, Outcome.APPROVE, ""));
        lists.reroute(all.get(0).entryId(), lists.reviewer("SXD").agencyId());

        desk.windowsClose(all.get(0).entryId(), all.get(1).entryId());

        assertThat(desk.cards(all.get(0))).isEmpty();
        assertThat(desk.cards(all.get(1))).containsExactly("VALID");
    }

    @Test
    void verdicts_that_differ_take_effect_without_waiting_in_a_circle() throws Exception {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 2)).stream()
                .sorted(Comparator.comparingLong(EntryView::entryId))
                .toList();
        Actor reviewer = lists.reviewer("SCT");
        desk.later(reviewer, all.get(0), Outcome.REFUSE, "R01");
        desk.later(reviewer, all.get(1), Outcome.APPROVE, "");
        CompletableFuture<?> effects = lists.inTransaction(() -> {
            hold(all.get(0));
            // The verdict on the second is due before that on the first.
            CompletableFuture<?> running = executor.runAsync(() ->
                    desk.windowsCloseInTurn(all.get(1).entryId(), all.get(0).entryId()));
            Thread.sleep(2_000);
            assertThat(running).isNotDone();
            assertThat(sql.list(
                            "SELECT id FROM stafflist_entry WHERE id = ? FOR UPDATE NOWAIT",
                            row -> row.getLong(1),
                            all.get(1).entryId()))
                    .hasSize(1);
            return running;
        });
        effects.get(20, TimeUnit.SECONDS);

        assertThat(desk.entries(officer, all.get(0).listPublicId()))
                .extracting(EntryView::state)
                .containsExactlyInAnyOrder(EntryState.REFUSED, EntryState.APPROVED);
    }

    private void hold(EntryView entry) {
        sql.list("SELECT id FROM stafflist_entry WHERE id = ? FOR UPDATE", row -> row.getLong(1), entry.entryId());
    }
}
