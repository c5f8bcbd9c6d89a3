package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

@InPortal
class KeepingKeysIT {
    private static final Actor ONE = new Actor(9_001, "Nguyễn Quản Trị", Role.ADMINISTRATOR, 0, 0);
    private static final Actor OTHER = new Actor(9_002, "Lý Thị Quản Trị", Role.ADMINISTRATOR, 0, 0);
    private static final Actor HEALTH_OFFICER = new Actor(1, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private KeyKeeping keeping;

    @Inject
    private CardQueries cards;

    @Inject
    private CardControl control;

    @Inject
    private TokenReading tokens;

    @Inject
    private TestEntries entries;

    @Inject
    private Jobs jobs;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
        keeping.waiting(ONE).forEach(request -> keeping.decline(ONE, request.id()));
    }

    @Test
    void what_one_person_asks_is_done_when_another_approves() {
        int before = keeping.all(ONE).size();
        keeping.askForNew(ONE, "Đổi khóa hằng năm");
        PublicId request = only();

        broken("card.key-own-request", () -> keeping.approve(ONE, request));
        assertThat(keeping.all(ONE)).hasSize(before);
        keeping.approve(OTHER, request);

        assertThat(keeping.all(ONE)).hasSize(before + 1);
        broken("card.key-decided-already", () -> keeping.approve(OTHER, request));
        assertThat(trail("card.key-asked")).isPositive();
        assertThat(trail("card.key-approved")).isPositive();
    }

    @Test
    void what_is_declined_or_taken_back_is_not_done() {
        int before = keeping.all(ONE).size();
        keeping.askForNew(ONE, "Thử");
        keeping.decline(OTHER, only());
        keeping.askForNew(ONE, "Thử");
        keeping.decline(ONE, only());

        assertThat(keeping.all(ONE)).hasSize(before);
        assertThat(keeping.waiting(ONE)).isEmpty();
    }

