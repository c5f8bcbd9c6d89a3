package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

@InPortal
class ChangingManyCardsIT {
    private static final Actor OFFICER = new Actor(7_001, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private CardBulks bulks;

    @Inject
    private CardControl control;

    @Inject
    private CardQueries cards;

    @Inject
    private TokenReading tokens;

    @Inject
    private TestEntries entries;

    @Inject
    private Sql sql;

    private String organisation = "";
    private List<CardView> three = List.of();

    /** Of an organisation whose name no other test's begins with. */
    @BeforeEach
    void three_cards_of_which_one_is_suspended() {
        organisation = "Hợp tác xã " + PublicId.random();
        three = Stream.generate(
                        () -> cards.ofEntry(entries.approved().entryId()).orElseThrow())
                .limit(3)
                .toList();
        three.forEach(
                card -> sql.update("UPDATE card_card SET organisation = ? WHERE id = ?", organisation, card.cardId()));
        control.suspend(OFFICER, three.get(2).id(), 0, "chờ kết quả");
    }

    @Test
    void what_would_become_of_each_is_told_before_anything_changes() {
        CardBulks.Progress foreseen = bulks.progress(OFFICER, prepared(CardAct.SUSPEND));

        assertThat(foreseen.groups())
                .containsExactly(new CardBulks.Group("DONE", 2), new CardBulks.Group("card.suspended-already", 1));
        assertThat(foreseen.begun()).isFalse();
        assertThat(states()).containsExactly(CardState.VALID, CardState.VALID, CardState.SUSPENDED);
    }

    @Test
    void suspending_is_done_once_and_undone_as_a_whole() {
        PublicId bulk = prepared(CardAct.SUSPEND);
        bulks.begin(OFFICER, bulk);
        bulks.begin(OFFICER, bulk);
        CardBulks.Progress done = finished(bulk);

        assertThat(states()).containsOnly(CardState.SUSPENDED);
        assertThat(bulks.recent(OFFICER, 1))
                .as("the way back")
                .extracting(CardBulks.Recent::id, CardBulks.Recent::undone)
                .containsExactly(Tuple.tuple(bulk, false));
        assertThat(done.toChange()).isEqualTo(2);
        assertThat(done.isUndoable()).isTrue();
        assertThat(events(0)).isEqualTo(2);

        bulks.undo(OFFICER, bulk);
        bulks.undo(OFFICER, bulk);
        assertThat(finished(bulk).takenBack()).isEqualTo(2);
        assertThat(states()).containsExactly(CardState.VALID, CardState.VALID, CardState.SUSPENDED);
        assertThat(now(0).reason()).as("not what it was suspended for").isEqualTo("Hoàn tác việc tạm khóa");
        assertThat(events(0)).isEqualTo(3);
    }

    @Test
    void restoring_that_is_undone_suspends_again_for_the_reason_of_before() {
        PublicId bulk = prepared(CardAct.RESTORE);
        bulks.begin(OFFICER, bulk);
        finished(bulk);
        assertThat(states()).containsOnly(CardState.VALID);

        bulks.undo(OFFICER, bulk);
        finished(bulk);

        assertThat(states()).containsExactly(CardState.VALID, CardState.VALID, CardState.SUSPENDED);
        assertThat(now(2).reason()).isEqualTo("chờ kết quả");
    }

    @Test
    void a_card_that_somebody_changed_meanwhile_is_left_alone() {
        PublicId bulk = prepared(CardAct.SUSPEND);
        control.revoke(OFFICER, three.get(0).id(), 0, "nghỉ việc");
        bulks.begin(OFFICER, bulk);

        assertThat(finished(bulk).groups())
                .contains(new CardBulks.Group("DONE", 1), new CardBulks.Group("platform.changed-meanwhile", 1));
        assertThat(now(0).state()).isEqualTo(CardState.REVOKED);

        control.restore(OFFICER, three.get(1).id(), 1, "âm tính");
        bulks.undo(OFFICER, bulk);
        assertThat(finished(bulk).takenBack()).isZero();
        assertThat(now(1).version()).isEqualTo(2);
    }

    @Test
    void new_codes_for_all_void_those_of_before_and_cannot_be_undone() {
        PublicId bulk = prepared(CardAct.REISSUE);
        bulks.begin(OFFICER, bulk);
        CardBulks.Progress done = finished(bulk);

        assertThat(done.toChange()).isEqualTo(3);
        assertThat(done.isUndoable()).isFalse();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> bulks.undo(OFFICER, bulk));
        for (int card = 0; card < 3; card++) {
            assertThat(now(card).state()).isEqualTo(CardState.SUPERSEDED);
            CardView fresh = cards.ofEntry(three.get(card).entryId()).orElseThrow();
            assertThat(fresh.token()).isNotEqualTo(three.get(card).token());
            assertThat(fresh.state()).isEqualTo(card == 2 ? CardState.SUSPENDED : CardState.VALID);
            assertThat(tokens.read(fresh.token()))
                    .isInstanceOfSatisfying(
                            TokenReading.Genuine.class,
                            read -> assertThat(read.card()).isEqualTo(fresh.number()));
        }
    }

