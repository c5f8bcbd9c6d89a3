package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.PosterOrder;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

/** Somebody scans the poster of a place and gives their card. */
@InPortal
class CheckingInIT {
    private static final Actor HEALTH_OFFICER = new Actor(1, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);

    @Inject
    private CheckIns checkIns;

    @Inject
    private Posters posters;

    @Inject
    private CardControl control;

    @Inject
    private CardQueries cards;

    @Inject
    private Posts keeping;

    @Inject
    private TestPosts some;

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
    void a_poster_leads_to_its_place_until_it_is_old() {
        Actor head = some.head();
        PublicId post = some.post(head);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> order(head, post));
        posters.renew(head, post, 2);
        String first = code(head, post);
        assertThat(checkIns.door(first)).isInstanceOf(CheckIns.Place.class);

        posters.renew(head, post, 30);
        String second = code(head, post);
        assertThat(second).isNotEqualTo(first);
        assertThat(checkIns.door(first)).as("there is a day to change it").isInstanceOf(CheckIns.Place.class);
        clock.forward(Duration.ofHours(25));
        assertThat(checkIns.door(first)).isInstanceOf(CheckIns.OldPoster.class);
        assertThat(checkIns.door(second)).isInstanceOf(CheckIns.Place.class);
        assertThat(checkIns.checkIn(first, PublicId.random(), "", card().token(), "", network()))
                .isEmpty();
        clock.forward(Duration.ofDays(31));
        assertThat(checkIns.door(second)).isInstanceOf(CheckIns.OldPoster.class);
        assertThat(posters.newest(head, post).orElseThrow().isOver(clock.instant()))
                .isTrue();

