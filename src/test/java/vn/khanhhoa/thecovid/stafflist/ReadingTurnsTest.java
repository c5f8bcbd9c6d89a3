package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTurnsTest {
    private final ReadingTurns turns = new ReadingTurns();

    @Test
    void one_large_file_of_an_organisation_at_a_time() {
        assertThat(turns.begin(1, true)).isTrue();
        assertThat(turns.begin(1, true)).isFalse();
        assertThat(turns.begin(2, true)).isTrue();

        turns.end(1, true);

        assertThat(turns.begin(1, true)).isTrue();
    }

    @Test
    void two_large_files_in_all() {
        turns.begin(1, true);
        turns.begin(2, true);

        assertThat(turns.begin(3, true)).isFalse();
        assertThat(turns.begin(3, false)).isTrue();
    }

    @Test
    void two_files_of_an_organisation_whatever_their_size() {
        assertThat(turns.begin(1, true)).isTrue();
        assertThat(turns.begin(1, false)).isTrue();
        assertThat(turns.begin(1, false)).isFalse();
        assertThat(turns.begin(2, false)).isTrue();

        turns.end(1, false);

        assertThat(turns.begin(1, true)).isFalse();
        assertThat(turns.begin(1, false)).isTrue();
    }
}
