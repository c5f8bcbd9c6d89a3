package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

class ColumnNamesTest {
    private static final ColumnNames NAMES =
            new ColumnNames(ListFiles.forms().version("M02", 1).orElseThrow());

    @Test
    void keys_are_named_in_the_readers_language() {
        String keys = ColumnNames.keys(NAMES.form(), Set.of("phone", "full_name"));
        assertThat(keys).isEqualTo("full_name, phone");
        assertThat(NAMES.of(keys, true)).isEqualTo("Full name, Phone");
        assertThat(NAMES.of(keys, false)).isEqualTo("Họ và tên, Điện thoại");
    }

    @Test
    void so_are_labels_of_earlier_days_with_commas_of_their_own() {
        assertThat(NAMES.of("Phòng, ban, bộ phận, Điện thoại", true)).isEqualTo("Unit, Phone");
    }

    @Test
    void what_is_no_column_stays_as_it_is() {
        assertThat(NAMES.of("", true)).isEmpty();
        assertThat(NAMES.of("Cột cũ, phone, pho", true)).isEqualTo("Cột cũ, Phone, pho");
    }
}
