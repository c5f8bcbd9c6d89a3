package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.card.token.CardStatus;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

@InPortal
class TellingHowCardsStandIT {
    private static final Actor HEALTH_OFFICER = new Actor(1, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);
    private static final String HERE = "http://127.0.0.1/api/v1/status-list";

    @Inject
    private StatusLists lists;

    @Inject
    private LevelJob levels;

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
    void what_becomes_of_a_card_is_in_the_list_after_five_seconds() {
        CardView card = card();
        assertThat(status(card)).isEqualTo(CardStatus.VALID);

        control.suspend(HEALTH_OFFICER, card.id(), 0, "chờ kết quả");
        assertThat(status(card)).isEqualTo(CardStatus.SUSPENDED);
        control.restore(HEALTH_OFFICER, card.id(), 1, "âm tính");
        assertThat(status(card)).isEqualTo(CardStatus.VALID);
        control.revoke(HEALTH_OFFICER, card.id(), 2, "nghỉ việc");
        assertThat(status(card)).isEqualTo(CardStatus.INVALID);
    }

    @Test
    void a_new_code_has_another_place_and_the_old_one_is_invalid() {
        CardView old = card();
        control.reissue(HEALTH_OFFICER, old.id(), 0, "mất thẻ");
        CardView fresh = cards.ofEntry(old.entryId()).orElseThrow();

        assertThat(place(fresh)).isNotEqualTo(place(old));
        assertThat(status(old)).isEqualTo(CardStatus.INVALID);
        assertThat(status(fresh)).isEqualTo(CardStatus.VALID);
    }

    @Test
    void the_level_is_told_and_a_hold_looks_like_any_suspension() {
        CardView card = card();

        for (var each : List.of(
                List.of("GREEN", CardStatus.VALID_GREEN),
                List.of("YELLOW", CardStatus.VALID_YELLOW),
                List.of("RED", CardStatus.VALID_RED),
                List.of("HOLD", CardStatus.SUSPENDED))) {
            sql.update(
                    "UPDATE card_card SET level = ?, level_at = ? WHERE id = ?",
                    each.get(0),
                    clock.instant(),
                    card.cardId());
            assertThat(status(card)).isEqualTo(each.get(1));
        }
    }

    @Test
    void of_whom_nothing_is_known_the_level_is_unknown_and_not_asked_for_again_at_once() {
        CardView card = card();
        sql.update("UPDATE card_card SET level_due = '2021-01-01' WHERE id = ?", card.cardId());
        while (levels.step()) {
            assertThat(card).isNotNull();
        }

        assertThat(sql.number("SELECT COUNT(*) FROM card_card WHERE id = ? AND level IS NULL", card.cardId()))
                .isEqualTo(1);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM card_card WHERE id = ? AND level_due > ?",
                        card.cardId(),
                        clock.instant().plus(Duration.ofHours(23))))
                .isEqualTo(1);
        assertThat(status(card)).isEqualTo(CardStatus.VALID);
    }

    @Test
    void the_tag_stays_while_nothing_changes_and_what_changed_is_a_small_part() {
        CardView card = card();
        for (int many = 0; many < 20; many++) {
            card();
        }
        clock.forward(Duration.ofMinutes(30));
        if (LocalTime.now(clock.withZone(ZoneOffset.UTC)).isAfter(LocalTime.of(23, 50))) {
            clock.forward(Duration.ofMinutes(10)); // the day is a part of the tag
        }
        StatusLists.Signed before = lists.whole(Actor.PORTAL, HERE);
        Instant made = clock.instant();
        clock.forward(Duration.ofMinutes(2));
        assertThat(lists.whole(Actor.PORTAL, HERE).tag()).isEqualTo(before.tag());
        int nothing = lists.changes(Actor.PORTAL, HERE, made).orElseThrow().document().length;

        control.suspend(HEALTH_OFFICER, card.id(), 0, "chờ kết quả");
        clock.forward(Duration.ofSeconds(40));

        assertThat(lists.whole(Actor.PORTAL, HERE).tag()).isNotEqualTo(before.tag());
        assertThat(lists.changes(Actor.PORTAL, HERE, made).orElseThrow().document())
                .hasSizeBetween(nothing + Integer.BYTES, nothing + Integer.BYTES + 4);
        assertThat(lists.changes(Actor.PORTAL, HERE, made.minus(Duration.ofHours(25))))
                .isEmpty();
        assertThat(lists.changes(Actor.PORTAL, HERE, clock.instant().plusSeconds(60)))
                .isEmpty();
    }

    private CardView card() {
        return cards.ofEntry(entries.approved().entryId()).orElseThrow();
    }

    private CardStatus status(CardView card) {
        clock.forward(StatusLists.FRESH);
        return lists.at(Actor.PORTAL, place(card)).orElseThrow();
    }

    private long place(CardView card) {
        return sql.number("SELECT status_index FROM card_card WHERE id = ?", card.cardId());
    }
}
