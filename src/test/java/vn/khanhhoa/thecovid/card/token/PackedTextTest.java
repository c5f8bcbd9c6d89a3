package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTextTest {
    private static final String LETTERS =
            "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụ" + "ưừứửữựvxyỳýỷỹỵfjwz";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nguyễn Thị Phương Thảo",
                "Công ty TNHH MTV Thủy sản số 2 (Cam Ranh)",
                "KCN Suối Dầu - Lô A3/4, đường 23/10",
                "iPhone McDONALD'S  &  con"
            })
    void gives_back_names_of_people_and_places(String text) throws Exception {
        assertThat(PackedText.unpack(PackedText.pack(text).orElseThrow())).isEqualTo(text);
    }

    @Property(tries = 1000)
    void gives_back_any_text_of_its_alphabet(@ForAll("vietnamese") String text) throws Exception {
        assertThat(PackedText.unpack(PackedText.pack(text).orElseThrow())).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> vietnamese() {
        return Arbitraries.strings()
                .withChars((LETTERS + LETTERS.toUpperCase(Locale.ROOT) + " 0123456789&'(),-./_   ").toCharArray())
                .ofMaxLength(80);
    }

    @Test
    void half_the_size_of_utf8() {
        assertThat(PackedText.pack("Huỳnh Thị Kim Chi").orElseThrow()).hasSizeLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller", "a^b", "İstanbul", "山", "tab\tbed", "Ǆ", "\0"})
    void leaves_other_letters_alone(String text) {
        assertThat(PackedText.pack(text)).isEmpty();
    }

    @Test
    void refuses_codes_that_mean_nothing_and_texts_that_end_inside_a_letter() {
        assertThatThrownBy(() -> PackedText.unpack(new byte[] {-1, -1})).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> PackedText.unpack(new byte[] {-2})).isInstanceOf(MalformedException.class);
    }
}
