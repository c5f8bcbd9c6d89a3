package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base45Test {
    /** The examples of RFC 9285, sections 4.3 and 4.4. */
    @ParameterizedTest
    @CsvSource({"AB,BB8", "Hello!!,%69 VD92EX0", "base-45,UJCLQE7W581", "ietf!,QED8WEX0"})
    void agrees_with_the_examples_of_the_norm(String plain, String encoded) throws Exception {
        StringBuilder out = new StringBuilder();
        Base45.encode(plain.getBytes(StandardCharsets.US_ASCII), out);
        assertThat(out).hasToString(encoded);
        assertThat(Base45.decode(encoded, 0))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(plain);
    }

    @Property(tries = 300)
    void gives_back_any_bytes(@ForAll byte[] bytes) throws Exception {
        StringBuilder out = new StringBuilder();
        Base45.encode(bytes, out);
        assertThat(Base45.decode(out.toString(), 0)).isEqualTo(bytes);
    }
}
