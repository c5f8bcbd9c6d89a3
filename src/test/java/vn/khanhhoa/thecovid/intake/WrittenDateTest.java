package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
    @ParameterizedTest
    @CsvSource({"03/04/1985, 04/03/1985", "3-4-1985, 04/03/1985", "12.1.85, 01/12/85"})
    void day_and_month_change_places(String given, String turned) {
        assertThat(WrittenDate.turned(given)).contains(turned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25/04/1985", "04/25/1985", "04/04/1985", "1985-04-03", "04/1985", "1985", "hôm nay", ""})
    void where_one_order_alone_makes_a_date_nothing_is_turned(String given) {
        assertThat(WrittenDate.turned(given)).isEmpty();
    }
}
