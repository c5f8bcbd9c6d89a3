package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The first seeds of {@link FuzzingTheReaderBench}. */
class FuzzingTheReaderTest {
    @Test
    void a_broken_file_always_ends_in_a_reading_whose_rows_can_be_checked() {
        FuzzingTheReader fuzzing = new FuzzingTheReader();
        fuzzing.read(0, 900);
        assertThat(fuzzing.endings()).containsKeys("FinishedReading", "damaged", "no-header", "not-json-rows");
        assertThat(fuzzing.checkedRows()).isGreaterThan(2_000);
    }
}
