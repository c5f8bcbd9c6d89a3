package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.khanhhoa.thecovid.review.TestRefusals.assertRefused;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.TestRouting;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.EntryWord;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** A decision that took effect is reopened, or asked to be reconsidered: by others than those who made it. */
@InPortal
class LookingAtADecisionAgainIT {
    private static final Duration TIME = Duration.ofMinutes(10);

    @Inject
    private TestLists lists;

    @Inject
    private TestDesk desk;

    @Inject
    private TestIndividuals individuals;

    @Inject
    private TestRouting routing;

    @Inject
    private OwnNumbers numbers;

    @Inject
    private Delegations delegations;

    @Inject
    private Proposals proposals;

    @Inject
    private Reopening reopening;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryClaims claims;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Undoing undoing;

    @Inject
    private TestLines lines;

    @Test
    void neither_who_proposed_nor_who_agreed_judges_again_what_is_looked_at_again() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        Actor approver = lists.head("SCT");
        desk.now(proposer, entry, Outcome.REFUSE, "R14");
        Proposals.Batch batch = desk.proposed(approver, proposer);
        desk.worksOff(proposals.approve(approver, batch.key(), batch.shown(), true));
        EntryView refused = reading.own(officer, entry.id());
        assertThat(refused.state()).isEqualTo(EntryState.REFUSED);

        assertRefused(
                "review.own-decision", () -> reopening.reopen(approver, entry.id(), refused.version(), "Xem lại"));
        Actor another = lists.reviewer("SCT");
        reopening.reconsider(officer, entry.id(), "Giấy tờ là thật");

