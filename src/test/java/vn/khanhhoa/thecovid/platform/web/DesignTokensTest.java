package vn.khanhhoa.thecovid.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2.2 defines it: 4.5 for text (1.4.3), 3 for the edges of controls and the focus (1.4.11). */
class DesignTokensTest {
    private static final Path TOKENS = Path.of("webapp-themes", "primefaces-thecovid", "tokens.css");

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, paper-soft",
        "ink, accent-soft",
        "ink, good-soft",
        "ink, bad-soft",
        "ink, warn-soft",
        "ink-soft, paper",
        "ink-soft, paper-soft",
        "ink-soft, accent-soft",
        "accent, paper",
        "accent, paper-soft",
        "accent, accent-soft",
        "accent-deep, accent-soft",
        "on-accent, accent",
        "on-accent, accent-deep",
        "on-accent, bad",
        "on-accent, bad-deep",
        "good, good-soft",
        "bad, paper",
        "bad, bad-soft",
        "warn, warn-soft",
        "focus-ink, focus"
    })
    void text_can_be_read_on_its_surface(String text, String surface) throws IOException {
        assertThat(contrast(text, surface)).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @CsvSource({"line-strong, paper", "line-strong, paper-soft", "bad, paper", "focus, accent", "focus-ink, paper"})
    void edges_of_controls_stand_out(String edge, String surface) throws IOException {
        assertThat(contrast(edge, surface)).isGreaterThanOrEqualTo(3);
    }

    private static double contrast(String one, String other) throws IOException {
        double first = luminance(colour(one));
        double second = luminance(colour(other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static int colour(String token) throws IOException {
        Matcher value = Pattern.compile("--" + token + ": #([0-9a-f]{6});").matcher(Files.readString(TOKENS));
        assertThat(value.find()).as("the tokens have a colour %s", token).isTrue();
        return Integer.parseInt(value.group(1), 16);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
