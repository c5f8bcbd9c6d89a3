package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertGone;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class ForeseeingABulkIT {
    private static final BulkDecisions.Group HELD = new BulkDecisions.Group("stafflist.held-by-another", 1);
    private static final BulkDecisions.Group OWN = new BulkDecisions.Group("stafflist.four-eyes", 1);

    @Inject
    private TestLists lists;

    @Inject
    private TestBulk testBulk;

    @Inject
    private TestDesk desk;

    @Inject
    private BulkDecisions bulk;

    @Inject
    private ForgottenBulks forgotten;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Undoing undoing;

    @Inject
    private DeskSettings settings;

    @Inject
    private ListKeeping keeping;

    @Inject
    private TestLines lines;

    @Inject
    private EntryClaims claims;

    @Inject
    private BulkSteps steps;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private Proposals proposals;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    @Test
    void what_was_foreseen_is_what_is_done_and_nothing_is_done_before() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 4));
        Actor reviewer = lists.reviewer("SCT");
        Actor alsoReviewer =
                new Actor(reviewer.accountId(), "Bùi Hai Vai", Role.ORGANISATION_OFFICER, officer.organisationId(), 0);
        lists.submitted(alsoReviewer, 1);
        claims.take(lists.reviewer("SCT"), all.get(0).id(), Duration.ofMinutes(10));

        PublicId id = testBulk.foresee(reviewer, of(officer), Outcome.RETURN, "R03", true);

        BulkDecisions.Progress foreseen = bulk.progress(reviewer, id);
        assertThat(foreseen.phase()).isEqualTo(BulkDecisions.Phase.FORESEEN);
        assertThat(foreseen.filter()).isEqualTo(of(officer));
        assertThat(foreseen.groups()).containsExactlyInAnyOrder(new BulkDecisions.Group("ALONE", 3), HELD, OWN);
        assertThat(entries(officer))
                .allSatisfy(entry ->
                        assertThat(reading.desk(reviewer, entry.id()).stage()).isEqualTo(Stage.OPEN));
        assertThat(bulk.lines(reviewer, id, "stafflist.held-by-another", 0, 10))
                .extracting(BulkDecisions.Line::id)
                .containsExactly(all.get(0).id());

        testBulk.begin(reviewer, id);
        testBulk.run(id);

        BulkDecisions.Progress done = bulk.progress(reviewer, id);
        assertThat(done.finished()).isTrue();
        assertThat(done.groups()).isEqualTo(foreseen.groups());
        assertThat(done.decided()).isEqualTo(3);
        assertThat(bulk.lines(reviewer, id, "ALONE", 0, 10))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.state()).isEqualTo(EntryState.RETURNED));
    }

    @Test
    void another_reason_than_those_of_the_catalogue_is_written_down() {
        Actor officer = lists.factory();
        lists.submitted(officer, 1);
        Actor reviewer = lists.reviewer("SCT");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> bulk.prepare(reviewer, of(officer), Outcome.RETURN, "R99", " ", true))
                .extracting(RuleViolation::code)
                .isEqualTo("review.reason-text-missing");
    }

    @Test
    void two_weeks_after_its_end_a_bulk_is_forgotten_unless_it_still_can_be_undone() {
        Actor officer = lists.factory();
        Actor reviewer = lists.reviewer("SCT");
        lists.submitted(officer, 1);
        PublicId over = testBulk.begin(reviewer, of(officer), 1, Outcome.APPROVE, "");
        testBulk.run(over);
        lists.submitted(officer, 1);
        PublicId proposed = testBulk.begin(reviewer, of(officer), 1, Outcome.REFUSE, "R14");
        testBulk.run(proposed);
        lists.submitted(officer, 1);
        PublicId recent = testBulk.begin(reviewer, of(officer), 1, Outcome.APPROVE, "");
        testBulk.run(recent);
        sql.update(
                "UPDATE review_bulk SET finished_at = finished_at - INTERVAL 15 DAY WHERE public_id IN (?, ?)",
                over,
                proposed);

        forgotten.run();

        assertGone(() -> bulk.progress(reviewer, over));
        assertThat(bulk.progress(reviewer, proposed).finished()).isTrue();
        assertThat(bulk.progress(reviewer, recent).groups()).hasSize(1);
    }

    @Test
    void what_changed_since_and_what_came_later_is_not_touched() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 3));
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = testBulk.foresee(reviewer, of(officer), Outcome.APPROVE, "", true);

        Actor colleague = lists.reviewer("SCT");
        reviewing.decide(colleague, all.get(0).id(), all.get(0).version(), Outcome.REFUSE, "R01", "", true);
        reviewing.decide(colleague, all.get(1).id(), all.get(1).version(), Outcome.REFUSE, "R01", "", false);
        undoing.undo(colleague, all.get(1).id());
        PublicId later = lists.submitted(officer, 1);
        testBulk.begin(reviewer, id);
        testBulk.run(id);

        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactlyInAnyOrder(
                        new BulkDecisions.Group("ALONE", 1),
                        new BulkDecisions.Group("stafflist.entry-not-pending", 1),
                        new BulkDecisions.Group("stafflist.entry-changed", 1));
        assertThat(entries(officer, later)).extracting(EntryView::state).containsOnly(EntryState.PENDING);
        assertThat(reading.own(officer, all.get(1).id()).state()).isEqualTo(EntryState.PENDING);
        assertThat(reading.own(officer, all.get(2).id()).state()).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void what_a_colleague_has_passed_on_is_left_out_and_holds_nobody_up() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 2));
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = testBulk.foresee(reviewer, of(officer), Outcome.APPROVE, "", true);
        lists.reroute(all.get(0).entryId(), lists.reviewer("SXD").agencyId());

        testBulk.begin(reviewer, id);
        testBulk.run(id);

        BulkDecisions.Progress done = bulk.progress(reviewer, id);
        assertThat(done.finished()).isTrue();
        assertThat(done.groups())
                .containsExactlyInAnyOrder(
                        new BulkDecisions.Group("ALONE", 1), new BulkDecisions.Group("stafflist.entry-elsewhere", 1));
        assertThat(reading.own(officer, all.get(1).id()).state()).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void only_its_maker_begins_it_and_what_was_not_begun_is_forgotten_with_the_next() {
        Actor officer = lists.factory();
        lists.submitted(officer, 2);
        Actor reviewer = lists.reviewer("SCT");
        PublicId first = testBulk.foresee(reviewer, of(officer), Outcome.APPROVE, "", true);

        assertGone(() -> bulk.begin(lists.reviewer("SCT"), first, false));
        assertGone(() -> bulk.progress(lists.reviewer("SXD"), first));
        assertThat(bulk.lines(lists.reviewer("SXD"), first, "", 0, 10)).isEmpty();
        assertThat(bulk.progress(lists.reviewer("SCT"), first).own()).isFalse();
        PublicId second = testBulk.foresee(reviewer, of(officer), Outcome.RETURN, "R03", true);
        assertGone(() -> bulk.begin(reviewer, first, false));
        assertGone(() -> bulk.progress(reviewer, first));
        assertThat(bulk.lines(reviewer, first, "", 0, 10)).isEmpty();
        while (steps.forget(Actor.PORTAL, Instant.EPOCH, 1)) {
            assertThat(bulk.progress(reviewer, second).total()).isEqualTo(2);
        }
        assertThat(sql.number("SELECT COUNT(*) FROM review_bulk WHERE public_id = ?", first))
                .isZero();
        testBulk.begin(reviewer, second);
        testBulk.begin(reviewer, second);
        testBulk.run(second);

        assertThat(entries(officer)).extracting(EntryView::state).containsOnly(EntryState.RETURNED);
    }

    @Test
    void a_bulk_of_nothing_but_what_is_left_out_does_not_begin() {
        Actor officer = lists.factory();
        EntryView entry = entries(officer, lists.submitted(officer, 1)).get(0);
        claims.take(lists.reviewer("SCT"), entry.id(), Duration.ofMinutes(10));
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = testBulk.foresee(reviewer, of(officer), Outcome.APPROVE, "", true);

        assertThat(bulk.progress(reviewer, id).groups()).containsExactly(HELD);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> bulk.begin(reviewer, id, false))
                .extracting(RuleViolation::code)
                .isEqualTo("review.bulk-nothing-to-decide");
    }

    @Test
    void whoever_would_have_two_cards_is_told_of_and_left_out_where_that_is_chosen() {
        Actor officer = lists.factory();
        Actor reviewer = lists.reviewer("SCT");
        List<EntryView> all = entries(officer, lists.submitted(officer, 5));
        EntryView hasCard = all.get(0);
        desk.now(reviewer, all.get(4), Outcome.APPROVE, "");
        same(hasCard, all.get(4));
        same(all.get(1), all.get(2));

        PublicId returned = testBulk.foresee(reviewer, of(officer), Outcome.RETURN, "R03", true);
        assertThat(bulk.progress(reviewer, returned).groups())
                .as("nobody has two by that")
                .containsExactly(new BulkDecisions.Group("ALONE", 4));
        PublicId id = testBulk.foresee(reviewer, of(officer), Outcome.APPROVE, "", true);
        BulkDecisions.Progress foreseen = bulk.progress(reviewer, id);
        assertThat(foreseen.groups())
                .containsExactlyInAnyOrder(new BulkDecisions.Group("ALONE", 1), new BulkDecisions.Group("TWICE", 3));
        assertThat(foreseen.twice()).isEqualTo(3);
        assertThat(foreseen.toDecide()).as("it is a warning").isEqualTo(4);
        assertThat(bulk.lines(reviewer, id, "TWICE", 0, 10))
                .extracting(BulkDecisions.Line::id)
                .containsExactlyInAnyOrder(
                        hasCard.id(), all.get(1).id(), all.get(2).id());

        testBulk.beginWithoutTwice(reviewer, id);
        testBulk.run(id);

        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactlyInAnyOrder(
                        new BulkDecisions.Group("ALONE", 1), new BulkDecisions.Group("review.left-twice", 3));
        assertThat(bulk.progress(reviewer, id).decided()).isEqualTo(1);
        assertThat(reading.own(officer, all.get(3).id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(reading.own(officer, hasCard.id()).state()).isEqualTo(EntryState.PENDING);
        PublicId rest = testBulk.begin(reviewer, of(officer), 3, Outcome.APPROVE, "");
        testBulk.run(rest);
        assertThat(bulk.progress(reviewer, rest).groups()).containsExactly(new BulkDecisions.Group("ALONE", 3));
    }

    private void same(EntryView entry, EntryView other) {
        sql.update("UPDATE stafflist_entry SET person_id = ? WHERE id = ?", other.personId(), entry.entryId());
    }

    @Test
    void a_card_from_another_agency_counts_and_one_that_has_run_out_does_not() {
        Actor officer = lists.factory();
        Actor reviewer = lists.reviewer("SCT");
        List<EntryView> all = entries(officer, lists.submitted(officer, 2));
        EntryView elsewhere = all.get(1);
        lists.reroute(elsewhere.entryId(), lists.reviewer("SXD").agencyId());
        desk.now(lists.reviewer("SXD"), reading.own(officer, elsewhere.id()), Outcome.APPROVE, "");
        same(all.get(0), elsewhere);
        assertThat(queue.twice(reviewer, List.of(all.get(0).entryId())))
                .containsExactly(all.get(0).entryId());

        sql.update(
                "UPDATE stafflist_entry SET valid_to = ? WHERE id = ?",
                LocalDate.now(clock).minusDays(1),
                elsewhere.entryId());
        assertThat(queue.twice(reviewer, List.of(all.get(0).entryId()))).isEmpty();
    }

    @Test
    void what_the_head_did_not_agree_to_is_counted_and_marked_until_it_is_proposed_anew() {
        Actor officer = lists.factory();
        Actor reviewer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        List<EntryView> all = entries(officer, lists.submitted(officer, 2));
        EntryView declined = all.get(0);
        desk.now(reviewer, declined, Outcome.REFUSE, "R14");
        Proposals.Batch batch = desk.proposed(head, reviewer);
        proposals.decline(head, batch.key(), Set.of(declined.id()), "Xem lại giấy tờ");
        List<Long> both = all.stream().map(EntryView::entryId).toList();
        assertThat(reviewing.declined(reviewer, both)).containsExactly(declined.entryId());
        assertThat(reviewing.declined(lists.reviewer("SXD"), both)).isEmpty();

        PublicId id = testBulk.foresee(reviewer, of(officer), Outcome.RETURN, "R03", true);
        assertThat(bulk.declined(reviewer, id)).isEqualTo(1);
        desk.now(reviewer, reading.own(officer, declined.id()), Outcome.REFUSE, "R14");
        assertThat(reviewing.declined(reviewer, both)).isEmpty();
    }

    @Test
    void entries_that_need_a_second_person_are_foreseen_as_proposals() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 3));
        Actor head = lists.head("SXD");
        all.forEach(entry -> lists.reroute(entry.entryId(), head.agencyId()));
        desk.secondAbove(head, 2);

        PublicId id = testBulk.foresee(head, of(officer), Outcome.APPROVE, "", true);

        assertThat(bulk.progress(head, id).groups()).containsExactly(new BulkDecisions.Group("LARGE_LIST", 3));
        assertThat(bulk.progress(head, id).proposed()).isEqualTo(3);
        desk.secondAbove(head, 500);
    }

    @Test
    void a_list_as_long_as_one_person_may_approve_needs_no_second() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 2));
        Actor head = lists.head("SXD");
        all.forEach(entry -> lists.reroute(entry.entryId(), head.agencyId()));
        desk.secondAbove(head, 2);

        PublicId id = testBulk.foresee(head, of(officer), Outcome.APPROVE, "", true);

        assertThat(bulk.progress(head, id).groups()).containsExactly(new BulkDecisions.Group("ALONE", 2));
        desk.secondAbove(head, 500);
    }

    @Test
    void what_chance_gives_to_a_second_person_is_not_told_before_it_is_decided() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, lists.submitted(officer, 3));
        Actor head = lists.head("SXD");
        all.forEach(entry -> lists.reroute(entry.entryId(), head.agencyId()));
        desk.secondPercent(head, 100);

        PublicId id = testBulk.foresee(head, of(officer), Outcome.APPROVE, "", true);

        assertThat(bulk.progress(head, id).groups()).containsExactly(new BulkDecisions.Group("ALONE", 3));
        assertThat(bulk.lines(head, id, "", 0, 10))
                .extracting(BulkDecisions.Line::foreseen)
                .containsOnly("ALONE");
        assertThat(bulk.lines(head, id, "SAMPLE", 0, 10)).isEmpty();
        testBulk.begin(head, id);
        testBulk.run(id);
        desk.secondPercent(head, 0);

        assertThat(bulk.progress(head, id).groups()).containsExactly(new BulkDecisions.Group("SAMPLE", 3));
        assertThat(entries(officer))
                .allSatisfy(entry ->
                        assertThat(reading.desk(head, entry.id()).stage()).isEqualTo(Stage.PROPOSED));
    }

    @Test
    void what_was_closed_before_a_bulk_was_undone_is_not_said_to_be_undone() {
        Actor officer = lists.factory();
        Actor reviewer = lists.reviewer("SCT");
        EntryView stays = entries(officer, lists.submitted(officer, 1)).get(0);
        EntryView goes = entries(officer, lists.submitted(officer, 1)).get(0);
        PublicId id = testBulk.beginLater(reviewer, of(officer), 2, Outcome.APPROVE, "");
        testBulk.run(id);
        keeping.withdraw(officer, goes.listPublicId());

        testBulk.undo(reviewer, id);
        testBulk.run(id);

        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactlyInAnyOrder(
                        new BulkDecisions.Group("UNDONE", 1), new BulkDecisions.Group("review.verdict-void", 1));
        assertThat(bulk.progress(reviewer, id).takenBack()).isEqualTo(1);
        assertThat(bulk.progress(reviewer, id).decided()).isZero();
        assertThat(reviewing.history(reviewer, stays.id()))
                .extracting(PastDecision::step)
                .containsExactly(Step.UNDONE, Step.DECIDED);
        assertThat(reviewing.history(reviewer, goes.id()))
                .extracting(PastDecision::step)
                .containsExactly(Step.LAPSED, Step.DECIDED);
        assertThat(undoing.undo(reviewer, goes.id())).isFalse();
    }

    @Test
    void what_was_withdrawn_or_sent_anew_meanwhile_does_not_take_effect_at_once_and_is_named() {
        Actor officer = lists.factory();
        Actor reviewer = lists.reviewer("SCT");
        EntryView stays = entries(officer, lists.submitted(officer, 1)).get(0);
        EntryView goes = entries(officer, lists.submitted(officer, 1)).get(0);
        EntryView anew = entries(officer, lists.submitted(officer, 1)).get(0);
        PublicId id = testBulk.beginLater(reviewer, of(officer), 3, Outcome.APPROVE, "");
        testBulk.run(id);
        keeping.withdraw(officer, goes.listPublicId());
        lines.mend(anew, "position", "Thợ hàn bậc bốn");
        lists.submit(officer, anew.listPublicId());
        assertThat(bulk.progress(reviewer, id).waiting())
                .as("what still can be undone")
                .isEqualTo(1);

        assertThat(bulk.atOnce(reviewer, id)).isEqualTo(new BulkDecisions.AtOnce(1, 1, 1));

        BulkDecisions.Progress after = bulk.progress(reviewer, id);
        assertThat(after.groups())
                .containsExactlyInAnyOrder(
                        new BulkDecisions.Group("ALONE", 1),
                        new BulkDecisions.Group("review.verdict-withdrawn", 1),
                        new BulkDecisions.Group("review.verdict-void", 1));
        assertThat(after.decided()).isEqualTo(1);
        assertThat(bulk.lines(reviewer, id, "review.verdict-withdrawn", 0, 10))
                .extracting(BulkDecisions.Line::id)
                .containsExactly(goes.id());
        assertThat(reviewing.history(reviewer, goes.id()))
                .extracting(PastDecision::step)
                .containsExactly(Step.LAPSED, Step.DECIDED);
        assertThat(bulk.atOnce(reviewer, id)).as("once more").isEqualTo(new BulkDecisions.AtOnce(0, 0, 0));
        desk.windowsClose(stays.entryId());
        assertThat(reading.own(officer, stays.id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(reading.own(officer, anew.id()).state()).isEqualTo(EntryState.PENDING);
    }

    private List<EntryView> entries(Actor officer, PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }

    private List<EntryView> entries(Actor officer) {
        return sql
                .list(
                        "SELECT public_id FROM stafflist_entry WHERE organisation_id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        officer.organisationId())
                .stream()
                .map(id -> reading.own(officer, id))
                .toList();
    }

    private static QueueFilter of(Actor officer) {
        return new QueueFilter("", officer.organisationId(), 0, "");
    }
}
