package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads broken files one after the other and counts how it ended. */
final class FuzzingTheReader {
    private static final long LONGEST_NANOSECONDS = 2_000_000_000L;

    private final HostileLists lists = new HostileLists();
    private final ListReader reader = new ListReader(ReadingLimits.DEFAULT);
    private final Map<String, Integer> endings = new TreeMap<>();
    private long slowest;

    /** @throws AssertionError naming the seed whose file did not end in a reading, or took too long */
    void read(long fromSeed, int count) {
        for (long seed = fromSeed; seed < fromSeed + count; seed++) {
            byte[] file = lists.make(seed);
            long start = System.nanoTime();
            try {
                count(reader.read(file, ListFiles.formWithAliases(), ReadingChoices.NONE, row -> {}));
                ReadingChoices all = new ReadingChoices(List.of("A"), Optional.of(true), Map.of());
                reader.read(file, ListFiles.formWithAliases(), all, row -> {});
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError escaped) {
                throw new AssertionError("seed " + seed, escaped);
            }
            long taken = System.nanoTime() - start;
            slowest = Math.max(slowest, taken);
            if (taken > LONGEST_NANOSECONDS) {
                throw new AssertionError("seed " + seed + " took " + taken / 1_000_000 + " ms");
            }
        }
    }

    private void count(Reading reading) {
        String ending = reading instanceof Unreadable unreadable
                ? unreadable.code().key()
                : reading.getClass().getSimpleName();
        endings.merge(ending, 1, Integer::sum);
    }

    Map<String, Integer> endings() {
        return endings;
    }

    long slowestMilliseconds() {
        return slowest / 1_000_000;
    }
}
