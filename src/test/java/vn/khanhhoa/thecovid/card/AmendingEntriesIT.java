package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.citizen.EntryStatus;
import vn.khanhhoa.thecovid.citizen.StatusLookup;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.review.Reopening;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.review.TestBulk;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Amending;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.CellEdit;
import vn.khanhhoa.thecovid.stafflist.DraftHistory;
import vn.khanhhoa.thecovid.stafflist.EntryFilter;
import vn.khanhhoa.thecovid.stafflist.EntryKind;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.RowEditing;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Withdrawing;

@InPortal
class AmendingEntriesIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestLines lines;

    @Inject
    private TestBulk bulk;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private Amending amending;

    @Inject
    private Reopening reopening;

    @Inject
    private DraftHistory history;

    @Inject
    private RowEditing editing;

    @Inject
    private Amendments amendments;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private CardQueries cards;

    @Inject
    private CardControl control;

    @Inject
    private StatusLookup lookup;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private LocalDate today = LocalDate.EPOCH;
    private PublicId list = PublicId.random();

    @BeforeEach
    void an_enterprise_with_three_approved_people() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
        today = LocalDate.now(clock);
        list = lists.submitted(officer, 3);
        all().forEach(this::approve);
    }

    @Test
    void a_change_that_is_approved_ends_the_entry_and_another_card_takes_the_place_of_its_card() {
        EntryView before = all().get(0);
        CardView oldCard = card(before);
        PublicId row = amending.change(officer, before.id());
        assertThat(reading.one(officer, list, before.id()).row()).isEqualTo(row);
        lists.workplace(officer, "Kho Bình Tân", "22327", "");

        lines.change(officer, before, "workplace", "Kho Bình Tân");
        lists.submit(officer, list);

        EntryView change = amendmentOf(before);
        assertThat(reading.one(officer, list, change.id()).row()).isEqualTo(row);
        assertThat(reading.one(officer, list, before.id()).row()).isNull();
        assertThat(change.kind()).isEqualTo(EntryKind.CHANGE);
        assertThat(change.state()).isEqualTo(EntryState.PENDING);
        assertThat(card(before)).as("until it is decided").isEqualTo(oldCard);

        approve(change);

        assertThat(now(before).state()).isEqualTo(EntryState.ENDED);
        assertThat(card(before).state()).isEqualTo(CardState.SUPERSEDED);
        CardView newCard = card(change);
        assertThat(newCard.state()).isEqualTo(CardState.VALID);
        assertThat(newCard.workplace()).isEqualTo("Kho Bình Tân");
        assertThat(newCard.number()).isNotEqualTo(oldCard.number());
        assertThat(control.history(head(), oldCard.id()))
                .extracting(CardControl.PastState::state)
                .containsExactly(CardState.SUPERSEDED, CardState.VALID);
        assertThat(reading.code(officer, change.id())).isEqualTo(reading.code(officer, before.id()));
        assertThat(reading.codes(officer, list)).hasSize(3);
        assertThat(keeping.view(officer, list).approved()).isEqualTo(3);
    }

    @Test
    void a_change_that_is_looked_at_again_can_be_approved_again_and_its_person_has_not_left() {
        EntryView before = all().get(0);
        lists.workplace(officer, "Kho Bình Tân", "22327", "");
        amending.change(officer, before.id());
        lines.change(officer, before, "workplace", "Kho Bình Tân");
        lists.submit(officer, list);
        EntryView change = amendmentOf(before);
        approve(change);

        Actor head = lists.head("SCT");
        reopening.reopen(head, change.id(), now(change).version(), "Xem lại nơi làm việc");
        assertThat(amendments.hasLeft(now(before))).isFalse();
        reviewing.decide(lists.reviewer("SCT"), change.id(), now(change).version(), Outcome.APPROVE, "", "", true);

        assertThat(now(change).state()).isEqualTo(EntryState.APPROVED);
        assertThat(card(change).state()).isEqualTo(CardState.VALID);
    }

    @Test
    void the_review_shows_what_would_be_different() {
        EntryView before = all().get(0);
        lines.change(officer, before, "position", "Tổ trưởng");
        lists.submit(officer, list);

        Amendments.Chain chain = amendments.forReview(reviewer, amendmentOf(before));

        assertThat(Objects.requireNonNull(chain.amended()).id()).isEqualTo(before.id());
        assertThat(chain.changes()).singleElement().satisfies(change -> {
            assertThat(change.labelVi()).isEqualTo("Chức vụ");
            assertThat(Objects.requireNonNull(change.after()).text()).isEqualTo("Tổ trưởng");
        });
        assertThat(reading.ofSamePerson(reviewer, amendmentOf(before)))
                .as("what is amended stands beside it already")
                .isEmpty();
        assertThat(reading.ofSamePerson(reviewer, before)).hasSize(1);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> amendments.forReview(lists.reviewer("SXD"), amendmentOf(before)));
    }

    @Test
    void a_change_that_is_refused_leaves_all_as_it_was() {
        EntryView before = all().get(0);
        CardView oldCard = card(before);
        String position = lines.cell(before, "position");
        lines.change(officer, before, "position", "Tổ trưởng");
        lists.submit(officer, list);

        decide(amendmentOf(before), Outcome.REFUSE, "R01");

        assertThat(now(before).state()).isEqualTo(EntryState.APPROVED);
        assertThat(card(before)).isEqualTo(oldCard);
        assertThat(lines.cell(before, "position")).isEqualTo(position);

        lines.change(officer, before, "position", "Tổ phó");
        lists.submit(officer, list);
        approve(amendmentOf(before));
        assertThat(card(before).state()).isEqualTo(CardState.SUPERSEDED);
    }

    @Test
    void a_returned_change_comes_back_as_the_same_amendment() {
        EntryView before = all().get(0);
        lines.change(officer, before, "position", "Tổ trưởng");
        lists.submit(officer, list);
        EntryView change = amendmentOf(before);
        decide(change, Outcome.RETURN, "R06");

        lines.mend(change, "position", "Tổ phó");
        lists.submit(officer, list);

        EntryView again = now(change);
        assertThat(again.state()).isEqualTo(EntryState.PENDING);
        assertThat(again.kind()).isEqualTo(EntryKind.CHANGE);
        assertThat(again.version()).isGreaterThan(change.version());
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> approve(change));
        approve(again);
        assertThat(now(before).state()).isEqualTo(EntryState.ENDED);
    }

    @Test
    void an_entry_has_one_open_amendment_and_a_line_that_comes_again_goes_on_with_it() {
        EntryView before = all().get(0);
        lines.change(officer, before, "position", "Tổ trưởng");
        lists.submit(officer, list);
        EntryView change = amendmentOf(before);

        assertRefused("stafflist.not-amendable", () -> amending.change(officer, before.id()));
        assertThat(amending.leave(officer, list, List.of(before.id()), today))
                .isEqualTo(leftOut(0, before, "stafflist.left-out-amended"));

        lines.mend(change, "position", "Tổ phó");
        lists.submit(officer, list);
        assertThat(amendmentOf(before).id()).isEqualTo(change.id());
        assertThat(all()).hasSize(4);
    }

    @Test
    void a_line_that_was_opened_and_says_the_same_asks_for_nothing() {
        EntryView before = all().get(0);
        lines.change(officer, before, "position", lines.cell(before, "position"));

        lists.submit(officer, list);

        assertThat(all()).hasSize(3);
        assertThat(amending.change(officer, before.id())).isNotNull();
    }

    @Test
    void a_leave_ends_the_entry_and_revokes_the_card() {
        EntryView before = all().get(0);

        assertThat(amending.leave(officer, list, List.of(before.id()), today))
                .isEqualTo(new Amending.Result(1, List.of()));
        assertThat(keeping.view(officer, list).readyLeaves()).isEqualTo(1);
        lists.submit(officer, list);
        EntryView leave = amendmentOf(before);
        assertThat(leave.kind()).isEqualTo(EntryKind.LEAVE);
        assertThat(card(before).state()).isEqualTo(CardState.VALID);

        approve(leave);

        assertThat(now(before).state()).isEqualTo(EntryState.ENDED);
        assertThat(card(before).state()).isEqualTo(CardState.REVOKED);
        assertThat(ToldReason.of(card(before))).isEqualTo(ToldReason.LEFT);
        assertThat(card(before).reason()).isNotEmpty();
        assertThat(cards.ofEntry(leave.entryId())).isEmpty();
        assertThat(reading.codes(officer, list)).hasSize(2);
    }

    @Test
    void the_code_of_an_entry_leads_its_person_to_what_became_of_it() {
        List<EntryView> people = all();
        lines.change(officer, people.get(0), "position", "Tổ trưởng");
        amending.leave(officer, list, List.of(people.get(1).id()), today);
        lists.submit(officer, list);
        assertThat(status(people.get(0)).changed()).isFalse();
        approve(amendmentOf(people.get(0)));
        approve(amendmentOf(people.get(1)));

        EntryStatus changed = status(people.get(0));
        assertThat(changed.changed()).isTrue();
        assertThat(changed.state()).isEqualTo(EntryState.APPROVED);
        assertThat(changed.card()).isEqualTo(card(amendmentOf(people.get(0))));
        assertThat(changed.hasCardToPrint()).isTrue();
        EntryStatus left = status(people.get(1));
        assertThat(left.left()).isTrue();
        assertThat(left.hasCardToPrint()).isFalse();
        assertThat(status(people.get(2)).left()).isFalse();
    }

    @Test
    void discarding_bad_lines_asks_nobody_to_leave() {
        EntryView before = all().get(0);
        String workplace = lines.cell(before, "workplace");
        lines.change(officer, before, "workplace", "Nơi không có");
        lists.submit(officer, list);
        assertThat(keeping.view(officer, list).bad()).isEqualTo(1);

        keeping.discardBadRows(officer, list);

        assertThat(keeping.view(officer, list).good()).isZero();
        assertThat(lines.cell(before, "workplace")).isEqualTo(workplace);
        assertThat(now(before).isInForce()).isTrue();
    }

    @Test
    void a_leave_of_a_later_day_ends_the_entry_on_that_day() {
        EntryView before = all().get(0);
        amending.leave(officer, list, List.of(before.id()), today.plusDays(3));
        lists.submit(officer, list);
        approve(amendmentOf(before));
        assertThat(card(before).state()).isEqualTo(CardState.VALID);

        lines.leavingDay(today.plusDays(2));
        assertThat(now(before).state()).isEqualTo(EntryState.APPROVED);
        lines.leavingDay(today.plusDays(3));

        assertThat(now(before).state()).isEqualTo(EntryState.ENDED);
        assertThat(card(before).state()).isEqualTo(CardState.REVOKED);
        lines.leavingDay(today.plusDays(4));
        assertThat(control.history(head(), card(before).id())).hasSize(2);
    }

    @Test
    void a_leave_of_a_later_day_ends_what_the_entry_was_changed_to_meanwhile() {
        EntryView before = all().get(0);
        amending.leave(officer, list, List.of(before.id()), today.plusDays(3));
        lists.submit(officer, list);
        EntryView leave = amendmentOf(before);
        approve(leave);
        // As a file that is sent again says it: the button is refused while a leave is approved.
        lines.mend(leave, "position", "Tổ trưởng");
        lists.submit(officer, list);
        EntryView change = amendmentOf(before);
        assertThat(change.kind()).isEqualTo(EntryKind.CHANGE);
        approve(change);
        assertThat(card(change).state()).isEqualTo(CardState.VALID);

        lines.leavingDay(today.plusDays(2));
        assertThat(now(change).state()).isEqualTo(EntryState.APPROVED);
        lines.leavingDay(today.plusDays(3));

        assertThat(now(change).state()).isEqualTo(EntryState.ENDED);
        assertThat(card(change).state()).isEqualTo(CardState.REVOKED);
    }

    @Test
    void nobody_leaves_after_the_last_day_of_the_card() {
        EntryView before = all().get(0);
        LocalDate end = before.validTo();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> amending.leave(officer, list, List.of(before.id()), end.plusDays(1)))
                .satisfies(rule -> {
                    assertThat(rule.code()).isEqualTo("stafflist.leave-after-card");
                    assertThat(rule.args()).containsExactly(end.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
                });
        assertRefused(
                "stafflist.leave-after-cards",
                () -> amending.leave(
                        officer, list, List.of(before.id(), all().get(1).id()), end.plusDays(1)));
        assertThat(keeping.view(officer, list).readyLeaves()).isZero();
        assertThat(amending.leave(officer, list, List.of(before.id()), end).done())
                .isEqualTo(1);
    }

    @Test
    void what_is_prepared_and_not_sent_is_found_by_what_it_asks_for() {
        lines.change(officer, all().get(0), "position", "Tổ trưởng");
        amending.leave(officer, list, List.of(all().get(1).id()), today);

        assertThat(browsing.amendments(officer, list)).containsEntry(EntryKind.LEAVE, 1L);
        assertThat(prepared("LEAVE")).isEqualTo(1);
        assertThat(prepared("CHANGE")).isEqualTo(1);
        assertThat(prepared("")).isEqualTo(2);
        lists.submit(officer, list);
        assertThat(prepared("")).isZero();
        assertThat(browsing.amendments(officer, list)).isEmpty();
    }

    private long prepared(String code) {
        return browsing.count(officer, list, new RowFilter(Optional.empty(), RowFilter.AMENDMENT, code, "", ""));
    }

    @Test
    void undoing_what_came_after_a_prepared_leave_keeps_its_day() {
        EntryView before = all().get(0);
        amending.leave(officer, list, List.of(before.id()), today.plusDays(3));
        amending.leave(officer, list, List.of(before.id()), today.plusDays(9));
        undoLast();
        lists.submit(officer, list);
        assertThat(amendmentOf(before).validFrom()).isEqualTo(today.plusDays(3));
    }

    @Test
    void a_prepared_leave_that_became_a_change_is_a_leave_of_its_day_again_when_that_is_undone() {
        EntryView before = all().get(0);
        amending.leave(officer, list, List.of(before.id()), today.plusDays(3));
        editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(CellEdit.typed(
                        amending.change(officer, before.id()),
                        "position",
                        lines.cell(before, "position"),
                        "Tổ trưởng")));
        assertThat(amending.prepared(officer, before.id())).contains(EntryKind.CHANGE);

        undoLast();
        lists.submit(officer, list);
        assertThat(amendmentOf(before).kind()).isEqualTo(EntryKind.LEAVE);
        assertThat(amendmentOf(before).validFrom()).isEqualTo(today.plusDays(3));
    }

    private void undoLast() {
        history.undo(officer, list, history.changes(officer, list).get(0).id(), 0);
    }

    @Test
    void whoever_left_joins_again_as_a_new_entry() {
        EntryView before = all().get(0);
        amending.leave(officer, list, List.of(before.id()), today);
        lists.submit(officer, list);
        EntryView leave = amendmentOf(before);
        approve(leave);

        lines.mend(leave, "position", "Công nhân");
        lists.submit(officer, list);

        EntryView again = all().stream()
                .filter(entry -> entry.state() == EntryState.PENDING)
                .findFirst()
                .orElseThrow();
        assertThat(again.kind()).isEqualTo(EntryKind.NEW);
        approve(again);
        assertThat(card(again).state()).isEqualTo(CardState.VALID);
        assertThat(card(before).state()).isEqualTo(CardState.REVOKED);
    }

    @Test
    void a_suspended_card_stays_suspended_through_a_change() {
        EntryView before = all().get(0);
        lists.inTransaction(() -> {
            control.suspend(head(), card(before).id(), card(before).version(), "Chờ xác minh");
            return 0;
        });
        lines.change(officer, before, "position", "Tổ trưởng");
        lists.submit(officer, list);
        EntryView change = amendmentOf(before);

        approve(change);

        assertThat(card(change).state()).isEqualTo(CardState.SUSPENDED);
        assertThat(card(change).reason()).isEqualTo("Chờ xác minh");
        assertThat(card(before).state()).isEqualTo(CardState.SUPERSEDED);
    }

    @Test
    void a_revoked_card_does_not_come_back_by_a_change() {
        EntryView before = all().get(0);
        lists.inTransaction(() -> {
            control.revoke(head(), card(before).id(), card(before).version(), "Cho mượn thẻ");
            return 0;
        });
        lines.change(officer, before, "position", "Tổ trưởng");
        lists.submit(officer, list);
        EntryView change = amendmentOf(before);

        approve(change);

        assertThat(card(change).state()).isEqualTo(CardState.REVOKED);
        assertThat(card(before).state()).isEqualTo(CardState.REVOKED);
    }

    @Test
    void a_corrected_document_makes_the_card_another_persons() {
        EntryView before = all().stream()
                .filter(entry -> lines.cell(entry, "document_number").length() == 12)
                .findFirst()
                .orElseThrow();
        String number = lines.cell(before, "document_number");
        String corrected = number.substring(0, 7) + (number.charAt(7) == '9' ? '8' : '9') + number.substring(8);
        lines.change(officer, before, "document_number", corrected);
        lists.submit(officer, list);
        EntryView change = amendmentOf(before);
        assertThat(change.personId()).isNotEqualTo(before.personId());
        assertThat(amendments.own(officer, change.id()).changes())
                .singleElement()
                .matches(Amendments.Change::hidden);

        approve(change);

        assertThat(card(before).state()).isEqualTo(CardState.SUPERSEDED);
        assertThat(card(change).personId()).isEqualTo(change.personId());
        assertThat(reading.code(officer, change.id())).isNotEqualTo(reading.code(officer, before.id()));
        assertThat(amendments.newestOf(now(before)).id()).isEqualTo(before.id());
        assertThat(amendments.hasLeft(now(before))).isFalse();
    }

    @Test
    void a_bulk_decides_joiners_changes_and_leavers_alike() {
        List<EntryView> people = all();
        lines.change(officer, people.get(0), "position", "Tổ trưởng");
        amending.leave(officer, list, List.of(people.get(1).id()), today);
        lists.submit(officer, list);
        PublicId joiners = lists.submitted(officer, 2);

        QueueFilter filter = new QueueFilter("", officer.organisationId(), 0, "");
        bulk.run(bulk.begin(reviewer, filter, 4, Outcome.APPROVE, ""));

        assertThat(all())
                .extracting(EntryView::state)
                .containsExactlyInAnyOrder(
                        EntryState.ENDED,
                        EntryState.APPROVED,
                        EntryState.ENDED,
                        EntryState.APPROVED,
                        EntryState.APPROVED);
        assertThat(card(people.get(0)).state()).isEqualTo(CardState.SUPERSEDED);
        assertThat(card(people.get(1)).state()).isEqualTo(CardState.REVOKED);
        assertThat(card(people.get(2)).state()).isEqualTo(CardState.VALID);
        assertThat(cards.countOfList(officer, people.get(0).listId())).isEqualTo(2);
        assertThat(reading.ofList(officer, joiners, EntryFilter.ALL, 0, 9)).allMatch(EntryView::isInForce);
    }

    @Test
    void a_bulk_refusal_puts_all_lines_back() {
        List<EntryView> people = all();
        String position = lines.cell(people.get(0), "position");
        lines.change(officer, people.get(0), "position", "Tổ trưởng");
        amending.leave(officer, list, List.of(people.get(1).id()), today);
        lists.submit(officer, list);

        QueueFilter filter = new QueueFilter("", officer.organisationId(), 0, "");
        bulk.run(bulk.begin(reviewer, filter, 2, Outcome.REFUSE, "R01"));

        assertThat(people).allSatisfy(entry -> {
            assertThat(now(entry).isInForce()).isTrue();
            assertThat(card(entry).state()).isEqualTo(CardState.VALID);
        });
        assertThat(lines.cell(people.get(0), "position")).isEqualTo(position);
        assertThat(amending.leave(officer, list, List.of(people.get(1).id()), today))
                .isEqualTo(new Amending.Result(1, List.of()));
    }

    @Test
    void an_amendment_that_was_not_sent_is_dropped() {
        List<EntryView> people = all();
        String position = lines.cell(people.get(0), "position");
        lines.change(officer, people.get(0), "position", "Tổ trưởng");
        amending.leave(officer, list, List.of(people.get(1).id()), today);

        assertThat(amending.keep(
                        officer, list, people.stream().map(EntryView::id).toList()))
                .isEqualTo(leftOut(2, people.get(2), "stafflist.left-out-nothing"));

        assertThat(keeping.view(officer, list).good()).isZero();
        assertThat(lines.cell(people.get(0), "position")).isEqualTo(position);
    }

    @Test
    void an_amendment_that_was_sent_is_withdrawn_by_itself() {
        EntryView before = all().get(0);
        amending.leave(officer, list, List.of(before.id()), today);
        lists.submit(officer, list);
        EntryView leave = amendmentOf(before);

        assertThat(withdrawing.withdraw(officer, list, List.of(leave.id(), before.id())))
                .isEqualTo(leftOut(1, before, "stafflist.left-out-decided"));

        assertThat(now(leave).state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(now(before).isInForce()).isTrue();
        assertRefused("stafflist.entry-changed", () -> approve(leave));
        assertThat(amending.change(officer, before.id())).isNotNull();
    }

    @Test
    void a_joiner_who_was_withdrawn_can_be_entered_again() {
        PublicId joiners = lists.submitted(officer, 2);
        EntryView joiner =
                reading.ofList(officer, joiners, EntryFilter.ALL, 0, 9).get(0);

        withdrawing.withdraw(officer, joiners, List.of(joiner.id()));

        assertThat(now(joiner).state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(lines.count(joiners)).isEqualTo(1);
    }

    private static Amending.Result leftOut(int done, EntryView entry, String code) {
        return new Amending.Result(done, List.of(new Amending.LeftOut(entry.id(), code)));
    }

    @Test
    void what_is_another_organisations_does_not_exist() {
        EntryView entry = all().get(0);
        Actor other = lists.factory();
        PublicId own = lists.submitted(other, 1);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> amending.change(other, entry.id()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> amending.leave(other, list, List.of(entry.id()), today));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> withdrawing.withdraw(other, list, List.of(entry.id())));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> amendments.own(other, entry.id()));
        assertThat(amending.leave(other, own, List.of(entry.id()), today))
                .isEqualTo(leftOut(0, entry, "stafflist.left-out-unknown"));
        assertThat(withdrawing.withdraw(other, own, List.of(entry.id())))
                .isEqualTo(leftOut(0, entry, "stafflist.left-out-unknown"));
        assertThat(now(entry).isInForce()).isTrue();
    }

    @Test
    void who_submitted_an_amendment_does_not_decide_it() {
        EntryView before = all().get(0);
        amending.leave(officer, list, List.of(before.id()), today);
        lists.submit(officer, list);
        Actor same = new Actor(officer.accountId(), "Hai vai", Role.REVIEWER, 0, reviewer.agencyId());

        assertRefused(
                "stafflist.four-eyes",
                () -> reviewing.decide(
                        same, amendmentOf(before).id(), amendmentOf(before).version(), Outcome.APPROVE, "", "", true));
        assertThat(card(before).state()).isEqualTo(CardState.VALID);
    }

    @Test
    void a_day_far_away_is_a_mistake() {
        EntryView before = all().get(0);

        assertRefused(
                "stafflist.leave-day", () -> amending.leave(officer, list, List.of(before.id()), today.minusYears(10)));
        assertRefused(
                "stafflist.too-many-edits",
                () -> amending.leave(officer, list, Collections.nCopies(1_001, before.id()), today));
    }

    @Test
    void a_list_is_searched_by_beginnings_of_names_without_marks() {
        EntryView one = all().get(0);
        String[] words = one.name().split(" ", -1);
        String last = words[words.length - 1];

        assertThat(reading.ofList(officer, list, new EntryFilter(Optional.empty(), Optional.empty(), last), 0, 9))
                .extracting(EntryView::id)
                .contains(one.id());
        assertThat(reading.countOfList(officer, list, new EntryFilter(Optional.empty(), Optional.empty(), "zzzq")))
                .isZero();
        assertThat(reading.countOfList(
                        officer, list, new EntryFilter(Optional.empty(), Optional.of(EntryKind.LEAVE), "")))
                .isZero();
    }

    private EntryStatus status(EntryView entry) {
        return lookup.status(entry.entryId(), Texts.VIETNAMESE);
    }

    private Actor head() {
        return new Actor(1, "Lãnh đạo", Role.APPROVER, 0, reviewer.agencyId());
    }

    private List<EntryView> all() {
        return reading.ofList(officer, list, EntryFilter.ALL, 0, 100);
    }

    private EntryView now(EntryView entry) {
        return reading.own(officer, entry.id());
    }

    private EntryView amendmentOf(EntryView entry) {
        return Objects.requireNonNull(amendments.own(officer, entry.id()).by());
    }

    private CardView card(EntryView entry) {
        return cards.ofEntry(entry.entryId()).orElseThrow();
    }

    private void approve(EntryView entry) {
        decide(entry, Outcome.APPROVE, "");
    }

    private void decide(EntryView entry, Outcome outcome, String reason) {
        reviewing.decide(reviewer, entry.id(), entry.version(), outcome, reason, "", true);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
