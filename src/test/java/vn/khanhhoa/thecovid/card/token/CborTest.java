package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {
    @Property(tries = 500)
    void integers_are_as_short_as_another_library_writes_them(@ForAll long value) throws Exception {
        byte[] ours = new CborWriter().integer(value).toBytes();
        assertThat(ours).isEqualTo(CBORObject.FromObject(value).EncodeToBytes());
        assertThat(reader(HexFormat.of().formatHex(ours)).integer()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1800", "1817", "190017", "1900ff", "1a0000ffff", "1b00000000ffffffff", "3800", "1c", "1f"})
    void integers_longer_than_needed_are_refused(String hex) {
        assertThatThrownBy(() -> reader(hex).integer()).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5f4101ff", "58020102", "430102", "6101", "5bffffffffffffffff", "5affffffff", "", "58"})
    void byte_strings_of_wrong_type_or_length_are_refused(String hex) {
        assertThatThrownBy(() -> reader(hex).bytes(0, 100)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"62c328", "61ff", "63eda080", "7f6161ff", "62c080", "646161"})
    void text_that_is_not_utf8_is_refused(String hex) {
        assertThatThrownBy(() -> reader(hex).text(100)).isInstanceOf(MalformedException.class);
    }

    @Test
    void a_length_beyond_the_callers_bound_is_refused() throws Exception {
        assertThat(reader("43010203").bytes(0, 3)).hasSize(3);
        assertThatThrownBy(() -> reader("43010203").bytes(0, 2)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> reader("43010203").bytes(4, 9)).isInstanceOf(MalformedException.class);
    }

    @Test
    void bytes_after_the_end_are_refused() throws Exception {
        CborReader reader = reader("0000");
        reader.expect(0);
        assertThatThrownBy(reader::end).isInstanceOf(MalformedException.class);
    }

    private static CborReader reader(String hex) {
        return new CborReader(HexFormat.of().parseHex(hex));
    }
}
