package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.TestRouting;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.QueueRow;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Many work at one queue: who gets which entry, and for how long. */
@InPortal
class SharingTheQueueIT {
    private static final Duration TIME = Duration.ofMinutes(10);

    @Inject
    private TestLists lists;

    @Inject
    private TestRouting routing;

    @Inject
    private TestIndividuals individuals;

    @Inject
    private OwnNumbers numbers;

    @Inject
    private TestBulk testBulk;

    @Inject
    private TestDesk desk;

    @Inject
    private Workload workload;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryQueue queue;

    @Inject
    private EntryReading reading;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    @Test
    void what_is_shared_out_and_handed_over_goes_to_who_may_judge_it() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 2));
        Actor head = lists.head("SCT");
        Actor one = lists.reviewer("SCT");
        Actor two = lists.reviewer("SCT");
        sql.update(
                "UPDATE stafflist_entry SET submitted_by = ? WHERE id = ?",
                one.accountId(),
                all.get(0).entryId());

        claims.shareOut(
                head,
                TestDesk.of(officer),
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
    void what_a_head_sees_somebody_hold_is_what_the_queue_shows_them() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        Actor head = lists.head("SCT");
        Actor reviewer = lists.reviewer("SCT");
        for (EntryView entry : all) {
            claims.take(reviewer, entry.id(), TIME);
        }
        sql.update(
                "UPDATE stafflist_entry SET held_until = ? WHERE id = ?",
                clock.instant().minusSeconds(1),
                all.get(0).entryId());
        desk.later(reviewer, all.get(1), Outcome.APPROVE, "");

        assertThat(workload.parts(head).stream()
                        .filter(part -> part.id().equals(desk.idOf(reviewer)))
                        .map(Workload.Part::held))
                .containsExactly(1L);
        assertThat(queue.count(reviewer, QueueFilter.of(reviewer.accountId(), clock.instant()))
                        .entries())
                .isEqualTo(1);
        assertThat(queue.after(reviewer, QueueFilter.of(reviewer.accountId(), clock.instant()), Optional.empty(), 10))
                .extracting(QueueRow::entryId)
                .containsExactly(all.get(2).entryId());
    }

    @Test
    void reviewers_who_ask_for_the_next_get_different_ones_and_idle_claims_end() {
        Actor officer = lists.factory();
        lists.submitted(officer, 2);
        Actor one = lists.reviewer("SCT");
        Actor two = lists.reviewer("SCT");

        PublicId first = claims.next(one, TestDesk.of(officer), TIME, Optional.empty(), Set.of())
                .orElseThrow();
        PublicId second = claims.next(two, TestDesk.of(officer), TIME, Optional.empty(), Set.of())
                .orElseThrow();

        assertThat(first).isNotEqualTo(second);
        assertThat(claims.next(lists.reviewer("SCT"), TestDesk.of(officer), TIME, Optional.empty(), Set.of()))
                .isEmpty();
        assertThat(claims.next(one, TestDesk.of(officer), TIME, Optional.empty(), Set.of()))
                .contains(first);
        EntryView held = reading.forReview(two, first);
        assertRefused("stafflist.held-by-another", () -> desk.now(two, held, Outcome.APPROVE, ""));
        sql.update(
                "UPDATE stafflist_entry SET held_until = ? WHERE public_id = ?",
                clock.instant().minusSeconds(1),
                first);
        desk.now(two, held, Outcome.APPROVE, "");
    }

    @Test
    void to_load_the_next_beforehand_takes_it_from_nobody_and_leads_others_to_something_else_first() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        Actor one = lists.reviewer("SCT");
        Actor two = lists.reviewer("SCT");
        QueueFilter these = TestDesk.of(officer);
        PublicId first = all.get(0).id();
        QueuePlace start = new QueuePlace(
                all.get(0).submittedAt().minusSeconds(60), all.get(0).entryId());

        assertThat(claims.peek(one, these, start, true, Set.of())).contains(first);
        claims.preload(one, first);

        assertThat(claims.holder(one, first)).as("nobody's").isEmpty();
        assertThat(claims.peek(two, these, start, true, Set.of()))
                .contains(all.get(1).id());
        assertThat(claims.next(one, these, TIME, Optional.empty(), Set.of()))
                .as("what is loaded already")
                .contains(first);
        assertThat(claims.holder(two, first).orElseThrow().accountId()).isEqualTo(one.accountId());
    }

    @Test
    void what_another_has_loaded_beforehand_is_taken_where_it_is_opened_or_nothing_else_is_left() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 2));
        Actor one = lists.reviewer("SCT");
        Actor two = lists.reviewer("SCT");
        claims.preload(one, all.get(0).id());

        assertThat(claims.take(two, all.get(0).id(), TIME).orElseThrow().accountId())
                .isEqualTo(two.accountId());
        claims.preload(one, all.get(1).id());
        assertThat(claims.next(lists.reviewer("SCT"), TestDesk.of(officer), TIME, Optional.empty(), Set.of()))
                .contains(all.get(1).id());
        assertThat(claims.next(one, TestDesk.of(officer), TIME, Optional.empty(), Set.of()))
                .isEmpty();
    }

    @Test
    void what_is_the_reviewers_own_request_is_neither_offered_to_them_nor_taken() {
        String code = newAgency();
        Actor reviewer = lists.reviewer(code);
        numbers.enter(TestAccounts.ADMINISTRATOR, desk.idOf(reviewer), "0905777021", "");
        EntryView own = asked("0905777021", reviewer);
        EntryView alsoOwn = asked("0905777021", reviewer);
        EntryView another = asked("0905777022", reviewer);
        QueuePlace start = new QueuePlace(own.submittedAt().minusSeconds(60), own.entryId());

        assertThat(claims.peek(reviewer, QueueFilter.ALL, start, true, Set.of()))
                .contains(another.id());
        assertThat(claims.next(reviewer, QueueFilter.ALL, TIME, Optional.empty(), Set.of()))
                .contains(another.id());
        assertThat(claims.holder(reviewer, own.id())).as("free for others").isEmpty();
        assertThat(claims.next(lists.reviewer(code), QueueFilter.ALL, TIME, Optional.empty(), Set.of()))
                .contains(own.id());
        desk.now(reviewer, another, Outcome.REFUSE, "R01");
        assertThat(claims.next(reviewer, QueueFilter.ALL, TIME, Optional.empty(), Set.of()))
                .isEmpty();
        assertThat(claims.holder(reviewer, alsoOwn.id())).isEmpty();
    }

    /** A person without an employer, by the phone. */
    private EntryView asked(String phone, Actor reviewer) {
        Map<String, String> cells = individuals.person();
        cells.put("phone", phone);
        long entryId =
                reading.byCode(individuals.sent(cells).code()).orElseThrow().entryId();
        lists.reroute(entryId, reviewer.agencyId());
        return reading.ofPerson(entryId).orElseThrow();
    }

    @Test
    void whoever_goes_on_to_the_next_sees_all_of_the_queue_and_then_its_start_again() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 4));
        Actor reviewer = lists.reviewer("SCT");
        List<PublicId> seen = new ArrayList<>();

        Optional<QueuePlace> place = Optional.empty();
        for (int i = 0; i < 4; i++) {
            PublicId next = claims.next(reviewer, TestDesk.of(officer), TIME, place, Set.of())
                    .orElseThrow();
            seen.add(next);
            EntryView entry = reading.forReview(reviewer, next);
            place = Optional.of(new QueuePlace(entry.submittedAt(), entry.entryId()));
        }

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(EntryView::id).toList());
        assertThat(claims.next(reviewer, TestDesk.of(officer), TIME, place, Set.of()))
                .isEmpty();
        assertThat(claims.before(reviewer, TestDesk.of(officer), TIME, place.orElseThrow(), Set.of()))
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
                        TestDesk.of(officer),
                        List.of(one.accountId(), two.accountId()),
                        2,
                        clock.instant().plus(TIME)))
                .isEqualTo(Map.of(one.accountId(), 2, two.accountId(), 2));
        assertThat(held(officer, one)).isEqualTo(2);
        assertThat(held(officer, two)).isEqualTo(2);
        claims.handOver(head, one.accountId(), two.accountId(), clock.instant().plus(TIME));
        assertThat(held(officer, two)).isEqualTo(4);
    }

    @Test
    void who_shares_out_or_hands_over_leaves_what_somebody_judges_and_does_not_wait_for_it() throws Exception {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        Actor head = lists.head("SCT");
        Actor one = lists.reviewer("SCT");
        Actor two = lists.reviewer("SCT");
        Instant until = clock.instant().plus(TIME);

        assertThat(whileJudged(
                        all.get(1),
                        () -> claims.shareOut(
                                head, TestDesk.of(officer), List.of(one.accountId(), two.accountId()), 2, until)))
                .isEqualTo(Map.of(one.accountId(), 1, two.accountId(), 1));
        assertThat(claims.holder(head, all.get(1).id())).isEmpty();
        assertThat(held(officer, one)).isEqualTo(1);
        assertThat(held(officer, two)).isEqualTo(1);
        claims.take(one, all.get(1).id(), TIME);

        assertThat(whileJudged(all.get(1), () -> claims.handOver(head, one.accountId(), two.accountId(), until)))
                .isEqualTo(1);
        assertThat(whileJudged(
                        all.get(0),
                        () -> claims.passOn(Actor.PORTAL, head.agencyId(), two.accountId(), one.accountId())))
                .isEqualTo(1);
        assertThat(whileJudged(all.get(1), () -> claims.releaseAll(Actor.PORTAL, head.agencyId(), one.accountId())))
                .isEqualTo(1);
        assertThat(claims.hasAny(Actor.PORTAL, head.agencyId(), one.accountId()))
                .as("what was judged at that moment, to be released the next time")
                .isTrue();
        assertThat(claims.releaseAll(Actor.PORTAL, head.agencyId(), one.accountId()))
                .isEqualTo(1);
        assertThat(claims.hasAny(Actor.PORTAL, head.agencyId(), one.accountId()))
                .isFalse();
    }

    @Test
    void what_is_taken_back_or_ends_is_nobodys_any_more() {
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 2));
        Actor one = lists.reviewer("SCT");
        all.forEach(entry -> claims.take(one, entry.id(), TIME));

        keeping.withdraw(officer, all.get(0).listPublicId());
        assertThat(claims.hasAny(Actor.PORTAL, one.agencyId(), one.accountId())).isFalse();

        sql.update(
                "UPDATE stafflist_entry SET holder_id = ?, held_until = ? WHERE id = ?",
                one.accountId(),
                clock.instant().plus(TIME),
                all.get(1).entryId());
        assertThat(claims.releaseAll(Actor.PORTAL, one.agencyId(), one.accountId()))
                .as("one that was left so before")
                .isEqualTo(1);
    }

    private <T> T whileJudged(EntryView entry, Supplier<T> work) {
        return lists.inTransaction(() -> {
            sql.number("SELECT id FROM stafflist_entry WHERE id = ? FOR UPDATE", entry.entryId());
            return executor.supplyAsync(work).get(20, TimeUnit.SECONDS);
        });
    }

    @Test
    void each_is_told_of_as_many_as_they_got() {
        String code = newAgency();
        Actor officer = lists.factory();
        List<EntryView> all = desk.entries(officer, lists.submitted(officer, 3));
        Actor head = lists.head(code);
        Actor one = lists.reviewer(code);
        Actor two = lists.reviewer(code);
        all.forEach(entry -> lists.reroute(entry.entryId(), head.agencyId()));
        sql.update(
                "UPDATE stafflist_entry SET submitted_by = ? WHERE organisation_id = ? AND id <> ?",
                one.accountId(),
                officer.organisationId(),
                all.get(0).entryId());

        assertThat(workload.shareOut(head, List.of(desk.idOf(one), desk.idOf(two)), 2, TIME))
                .isEqualTo(3);

        assertThat(toldOf(one)).containsExactly("1");
        assertThat(toldOf(two)).containsExactly("2");
    }

    @Test
    void to_share_out_asks_no_more_often_for_many_reviewers_than_for_one() {
        String code = newAgency();
        Actor head = lists.head(code);
        List<PublicId> many =
                Stream.generate(() -> desk.idOf(lists.reviewer(code))).limit(4).toList();
        Supplier<Integer> toMany = () -> workload.shareOut(head, many, 2, TIME);
        desk.questions(toMany);

        assertThat(desk.questions(toMany))
                .isEqualTo(desk.questions(() -> workload.shareOut(head, many.subList(0, 1), 2, TIME)));
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

        assertThat(queue.count(reviewer, TestDesk.of(officer).ofForm("M01")).entries())
                .isEqualTo(2);
        assertThat(queue.after(reviewer, TestDesk.of(officer).ofForm("M02"), Optional.empty(), 10))
                .hasSize(3);
        testBulk.run(testBulk.begin(reviewer, TestDesk.of(officer).ofForm("M01"), 2, Outcome.APPROVE, ""));
        assertThat(desk.entries(officer, list)).extracting(EntryView::state).containsOnly(EntryState.APPROVED);
        assertThat(queue.count(reviewer, TestDesk.of(officer)).entries()).isEqualTo(3);
    }

    /** Whose queue is empty. */
    private String newAgency() {
        String code = "S" + TestLists.fresh();
        routing.agency(code);
        return code;
    }

    /** Of how many entries. */
    private List<String> toldOf(Actor reviewer) {
        return sql.list(
                "SELECT args FROM notification_inbox WHERE account_id = ? AND kind = 'review.given'",
                row -> row.getString(1),
                reviewer.accountId());
    }

    private long held(Actor officer, Actor reviewer) {
        return sql.number(
                "SELECT COUNT(*) FROM stafflist_entry WHERE organisation_id = ? AND holder_id = ?",
                officer.organisationId(),
                reviewer.accountId());
    }
}
