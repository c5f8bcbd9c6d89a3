package vn.khanhhoa.thecovid.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form came from a page of the portal, or it did not. */
class TellingOwnPostsTest {
    private static final String PORTAL = "https://the.khanhhoa.gov.vn/";
    private static final String BEHIND_A_PROXY = "10.0.0.7:8080";

    @Test
    void the_browser_says_so_before_all_else() {
        assertThat(isOwn("same-origin", "https://the.khanhhoa.gov.vn")).isTrue();
        assertThat(isOwn("none", null)).isTrue();
        assertThat(isOwn("cross-site", "https://the.khanhhoa.gov.vn")).isFalse();
        assertThat(isOwn("same-site", "https://khanhhoa.gov.vn")).isFalse();
    }

    @Test
    void an_older_browser_tells_the_origin() {
        assertThat(isOwn(null, "https://the.khanhhoa.gov.vn")).isTrue();
        assertThat(isOwn(null, "https://THE.khanhhoa.gov.vn:443")).isTrue();
        assertThat(isOwn(null, "http://10.0.0.7:8080"))
                .as("asked for by its own address")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "https://the.khanhhoa.gov.vn.evil.example",
                "https://the.khanhhoa.gov.vn@evil.example",
                "https://the.khanhhoa.gov.vn:8443",
                "http://the.khanhhoa.gov.vn",
                "not an origin"
            })
    void no_other_origin_passes(String origin) {
        assertThat(isOwn(null, origin)).isFalse();
    }

    @Test
    void a_still_older_one_tells_the_page_and_a_program_nothing() {
        assertThat(PostsFromElsewhere.isOwn(null, null, PORTAL + "agency/review-queue", BEHIND_A_PROXY, PORTAL))
                .isTrue();
        assertThat(PostsFromElsewhere.isOwn(null, null, "https://evil.example/x", BEHIND_A_PROXY, PORTAL))
                .isFalse();
        assertThat(isOwn(null, null)).isTrue();
    }

    private static boolean isOwn(@Nullable String site, @Nullable String origin) {
        return PostsFromElsewhere.isOwn(site, origin, null, BEHIND_A_PROXY, PORTAL);
    }
}
