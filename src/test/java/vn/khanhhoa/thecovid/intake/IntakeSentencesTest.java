package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeSentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_code_has_its_sentence(String language) throws IOException {
        Properties sentences = new Properties();
        try (var in =
                Objects.requireNonNull(getClass().getResourceAsStream("/i18n/intake_" + language + ".properties"))) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Stream<String> keys = Stream.of(
                        Arrays.stream(UnreadableCode.values())
                                .map(UnreadableCode::key)
                                .map("intake."::concat),
                        Arrays.stream(ProblemCode.values())
                                .map(ProblemCode::key)
                                .map("intake."::concat),
                        Arrays.stream(RepairKind.values()).map(RepairKind::key),
                        Stream.of("intake." + ProblemCode.DUPLICATE_IN_FILE.key() + "-named"))
                .flatMap(Function.identity());
        assertThat(sentences.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys.toList());
        assertThat(sentences.values())
                .allSatisfy(sentence -> assertThat(new MessageFormat((String) sentence, Locale.forLanguageTag(language))
                                .format(new Object[] {12_345, 2, 3}))
                        .endsWith(".")
                        .doesNotContain("{"));
    }
}
