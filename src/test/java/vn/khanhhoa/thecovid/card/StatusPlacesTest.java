package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusPlacesTest {
    private static final byte[] KEY = new byte[16];

    @Test
    void each_place_of_a_block_is_there_once() {
        int[] order = StatusPlaces.order(KEY, 3);

        assertThat(Arrays.stream(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, StatusPlaces.BLOCK).toArray());
    }

    @Test
    void every_node_finds_the_same_order_and_nobody_without_the_key() {
        byte[] other = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

        assertThat(StatusPlaces.order(KEY, 3)).isEqualTo(StatusPlaces.order(KEY, 3));
        assertThat(StatusPlaces.order(KEY, 3)).isNotEqualTo(StatusPlaces.order(other, 3));
        assertThat(StatusPlaces.order(KEY, 3)).isNotEqualTo(StatusPlaces.order(KEY, 4));
    }

    /** Of 65,535 pairs about a third of those that are one apart by chance, which is two. */
    @Test
    void cards_that_were_issued_one_after_the_other_do_not_stand_beside_each_other() {
        int[] order = StatusPlaces.order(KEY, 0);

        assertThat(IntStream.range(1, order.length)
                        .filter(card -> Math.abs(order[card] - order[card - 1]) == 1)
                        .count())
                .isLessThan(20);
    }
}
