package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertGone;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueueRow;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Withdrawing;

/** Something was passed on by mistake. */
@InPortal
class CallingBackIT {
    private static final String WHY = "Chuyển nhầm";
    private static final Duration TIME = Duration.ofMinutes(10);

    @Inject
    private TestLists lists;

    @Inject
    private TestDesk desk;

    @Inject
    private Forwarding forwarding;

    @Inject
    private ListForwarding ofLists;

    @Inject
    private ListForwardingJob job;

    @Inject
    private CallingBack callingBack;

    @Inject
    private LastActs acts;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryClaims claims;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private Actor here = Actor.VISITOR;
    private Actor there = Actor.VISITOR;

    @BeforeEach
    void two_agencies() {
        officer = lists.factory();
        here = lists.reviewer("SCT");
        there = lists.reviewer("SXD");
    }

    @Test
    void an_entry_comes_back_as_it_was_and_both_stand_in_its_history() {
        EntryView entry = desk.one(officer);
        sql.update("UPDATE stafflist_entry SET alarms = 1 WHERE id = ?", entry.entryId());
        EntryReading.Desk before = reading.desk(here, entry.id());
        PublicId act = passOn(entry);

        callingBack.callBack(lists.reviewer("SCT"), act, WHY);

        assertThat(reading.desk(here, entry.id()))
                .as("own time and the applicant's")
                .isEqualTo(before);
        assertThat(sql.number("SELECT alarms FROM stafflist_entry WHERE id = ?", entry.entryId()))
                .isEqualTo(1);
        assertThat(reviewing.history(here, entry.id()))
                .extracting(PastDecision::step)
                .containsExactly(Step.CALLED_BACK, Step.FORWARDED);
        assertThat(reviewing.history(here, entry.id()).get(0).reasonText()).isEqualTo(WHY);
        assertGone(() -> reading.forReview(there, entry.id()));
        assertThat(queue.after(here, new QueueFilter(entry.name(), 0, entry.listId(), ""), Optional.empty(), 5))
                .extracting(QueueRow::entryId)
                .as("found by its name again")
                .containsExactly(entry.entryId());
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'review.called-back' AND subject_id = ?",
                        entry.id().toString()))
                .isEqualTo(1);
        assertRefused("review.called-back-already", () -> callingBack.callBack(here, act, WHY));
        desk.now(here, reading.own(officer, entry.id()), Outcome.APPROVE, "");
        assertThat(desk.cards(entry)).containsExactly("VALID");
    }

    @Test
    void what_somebody_there_has_opened_or_judged_stays_and_so_does_what_was_passed_on_too_long_ago() {
        EntryView opened = desk.one(officer);
        PublicId first = passOn(opened);
        claims.take(there, opened.id(), TIME);
        assertRefused("review.call-back-opened", () -> callingBack.callBack(here, first, WHY));
        sql.update(
                "UPDATE stafflist_entry SET held_until = ? WHERE id = ?",
                clock.instant().minusSeconds(1),
                opened.entryId());
        assertRefused("review.call-back-opened", () -> callingBack.callBack(here, first, WHY));

        EntryView judged = desk.one(officer);
        PublicId second = passOn(judged);
        desk.later(there, reading.own(officer, judged.id()), Outcome.APPROVE, "");
        assertRefused("review.call-back-opened", () -> callingBack.callBack(here, second, WHY));

        EntryView late = desk.one(officer);
        PublicId third = passOn(late);
        sql.update(
                "UPDATE stafflist_passed_on SET passed_at = passed_at - INTERVAL ? SECOND WHERE entry_id = ?",
                60 * DeskRules.DEFAULT.undoMinutes() + 1,
                late.entryId());
        assertRefused("review.call-back-late", () -> callingBack.callBack(here, third, WHY));
        CallingBack.Standing standing = callingBack.standing(here, third);
        assertThat(standing.late()).isEqualTo(1);
        assertThat(standing.isPossible()).isFalse();
        assertThat(standing.isRest()).as("whom to ask is said").isTrue();
        assertThat(standing.receiver().code()).isEqualTo("SXD");
    }

    @Test
    void only_the_agency_that_passed_it_on_calls_it_back_and_with_a_reason() {
        EntryView entry = desk.one(officer);
        PublicId act = passOn(entry);

        assertGone(() -> callingBack.callBack(there, act, WHY));
        assertGone(() -> callingBack.standing(there, act));
        assertRefused("review.call-back-reason-missing", () -> callingBack.callBack(here, act, " "));
        assertThat(reading.forReview(there, entry.id()).entryId()).isEqualTo(entry.entryId());
    }

    @Test
    void of_a_list_what_nobody_has_opened_comes_back_and_both_times_the_receivers_hear_once() {
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 4));
        PublicId act = ofLists.begin(here, all.get(0).id(), desk.agency("SXD"), WHY);
        job.run(String.valueOf(number(act)));
        assertThat(desk.toldTo(there)).contains("review.forwarded-here");
        claims.take(there, all.get(2).id(), TIME);
        assertThat(acts.own(here)).first().satisfies(each -> {
            assertThat(each.done()).isEqualTo(4);
            assertThat(each.open()).as("one is opened").isEqualTo(3);
            assertThat(each.until()).isAfter(clock.instant());
        });

        callingBack.callBack(here, act, WHY);

        CallingBack.Standing standing = callingBack.standing(here, act);
        assertThat(standing.back()).isEqualTo(3);
        assertThat(standing.opened()).isEqualTo(1);
        assertGone(() -> reading.forReview(here, all.get(2).id()));
        assertThat(reading.forReview(here, all.get(3).id()).listId())
                .isEqualTo(all.get(3).listId());
        assertThat(desk.toldTo(there).stream().filter("review.called-back-from-here"::equals))
                .hasSize(1);
        assertThat(acts.own(here)).first().satisfies(each -> {
            assertThat(each.takenBack()).isEqualTo(3);
            assertThat(each.open()).isZero();
        });
    }

    @Test
    void a_list_that_is_still_on_its_way_stops() {
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 4));
        PublicId act = onItsWay(all.get(0));
        ofLists.step(Actor.PORTAL, number(act), 2);
        EntryView opened = all.get(0);
        claims.take(there, opened.id(), TIME);

        callingBack.callBack(here, act, WHY);
        job.run(String.valueOf(number(act)));

        assertThat(all.subList(1, 4)).allSatisfy(this::assertHere);
        assertThat(reading.forReview(there, opened.id()).entryId()).isEqualTo(opened.entryId());
        assertThat(ofLists.progress(here, act).stopped()).contains("review.forward-called-back");
        assertThat(desk.toldTo(there))
                .as("that something of a list is with them")
                .contains("review.forwarded-here");
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'review.forwarding-ended' AND subject_id = ?",
                        opened.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void a_list_on_its_way_stops_though_all_that_went_is_opened_already() {
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 4));
        PublicId act = onItsWay(all.get(0));
        ofLists.step(Actor.PORTAL, number(act), 2);
        claims.take(there, all.get(0).id(), TIME);
        claims.take(there, all.get(1).id(), TIME);
        assertThat(callingBack.standing(here, act).isPossible()).isTrue();

        callingBack.callBack(here, act, WHY);
        job.run(String.valueOf(number(act)));

        assertThat(all.subList(2, 4)).allSatisfy(this::assertHere);
        assertThat(callingBack.standing(here, act).opened()).isEqualTo(2);
        assertThat(ofLists.progress(here, act).stopped()).contains("review.forward-called-back");
    }

    @Test
    void what_the_receiver_has_opened_and_passed_on_in_turn_is_said_to_be_opened_and_not_to_be_late() {
        EntryView entry = desk.one(officer);
        PublicId act = passOn(entry);
        claims.take(there, entry.id(), TIME);
        desk.forward(there, entry, "STTTT");

        CallingBack.Standing standing = callingBack.standing(here, act);
        assertThat(standing.opened()).isEqualTo(1);
        assertThat(standing.late()).isZero();
        assertThat(standing.isRest()).as("whom to ask is said").isTrue();
        assertRefused("review.call-back-opened", () -> callingBack.callBack(here, act, WHY));
    }

    @Test
    void whoever_sees_it_has_opened_it_though_they_may_not_judge_it_and_to_load_it_beforehand_opens_nothing() {
        EntryView entry = desk.one(officer);
        PublicId act = passOn(entry);

        reviewing.loadBeforehand(there, entry.id());
        assertThat(callingBack.standing(here, act).free()).isEqualTo(1);
        sql.update("UPDATE stafflist_entry SET submitted_by = ? WHERE id = ?", there.accountId(), entry.entryId());
        reviewing.look(there, entry.id());

        assertThat(claims.holder(there, entry.id())).as("not taken up").isEmpty();
        assertThat(callingBack.standing(here, act).opened()).isEqualTo(1);
        assertRefused("review.call-back-opened", () -> callingBack.callBack(here, act, WHY));
    }

    @Test
    void what_cannot_be_called_back_is_named_with_its_line_and_why() {
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 6));
        PublicId act = ofLists.begin(here, all.get(0).id(), desk.agency("SXD"), WHY);
        job.run(String.valueOf(number(act)));
        reviewing.look(there, all.get(0).id());
        desk.later(there, reading.own(officer, all.get(1).id()), Outcome.APPROVE, "");
        desk.forward(there, all.get(2), "STTTT");
        sql.update(
                "UPDATE stafflist_passed_on SET passed_at = passed_at - INTERVAL ? SECOND WHERE entry_id = ?",
                60 * DeskRules.DEFAULT.undoMinutes() + 1,
                all.get(3).entryId());
        withdrawing.withdraw(
                officer, all.get(4).listPublicId(), List.of(all.get(4).id()));

        assertThat(callingBack.kept(here, act))
                .containsExactly(
                        kept(all.get(0), EntryForwarding.Stays.OPENED),
                        kept(all.get(1), EntryForwarding.Stays.JUDGED),
                        kept(all.get(2), EntryForwarding.Stays.PASSED_ON),
                        kept(all.get(3), EntryForwarding.Stays.LATE),
                        kept(all.get(4), EntryForwarding.Stays.WITHDRAWN));
        assertThat(acts.own(here)).first().satisfies(each -> {
            assertThat(each.kept()).isEqualTo(5);
            assertThat(Objects.requireNonNull(each.what()).list())
                    .isEqualTo(all.get(0).listName());
            assertThat(each.what().entry()).isEmpty();
        });
        callingBack.callBack(here, act, WHY);
        assertThat(callingBack.kept(here, act)).as("one is back").hasSize(5);
        assertGone(() -> callingBack.kept(there, act));
    }

    private static EntryForwarding.Kept kept(EntryView entry, EntryForwarding.Stays why) {
        return new EntryForwarding.Kept(entry.name(), entry.line(), why);
    }

    @Test
    void of_one_entry_its_name_line_and_list_stand_among_the_last_acts_and_why_it_stays() {
        EntryView entry = desk.one(officer);
        passOn(entry);
        assertThat(acts.own(here)).first().satisfies(each -> {
            assertThat(each.what()).isEqualTo(new LastActs.Passed(entry.listName(), entry.name(), entry.line(), null));
            assertThat(each.open()).isEqualTo(1);
        });

        reviewing.look(there, entry.id());

        assertThat(acts.own(here))
                .first()
                .extracting(LastActs.Act::what)
                .isEqualTo(new LastActs.Passed(
                        entry.listName(), entry.name(), entry.line(), EntryForwarding.Stays.OPENED));
    }

    @Test
    void who_had_it_is_told_which_agency_called_it_back_and_of_what_was_never_there_nothing_is_told() {
        EntryView entry = desk.one(officer);
        Actor third = lists.reviewer("STTTT");
        assertThat(callingBack.lost(there, entry.id())).isEmpty();
        PublicId act = passOn(entry);
        assertThat(callingBack.lost(there, entry.id())).as("it is there").isEmpty();

        callingBack.callBack(here, act, WHY);

        assertThat(callingBack.lost(there, entry.id())).hasValueSatisfying(lost -> {
            assertThat(lost.by().id()).isEqualTo(here.agencyId());
            assertThat(lost.at()).isBetween(clock.instant().minusSeconds(60), clock.instant());
        });
        assertThat(callingBack.lost(third, entry.id())).isEmpty();
        assertThat(callingBack.lost(here, entry.id())).isEmpty();
        assertThat(callingBack.lost(there, PublicId.random())).isEmpty();
        passOn(entry);
        desk.forward(there, entry, "STTTT");
        assertThat(callingBack.lost(there, entry.id()))
                .as("gone by their own doing the last time")
                .isEmpty();
    }

    private void assertHere(EntryView entry) {
        assertThat(reading.forReview(here, entry.id()).entryId()).isEqualTo(entry.entryId());
    }

    /** Begun, with the job left to the test. */
    private PublicId onItsWay(EntryView anEntry) {
        return lists.inTransaction(() -> {
            PublicId begun = ofLists.begin(here, anEntry.id(), desk.agency("SXD"), WHY);
            sql.update("DELETE FROM platform_job WHERE task_name = ?", ListForwardingJob.NAME);
            return begun;
        });
    }

    @Test
    void what_was_called_back_can_be_passed_on_again_as_often_as_before() {
        EntryView entry = desk.one(officer);
        for (int i = 0; i < 4; i++) {
            callingBack.callBack(here, passOn(entry), WHY);
        }
        assertThat(reading.desk(here, entry.id()).forwards()).isZero();
        Instant due = reading.desk(here, entry.id()).dueAt();
        assertThat(Objects.requireNonNull(due)).isAfter(clock.instant());
    }

    private PublicId passOn(EntryView entry) {
        return forwarding.forward(
                here, entry.id(), reading.forReview(here, entry.id()).version(), desk.agency("SXD"), WHY);
    }

    private long number(PublicId act) {
        return sql.number("SELECT id FROM review_forwarding WHERE public_id = ?", act);
    }
}
