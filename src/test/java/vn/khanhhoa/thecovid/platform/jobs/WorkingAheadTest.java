package vn.khanhhoa.thecovid.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkingAheadTest {
    private final List<Thread> threads = new ArrayList<>();

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        threads.add(thread);
        return thread;
    }

    /** A thread whose work is over needs a moment to end. */
    private void assertNobodyIsLeft() {
        assertThat(threads).isNotEmpty().allSatisfy(thread -> {
            thread.join(1_000);
            assertThat(thread.isAlive()).isFalse();
        });
    }

    @Test
    void parts_are_used_in_their_order_by_the_thread_that_asked() {
        List<Integer> used = new ArrayList<>();
        Ahead.<Integer>work(this::thread, parts -> IntStream.range(0, 500).forEach(parts::accept), part -> {
            assertThat(threads).doesNotContain(Thread.currentThread());
            used.add(part);
        });

        assertThat(used).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void the_next_part_is_made_while_one_is_used_and_not_many_more() {
        CountDownLatch second = new CountDownLatch(2);
        AtomicInteger made = new AtomicInteger();
        Ahead.<Integer>work(
                this::thread,
                parts -> IntStream.range(0, 20).forEach(part -> {
                    made.incrementAndGet();
                    second.countDown();
                    parts.accept(part);
                }),
                part -> {
                    try {
                        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException stop) {
                        throw new IllegalStateException(stop);
                    }
                    assertThat(made.get() - part).isLessThanOrEqualTo(3);
                });

        assertThat(made).hasValue(20);
    }

    @Test
    void where_the_next_part_cannot_be_made_those_before_are_used_and_the_reason_is_told() {
        List<Integer> used = new ArrayList<>();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ahead.<Integer>work(
                        this::thread,
                        parts -> {
                            parts.accept(1);
                            throw new IllegalArgumentException("no more");
                        },
                        used::add))
                .withMessage("no more");

        assertThat(used).containsExactly(1);
    }

    @Test
    void where_a_part_cannot_be_used_no_more_are_made_and_the_reason_is_told() {
        AtomicInteger made = new AtomicInteger();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Ahead.<Integer>work(
                        this::thread,
                        parts -> IntStream.range(0, 1_000_000).forEach(part -> {
                            made.incrementAndGet();
                            parts.accept(part);
                        }),
                        part -> {
                            throw new IllegalStateException("not of use");
                        }))
                .withMessage("not of use");

        assertNobodyIsLeft();
        assertThat(made.get()).isLessThan(10);
    }
}
