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
}
