package vn.khanhhoa.thecovid.card.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

class WordingTest {
    @Test
    void every_key_is_worded_in_both_languages() throws IOException {
        assertThat(keys("vi")).isEqualTo(keys("en"));
    }

    @Test
    void every_letter_of_the_wording_is_in_the_font() throws IOException {
        for (String language : new String[] {"vi", "en"}) {
            assertThat(keys(language)).isNotEmpty().allSatisfy(key -> {
                String words = Wording.in(Locale.forLanguageTag(language)).say(key);
                assertThat(Typeface.REGULAR.printable(words)).isEqualTo(words);
                assertThat(Typeface.BOLD.printable(words)).isEqualTo(words);
            });
        }
    }

    @Test
    void a_language_that_is_not_there_is_vietnamese() {
        assertThat(Wording.in(Locale.FRENCH).say("title")).isEqualTo("THẺ COVID");
        assertThat(Wording.in(Locale.UK).say("title")).isEqualTo("COVID CARD");
    }

    private static Set<String> keys(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                WordingTest.class.getResourceAsStream("/i18n/print_" + language + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Set<String> keys = new TreeSet<>();
        properties.stringPropertyNames().forEach(key -> keys.add(key.substring("print.".length())));
        return keys;
    }
}
