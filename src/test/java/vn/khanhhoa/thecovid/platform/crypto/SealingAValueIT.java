package vn.khanhhoa.thecovid.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;

@InPortal
class SealingAValueIT {
    private static final String VALUE = "079200000001 Nguyễn Thị Hà";

    @Inject
    private DataCipher cipher;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource dataSource;

    @Test
    void opens_to_the_same_value_and_shows_nothing_of_it_while_sealed() {
        byte[] sealed = cipher.seal(VALUE);

        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("079200000001", "Hà");
        assertThat(cipher.open(sealed)).isEqualTo(VALUE);
    }

    @Test
    void seals_equal_values_differently() {
        assertThat(cipher.seal(VALUE)).isNotEqualTo(cipher.seal(VALUE));
    }

    @Test
    void notices_a_flipped_bit() {
        byte[] sealed = cipher.seal(VALUE);
        sealed[sealed.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> cipher.open(sealed));
    }

    @Test
    void matches_equal_values_of_one_kind_only() {
        assertThat(cipher.match("identity", VALUE)).hasSize(32).isEqualTo(cipher.match("identity", VALUE));
        assertThat(cipher.match("identity", VALUE)).isNotEqualTo(cipher.match("phone", VALUE));
    }

    @Test
    void keeps_one_key_for_each_purpose_wrapped_in_the_database() throws Exception {
        cipher.seal(VALUE);
        try (Connection connection = dataSource.getConnection();
                ResultSet keys = connection
                        .createStatement()
                        .executeQuery("SELECT COUNT(*), COUNT(DISTINCT purpose), MIN(LENGTH(wrapped))"
                                + " FROM platform_data_key")) {
            keys.next();
            assertThat(keys.getInt(1)).isEqualTo(2);
            assertThat(keys.getInt(2)).isEqualTo(2);
            assertThat(keys.getInt(3)).as("bytes of a wrapped 256-bit key").isEqualTo(40);
        }
    }
}