    @Test
    void one_thing_at_a_time_is_asked_of_a_key_and_only_with_a_reason() {
        broken("card.reason-missing", () -> keeping.askForNew(ONE, "  "));
        keeping.askForNew(ONE, "Thử");
        broken("card.key-asked-already", () -> keeping.askForNew(OTHER, "Thử"));
        keeping.decline(ONE, only());
        KeyView key = made();
        keeping.ask(ONE, key.id(), KeyAct.RETIRE, null, "Thử");
        broken("card.key-asked-already", () -> keeping.ask(OTHER, key.id(), KeyAct.ACTIVATE, null, "Thử"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> keeping.ask(ONE, PublicId.random(), KeyAct.RETIRE, null, "Thử"));
    }

    @Test
    void a_key_is_published_before_it_signs_and_signs_from_its_day_on() {
        KeyView key = made();
        assertThat(tokens.jwkSet()).contains("\"kid\":\"" + key.kid() + "\"");
        assertThat(kidOf(card())).isNotEqualTo(key.kid());

        done(key, KeyAct.ACTIVATE, clock.instant().plus(Duration.ofDays(2)));
        assertThat(kidOf(card())).isNotEqualTo(key.kid());
        assertThat(view(key).signing()).isFalse();

        clock.forward(Duration.ofDays(3));
        CardView card = card();
        assertThat(kidOf(card)).isEqualTo(key.kid());
        assertThat(view(key).signing()).isTrue();
        assertThat(view(key).signed()).isEqualTo(1);
        assertThat(tokens.read(card.token()))
                .isInstanceOfSatisfying(
                        TokenReading.Genuine.class,
                        read -> assertThat(read.card()).isEqualTo(card.number()));
    }

    @Test
    void a_retired_key_signs_no_more_and_what_it_signed_is_good() {
        KeyView key = active();
        CardView card = card();
        done(key, KeyAct.RETIRE, null);

        assertThat(kidOf(card())).isNotEqualTo(key.kid());
        assertThat(tokens.read(card.token()))
                .isInstanceOfSatisfying(
                        TokenReading.Genuine.class,
                        read -> assertThat(read.card()).isEqualTo(card.number()));
        broken("card.key-not-so", () -> keeping.ask(ONE, key.id(), KeyAct.ACTIVATE, null, "Thử"));
    }

    @Test
    void the_only_key_that_signs_is_not_retired() {
        KeyView last =
                keeping.all(ONE).stream().filter(KeyView::signing).findFirst().orElseThrow();
        long others = sql.update("UPDATE card_key SET state = 'READY' WHERE state = 'ACTIVE' AND kid <> ?", kid(last));
        try {
            broken("card.key-last", () -> keeping.ask(ONE, last.id(), KeyAct.RETIRE, null, "Thử"));
        } finally {
            assertThat(sql.update(
                            "UPDATE card_key SET state = 'ACTIVE' WHERE state = 'READY' AND active_from IS NOT NULL"))
                    .isEqualTo((int) others);
        }
    }

    @Test
    void all_cards_of_a_key_that_became_known_get_one_new_code_each() {
        KeyView key = active();
        List<CardView> old = List.of(card(), card(), card());
        control.suspend(HEALTH_OFFICER, old.get(1).id(), 0, "chờ kết quả");
        control.revoke(HEALTH_OFFICER, old.get(2).id(), 0, "nghỉ việc");

        done(key, KeyAct.COMPROMISE, null);

        old.forEach(card -> assertThat(tokens.read(card.token())).isEqualTo(new TokenReading.Refused("withdrawn-key")));
        assertThat(tokens.jwkSet()).doesNotContain("\"kid\":\"" + key.kid() + "\"");
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (view(key).isReissuing() || jobs.isPending(ReissueJob.NAME, number(key))) {
            assertThat(System.nanoTime()).as("still giving new codes").isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(view(key).current()).isZero();
        assertThat(view(key).toReissue()).isEqualTo(2);
        CardView valid = cards.ofEntry(old.get(0).entryId()).orElseThrow();
        CardView suspended = cards.ofEntry(old.get(1).entryId()).orElseThrow();
        CardView revoked = cards.ofEntry(old.get(2).entryId()).orElseThrow();
        assertThat(valid.state()).isEqualTo(CardState.VALID);
        assertThat(tokens.read(valid.token()))
                .isInstanceOfSatisfying(
                        TokenReading.Genuine.class,
                        read -> assertThat(read.card()).isEqualTo(valid.number()));
        assertThat(kidOf(valid)).isNotEqualTo(key.kid());
        assertThat(valid.number()).isNotEqualTo(old.get(0).number());
        assertThat(suspended.state()).isEqualTo(CardState.SUSPENDED);
        assertThat(suspended.reason()).isEqualTo("chờ kết quả");
        assertThat(suspended.id()).isNotEqualTo(old.get(1).id());
        assertThat(revoked.id()).isEqualTo(old.get(2).id());
        for (CardView card : old) {
            assertThat(sql.number("SELECT COUNT(*) FROM card_card WHERE current_entry = ?", card.entryId()))
                    .isLessThanOrEqualTo(1);
        }
        assertThat(sql.number("SELECT COUNT(*) FROM notification_task WHERE news = 'CARDS_REISSUED'")
                        + sql.number("SELECT COUNT(*) FROM notification_message WHERE kind = 'PERSON_REISSUED'"))
                .isPositive();
        assertThat(trail("card.reissued-key")).isPositive();
    }

    @Test
    void nobody_else_has_a_say() {
        for (Role role : Role.values()) {
            Actor actor = new Actor(9_003, "", role, 1, 1);
            if (role != Role.ADMINISTRATOR) {
                assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> keeping.all(actor));
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> keeping.approve(actor, PublicId.random()));
            }
        }
    }

    private KeyView made() {
        List<PublicId> before = keeping.all(ONE).stream().map(KeyView::id).toList();
        keeping.askForNew(ONE, "Thử");
        keeping.approve(OTHER, only());
        return keeping.all(ONE).stream()
                .filter(key -> !before.contains(key.id()))
                .findFirst()
                .orElseThrow();
    }

    private KeyView active() {
        KeyView key = made();
        done(key, KeyAct.ACTIVATE, null);
        return key;
    }

    private void done(KeyView key, KeyAct act, @Nullable Instant from) {
        keeping.ask(ONE, key.id(), act, from, "Thử");
        keeping.approve(OTHER, only());
    }

    private PublicId only() {
        List<KeyRequest> waiting = keeping.waiting(ONE);
        assertThat(waiting).hasSize(1);
        return waiting.get(0).id();
    }

    private KeyView view(KeyView key) {
        return keeping.view(ONE, key.id());
    }

    private String number(KeyView key) {
        return String.valueOf(sql.number("SELECT id FROM card_key WHERE public_id = ?", key.id()));
    }

    private byte[] kid(KeyView key) {
        return Base64.getUrlDecoder().decode(key.kid());
    }

    private CardView card() {
        return cards.ofEntry(entries.approved().entryId()).orElseThrow();
    }

    private String kidOf(CardView card) {
        return sql.first(
                        "SELECT kid FROM card_card WHERE id = ?",
                        row -> Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes(1)),
                        card.cardId())
                .orElseThrow();
    }

    private long trail(String action) {
        return sql.number("SELECT COUNT(*) FROM audit_record WHERE action = ?", action);
    }

    private static void broken(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .satisfies(violation -> assertThat(violation.code()).isEqualTo(code));
    }
}
