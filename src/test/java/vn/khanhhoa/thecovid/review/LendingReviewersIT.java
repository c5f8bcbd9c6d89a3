package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertGone;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.TestRouting;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Reviewers of Sở Giao thông vận tải help at Sở Nông nghiệp. */
@InPortal
class LendingReviewersIT {
    private static final String LENDER = "SGTVT";
    private static final String BORROWER = "SNN";

    @Inject
    private TestLists lists;

    @Inject
    private TestBulk testBulk;

    @Inject
    private TestDesk desk;

    @Inject
    private Lending lending;

    @Inject
    private Workload workload;

    @Inject
    private Reopening reopening;

    @Inject
    private TestRouting routing;

    @Inject
    private Reviewing reviewing;

    @Inject
    private BulkDecisions bulk;

    @Inject
    private EntryQueue queue;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryReading reading;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void a_lent_reviewer_decides_there_under_the_mandate_of_that_agency() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        lists.reviewer(BORROWER);
        Actor reviewer = lent();
        Actor there = reviewer.lentTo(agency(BORROWER));

        assertThat(lending.desks(reviewer)).singleElement().satisfies(loan -> {
            assertThat(loan.borrowerId()).isEqualTo(agency(BORROWER));
            assertThat(lending.desk(reviewer, loan.id())).isEqualTo(loan);
        });
        assertThat(queue.count(there, of(officer)).entries()).isEqualTo(1);
        assertThat(queue.count(reviewer, of(officer)).entries()).isZero();
        assertThat(decide(there, entry)).isEqualTo(Why.ALONE);
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(reviewing.history(there, entry.id()))
                .singleElement()
                .extracting(PastDecision::agencyId)
                .isEqualTo(agency(BORROWER));
        assertThat(there.role()).isEqualTo(Role.REVIEWER);
    }

    @Test
    void they_decide_on_the_people_of_neither_agency_even_where_one_may_decide_its_own() {
        Actor officer = lists.factory();
        EntryView ofLender = one(officer);
        lists.isReally(officer, LENDER);
        Actor there = lent().lentTo(agency(BORROWER));
        lists.reviewer(BORROWER);

        assertRefused("stafflist.own-people", () -> decide(there, ofLender));
        sql.update("UPDATE stafflist_entry SET own_people = TRUE WHERE id = ?", ofLender.entryId());
        assertRefused("stafflist.own-people", () -> decide(there, ofLender));
        assertThat(decide(lists.reviewer(BORROWER), ofLender)).isEqualTo(Why.ALONE);

        lists.isReally(officer, "KHAC-" + TestLists.fresh());
        Actor another = lists.factory();
        EntryView ofBorrower = one(another);
        lists.isReally(another, BORROWER);
        assertRefused("stafflist.own-people", () -> decide(there, ofBorrower));
        lists.isReally(another, "KHAC-" + TestLists.fresh());
    }

    @Test
    void it_ends_by_itself_with_all_that_hangs_on_it() {
        Actor officer = lists.factory();
        List<EntryView> all = entries(officer, 2);
        lists.reviewer(BORROWER);
        Actor reviewer = lent();
        Actor there = reviewer.lentTo(agency(BORROWER));
        claims.take(there, all.get(0).id(), Duration.ofHours(1));
        PublicId begun = testBulk.begin(there, of(officer), 2, Outcome.APPROVE, "");
        assertThat(lending.isLent(reviewer, there.agencyId())).isTrue();

        sql.update(
                "UPDATE review_loan SET valid_from = ?, valid_to = ? WHERE account_id = ?",
                today().minusDays(2),
                today().minusDays(1),
                reviewer.accountId());
        testBulk.run(begun);
        lending.close(Actor.PORTAL);

        assertThat(lending.isLent(reviewer, there.agencyId())).isFalse();
        assertThat(lending.desks(reviewer)).isEmpty();
        assertThat(bulk.progress(there, begun).groups())
                .containsExactly(new BulkDecisions.Group("review.right-lost", 2));
        assertThat(all)
                .allSatisfy(entry ->
                        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.PENDING));
        assertThat(claims.holder(there, all.get(0).id())).isEmpty();
        assertThat(lending.crew(lists.head(BORROWER)))
                .extracting(AgencyStaff.Member::accountId)
                .doesNotContain(reviewer.accountId());
    }

    @Test
    void a_lent_reviewer_is_among_those_who_could_look_at_a_refusal_again() {
        String code = "S" + TestLists.fresh();
        routing.agency(code);
        Actor refuser = lists.reviewer(code);
        Actor officer = lists.factory();
        EntryView ofBoth = refused(officer, refuser);
        Actor reviewer = lists.reviewer(LENDER);
        lend(lists.head(LENDER), reviewer, code);

        Others.Went went = reopening.reconsider(officer, ofBoth.id(), "Xin xem lại");

        assertThat(went.by()).isEqualTo(Others.By.REVIEWER);
        assertThat(went.agencyId()).isEqualTo(refuser.agencyId());
        assertThat(decide(reviewer.lentTo(refuser.agencyId()), reading.own(officer, ofBoth.id())))
                .isEqualTo(Why.ALONE);

        Actor lendersOwn = lists.factory();
        EntryView ofLender = refused(lendersOwn, refuser);
        lists.isReally(lendersOwn, LENDER);
        assertThat(reopening
                        .reconsider(lendersOwn, ofLender.id(), "Xin xem lại")
                        .agencyId())
                .as("of their own agency's people they are not")
                .isNotEqualTo(refuser.agencyId());
        lists.isReally(lendersOwn, "KHAC-" + TestLists.fresh());
    }

    private EntryView refused(Actor officer, Actor refuser) {
        EntryView entry = desk.one(officer);
        lists.reroute(entry.entryId(), refuser.agencyId());
        desk.now(refuser, reading.own(officer, entry.id()), Outcome.REFUSE, "R01");
        return entry;
    }

    @Test
    void the_head_there_gives_them_work_and_may_send_them_back() {
        Actor reviewer = lent();
        Actor head = lists.head(BORROWER);
        assertThat(workload.parts(head)).extracting(Workload.Part::id).contains(desk.idOf(reviewer));
        assertThat(desk.toldTo(reviewer)).contains("review.loan-told");

        PublicId loan = lending.desks(reviewer).get(0).id();
        assertGone(() -> lending.end(lists.head("STTTT"), loan));
        assertGone(() -> lending.end(head, PublicId.random()));
        assertGone(() -> lending.desk(lists.reviewer(LENDER), loan));
        lending.end(head, loan);

        assertThat(lending.isLent(reviewer, agency(BORROWER))).isFalse();
        assertGone(() -> lending.desk(reviewer, loan));
        assertGone(() -> lending.end(head, loan));
    }

    @Test
    void who_moves_to_another_agency_is_lent_no_longer() {
        Actor reviewer = lent();
        sql.update("UPDATE access_account SET agency_id = ? WHERE id = ?", agency("STTTT"), reviewer.accountId());
        Actor moved = new Actor(reviewer.accountId(), reviewer.name(), reviewer.role(), 0, agency("STTTT"));

        assertThat(lending.isLent(moved, agency(BORROWER))).isFalse();
        assertThat(lending.mayStill(reviewer.lentTo(agency(BORROWER)))).isFalse();
    }

    @Test
    void only_their_own_head_or_the_task_force_lends_them() {
        Actor reviewer = lists.reviewer(LENDER);
        assertGone(() -> lend(lists.head(BORROWER), reviewer, "STTTT"));
        assertGone(() -> lending.lend(
                lists.head(BORROWER),
                publicAgency(BORROWER),
                Set.of(desk.idOf(reviewer)),
                0,
                publicAgency("STTTT"),
                today(),
                today()));
        assertRefused("review.loan-same-agency", () -> lend(lists.head(LENDER), reviewer, LENDER));
        assertRefused("access.not-permitted", () -> lend(lists.reviewer(LENDER), reviewer, BORROWER));

        assertThat(lend(lists.head(Forwarding.TRIAGE), reviewer, BORROWER)).isEqualTo(1);
        assertRefused("review.loan-overlaps", () -> lend(lists.head(LENDER), reviewer, "STTTT"));
    }

    @Test
    void a_number_of_them_is_chosen_by_who_has_least_to_do() {
        Actor officer = lists.factory();
        EntryView entry = one(officer);
        long agency = agency("STTTT");
        lists.reroute(entry.entryId(), agency);
        sql.update("UPDATE access_account SET state = 'DISABLED' WHERE agency_id = ? AND role = 'REVIEWER'", agency);
        Actor busy = lists.reviewer("STTTT");
        Actor idle = lists.reviewer("STTTT");
        claims.take(busy, entry.id(), Duration.ofHours(1));
        Actor head = lists.head("STTTT");

        assertRefused("review.loan-number", () -> lend(head, 3));
        assertThat(lend(head, 1)).isEqualTo(1);

        assertThat(lending.desks(idle)).hasSize(1);
        assertThat(lending.desks(busy)).isEmpty();
    }

    private int lend(Actor head, int number) {
        return lending.lend(
                head, publicAgency("STTTT"), Set.of(), number, publicAgency(BORROWER), today(), today().plusDays(1));
    }

    private int lend(Actor head, Actor reviewer, String to) {
        return lending.lend(
                head,
                publicAgency(LENDER),
                Set.of(desk.idOf(reviewer)),
                0,
                publicAgency(to),
                today(),
                today().plusDays(5));
    }

    private Actor lent() {
        Actor reviewer = lists.reviewer(LENDER);
        lend(lists.head(LENDER), reviewer, BORROWER);
        return reviewer;
    }

    private Why decide(Actor reviewer, EntryView entry) {
        int version = reading.forReview(reviewer, entry.id()).version();
        return reviewing
                .decide(reviewer, entry.id(), version, Outcome.APPROVE, "", "", true)
                .why();
    }

    private PublicId publicAgency(String code) {
        return catalogue.agencyByCode(code, today()).orElseThrow().publicId();
    }

    private long agency(String code) {
        return catalogue.agencyByCode(code, today()).orElseThrow().id();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private EntryView one(Actor officer) {
        return entries(officer, 1).get(0);
    }

    /** They lie at the agency that is helped. */
    private List<EntryView> entries(Actor officer, int count) {
        PublicId list = lists.submitted(officer, count);
        reading.ofList(officer, list, Optional.empty(), 0, 10)
                .forEach(entry -> lists.reroute(entry.entryId(), agency(BORROWER)));
        return reading.ofList(officer, list, Optional.empty(), 0, 10);
    }

    private static QueueFilter of(Actor officer) {
        return new QueueFilter("", officer.organisationId(), 0, "");
    }
}
