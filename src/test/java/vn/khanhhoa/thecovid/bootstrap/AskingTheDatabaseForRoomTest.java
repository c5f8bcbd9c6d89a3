package vn.khanhhoa.thecovid.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class AskingTheDatabaseForRoomTest {
    @Test
    void what_mariadb_takes_by_default_is_too_little_and_the_operator_reads_what_to_set() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Packets.require(16 << 20))
                .withMessageContaining("16 MB")
                .withMessageContaining("max_allowed_packet=64M");
    }

    @Test
    void what_the_portal_s_own_databases_are_set_to_is_enough() {
        assertThatCode(() -> Packets.require(64 << 20)).doesNotThrowAnyException();
        assertThatCode(() -> Packets.require(32 << 20)).doesNotThrowAnyException();
    }
}
