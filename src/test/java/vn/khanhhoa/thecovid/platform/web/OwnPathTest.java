package vn.khanhhoa.thecovid.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/agency/home",
                "/organisation/staff-list?id=7Q4M2X&page=2",
                "/admin/accounts?text=a%20b",
                "/citizen/status?view=a:b"
            })
    void a_path_of_the_portal(String path) {
        assertThat(OwnPath.isOwn(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agency/home",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                " /evil",
                "/a b",
                "/a\r\nSet-Cookie: x=1",
                "https://evil.example/",
                "javascript:alert(1)",
                "/#//evil",
                "/đường",
                "null"
            })
    void anything_else(String path) {
        assertThat(OwnPath.isOwn(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/organisation/staff-list",
                "/resources/primefaces-thecovid/theme.css",
                "/api/v1/staff-lists/0kq-_A",
                "/public/%C4%91"
            })
    void an_address_of_one_reading(String rawPath) {
        assertThat(OwnPath.isPlain(rawPath)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/resources//x",
                "//evil.example/..%2f",
                "/resources/..%2Forganisation/home",
                "/public/..%5corganisation",
                "/public\\organisation",
                "/public/../organisation/home",
                "/public/..",
                "/./public",
                "/public/%2e%2e/organisation/home",
                "/organisation/home;jsessionid=0123",
                "/organisation/home%00",
                "/organisation/home%0d%0aX:1"
            })
    void an_address_of_two_readings(String rawPath) {
        assertThat(OwnPath.isPlain(rawPath)).isFalse();
    }
}