        EntryView again = reading.own(officer, entry.id());
        assertRefused("stafflist.decided-before", () -> desk.now(proposer, again, Outcome.APPROVE, ""));
        assertRefused("stafflist.decided-before", () -> desk.now(approver, again, Outcome.APPROVE, ""));
        assertThat(claims.next(approver, TestDesk.of(officer), TIME, Optional.empty(), Set.of()))
                .isEmpty();
        assertThat(desk.now(another, again, Outcome.APPROVE, "")).isEqualTo(Why.SUSPECTED);
        Actor second = lists.head("SCT");
        Proposals.Batch approval = desk.proposed(second, another);
        desk.worksOff(proposals.approve(second, approval.key(), approval.shown(), true));
        assertThat(desk.cards(entry)).containsExactly("VALID");
    }

    @Test
    void a_head_reopens_another_ones_approval_and_the_card_follows() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor reviewer = lists.reviewer("SCT");
        Actor head = lists.head("SCT");
        desk.now(reviewer, entry, Outcome.APPROVE, "");
        EntryView approved = reading.own(officer, entry.id());

        reopening.reopen(head, entry.id(), approved.version(), "Nghi nhầm người");
        assertThat(desk.cards(entry)).containsExactly("SUSPENDED");
        EntryView again = reading.own(officer, entry.id());
        assertRefused("stafflist.decided-before", () -> desk.now(reviewer, again, Outcome.REFUSE, "R01"));
        desk.now(lists.reviewer("SCT"), again, Outcome.APPROVE, "");
        assertThat(desk.cards(entry)).containsExactly("VALID");

        reopening.reopen(head, entry.id(), reading.own(officer, entry.id()).version(), "Xem lại");
        desk.now(lists.reviewer("SCT"), reading.own(officer, entry.id()), Outcome.REFUSE, "R01");
        assertThat(desk.cards(entry)).containsExactly("REVOKED");
    }

    @Test
    void nobody_reopens_their_own_decision() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor head = lists.head("SCT");
        desk.now(head, entry, Outcome.REFUSE, "R01");

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
    void a_head_who_decided_is_told_who_may_open_it_again_and_one_who_did_not_is_told_nothing() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor head = lists.head("SCT");
        Actor other = lists.head("SCT");
        desk.now(head, entry, Outcome.REFUSE, "R01");

        Reopening.OwnDecision own = reopening.ownDecision(head, entry.id()).orElseThrow();
        assertThat(own.heads()).contains(other.name());
        assertThat(own.next().by()).isEqualTo(Others.By.REVIEWER);
        assertThat(reopening.ownDecision(other, entry.id())).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reopening.ownDecision(lists.head("SXD"), entry.id()));
        assertRefused(
                "review.reopen-reason-missing",
                () -> reopening.reopen(
                        other, entry.id(), reading.own(officer, entry.id()).version(), " "));
    }

    @Test
    void a_refusal_is_reconsidered_by_somebody_else_and_not_for_ever() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor first = lists.reviewer("SCT");
        desk.now(first, entry, Outcome.REFUSE, "R01");
        Actor second = lists.reviewer("SCT");

        assertThat(reopening
                        .reconsider(officer, entry.id(), "Hoạt động này có trong danh mục")
                        .by())
                .isEqualTo(Others.By.REVIEWER);
        EntryView again = reading.own(officer, entry.id());
        assertThat(again.word()).as("for its organisation").isEqualTo(EntryWord.LOOKED_AT_AGAIN);
        assertRefused("stafflist.decided-before", () -> desk.now(first, again, Outcome.APPROVE, ""));
        assertThat(claims.next(first, TestDesk.of(officer), TIME, Optional.empty(), Set.of()))
                .isEmpty();
        assertThat(claims.next(second, TestDesk.of(officer), TIME, Optional.empty(), Set.of()))
                .contains(entry.id());
        desk.now(second, again, Outcome.REFUSE, "R01");
        reopening.reconsider(officer, entry.id(), "Xin xem lần nữa");
        EntryView third = reading.own(officer, entry.id());
        for (Actor shutOut : List.of(first, second)) {
            assertRefused("stafflist.decided-before", () -> desk.now(shutOut, third, Outcome.APPROVE, ""));
            assertThat(claims.next(shutOut, TestDesk.of(officer), TIME, Optional.empty(), Set.of()))
                    .isEmpty();
        }
        desk.now(lists.reviewer("SCT"), third, Outcome.REFUSE, "R01");

        assertThat(reopening.mayAsk(officer, entry.id())).isFalse();
        assertRefused("review.asked-enough", () -> reopening.reconsider(officer, entry.id(), "Nữa"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reopening.reconsider(lists.factory(), entry.id(), "Của người khác"));
    }

    /** An agency of one officer, whom the rules do not lead to. */
    private EntryView refusedAt(String code, Actor officer, Actor reviewer) {
        EntryView entry = desk.one(officer);
        lists.reroute(entry.entryId(), reviewer.agencyId());
        desk.now(reviewer, reading.own(officer, entry.id()), Outcome.REFUSE, "R01");
        assertThat(reading.own(officer, entry.id()).state()).as(code).isEqualTo(EntryState.REFUSED);
        return entry;
    }

    @Test
    void where_the_only_officer_refused_the_head_reconsiders() {
        Actor officer = lists.factory();
        Actor reviewer = lists.reviewer("VPUB");
        EntryView entry = refusedAt("VPUB", officer, reviewer);
        Actor head = lists.head("VPUB");

        Others.Went went = reopening.reconsider(officer, entry.id(), "Xin xem lại");

        assertThat(went.by()).isEqualTo(Others.By.HEAD);
        assertThat(desk.toldTo(head)).containsExactly("review.reconsider-here");
        assertThat(desk.toldTo(reviewer)).isEmpty();
        desk.now(head, reading.own(officer, entry.id()), Outcome.APPROVE, "");
        assertThat(desk.cards(entry)).containsExactly("VALID");
    }

    @Test
    void where_nobody_else_is_left_it_goes_up_to_the_agency_above_and_both_sides_read_so() {
        Actor officer = lists.factory();
        Actor reviewer = lists.reviewer("SVHTT");
        EntryView entry = refusedAt("SVHTT", officer, reviewer);
        Actor above = lists.reviewer("UBND-56");

        Others.Went went = reopening.reconsider(officer, entry.id(), "Xin xem lại");

        assertThat(went.by()).isEqualTo(Others.By.ANOTHER_AGENCY);
        assertThat(went.agencyId()).isEqualTo(above.agencyId());
        assertThat(went.told()).isNotEmpty();
        assertThat(reading.own(officer, entry.id()).toldAgencyId()).isEqualTo(above.agencyId());
        assertThat(reviewing.history(above, entry.id())).first().satisfies(step -> {
            assertThat(step.step()).isEqualTo(Step.RECONSIDERED);
            assertThat(step.toAgencyId()).isEqualTo(above.agencyId());
        });
        assertThat(desk.toldTo(above)).containsExactly("review.reconsider-here");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reading.forReview(reviewer, entry.id()));
        assertThat(claims.next(above, TestDesk.of(officer), TIME, Optional.empty(), Set.of()))
                .contains(entry.id());
        desk.now(above, reading.own(officer, entry.id()), Outcome.APPROVE, "");
        assertThat(desk.cards(entry)).containsExactly("VALID");
    }

    @Test
    void what_is_reopened_where_everybody_has_judged_it_goes_up_and_is_not_stuck() {
        Actor officer = lists.factory();
        String code = newAgency();
        EntryView entry = refusedAt(code, officer, lists.reviewer(code));
        Actor head = lists.head(code);
        assertThat(reopened(head, entry).by()).isEqualTo(Others.By.HEAD);
        assertThat(desk.toldTo(head)).containsExactly("review.reopened-here");
        desk.now(head, reading.own(officer, entry.id()), Outcome.APPROVE, "");
        Actor successor = lists.head(code);
        reopened(successor, entry);
        desk.now(successor, reading.own(officer, entry.id()), Outcome.REFUSE, "R01");
        Actor above = lists.reviewer(Forwarding.TRIAGE);

        Others.Went went = reopened(head, entry);

        assertThat(went.by()).isEqualTo(Others.By.ANOTHER_AGENCY);
        assertThat(desk.toldTo(above)).containsExactly("review.reopened-here");
        assertThat(reviewing.history(above, entry.id()))
                .first()
                .extracting(PastDecision::step, PastDecision::toAgencyId)
                .containsExactly(Step.REOPENED, above.agencyId());
        desk.now(above, reading.own(officer, entry.id()), Outcome.APPROVE, "");
        assertThat(desk.cards(entry)).containsExactly("REVOKED", "VALID");
    }

    private Others.Went reopened(Actor head, EntryView entry) {
        return reopening.reopen(
                head, entry.id(), reading.forReview(head, entry.id()).version(), "Xem lại");
    }

    @Test
    void where_the_other_reviewer_would_judge_their_own_request_it_goes_up_and_is_not_stuck() {
        String code = newAgency();
        Actor refuser = lists.reviewer(code);
        Actor other = lists.reviewer(code);
        Map<String, String> cells = individuals.person();
        cells.put("phone", "0905777011");
        numbers.enter(TestAccounts.ADMINISTRATOR, desk.idOf(other), "0905777011", "");
        long entryId =
                reading.byCode(individuals.sent(cells).code()).orElseThrow().entryId();
        lists.reroute(entryId, refuser.agencyId());
        desk.now(refuser, reading.ofPerson(entryId).orElseThrow(), Outcome.REFUSE, "R01");
        Actor above = lists.reviewer(Forwarding.TRIAGE);

        Others.Went went =
                reopening.reconsider(Actor.VISITOR, reading.ofPerson(entryId).orElseThrow(), "Xin xem lại");

        assertThat(went.by()).isEqualTo(Others.By.ANOTHER_AGENCY);
        assertThat(desk.toldTo(above)).containsExactly("review.reconsider-here");
        assertThat(reviewing.closed(above, reading.ofPerson(entryId).orElseThrow()))
                .isEmpty();
    }

    @Test
    void who_stands_in_for_the_one_who_refused_does_not_reconsider_either() {
        Actor officer = lists.factory();
        String code = newAgency();
        Actor refuser = lists.reviewer(code);
        Actor standIn = lists.reviewer(code);
        Actor head = lists.head(code);
        EntryView entry = refusedAt(code, officer, refuser);
        LocalDate today = LocalDate.now(clock);
        delegations.delegate(refuser, desk.idOf(refuser), desk.idOf(standIn), today, today.plusDays(1));

        assertThat(reopening.reconsider(officer, entry.id(), "Xin xem lại").by())
                .isEqualTo(Others.By.HEAD);

        assertThat(desk.toldTo(head)).contains("review.reconsider-here");
        assertThat(desk.toldTo(standIn)).doesNotContain("review.reconsider-here");
    }

    @Test
    void the_agency_above_that_is_the_organisation_itself_reconsiders_only_where_the_rule_allows_it() {
        Actor officer = lists.factory();
        String parent = newAgency();
        Actor above = lists.reviewer(parent);
        String code = newAgency();
        Actor refuser = lists.reviewer(code);
        sql.update("UPDATE registry_agency SET parent_id = ? WHERE code = ?", above.agencyId(), code);
        routing.readAnew();
        EntryView own = refusedAt(code, officer, refuser);
        EntryView allowed = refusedAt(code, officer, refuser);
        sql.update("UPDATE stafflist_entry SET own_people = TRUE WHERE id = ?", allowed.entryId());
        lists.isReally(officer, parent);

        assertThat(reopening.reconsider(officer, own.id(), "Xin xem lại").agencyId())
                .isEqualTo(lists.reviewer(Forwarding.TRIAGE).agencyId());
        assertThat(reopening.reconsider(officer, allowed.id(), "Xin xem lại").agencyId())
                .isEqualTo(above.agencyId());
        desk.now(above, reading.own(officer, allowed.id()), Outcome.APPROVE, "");
        assertThat(desk.cards(allowed)).containsExactly("VALID");
    }

    /** Where nobody works and which has none above it. */
    private String newAgency() {
        String code = "S" + TestLists.fresh();
        routing.agency(code);
        return code;
    }

    @Test
    void where_nobody_is_above_either_the_task_force_reconsiders() {
        Actor officer = lists.factory();
        Actor reviewer = lists.reviewer("BCD");
        EntryView entry = refusedAt("BCD", officer, reviewer);

        Others.Went went = reopening.reconsider(officer, entry.id(), "Xin xem lại");

        assertThat(went.by()).isEqualTo(Others.By.ANOTHER_AGENCY);
        assertThat(reading.forReview(lists.reviewer(Forwarding.TRIAGE), entry.id())
                        .entryId())
                .isEqualTo(entry.entryId());
    }

    /** Another number and another name in the line of an entry, which is sent anew. */
    private EntryView replaced(Actor officer, EntryView entry, String name) {
        String number = lines.cell(entry, "document_number");
        int last = Character.digit(number.charAt(number.length() - 1), 10);
        lines.mend(entry, "document_number", number.substring(0, number.length() - 1) + (last + 3) % 10);
        lines.mend(entry, "full_name", name);
        lists.submit(officer, entry.listPublicId());
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.WITHDRAWN);
        return desk.entries(officer, entry.listPublicId()).stream()
                .filter(each -> each.state() == EntryState.PENDING)
                .findFirst()
                .orElseThrow();
    }

    private void suspectAndUndo(Actor officer, EntryView entry, Actor proposer) {
        desk.now(proposer, entry, Outcome.REFUSE, "R14");
        assertThat(undoing.undo(proposer, entry.id())).isTrue();
        assertThat(reading.own(officer, entry.id()).state()).isEqualTo(EntryState.PENDING);
    }

    @Test
    void what_was_suspected_stays_so_when_somebody_else_takes_its_line_once_and_again() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        suspectAndUndo(officer, entry, proposer);
        desk.now(proposer, reading.own(officer, entry.id()), Outcome.RETURN, "R03");

        EntryView other = replaced(officer, entry, "Phùng Thị Thay");
        EntryView third = replaced(officer, other, "Lâm Văn Khác Nữa");

        assertThat(third.id()).isNotIn(entry.id(), other.id());
        assertThat(reviewing.isSuspected(proposer, third)).isTrue();
        assertThat(reviewing
                        .foresee(proposer, List.of(third.entryId()), new Verdict(proposer, Outcome.APPROVE, "", ""))
                        .get(0)
                        .what())
                .isEqualTo("stafflist.person-changed");
        assertThat(reviewing.replaced(proposer, third))
                .satisfiesExactly(before -> assertThat(before.entry().name()).isEqualTo("Phùng Thị Thay"), before -> {
                    assertThat(before.entry().name()).isEqualTo(entry.name());
                    assertThat(before.entry().isWithdrawn()).isTrue();
                    assertThat(before.history())
                            .extracting(PastDecision::reasonCode)
                            .contains("R14");
                });
        assertThat(desk.now(proposer, third, Outcome.APPROVE, "")).isEqualTo(Why.SUSPECTED);
        assertThat(reading.own(officer, third.id()).state()).isEqualTo(EntryState.PENDING);
    }

    @Test
    void who_was_shut_out_from_an_entry_stays_so_from_the_one_that_takes_its_line() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor first = lists.reviewer("SCT");
        desk.now(first, entry, Outcome.REFUSE, "R01");
        reopening.reconsider(officer, entry.id(), "Xin xem lại");

        EntryView other = replaced(officer, entry, "Phùng Thị Thay");

        assertRefused("stafflist.decided-before", () -> desk.now(first, other, Outcome.APPROVE, ""));
        assertThat(desk.now(lists.reviewer("SCT"), other, Outcome.APPROVE, "")).isEqualTo(Why.ALONE);
    }

    @Test
    void another_line_of_somebody_else_is_nobodys_place() {
        Actor officer = lists.factory();
        EntryView entry = desk.one(officer);
        Actor proposer = lists.reviewer("SCT");
        suspectAndUndo(officer, entry, proposer);
        EntryView another = desk.one(officer);

        assertThat(reviewing.replaced(proposer, another)).isEmpty();
        assertThat(desk.now(proposer, another, Outcome.APPROVE, "")).isEqualTo(Why.ALONE);
    }
}
