package vn.khanhhoa.thecovid.platform.jobs;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long work keeps its thread: there are few, and some kinds of long work would keep all others waiting. */
public final class Turn {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private Turn() {}

    /**
     * Steps until nothing more follows or the turn is over.
     *
     * @param step one, which commits by itself; says whether more may follow
     * @return whether more may follow: whoever asks comes back for it
     */
    public static boolean of(BooleanSupplier step) {
        return of(LENGTH, step);
    }

    static boolean of(Duration length, BooleanSupplier step) {
        long begin = System.nanoTime();
        do {
            if (!step.getAsBoolean()) {
                return false;
            }
        } while (System.nanoTime() - begin < length.toNanos());
        return true;
    }
}
