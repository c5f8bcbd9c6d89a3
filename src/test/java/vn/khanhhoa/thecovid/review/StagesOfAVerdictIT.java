package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.QueueRow;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class StagesOfAVerdictIT {
    private static final Duration TIME = Duration.ofMinutes(10);

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

    @Inject
    private Proposals proposals;

    @Inject
    private Approvals approvals;

    @Inject
    private DeskSettings settings;

    @Inject
    private Reopening reopening;

    @Inject
    private Forwarding forwarding;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryQueue queue;

    @Inject
    private Escalation escalation;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private EntryReading reading;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void a_decision_takes_effect_when_its_undo_window_closes_and_the_organisation_sees_nothing_before() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        Actor reviewer = lists.reviewer("SCT");

        later(reviewer, entry, Outcome.APPROVE, "");

        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.PENDING);
        assertThat(reading.desk(reviewer, entry.id()).stage()).isEqualTo(Stage.HELD);
        assertThat(cards(entry)).isEmpty();
        desk.windowsClose(entry.entryId());
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(cards(entry)).containsExactly("VALID");
        assertThat(undoing.undo(reviewer, entry.id())).isFalse();
    }

    @Test
    void undone_in_time_it_lies_in_the_queue_again_and_nobody_was_told() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        Actor reviewer = lists.reviewer("SCT");
        later(reviewer, entry, Outcome.REFUSE, "R01");

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
        EntryView entry = one(officer);
        Actor reviewer = lists.reviewer("SCT");
        later(reviewer, entry, Outcome.APPROVE, "");

        keeping.withdraw(officer, entry.listPublicId());
        desk.windowsClose(entry.entryId());

        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(cards(entry)).isEmpty();
        assertThat(reviewing.history(reviewer, entry.id()))
                .extracting(PastDecision::step)
                .containsExactly(Step.LAPSED, Step.DECIDED);
    }

    @Test
    void an_officer_without_a_mandate_proposes_and_the_head_approves_the_batch() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 3);
        Actor reviewer = lists.reviewer("STTTT");
        desk.noMandates(reviewer.agencyId());
        List<EntryView> all = entries(officer, list);
        all.forEach(entry -> lists.reroute(entry.entryId(), reviewer.agencyId()));
        all.forEach(
                entry -> assertThat(now(reviewer, entry, Outcome.APPROVE, "")).isEqualTo(Why.NO_MANDATE));
        Actor head = lists.head("STTTT");
        Proposals.Batch batch = proposals.batches(head).stream()
                .filter(each -> each.proposerId() == reviewer.accountId())
                .findFirst()
                .orElseThrow();
        assertThat(batch.entries()).isEqualTo(3);
        assertThat(cards(all.get(0))).isEmpty();

        proposals.decline(head, batch.key(), Set.of(all.get(0).id()), "Xin xem lại nơi làm việc");
        desk.worksOff(proposals.approve(head, batch.key(), batch.shown(), true));

        assertThat(reading.own(officer, all.get(0).id()).state()).isEqualTo(EntryState.PENDING);
        assertThat(reading.own(officer, all.get(1).id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(cards(all.get(2))).containsExactly("VALID");
        assertThat(reviewing.history(head, all.get(1).id()))
                .extracting(PastDecision::step)
                .containsExactly(Step.CONFIRMED, Step.PROPOSED);
        PublicId approval = approvals.approvals(head, 0, 1).get(0).id();
        assertThat(approvals.lines(head, approval, 0, 10))
                .extracting(Approvals.Line::number)
                .containsExactly(1, 2);
    }

    @Test
    void nobody_approves_what_they_proposed_nor_what_came_after_they_looked() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 2));
        Actor proposer = lists.head("SCT");
        now(proposer, all.get(0), Outcome.REFUSE, "R14");
        Actor other = lists.head("SCT");
        Proposals.Batch seen = proposed(other, proposer);

        assertRefused("review.own-proposal", () -> proposals.approve(proposer, seen.key(), seen.shown(), true));
        assertThat(undoing.undo(proposer, all.get(0).id())).isTrue();
        now(proposer, all.get(1), Outcome.REFUSE, "R14");
        assertRefused("review.nothing-proposed", () -> proposals.approve(other, seen.key(), seen.shown(), true));

        now(proposer, reading.own(officer, all.get(0).id()), Outcome.REFUSE, "R14");
        Proposals.Shown fewer = new Proposals.Shown(1, proposed(other, proposer).latest());
        assertRefused("review.more-proposed", () -> proposals.approve(other, seen.key(), fewer, true));
        desk.worksOff(
                proposals.approve(other, seen.key(), proposed(other, proposer).shown(), true));
        assertThat(reading.own(officer, all.get(0).id()).state()).isEqualTo(EntryState.REFUSED);
    }

    @Test
    void what_an_approver_agreed_to_is_taken_back_by_the_approver_alone() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        Actor proposer = lists.reviewer("SCT");
        Actor approver = lists.head("SCT");
        now(proposer, entry, Outcome.REFUSE, "R14");
        Proposals.Batch batch = proposed(approver, proposer);
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
        assertThat(approvals.lines(approver, approval, 0, 10))
                .singleElement()
                .extracting(Approvals.Line::takenBack)
                .isEqualTo(true);
    }

    @Test
    void a_verdict_on_what_lies_elsewhere_by_now_lapses_and_holds_no_other_up() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 2));
        Actor reviewer = lists.reviewer("SCT");
        all.forEach(entry -> later(reviewer, entry, Outcome.APPROVE, ""));
        lists.reroute(all.get(0).entryId(), lists.reviewer("SXD").agencyId());

        desk.windowsClose(all.get(0).entryId(), all.get(1).entryId());

        assertThat(cards(all.get(0))).isEmpty();
        assertThat(cards(all.get(1))).containsExactly("VALID");
    }

    @Test
    void what_is_shared_out_and_handed_over_goes_to_who_may_judge_it() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 2));
        Actor head = lists.head("SCT");
        Actor one = lists.reviewer("SCT");
        Actor two = lists.reviewer("SCT");
        sql.update(
                "UPDATE stafflist_entry SET submitted_by = ? WHERE id = ?",
                one.accountId(),
                all.get(0).entryId());

        claims.shareOut(
                head,
                of(officer),
                List.of(one.accountId(), two.accountId()),
                1,
                clock.instant().plus(TIME));
        assertThat(claims.holder(head, all.get(0).id()).orElseThrow().accountId())
                .isEqualTo(two.accountId());
        assertThat(claims.holder(head, all.get(1).id()).orElseThrow().accountId())
                .isEqualTo(one.accountId());
        assertThat(claims.handOver(
                        head, two.accountId(), one.accountId(), clock.instant().plus(TIME)))
                .isZero();
    }

    @Test
    void neither_who_proposed_nor_who_agreed_judges_again_what_is_looked_at_again() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        Actor proposer = lists.reviewer("SCT");
        Actor approver = lists.head("SCT");
        now(proposer, entry, Outcome.REFUSE, "R14");
        Proposals.Batch batch = proposed(approver, proposer);
        desk.worksOff(proposals.approve(approver, batch.key(), batch.shown(), true));
        EntryView refused = reading.own(officer, entry.id());
        assertThat(refused.state()).isEqualTo(EntryState.REFUSED);

        assertRefused(
                "review.own-decision", () -> reopening.reopen(approver, entry.id(), refused.version(), "Xem lại"));
        reopening.reconsider(officer, entry.id(), "Giấy tờ là thật");

        EntryView again = reading.own(officer, entry.id());
        assertRefused("stafflist.decided-before", () -> now(proposer, again, Outcome.APPROVE, ""));
        assertRefused("stafflist.decided-before", () -> now(approver, again, Outcome.APPROVE, ""));
        assertThat(claims.next(approver, of(officer), TIME, Optional.empty(), Set.of()))
                .isEmpty();
        Actor another = lists.reviewer("SCT");
        assertThat(now(another, again, Outcome.APPROVE, "")).isEqualTo(Why.SUSPECTED);
        Actor second = lists.head("SCT");
        Proposals.Batch approval = proposed(second, another);
        desk.worksOff(proposals.approve(second, approval.key(), approval.shown(), true));
        assertThat(cards(entry)).containsExactly("VALID");
    }

    @Test
    void a_large_list_needs_a_second_person() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 3));
        Actor head = lists.head("SXD");
        all.forEach(entry -> lists.reroute(entry.entryId(), head.agencyId()));
        DeskRules rules = settings.rules(head);
        settings.change(head, new DeskRules(0, 10, 2, 0, rules.version()));

        assertThat(now(head, all.get(0), Outcome.APPROVE, "")).isEqualTo(Why.LARGE_LIST);
        assertThat(now(head, all.get(1), Outcome.REFUSE, "R01")).isEqualTo(Why.ALONE);

        settings.change(head, new DeskRules(5, 10, 500, 0, settings.rules(head).version()));
    }

    @Test
    void a_head_reopens_another_ones_approval_and_the_card_follows() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        Actor reviewer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        now(reviewer, entry, Outcome.APPROVE, "");
        EntryView approved = reading.own(officer, entry.id());

        reopening.reopen(head, entry.id(), approved.version(), "Nghi nhầm người");
        assertThat(cards(entry)).containsExactly("SUSPENDED");
        EntryView again = reading.own(officer, entry.id());
        assertRefused("stafflist.decided-before", () -> now(reviewer, again, Outcome.REFUSE, "R01"));
        now(lists.reviewer("SCT"), again, Outcome.APPROVE, "");
        assertThat(cards(entry)).containsExactly("VALID");

        reopening.reopen(head, entry.id(), reading.own(officer, entry.id()).version(), "Xem lại");
        now(lists.reviewer("SCT"), reading.own(officer, entry.id()), Outcome.REFUSE, "R01");
        assertThat(cards(entry)).containsExactly("REVOKED");
    }

    @Test
    void nobody_reopens_their_own_decision() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        Actor head = lists.head("SCT");
        now(head, entry, Outcome.REFUSE, "R01");

        assertRefused(
                "review.own-decision",
                () -> reopening.reopen(
                        head, entry.id(), reading.own(officer, entry.id()).version(), "Đổi ý"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reopening.reopen(
                        lists.head("SXD"),
                        entry.id(),
                        reading.own(officer, entry.id()).version(),
                        "Tò mò"));
    }

    @Test
    void a_refusal_is_reconsidered_by_somebody_else_and_not_for_ever() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        Actor first = lists.reviewer("SCT");
        now(first, entry, Outcome.REFUSE, "R01");

        reopening.reconsider(officer, entry.id(), "Hoạt động này có trong danh mục");
        EntryView again = reading.own(officer, entry.id());
        assertRefused("stafflist.decided-before", () -> now(first, again, Outcome.APPROVE, ""));
        assertThat(claims.next(first, of(officer), TIME, Optional.empty(), Set.of()))
                .isEmpty();
        Actor second = lists.reviewer("SCT");
        assertThat(claims.next(second, of(officer), TIME, Optional.empty(), Set.of()))
                .contains(entry.id());
        now(second, again, Outcome.REFUSE, "R01");
        reopening.reconsider(officer, entry.id(), "Xin xem lần nữa");
        now(first, reading.own(officer, entry.id()), Outcome.REFUSE, "R01");

        assertThat(reopening.mayAsk(officer, entry.id())).isFalse();
        assertRefused("review.asked-enough", () -> reopening.reconsider(officer, entry.id(), "Nữa"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reopening.reconsider(lists.factory(), entry.id(), "Của người khác"));
    }

    @Test
    void what_is_anothers_competence_is_passed_on_with_its_history_and_not_about_for_ever() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        Actor here = lists.reviewer("SCT");
        Actor there = lists.reviewer("SXD");
        EntryReading.Desk before = reading.desk(here, entry.id());

        forwarding.forward(here, entry.id(), entry.version(), agency("SXD"), "Thuộc Sở Xây dựng");

        EntryReading.Desk after = reading.desk(there, entry.id());
        assertThat(after.promisedAt()).isEqualTo(before.promisedAt());
        assertThat(after.arrivedAt()).isAfter(before.arrivedAt());
        assertThat(reviewing.history(there, entry.id()))
                .singleElement()
                .extracting(PastDecision::step)
                .isEqualTo(Step.FORWARDED);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.look(here, entry.id()));
        forward(there, entry, "SCT");
        forward(here, entry, "SXD");
        assertThat(reading.desk(there, entry.id()).forwards()).isEqualTo(EntryForwarding.MOST);
        assertRefused("stafflist.forwarded-enough", () -> forward(there, entry, "SCT"));
        forward(there, entry, Forwarding.TRIAGE);
        assertRefused(
                "review.reason-unknown",
                () -> now(lists.reviewer(Forwarding.TRIAGE), reading.own(officer, entry.id()), Outcome.REFUSE, "R05"));
    }

    @Test
    void another_reason_than_those_of_the_catalogue_is_written_down() {
        Actor officer = lists.factory();
        EntryView refused = one(officer);
        EntryView approved = one(officer);
        Actor reviewer = lists.reviewer("SCT");

        assertRefused("review.reason-text-missing", () -> now(reviewer, refused, Outcome.REFUSE, "R99"));
        assertRefused("review.reason-text-missing", () -> now(reviewer, refused, Outcome.RETURN, "R99"));
        now(reviewer, approved, Outcome.APPROVE, "R99");
        reviewing.decide(
                reviewer, refused.id(), refused.version(), Outcome.REFUSE, "R99", "Cơ sở đã tạm ngừng hoạt động", true);

        assertThat(reading.own(officer, approved.id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(reading.own(officer, refused.id()).state()).isEqualTo(EntryState.REFUSED);
    }

    @Test
    void reviewers_who_ask_for_the_next_get_different_ones_and_idle_claims_end() {
        Actor officer = lists.factory();
        lists.submitted(officer, 2);
        Actor one = lists.reviewer("SCT");
        Actor two = lists.reviewer("SCT");

        PublicId first =
                claims.next(one, of(officer), TIME, Optional.empty(), Set.of()).orElseThrow();
        PublicId second =
                claims.next(two, of(officer), TIME, Optional.empty(), Set.of()).orElseThrow();

        assertThat(first).isNotEqualTo(second);
        assertThat(claims.next(lists.reviewer("SCT"), of(officer), TIME, Optional.empty(), Set.of()))
                .isEmpty();
        assertThat(claims.next(one, of(officer), TIME, Optional.empty(), Set.of()))
                .contains(first);
        EntryView held = reading.forReview(two, first);
        assertRefused("stafflist.held-by-another", () -> now(two, held, Outcome.APPROVE, ""));
        sql.update(
                "UPDATE stafflist_entry SET held_until = ? WHERE public_id = ?",
                clock.instant().minusSeconds(1),
                first);
        now(two, held, Outcome.APPROVE, "");
    }

    @Test
    void whoever_goes_on_to_the_next_sees_all_of_the_queue_and_then_its_start_again() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 4));
        Actor reviewer = lists.reviewer("SCT");
        List<PublicId> seen = new ArrayList<>();

        Optional<QueuePlace> place = Optional.empty();
        for (int i = 0; i < 4; i++) {
            PublicId next =
                    claims.next(reviewer, of(officer), TIME, place, Set.of()).orElseThrow();
            seen.add(next);
            EntryView entry = reading.forReview(reviewer, next);
            place = Optional.of(new QueuePlace(entry.submittedAt(), entry.entryId()));
        }

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(EntryView::id).toList());
        assertThat(claims.next(reviewer, of(officer), TIME, place, Set.of())).isEmpty();
        assertThat(claims.before(reviewer, of(officer), TIME, place.orElseThrow(), Set.of()))
                .contains(seen.get(0));
    }

    @Test
    void a_head_gives_entries_to_somebody_and_deals_them_out_evenly() {
        Actor officer = lists.factory();
        lists.submitted(officer, 6);
        Actor head = lists.head("SCT");
        Actor one = lists.reviewer("SCT");
        Actor two = lists.reviewer("SCT");

        assertThat(claims.shareOut(
                        head,
                        of(officer),
                        List.of(one.accountId(), two.accountId()),
                        2,
                        clock.instant().plus(TIME)))
                .isEqualTo(4);
        assertThat(held(officer, one)).isEqualTo(2);
        assertThat(held(officer, two)).isEqualTo(2);
        claims.handOver(head, one.accountId(), two.accountId(), clock.instant().plus(TIME));
        assertThat(held(officer, two)).isEqualTo(4);
    }

    @Test
    void a_bulk_is_undone_as_a_whole_while_it_has_no_effect() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 4);
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = testBulk.beginLater(reviewer, of(officer), 4, Outcome.APPROVE, "");
        testBulk.run(id);
        assertThat(bulk.progress(reviewer, id).waiting()).isEqualTo(4);

        testBulk.undo(reviewer, id);
        testBulk.run(id);

        assertThat(bulk.progress(reviewer, id).waiting()).isZero();
        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactly(new BulkDecisions.Group(BulkDecisions.UNDONE, 4));
        assertThat(entries(officer, list)).allSatisfy(entry -> {
            assertThat(entry.state()).isEqualTo(EntryState.PENDING);
            assertThat(reading.desk(reviewer, entry.id()).stage()).isEqualTo(Stage.OPEN);
        });
    }

    @Test
    void whoever_loses_the_right_in_the_middle_of_a_bulk_decides_nothing_more() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 2);
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = testBulk.begin(reviewer, of(officer), 2, Outcome.APPROVE, "");
        sql.update("UPDATE access_account SET state = 'DISABLED' WHERE id = ?", reviewer.accountId());

        testBulk.run(id);

        assertThat(entries(officer, list)).extracting(EntryView::state).containsOnly(EntryState.PENDING);
        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactly(new BulkDecisions.Group("review.right-lost", 2));
    }

    @Test
    void time_that_runs_out_is_noticed_rung_by_rung() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
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
        assertThat(paths(itsHead, "long_past")).contains("/agency-head/lending?borrower=" + agency("SCT"));
    }

    private List<String> paths(Actor actor, String alarm) {
        return sql.list(
                "SELECT path FROM notification_inbox WHERE account_id = ? AND kind = ?",
                row -> row.getString(1),
                actor.accountId(),
                "review.alarm." + alarm);
    }

    @Test
    void a_run_tells_once_of_an_agency_however_many_steps_it_takes_and_a_later_one_what_a_killed_one_left() {
        Actor head = lists.head("SXD");
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 5));
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
        List<EntryView> all = entries(officer, lists.submitted(officer, 3));
        Actor reviewer = lists.reviewer("SCT");
        Instant now = clock.instant();
        due(all.get(0), now.plus(Duration.ofHours(6)), 1);
        due(all.get(1), now.minusSeconds(60), 2);

        QueueFilter near = of(officer).nearAt(now);
        assertThat(queue.after(reviewer, near, Optional.empty(), 10))
                .extracting(QueueRow::entryId)
                .containsExactly(all.get(0).entryId());
        assertThat(queue.count(reviewer, near).entries()).isEqualTo(1);
        assertThat(queue.after(reviewer, of(officer).pastAt(now), Optional.empty(), 10))
                .extracting(QueueRow::entryId)
                .containsExactly(all.get(1).entryId());
        testBulk.run(testBulk.begin(reviewer, near, 1, Outcome.RETURN, "R03"));
        assertThat(entries(officer, all.get(0).listPublicId()))
                .filteredOn(entry -> entry.state() == EntryState.RETURNED)
                .extracting(EntryView::id)
                .containsExactly(all.get(0).id());
    }

    private void due(EntryView entry, Instant at, int alarms) {
        sql.update(
                "UPDATE stafflist_entry SET due_at = ?, alarms = ?, alarm_at = NULL WHERE id = ?",
                at,
                alarms,
                entry.entryId());
    }

    @Test
    void a_queue_is_searched_by_form_and_a_bulk_decides_those_of_the_form_alone() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 2);
        PublicId other = lists.submitted(officer, 3);
        sql.update("UPDATE stafflist_list SET template_code = 'M02' WHERE public_id = ?", other);
        sql.update(
                "UPDATE stafflist_entry_name n JOIN stafflist_entry e ON e.id = n.entry_id JOIN stafflist_list l ON l.id ="
                        + " e.list_id SET n.token = '=M02' WHERE n.token = '=M01' AND l.public_id = ?",
                other);
        Actor reviewer = lists.reviewer("SCT");

        assertThat(queue.count(reviewer, of(officer).ofForm("M01")).entries()).isEqualTo(2);
        assertThat(queue.after(reviewer, of(officer).ofForm("M02"), Optional.empty(), 10))
                .hasSize(3);
        testBulk.run(testBulk.begin(reviewer, of(officer).ofForm("M01"), 2, Outcome.APPROVE, ""));
        assertThat(entries(officer, list)).extracting(EntryView::state).containsOnly(EntryState.APPROVED);
        assertThat(queue.count(reviewer, of(officer)).entries()).isEqualTo(3);
    }

    @Test
    void verdicts_that_differ_take_effect_without_waiting_in_a_circle() throws Exception {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 2)).stream()
                .sorted(Comparator.comparingLong(EntryView::entryId))
                .toList();
        Actor reviewer = lists.reviewer("SCT");
        later(reviewer, all.get(0), Outcome.REFUSE, "R01");
        later(reviewer, all.get(1), Outcome.APPROVE, "");
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

        assertThat(entries(officer, all.get(0).listPublicId()))
                .extracting(EntryView::state)
                .containsExactlyInAnyOrder(EntryState.REFUSED, EntryState.APPROVED);
    }

    private void hold(EntryView entry) {
        sql.list("SELECT id FROM stafflist_entry WHERE id = ? FOR UPDATE", row -> row.getLong(1), entry.entryId());
    }

    private Proposals.Batch proposed(Actor approver, Actor proposer) {
        return proposals.batches(approver).stream()
                .filter(batch -> batch.proposerId() == proposer.accountId())
                .findFirst()
                .orElseThrow();
    }

    private void forward(Actor actor, EntryView entry, String to) {
        forwarding.forward(
                actor,
                entry.id(),
                reading.forReview(actor, entry.id()).version(),
                agency(to),
                "Không thuộc thẩm quyền");
    }

    private PublicId agency(String code) {
        return catalogue.agencyByCode(code, LocalDate.now(clock)).orElseThrow().publicId();
    }

    private long held(Actor officer, Actor reviewer) {
        return sql.number(
                "SELECT COUNT(*) FROM stafflist_entry WHERE organisation_id = ? AND holder_id = ?",
                officer.organisationId(),
                reviewer.accountId());
    }

    private List<String> cards(EntryView entry) {
        return sql.list("SELECT state FROM card_card WHERE entry_id = ?", row -> row.getString(1), entry.entryId());
    }

    private Why later(Actor reviewer, EntryView entry, Outcome outcome, String reason) {
        return reviewing
                .decide(reviewer, entry.id(), entry.version(), outcome, reason, "", false)
                .why();
    }

    private Why now(Actor reviewer, EntryView entry, Outcome outcome, String reason) {
        return reviewing
                .decide(reviewer, entry.id(), entry.version(), outcome, reason, "", true)
                .why();
    }

    private EntryView one(Actor officer) {
        return entries(officer, lists.submitted(officer, 1)).get(0);
    }

    private List<EntryView> entries(Actor officer, PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }

    private static QueueFilter of(Actor officer) {
        return new QueueFilter("", officer.organisationId(), 0, "");
    }
}
