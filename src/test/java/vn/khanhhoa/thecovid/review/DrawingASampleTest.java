package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawingASampleTest {
    private static final List<Long> NUMBERS = LongStream.range(0, 100).boxed().toList();

    @Test
    void the_seed_gives_the_same_order_again_whatever_order_the_numbers_come_in() {
        List<Long> backwards = LongStream.range(0, 100).map(i -> 99 - i).boxed().toList();

        assertThat(new Sample("a1").inOrder(backwards)).isEqualTo(new Sample("a1").inOrder(NUMBERS));
        assertThat(new Sample("a1").inOrder(NUMBERS)).containsExactlyInAnyOrderElementsOf(NUMBERS);
    }

    @Test
    void another_seed_gives_another_order() {
        assertThat(new Sample("a2").inOrder(NUMBERS))
                .isNotEqualTo(new Sample("a1").inOrder(NUMBERS))
                .isNotEqualTo(NUMBERS);
    }

    /** As anybody finds with {@code printf abc:0 | sha256sum}. */
    @Test
    void the_order_is_that_of_the_hashes() {
        assertThat(new Sample("abc").inOrder(List.of(0L, 1L, 2L, 3L))).containsExactly(3L, 2L, 0L, 1L);
    }
}
