package vn.khanhhoa.thecovid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsThroughProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(Optional.of("10.0.0.0/8, 127.0.0.1  fd00::/8"));

    @Test
    void without_a_setting_nobody_is_believed() {
        TrustedProxies none = new TrustedProxies(Optional.empty());

        assertThat(none.client("127.0.0.1", List.of("203.0.113.9"))).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1   | 203.0.113.9                            | 203.0.113.9",
                "10.200.3.4  | 203.0.113.9, 10.1.1.1                  | 203.0.113.9",
                "127.0.0.1   | 198.51.100.66, 203.0.113.9             | 203.0.113.9",
                "203.0.113.9 | 198.51.100.66                          | 203.0.113.9",
                "11.0.0.1    | 198.51.100.66                          | 11.0.0.1",
                "127.0.0.1   | ''                                     | 127.0.0.1",
                "127.0.0.1   | unknown                                | 127.0.0.1",
                "127.0.0.1   | 203.0.113.9, proxy.example             | 127.0.0.1",
                "127.0.0.1   | 10.0.0.7                               | 10.0.0.7",
                "fd00::1     | 2001:db8::5                            | 2001:db8:0:0:0:0:0:5",
                "::1         | 2001:db8::5                            | ::1",
            })
    void the_last_address_that_no_trusted_proxy_has_is_the_client(String peer, String header, String client) {
        assertThat(proxies.client(peer, List.of(header))).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 203.0.113.9",
                "2001:db8:1:2:3:4:5:6 | 2001:db8:1:2:0:0:0:0/64",
                "2001:db8:1:2::1 | 2001:db8:1:2:0:0:0:0/64",
                "proxy.example | proxy.example"
            })
    void limits_count_all_addresses_that_one_reader_has_as_one(String peer, String counted) {
        assertThat(proxies.network(peer, List.of())).isEqualTo(counted);
    }

    @Test
    void several_headers_read_as_one() {
        assertThat(proxies.client("127.0.0.1", List.of("198.51.100.66", "203.0.113.9, 10.1.1.1")))
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "fd00::/129", "10.0.0.300"})
    void a_setting_that_names_no_network_is_refused_by_name(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrustedProxies(Optional.of("127.0.0.1 " + wrong)))
                .withMessageContaining(wrong);
    }
}
