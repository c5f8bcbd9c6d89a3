package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertGone;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** One person alone may not decide: what they say is a proposal, and a head agrees to it or does not. */
@InPortal
class ProposingToAHeadIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestLines lines;

    @Inject
    private ListKeeping keeping;

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

    @Inject
    private Proposals proposals;

    @Inject
    private Approvals approvals;

    @Inject
    private ApprovedLines approvedLines;

    @Inject
    private Reopening reopening;

    @Inject
    private LastActs acts;

    @Inject
    private DeskSettings settings;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void an_officer_without_a_mandate_proposes_and_the_head_approves_the_batch() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 3);
        Actor reviewer = lists.reviewer("STTTT");
        desk.noMandates(reviewer.agencyId());
        List<EntryView> all = desk.entries(officer, list);
        all.forEach(entry -> lists.reroute(entry.entryId(), reviewer.agencyId()));
        all.forEach(entry ->
                assertThat(desk.now(reviewer, entry, Outcome.APPROVE, "")).isEqualTo(Why.NO_MANDATE));
        Actor head = lists.head("STTTT");
        Proposals.Batch batch = proposals.batches(head).stream()
                .filter(each -> each.proposerId() == reviewer.accountId())
                .findFirst()
                .orElseThrow();
        assertThat(batch.entries()).isEqualTo(3);
        assertThat(proposals.entries(head, batch.key(), 0, 10)).allSatisfy(row -> {
            assertThat(row.activities()).isNotEmpty().doesNotContain("");
            assertThat(row.workplace()).isNotBlank();
            assertThat(row.twice()).isFalse();
        });
        assertThat(desk.cards(all.get(0))).isEmpty();

        proposals.decline(head, batch.key(), Set.of(all.get(0).id()), "Xin xem lại nơi làm việc");
        desk.worksOff(proposals.approve(head, batch.key(), batch.shown(), true));

        assertThat(reading.own(officer, all.get(0).id()).state()).isEqualTo(EntryState.PENDING);
        assertThat(reading.own(officer, all.get(1).id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(desk.cards(all.get(2))).containsExactly("VALID");
        assertThat(reviewing.history(head, all.get(1).id()))
                .extracting(PastDecision::step)
                .containsExactly(Step.CONFIRMED, Step.PROPOSED);
        PublicId approval = approvals.approvals(head, 0, 1).get(0).id();
        assertThat(approvedLines.lines(head, approval, 0, 10))
                .extracting(ApprovedLines.Line::number)
                .containsExactly(1, 2);
    }

    @Test
    void an_approval_is_found_again_and_taken_back_in_one_act_while_it_has_no_effect() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 2));
        Actor proposer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        all.forEach(entry -> desk.now(proposer, entry, Outcome.REFUSE, "R14"));
        Proposals.Batch batch = desk.proposed(head, proposer);
        PublicId act = proposals.approve(head, batch.key(), batch.shown(), false);
        desk.worksOff(act);
        LastActs.Act found = acts.own(head).get(0);
        assertThat(found.path()).endsWith(act.toString());
        assertThat(found.open()).isEqualTo(2);
        assertThat(found.until()).isAfter(clock.instant());
        assertThat(acts.own(lists.head("SCT"))).isEmpty();
        assertThat(acts.own(proposer)).isEmpty();
        assertGone(() -> approvals.undo(lists.head("SCT"), act));
        desk.windowsClose(all.get(1).entryId());

        approvals.undo(head, act);
        desk.worksOff(act);

        assertThat(reading.desk(head, all.get(0).id()).stage()).isEqualTo(Stage.OPEN);
        assertThat(reading.own(officer, all.get(1).id()).state())
                .as("took effect before")
                .isEqualTo(EntryState.REFUSED);
        assertThat(reviewing.history(head, all.get(0).id())).first().satisfies(step -> {
            assertThat(step.step()).isEqualTo(Step.UNDONE);
            assertThat(step.decider()).isEqualTo(head.name());
        });
        assertThat(acts.own(head)).first().satisfies(each -> {
            assertThat(each.takenBack()).isEqualTo(1);
            assertThat(each.open()).isZero();
            assertThat(each.running()).isFalse();
        });
        assertThat(approvals.approval(head, act).undone()).isTrue();
    }

    @Test
    void an_approval_that_took_effect_is_not_taken_back() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        desk.now(proposer, entry, Outcome.REFUSE, "R14");
        Proposals.Batch batch = desk.proposed(head, proposer);
        PublicId act = proposals.approve(head, batch.key(), batch.shown(), true);
        desk.worksOff(act);

        assertRefused("review.approval-too-late", () -> approvals.undo(head, act));
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.REFUSED);
        assertThat(acts.own(head))
                .first()
                .satisfies(each -> assertThat(each.open()).isZero());
        sql.update("UPDATE review_approval SET begun_at = begun_at - INTERVAL 25 HOUR WHERE public_id = ?", act);
        assertThat(acts.own(head)).as("a day later").isEmpty();
    }

    @Test
    void the_numbered_list_says_of_whom_it_speaks_as_much_as_a_card_does() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        desk.now(proposer, entry, Outcome.REFUSE, "R14");
        Proposals.Batch batch = desk.proposed(head, proposer);
        PublicId act = proposals.approve(head, batch.key(), batch.shown(), true);
        desk.worksOff(act);

        ApprovedLines.Line line = approvedLines.lines(head, act, 0, 10).get(0);

        assertThat(line.holder().birthYear()).isEqualTo(entry.birthYear());
        assertThat(line.holder().lastFour()).hasSize(4);
    }

    @Test
    void nobody_approves_what_they_proposed_nor_what_came_after_they_looked() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 2));
        Actor proposer = lists.head("SCT");
        desk.now(proposer, all.get(0), Outcome.REFUSE, "R14");
        Actor other = lists.head("SCT");
        Proposals.Batch seen = desk.proposed(other, proposer);

        assertRefused("review.own-proposal", () -> proposals.approve(proposer, seen.key(), seen.shown(), true));
        assertThat(undoing.undo(proposer, all.get(0).id())).isTrue();
        desk.now(proposer, all.get(1), Outcome.REFUSE, "R14");
        assertRefused("review.nothing-proposed", () -> proposals.approve(other, seen.key(), seen.shown(), true));

        desk.now(proposer, reading.own(officer, all.get(0).id()), Outcome.REFUSE, "R14");
        Proposals.Shown fewer =
                new Proposals.Shown(1, desk.proposed(other, proposer).latest());
        assertRefused("review.more-proposed", () -> proposals.approve(other, seen.key(), fewer, true));
        desk.worksOff(proposals.approve(
                other, seen.key(), desk.proposed(other, proposer).shown(), true));
        assertThat(reading.own(officer, all.get(0).id()).state()).isEqualTo(EntryState.REFUSED);
    }

    @Test
    void what_an_approver_agreed_to_is_taken_back_by_the_approver_alone() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        Actor approver = lists.head("SCT");
        desk.now(proposer, entry, Outcome.REFUSE, "R14");
        Proposals.Batch batch = desk.proposed(approver, proposer);
        PublicId approval = proposals.approve(approver, batch.key(), batch.shown(), false);
        assertThat(undoing.undo(proposer, entry.id())).isFalse();
        desk.worksOff(approval);

        assertThat(undoing.undo(proposer, entry.id())).isFalse();
        assertThat(undoing.atOnce(proposer, entry.id())).isFalse();
        assertThat(undoing.own(proposer, 0, 10)).isEmpty();
        assertThat(undoing.own(approver, 0, 10))
                .singleElement()
                .extracting(Undoing.Own::effectiveAt)
                .matches(at -> clock.instant().isBefore((Instant) at));
        assertThat(undoing.undo(approver, entry.id())).isTrue();

        assertThat(reading.desk(approver, entry.id()).stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void a_line_that_holds_no_more_keeps_its_number_and_says_what_became_of_it_when_and_by_whom() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 4));
        Actor proposer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        all.forEach(entry -> desk.now(proposer, entry, Outcome.REFUSE, "R14"));
        Proposals.Batch batch = desk.proposed(head, proposer);
        PublicId act = proposals.approve(head, batch.key(), batch.shown(), false);
        desk.worksOff(act);
        assertThat(approvedLines.voided(head, act)).isEmpty();

        undoing.undo(head, all.get(1).id());
        desk.windowsClose(all.get(2).entryId(), all.get(3).entryId());
        Actor other = lists.head("SCT");
        reopening.reopen(
                other, all.get(3).id(), reading.own(officer, all.get(3).id()).version(), "Xem lại");

        List<ApprovedLines.Line> lines = approvedLines.lines(head, act, 0, 10);
        assertThat(lines).extracting(ApprovedLines.Line::number).containsExactly(1, 2, 3, 4);
        assertThat(lines.get(0).voided()).isNull();
        assertThat(lines.get(1).voided()).isNotNull().satisfies(what -> {
            assertThat(what.step()).isEqualTo(Step.UNDONE);
            assertThat(what.by()).isEqualTo(head.name());
            assertThat(what.at()).isBetween(clock.instant().minusSeconds(60), clock.instant());
        });
        assertThat(lines.get(2).voided()).as("took effect").isNull();
        assertThat(lines.get(3).voided())
                .isNotNull()
                .extracting(ApprovedLines.Voided::step, ApprovedLines.Voided::by)
                .containsExactly(Step.REOPENED, other.name());
        assertThat(approvedLines.voided(head, act))
                .extracting(ApprovedLines.VoidedLines::step, ApprovedLines.VoidedLines::lines)
                .containsExactly(tuple(Step.UNDONE, 1L), tuple(Step.REOPENED, 1L));
        assertThat(approvedLines.voided(lists.head("SXD"), act)).isEmpty();
    }

    @Test
    void what_was_taken_back_or_sent_anew_since_is_not_before_the_head() {
        Actor officer = lists.factory();
        EntryView withdrawn = desk.one(officer);
        EntryView anew = desk.one(officer);
        EntryView stays = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        List.of(withdrawn, anew, stays).forEach(entry -> desk.now(proposer, entry, Outcome.REFUSE, "R14"));
        Actor approver = lists.head("SCT");
        keeping.withdraw(officer, withdrawn.listPublicId());
        lines.mend(anew, "position", "Thợ hàn bậc bốn");
        lists.submit(officer, anew.listPublicId());

        Proposals.Batch batch = desk.proposed(approver, proposer);

        assertThat(undoing.own(proposer, 0, 10))
                .as("nor before the proposer, to be taken back")
                .extracting(Undoing.Own::entry)
                .containsExactly(stays.id());
        assertThat(undoing.countOwn(proposer)).isEqualTo(1);
        assertThat(batch.entries()).isEqualTo(1);
        assertThat(proposals.entries(approver, batch.key(), 0, 10))
                .extracting(Proposals.Proposed::id)
                .containsExactly(stays.id());
        PublicId approval = proposals.approve(approver, batch.key(), batch.shown(), true);
        desk.worksOff(approval);
        assertThat(approvals.approval(approver, approval).total()).isEqualTo(1);
        assertThat(reading.own(officer, stays.id()).state()).isEqualTo(EntryState.REFUSED);
        assertThat(proposals.batches(approver)).noneMatch(each -> each.proposerId() == proposer.accountId());
    }

    @Test
    void a_large_list_needs_a_second_person() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        Actor head = lists.head("SXD");
        all.forEach(entry -> lists.reroute(entry.entryId(), head.agencyId()));
        DeskRules rules = settings.rules(head);
        settings.change(head, new DeskRules(0, 10, 2, 0, rules.version()));

        assertThat(desk.now(head, all.get(0), Outcome.APPROVE, "")).isEqualTo(Why.LARGE_LIST);
        assertThat(desk.now(head, all.get(1), Outcome.REFUSE, "R01")).isEqualTo(Why.ALONE);

        settings.change(head, new DeskRules(5, 10, 500, 0, settings.rules(head).version()));
    }

    @Test
    void the_proposer_of_many_sees_what_became_of_them_and_is_told_when_an_approval_is_taken_back() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        Actor proposer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        PublicId id = testBulk.begin(proposer, TestDesk.of(officer), 3, Outcome.REFUSE, "R14");
        testBulk.run(id);
        assertThat(bulk.proposed(proposer, id)).isEqualTo(new BulkDecisions.Proposed(3, 0, 0, 0, 0));

        proposals.decline(
                head, desk.proposed(head, proposer).key(), Set.of(all.get(0).id()), "Giấy tờ là thật");
        Proposals.Batch batch = desk.proposed(head, proposer);
        PublicId act = proposals.approve(head, batch.key(), batch.shown(), false);
        desk.worksOff(act);
        assertThat(bulk.proposed(proposer, id)).isEqualTo(new BulkDecisions.Proposed(0, 2, 1, 0, 0));
        desk.windowsClose(all.get(1).entryId());
        approvals.undo(head, act);
        desk.worksOff(act);

        assertThat(bulk.proposed(proposer, id)).isEqualTo(new BulkDecisions.Proposed(0, 1, 1, 1, 0));
        assertThat(desk.toldTo(proposer)).contains("review.declined-of-list", "review.approval-taken-back-of-list");
    }

    @Test
    void whoever_loses_the_right_in_the_middle_of_a_bulk_decides_nothing_more() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 2);
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = testBulk.begin(reviewer, TestDesk.of(officer), 2, Outcome.APPROVE, "");
        sql.update("UPDATE access_account SET state = 'DISABLED' WHERE id = ?", reviewer.accountId());

        testBulk.run(id);

        assertThat(desk.entries(officer, list)).extracting(EntryView::state).containsOnly(EntryState.PENDING);
        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactly(new BulkDecisions.Group("review.right-lost", 2));
    }

    @Test
    void another_reason_than_those_of_the_catalogue_is_written_down() {
        Actor officer = lists.factory();
        EntryView refused = desk.one(officer);
        EntryView approved = desk.one(officer);
        Actor reviewer = lists.reviewer("SCT");

        assertRefused("review.reason-text-missing", () -> desk.now(reviewer, refused, Outcome.REFUSE, "R99"));
        assertRefused("review.reason-text-missing", () -> desk.now(reviewer, refused, Outcome.RETURN, "R99"));
        desk.now(reviewer, approved, Outcome.APPROVE, "R99");
        reviewing.decide(
                reviewer, refused.id(), refused.version(), Outcome.REFUSE, "R99", "Cơ sở đã tạm ngừng hoạt động", true);

        assertThat(reading.own(officer, approved.id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(reading.own(officer, refused.id()).state()).isEqualTo(EntryState.REFUSED);
    }
}
