package vn.khanhhoa.thecovid.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingARequestTest {
    @Test
    void depth_is_counted_outside_of_strings_only() {
        String brackets = "[".repeat(50);

        assertThat(RequestJson.isDeeperThan(16, "{\"a\":\"" + brackets + "\\\"" + brackets + "\"}"))
                .isFalse();
        assertThat(RequestJson.isDeeperThan(16, "[[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[]]"))
                .isFalse();
        assertThat(RequestJson.isDeeperThan(16, "[".repeat(17))).isTrue();
    }
}
