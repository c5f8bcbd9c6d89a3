package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PRINTED =
            "KH7-2XQ4-9MT3-" + new CardNumber("72XQ49MT3").toString().charAt(14);

    @Test
    void is_grouped_for_reading_aloud() {
        assertThat(new CardNumber("72XQ49MT3")).hasToString(PRINTED);
        assertThat(PRINTED).matches("KH[0-9A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
    }

    @Property(tries = 500)
    void reads_back_what_it_prints(@ForAll long seed) {
        CardNumber number = CardNumber.random(new Random(seed));
        assertThat(CardNumber.parse(number.toString())).contains(number);
        assertThat(CardNumber.parse(number.toString().substring(2))).contains(number);
    }

    @Test
    void forgives_spaces_dashes_case_and_letters_that_look_like_digits() {
        CardNumber number = new CardNumber("01ABCDE10");
        String typed = number.toString();
        assertThat(CardNumber.parse(typed.toLowerCase(Locale.ROOT))).contains(number);
        assertThat(CardNumber.parse("  " + typed.replace("-", " ") + " ")).contains(number);
        assertThat(CardNumber.parse(typed.replace('-', '–'))).contains(number);
        assertThat(CardNumber.parse(typed.replace('0', 'O').replace('1', 'l'))).contains(number);
        assertThat(CardNumber.parse(typed.replace('0', 'o').replace('1', 'i'))).contains(number);
    }

    @Property(tries = 200)
    void finds_every_single_wrong_character(@ForAll long seed) {
        String plain = plain(seed);
        for (int at = 0; at < plain.length(); at++) {
            for (int index = 0; index < ALPHABET.length(); index++) {
                char wrong = ALPHABET.charAt(index);
                if (wrong != plain.charAt(at)) {
                    StringBuilder text = new StringBuilder(plain);
                    text.setCharAt(at, wrong);
                    assertThat(CardNumber.parse(text.toString()))
                            .as(text.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Property(tries = 500)
    void finds_every_two_characters_in_each_others_place(
            @ForAll long seed, @ForAll @IntRange(max = 9) int one, @ForAll @IntRange(max = 9) int other) {
        StringBuilder text = new StringBuilder(plain(seed));
        char kept = text.charAt(one);
        text.setCharAt(one, text.charAt(other));
        text.setCharAt(other, kept);
        if (!text.toString().equals(plain(seed))) {
            assertThat(CardNumber.parse(text.toString())).isEmpty();
        }
    }

    @Property(tries = 500)
    void finds_every_pair_that_became_another_pair(
            @ForAll long seed, @ForAll @IntRange(max = 8) int at, @ForAll @IntRange(max = 31) int wrong) {
        StringBuilder text = new StringBuilder(plain(seed));
        char twin = text.charAt(0);
        CardNumber number =
                new CardNumber(text.replace(at, at + 2, "" + twin + twin).substring(0, 9));
        StringBuilder doubled = new StringBuilder(number.toString().substring(2).replace("-", ""));
        if (at < 8 && ALPHABET.charAt(wrong) != twin) {
            doubled.replace(at, at + 2, ALPHABET.substring(wrong, wrong + 1).repeat(2));
            assertThat(CardNumber.parse(doubled.toString())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KH", "KH7-2XQ4-9MT", "KH7-2XQ4-9MT3", "KH7-2XU4-9MT3-8", "người", "𝟘000000000"})
    void anything_else_is_no_number(String typed) {
        assertThat(CardNumber.parse(typed)).isEmpty();
        assertThat(CardNumber.parse(PRINTED + " ".repeat(100))).isEmpty();
    }

    @Test
    void letters_outside_the_alphabet_cannot_become_a_number() {
        assertThatThrownBy(() -> new CardNumber("72XQ49MTI")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CardNumber("72XQ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String plain(long seed) {
        return CardNumber.random(new Random(seed)).toString().substring(2).replace("-", "");
    }
}
