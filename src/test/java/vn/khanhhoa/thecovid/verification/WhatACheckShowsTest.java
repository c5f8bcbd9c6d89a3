package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.token.TokenRejection;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.PublicId;

class WhatACheckShowsTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 10, 11);
    private static final LocalDate LAST = LocalDate.of(2021, 10, 31);
    private static final List<String> NAMES = List.of("Làm việc tại doanh nghiệp", "Lái xe chở hàng");

    @Test
    void a_code_in_hand_shows_what_is_printed_on_the_card() {
        CheckedCard shown = CheckedCard.inHand(card("Nguyễn Hoàng Phương Thảo", CardState.VALID), NAMES);

        assertThat(shown.name()).isEqualTo("Nguyễn Hoàng Phương Thảo");
        assertThat(shown.birthYear()).isEqualTo(1987);
        assertThat(shown.lastFour()).isEqualTo("0678");
        assertThat(shown.activities())
                .containsExactly(
                        new CheckedCard.Activity("LV_DN", "Làm việc tại doanh nghiệp"),
                        new CheckedCard.Activity("VT_HANG", "Lái xe chở hàng"));
    }

    @ParameterizedTest
    @CsvSource({"Nguyễn Hoàng Phương Thảo,N. H. P. T.", "  đặng   ánh ,Đ. Á.", "H'Hen Niê,H. N.", "𠀀 Vương,𠀀. V."})
    void a_typed_number_shows_initials_and_no_birth_year(String name, String initials) {
        CheckedCard shown = CheckedCard.byNumber(card(name, CardState.VALID), NAMES);

        assertThat(shown.name()).isEqualTo(initials);
        assertThat(shown.birthYear()).isNull();
        assertThat(shown.lastFour()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VALID,2021-10-10,NOT_YET_VALID",
        "VALID,2021-10-11,",
        "VALID,2021-10-31,",
        "EXPIRED,2021-11-01,EXPIRED",
        "SUSPENDED,2021-10-12,SUSPENDED",
        "REVOKED,2021-10-12,REVOKED",
        "REVOKED,2021-10-10,REVOKED",
        "SUPERSEDED,2021-10-12,SUPERSEDED"
    })
    void the_state_and_the_day_give_one_reason(CardState state, LocalDate today, CheckReason reason) {
        CheckResult result = CheckResult.of(card("Đặng Ánh", state), today, NAMES, CheckedCard::inHand);

        assertThat(result.reason()).isEqualTo(reason);
        assertThat(result.valid()).isEqualTo(reason == null);
        assertThat(result.card() != null).isEqualTo(result.valid());
    }

    @ParameterizedTest
    @EnumSource(TokenRejection.class)
    void every_reason_of_the_token_is_one_of_a_check(TokenRejection rejection) {
        assertThat(CheckReason.of(rejection.code()).code()).isEqualTo(rejection.code());
    }

    @Test
    void every_verdict_says_what_it_is_and_what_to_do_in_both_languages() {
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Stream.of(CheckReason.values()).map(CheckResult::not)).allSatisfy(result -> {
                assertThat(result.title(language)).isNotBlank();
                assertThat(result.advice(language)).isNotBlank();
                assertThat(result.tone()).isIn("bad", "warn", "unknown");
            });
            CheckResult good = CheckResult.of(card("Đặng Ánh", CardState.VALID), FIRST, NAMES, CheckedCard::inHand);
            assertThat(good.title(language)).isNotBlank();
            assertThat(good.tone()).isEqualTo("good");
        }
    }

    private static CardView card(String name, CardState state) {
        return new CardView(
                1,
                PublicId.random(),
                CardNumber.random(new Random(7)),
                2,
                3,
                4,
                5,
                6,
                6,
                name,
                1987,
                "0678",
                "Công ty",
                "Nhà máy",
                List.of("LV_DN", "VT_HANG"),
                FIRST,
                LAST,
                state,
                "",
                "KH1:",
                Instant.parse("2021-10-10T03:00:00Z"),
                0);
    }
}
