package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads broken files one after the other, checks the rows that come out, and counts how it ended. */
final class FuzzingTheReader {
    private static final long LONGEST_NANOSECONDS = 2_000_000_000L;

    private final HostileLists lists = new HostileLists();
    private final ListReader reader = new ListReader(ReadingLimits.DEFAULT);
    private final Map<String, Integer> endings = new TreeMap<>();
    private long slowest;
    private int rows;

    /** @throws AssertionError naming the seed whose file did not end in a reading and checked rows, or took too long */
    void read(long fromSeed, int count) {
        for (long seed = fromSeed; seed < fromSeed + count; seed++) {
            byte[] file = lists.make(seed);
            long start = System.nanoTime();
            try {
                count(read(file, ReadingChoices.NONE));
                read(file, new ReadingChoices(List.of("A"), Optional.of(true), Map.of()));
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

    private Reading read(byte[] file, ReadingChoices choices) {
        RowChecker checker =
                new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        List<CheckedRow> checked = new ArrayList<>();
        Reading reading = reader.read(file, ListFiles.form(), choices, row -> checked.add(checker.check(row)));
        checker.conclude(checked);
        rows += checked.size();
        return reading;
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

    /** Of both readings of each file. */
    int checkedRows() {
        return rows;
    }

    long slowestMilliseconds() {
        return slowest / 1_000_000;
    }
}