        assertThat(checkIns.door("made-up")).isInstanceOf(CheckIns.NoPoster.class);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> posters.renew(some.head(), post, 30));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> posters.renew(head, post, 0));
    }

    @Test
    void the_same_form_counts_once_and_another_card_by_it_is_another_check() {
        String poster = poster();
        CardView one = card();
        CardView two = card();
        PublicId once = PublicId.random();

        PublicId first = noted(checkIns.checkIn(poster, once, "", one.token(), "", network()));
        PublicId again =
                noted(checkIns.checkIn(poster, once, "", one.number().toString(), TestEntries.LAST_FOUR, network()));
        PublicId other = noted(checkIns.checkIn(poster, once, "", two.token(), "", network()));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(scans(one)).isEqualTo(1);
        assertThat(scans(two)).isEqualTo(1);
        assertThat(noted(checkIns.checkIn(poster, PublicId.random(), "", one.token(), "", network())))
                .as("there already")
                .isEqualTo(first);
        assertThat(scans(one)).isEqualTo(1);
        clock.forward(Duration.ofDays(1));
        assertThat(noted(checkIns.checkIn(poster, PublicId.random(), "", one.token(), "", network())))
                .isNotEqualTo(first);
        assertThat(scans(one)).isEqualTo(2);
    }

    @Test
    void the_answer_names_nobody_tells_no_cause_and_is_shown_for_two_hours() {
        CardView card = card();
        String poster = poster();
        control.suspend(HEALTH_OFFICER, card.id(), 0, "chờ kết quả xét nghiệm");
        PublicId id = noted(checkIns.checkIn(poster, PublicId.random(), "QC_LIENHUYEN", card.token(), "", network()));

        CheckIns.Answer answer = checkIns.answer(id).orElseThrow();
        assertThat(answer.verdict()).isEqualTo(Verdict.STOP);
        assertThat(answer.reason()).isEqualTo("suspended");
        assertThat(answer.initials()).isEqualTo("N. H. P. T.");
        assertThat(answer.toString()).doesNotContain("xét nghiệm", TestEntries.NAME);
        clock.forward(Duration.ofHours(3));
        assertThat(checkIns.answer(id)).isEmpty();
        assertThat(checkIns.answer(PublicId.random())).isEmpty();
    }

    @Test
    void a_number_needs_what_is_printed_beside_it_and_what_is_no_card_is_not_counted() {
        CardView card = card();
        String poster = poster();
        String number = card.number().toString();

        for (String tail : new String[] {"", "0000", "678"}) {
            assertThat(checkIns.checkIn(poster, PublicId.random(), "", number, tail, network()))
                    .contains(new CheckIns.NotRead(CheckReason.UNKNOWN_CARD));
        }
        assertThat(checkIns.checkIn(poster, PublicId.random(), "", "KH0", "", network()))
                .contains(new CheckIns.NotRead(CheckReason.BAD_NUMBER));
        assertThat(checkIns.checkIn(poster, PublicId.random(), "", "KH2:ABC", "", network())
                        .orElseThrow())
                .isInstanceOf(CheckIns.NotRead.class);
        assertThat(scans(card)).isZero();
        control.reissue(HEALTH_OFFICER, card.id(), 0, "mất thẻ");
        PublicId id = noted(checkIns.checkIn(poster, PublicId.random(), "", card.token(), "", network()));
        assertThat(checkIns.answer(id).orElseThrow().reason()).isEqualTo("superseded");

        String guessing = network();
        for (int guess = 0; guess < 30; guess++) {
            checkIns.checkIn(poster, PublicId.random(), "", number, "0000", guessing);
        }
        assertThat(checkIns.checkIn(poster, PublicId.random(), "", number, TestEntries.LAST_FOUR, guessing))
                .contains(new CheckIns.TooMany());
    }

    @Test
    void what_hangs_on_the_holders_level_is_told_at_the_door_alone() {
        CardView card = card();
        PublicId id = noted(checkIns.checkIn(poster(), PublicId.random(), "", card.token(), "", network()));
        for (String[] kept : new String[][] {{"STOP", "not-allowed"}, {"MORE", "needs-more"}, {"MORE", "no-rule"}}) {
            sql.update(
                    "UPDATE verification_scan SET verdict = ?, reason = ? WHERE device_id = 0 AND client_id = ?",
                    kept[0],
                    kept[1],
                    id);
            CheckIns.Answer answer = checkIns.answer(id).orElseThrow();
            assertThat(answer.verdict()).as(kept[1]).isEqualTo(Verdict.MORE);
            assertThat(answer.reason()).as(kept[1]).isEqualTo("at-the-door");
        }
    }

    @Test
    void where_it_is_closed_nobody_checks_in() {
        Actor head = some.head();
        PublicId post = some.post(head);
        posters.renew(head, post, 30);
        keeping.close(head, post, null);
        CardView card = card();

        assertThat(checkIns.checkIn(code(head, post), PublicId.random(), "", card.token(), "", network()))
                .contains(new CheckIns.Closed());
        assertThat(scans(card)).isZero();
    }

    @Test
    void a_card_checks_in_a_dozen_times_a_day_and_what_others_make_up_does_not_count_as_the_holders() {
        CardView card = card();
        String poster = poster();
        String other = network();
        for (int visit = 0; visit < 12; visit++) {
            noted(checkIns.checkIn(poster, PublicId.random(), "", card.token(), "", other));
            clock.forward(Duration.ofMinutes(31));
        }

        assertThat(checkIns.checkIn(poster, PublicId.random(), "", card.token(), "", other))
                .contains(new CheckIns.TooManyOfCard());
        assertThat(scans(card)).isEqualTo(12);
        noted(checkIns.checkIn(poster, PublicId.random(), "", card.token(), "", network()));
    }

    private long scans(CardView card) {
        return sql.number(
                "SELECT COUNT(*) FROM verification_scan WHERE card_id = ? AND way = 'POSTER' AND device_id = 0",
                card.cardId());
    }

    private static PublicId noted(Optional<CheckIns.Outcome> outcome) {
        return ((CheckIns.Noted) outcome.orElseThrow()).id();
    }

    private String poster() {
        Actor head = some.head();
        PublicId post = some.post(head);
        posters.renew(head, post, 30);
        return code(head, post);
    }

    private PosterOrder order(Actor head, PublicId post) {
        return posters.order(head, post, "", Locale.ENGLISH);
    }

    private String code(Actor head, PublicId post) {
        return order(head, post).code();
    }

    private CardView card() {
        return cards.ofEntry(entries.approved().entryId()).orElseThrow();
    }

    private static String network() {
        return PublicId.random().toString();
    }
}
