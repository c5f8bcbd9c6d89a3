package vn.khanhhoa.thecovid.intake;

import org.junit.jupiter.api.Test;

/** 12,000 broken files of every kind; says how they ended and how long the slowest took. */
class FuzzingTheReaderBench {
    private static final int FILES = 12_000;

    @Test
    void broken_files() {
        FuzzingTheReader fuzzing = new FuzzingTheReader();
        fuzzing.read(0, FILES);
        System.out.printf(
                "BENCH intake.fuzz files=%d rows=%d slowest=%d ms endings=%s%n",
                FILES, fuzzing.checkedRows(), fuzzing.slowestMilliseconds(), fuzzing.endings());
    }
}