    @Test
    void revoking_is_final() {
        PublicId bulk = prepared(CardAct.REVOKE);
        bulks.begin(OFFICER, bulk);
        finished(bulk);

        assertThat(states()).containsOnly(CardState.REVOKED);
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> bulks.undo(OFFICER, bulk));
    }

    @Test
    void an_agency_reaches_its_own_cards_and_nobody_goes_on_with_what_another_began() {
        long agency = three.get(0).agencyId();
        Actor head = new Actor(7_002, "Lê Thị Lãnh Đạo", Role.APPROVER, 0, agency);
        Actor colleague = new Actor(7_003, "Phạm Văn Lãnh Đạo", Role.APPROVER, 0, agency);
        Actor stranger = new Actor(7_004, "Vũ Thị Lãnh Đạo", Role.APPROVER, 0, agency + 1_000_000);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> bulks.prepare(stranger, filter(), CardAct.SUSPEND, "thử"));
        PublicId bulk = bulks.prepare(head, filter(), CardAct.SUSPEND, "thử");
        assertThat(bulks.progress(colleague, bulk).own()).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> bulks.begin(colleague, bulk));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> bulks.progress(stranger, bulk));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> bulks.prepare(
                        new Actor(7_005, "", Role.REVIEWER, 0, agency), filter(), CardAct.SUSPEND, "thử"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> bulks.prepare(head, filter(), CardAct.SUSPEND, " "));
    }

    @Test
    void cards_are_found_by_organisation_and_state() {
        assertThat(control.count(OFFICER, filter())).isEqualTo(3);
        assertThat(control.search(OFFICER, new CardFilter("", organisation, Optional.of(CardState.SUSPENDED)), 0, 10))
                .extracting(CardView::id)
                .containsExactly(three.get(2).id());
        assertThat(control.count(OFFICER, new CardFilter("", "%" + organisation, Optional.empty())))
                .isZero();
        assertThat(control.count(OFFICER, new CardFilter("", organisation, Optional.of(CardState.EXPIRED))))
                .isZero();
    }

    private CardFilter filter() {
        return new CardFilter("", organisation, Optional.empty());
    }

    private PublicId prepared(CardAct act) {
        return bulks.prepare(OFFICER, filter(), act, "theo công văn 12");
    }

    private CardBulks.Progress finished(PublicId bulk) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!bulks.progress(OFFICER, bulk).finished()) {
            assertThat(System.nanoTime()).as("still under way").isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return bulks.progress(OFFICER, bulk);
    }

    private CardView now(int card) {
        return control.view(OFFICER, three.get(card).id());
    }

    private List<CardState> states() {
        return Stream.of(0, 1, 2).map(card -> now(card).state()).toList();
    }

    private int events(int card) {
        return control.history(OFFICER, three.get(card).id()).size();
    }
}
