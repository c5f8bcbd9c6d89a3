package vn.khanhhoa.thecovid.platform.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work in two lanes: the next part is made in a thread of its own while the last one is used in the caller's, where its
 * transactions are. Parts are used in the order in which they are made. A failure of either lane ends both, and neither
 * outlives the call.
 */
@ApplicationScoped
public class Ahead {
    private static final int WAITING = 1;
    private static final long LOOK_MILLIS = 20;

    @Resource
    private ManagedThreadFactory threads;

    /**
     * @param maker hands over each part, and waits there while the one before it is not wanted yet
     * @param user of one part
     */
    public <T> void work(Consumer<Consumer<T>> maker, Consumer<T> user) {
        work(threads, maker, user);
    }

    static <T> void work(ThreadFactory threads, Consumer<Consumer<T>> maker, Consumer<T> user) {
        Lane<T> lane = new Lane<>();
        FutureTask<Boolean> making = new FutureTask<>(() -> maker.accept(lane), true);
        threads.newThread(making).start();
        try {
            while (!making.isDone() || !lane.made.isEmpty()) {
                T part = lane.next();
                if (part != null) {
                    user.accept(part);
                }
            }
        } finally {
            lane.over = true;
            awaitEnd(making);
        }
        failLike(making);
    }

    private static final class Lane<T> implements Consumer<T> {
        private final BlockingQueue<T> made = new ArrayBlockingQueue<>(WAITING);
        private volatile boolean over;

        @Override
        public void accept(T part) {
            try {
                do {
                    if (over) {
                        throw new CancellationException("nobody wants any more");
                    }
                } while (!made.offer(part, LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException stop) {
                throw stopped(stop);
            }
        }

        @Nullable T next() {
            try {
                return made.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                throw stopped(stop);
            }
        }
    }

    private static IllegalStateException stopped(InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped at work", stop);
    }

    private static void awaitEnd(FutureTask<?> making) {
        boolean interrupted = Thread.interrupted();
        while (!making.isDone()) {
            try {
                making.get();
            } catch (InterruptedException again) {
                interrupted = true;
            } catch (ExecutionException | CancellationException ended) {
                break; // as whoever asked for it is told next, or by what failed first
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void failLike(FutureTask<?> making) {
        try {
            making.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the part ahead could not be made", failed.getCause());
        } catch (InterruptedException stop) {
            throw stopped(stop);
        }
    }
}
