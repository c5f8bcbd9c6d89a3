package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

@InPortal
class CheckingACardIT {
    private static final Actor HEALTH_OFFICER = new Actor(1, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);

    @Inject
    private Checking checking;

    @Inject
    private CardQueries cards;

    @Inject
    private CardControl control;

    @Inject
    private TestEntries entries;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void the_code_of_a_valid_card_shows_its_holder_and_what_it_is_for() {
        CheckResult result = byToken(card().token());

        assertThat(result.valid()).isTrue();
        assertThat(result.card()).isNotNull().satisfies(card -> {
            assertThat(card.name()).isEqualTo(TestEntries.NAME);
            assertThat(card.birthYear()).isEqualTo(1987);
            assertThat(card.lastFour()).isEqualTo(TestEntries.LAST_FOUR);
            assertThat(card.activities()).extracting(CheckedCard.Activity::code).containsExactly("LV_DN", "VT_HANG");
            assertThat(card.activities().get(1).name()).isEqualTo("Driving goods vehicles, delivery");
        });
    }

    @Test
    void the_number_of_a_valid_card_shows_initials_only() {
        CheckResult result = byNumber(card().number().toString().toLowerCase(Locale.ROOT));

        assertThat(result.card()).isNotNull().satisfies(card -> {
            assertThat(card.name()).isEqualTo("N. H. P. T.");
            assertThat(card.birthYear()).isNull();
        });
    }

    @Test
    void a_code_with_one_letter_changed_is_refused() {
        String token = card().token();
        int middle = token.length() / 2;
        char other = token.charAt(middle) == '0' ? '1' : '0';

        CheckResult result = byToken(token.substring(0, middle) + other + token.substring(middle + 1));

        assertThat(result.reason()).isIn(CheckReason.BAD_SIGNATURE, CheckReason.MALFORMED, CheckReason.BAD_BASE45);
        assertThat(result.card()).isNull();
    }

    @Test
    void what_happened_to_a_card_shows_at_once_by_code_and_by_number() {
        CardView card = card();

        control.suspend(HEALTH_OFFICER, card.id(), 0, "awaiting a test");
        assertThat(byToken(card.token()).reason()).isEqualTo(CheckReason.SUSPENDED);
        assertThat(byNumber(card.number().toString()).reason()).isEqualTo(CheckReason.SUSPENDED);

        control.restore(HEALTH_OFFICER, card.id(), 1, "the test was negative");
        assertThat(byToken(card.token()).valid()).isTrue();

        control.revoke(HEALTH_OFFICER, card.id(), 2, "left the organisation");
        assertThat(byToken(card.token()).reason()).isEqualTo(CheckReason.REVOKED);
    }

    @Test
    void a_reissued_card_ends_the_code_of_the_old_one() {
        CardView old = card();

        control.reissue(HEALTH_OFFICER, old.id(), 0, "lost");

        assertThat(byToken(old.token()).reason()).isEqualTo(CheckReason.SUPERSEDED);
        CardView fresh = cards.ofEntry(old.entryId()).orElseThrow();
        assertThat(byToken(fresh.token()).valid()).isTrue();
    }

    @Test
    void a_card_is_refused_before_its_first_day_and_after_its_last() {
        TestEntries.Entered entered = entries.pending();
        entries.approve(entered, LocalDate.now(clock).plusDays(3));
        CardView card = cards.ofEntry(entered.entryId()).orElseThrow();

        assertThat(byToken(card.token()).reason()).isEqualTo(CheckReason.NOT_YET_VALID);
        assertThat(byNumber(card.number().toString()).reason()).isEqualTo(CheckReason.NOT_YET_VALID);

        clock.forward(Duration.ofDays(3));
        assertThat(byToken(card.token()).valid()).isTrue();

        clock.forward(Duration.ofDays(21));
        assertThat(byToken(card.token()).reason()).isEqualTo(CheckReason.EXPIRED);
        assertThat(byNumber(card.number().toString()).reason()).isEqualTo(CheckReason.EXPIRED);
    }

    @Test
    void what_became_of_a_card_is_told_after_its_last_day_too() {
        CardView revoked = card();
        CardView lost = card();
        control.revoke(HEALTH_OFFICER, revoked.id(), 0, "left the organisation");
        control.reissue(HEALTH_OFFICER, lost.id(), 0, "lost");

        clock.forward(Duration.ofDays(30));

        assertThat(byToken(revoked.token()).reason()).isEqualTo(CheckReason.REVOKED);
        assertThat(byNumber(revoked.number().toString()).reason()).isEqualTo(CheckReason.REVOKED);
        assertThat(byToken(lost.token()).reason()).isEqualTo(CheckReason.SUPERSEDED);
    }

    @Test
    void what_is_done_to_many_cards_at_once_or_on_another_node_shows_within_seconds() {
        CardView card = card();
        assertThat(byToken(card.token()).valid()).isTrue();

        sql.update("UPDATE card_card SET state = 'SUSPENDED' WHERE id = ?", card.cardId());
        sql.update(
                "INSERT INTO card_event (id, card_id, state, reason, actor_id, at) SELECT NEXT VALUE FOR card_seq, ?,"
                        + " 'SUSPENDED', 'ổ dịch', 1, ?",
                card.cardId(),
                clock.instant());
        clock.forward(Duration.ofSeconds(5));

        assertThat(byToken(card.token()).reason()).isEqualTo(CheckReason.SUSPENDED);
    }

    @Test
    void a_card_that_was_checked_lately_is_checked_again_without_reading_it_anew() {
        CardView card = card();
        assertThat(byToken(card.token()).valid()).isTrue();

        sql.update("UPDATE card_card SET name = 'Ai Khác' WHERE id = ?", card.cardId());
        clock.forward(Duration.ofSeconds(5));

        assertThat(byToken(card.token()).card()).extracting(CheckedCard::name).isEqualTo(TestEntries.NAME);
    }

    @Test
    void numbers_are_limited_more_strictly_than_codes() {
        String address = PublicId.random().toString();
        for (int check = 0; check < 30; check++) {
            assertThat(checking.number("KH0", Locale.ENGLISH, address)).isInstanceOf(Checking.Checked.class);
        }

        assertThat(checking.number("KH0", Locale.ENGLISH, address))
                .isEqualTo(new Checking.TooManyChecks(Duration.ofMinutes(10)));
        assertThat(checking.token("KH1:", Locale.ENGLISH, address)).isInstanceOf(Checking.Checked.class);
    }

    private CardView card() {
        return cards.ofEntry(entries.approved().entryId()).orElseThrow();
    }

    /** Each check from an address of its own, so that no limit counts. */
    private CheckResult byToken(String token) {
        return result(checking.token(token, Locale.ENGLISH, PublicId.random().toString()));
    }

    private CheckResult byNumber(String number) {
        return result(checking.number(number, Locale.ENGLISH, PublicId.random().toString()));
    }

    private static CheckResult result(Checking.Outcome outcome) {
        return ((Checking.Checked) outcome).result();
    }
}
