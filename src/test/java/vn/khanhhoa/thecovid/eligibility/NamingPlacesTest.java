package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** People type names of places as they are at hand. */
class NamingPlacesTest {
    private static final List<ScenarioPlace> PLACES = List.of(
            place("56", "Tỉnh Khánh Hòa", ""),
            place("568", "Thành phố Nha Trang", "Thành phố Nha Trang"),
            place("22327", "Phường Vĩnh Hòa", "Phường Vĩnh Hòa, Thành phố Nha Trang"),
            place("22330", "Phường Vĩnh Hải", "Phường Vĩnh Hải, Thành phố Nha Trang"),
            place("22453", "Thị trấn Cam Đức", "Thị trấn Cam Đức, Huyện Cam Lâm"));

    private static ScenarioPlace place(String code, String name, String path) {
        return new ScenarioPlace(Long.parseLong(code), 0, code, name, path, ScenarioPlace.Level.COMMUNE, "");
    }

    private static List<String> meant(String text) {
        return ScenarioPlace.meant(PLACES, text).stream()
                .map(ScenarioPlace::code)
                .toList();
    }

    @Test
    void marks_and_case_do_not_matter() {
        assertThat(meant("vinh hoa")).containsExactly("22327");
        assertThat(meant("PHƯỜNG VĨNH HÒA")).containsExactly("22327");
        assertThat(meant("cam duc")).containsExactly("22453");
    }

    @Test
    void a_whole_name_means_that_place_and_not_those_within() {
        assertThat(meant("Thành phố Nha Trang")).containsExactly("568");
        assertThat(meant("nha trang")).containsExactly("568");
        assertThat(meant("vinh")).containsExactly("22327", "22330");
        assertThat(meant("vinh nha trang")).containsExactly("22327", "22330");
        assertThat(meant("tinh khanh hoa")).containsExactly("56");
    }

    @Test
    void a_code_means_its_place() {
        assertThat(meant(" 22330 ")).containsExactly("22330");
    }

    @Test
    void nothing_means_nothing() {
        assertThat(meant("  ")).isEmpty();
        assertThat(meant("Cần Thơ")).isEmpty();
    }
}
