package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingCommunesTest {
    private static final Choice NHA_TRANG = Choice.of("22366", "Phường Nha Trang");
    private static final ReferenceLists OF_2021 = new ReferenceLists(
            ListFiles.LISTS.communes(), List.of(), "Tỉnh Khánh Hòa", List.of(), List.of(), List.of());
    private static final ReferenceLists OF_2025 = new ReferenceLists(
            List.of(NHA_TRANG, Choice.of("22516", "Xã Vạn Thắng")),
            List.of(
                    new FormerCommune(
                            new Choice("22366", "Phường Phước Tiến", "Thành phố Nha Trang"), List.of(NHA_TRANG)),
                    new FormerCommune(
                            new Choice("22345", "Phường Vạn Thắng", "Thành phố Nha Trang"), List.of(NHA_TRANG)),
                    new FormerCommune(new Choice("22330", "Phường Vĩnh Hải", "Thành phố Nha Trang"), List.of())),
            "Tỉnh Khánh Hòa",
            List.of(),
            List.of(),
            List.of());

    /** The code, or the problem with what it names. */
    private static String find(ReferenceLists lists, String text) {
        Findings findings = new Findings(new ListRow(2, List.of(), List.of()));
        return new AreaRule(new AreaIndex(lists), true)
                .read(text, findings)
                .map(value -> ((CellValue.Coded) value).code())
                .orElseGet(() -> findings.all().get(0).code() + " "
                        + findings.all().get(0).args());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P. Vạn Thắng, TP. Nha Trang|22345",
                "p.vạn thắng - tp nha trang|22345",
                "Vạn Thắng, Nha Trang|22345",
                "Vạn Thắng; Vạn Ninh|22516",
                "X. Vạn Thắng|22516",
                "Xã Vạn Thắng, huyện Vạn Ninh, tỉnh Khánh Hoà|22516",
                "Vĩnh Hòa, Nha Trang, Khánh Hòa|22327",
                "TT. Trường Sa|22736",
                "22345 – Phường Vạn Thắng, TP Nha Trang, T. Khánh Hòa|22345",
                "Vĩnh Hòa, Bến Cát, Bình Dương|AREA_UNKNOWN []",
                "Vĩnh Hòa, Vạn Ninh|AREA_UNKNOWN []",
                "Phước Hải|AREA_UNKNOWN []",
                "Thôn 3, xã Vạn Thắng|AREA_UNKNOWN []",
                "Vạn Thắng, Khánh Hòa|AREA_AMBIGUOUS [22345 – Phường Vạn Thắng, Thành phố Nha Trang; 22516 – Xã Vạn Thắng, Huyện Vạn Ninh]",
                "22366 – Phường Nha Trang|AREA_NAME_DIFFERS [22366, Phường Phước Tiến, Thành phố Nha Trang]"
            })
    void of_2021(String text, String found) {
        assertThat(find(OF_2021, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22366|22366",
                "22366 – Phường Nha Trang|22366",
                "22366 – Phường Phước Tiến|AREA_REPLACED [Phường Phước Tiến, Thành phố Nha Trang, 22366 – Phường Nha Trang]",
                "22345|AREA_REPLACED [Phường Vạn Thắng, Thành phố Nha Trang, 22366 – Phường Nha Trang]",
                "Phường Vĩnh Hải|AREA_ENDED [Phường Vĩnh Hải, Thành phố Nha Trang]",
                "22330 – Phường Vĩnh Hải, Thành phố Nha Trang|AREA_ENDED [Phường Vĩnh Hải, Thành phố Nha Trang]",
                "Phường Vạn Thắng|AREA_REPLACED [Phường Vạn Thắng, Thành phố Nha Trang, 22366 – Phường Nha Trang]",
                "Xã Vạn Thắng|22516",
                "Vạn Thắng, Nha Trang|AREA_REPLACED [Phường Vạn Thắng, Thành phố Nha Trang, 22366 – Phường Nha Trang]"
            })
    void of_2025(String text, String found) {
        assertThat(find(OF_2025, text)).isEqualTo(found);
    }

    /** The code with what it was repaired to, or the problem. */
    private static String mended(ReferenceLists lists, String text) {
        FormColumn residence = ListFiles.form().column("residence").orElseThrow();
        FormDefinition form = ListFiles.withColumns(1, List.of(residence));
        CheckedRow row = new RowChecker(form, lists, ListFiles.TODAY, ListFiles.LONGEST_PERIOD)
                .check(new ListRow(2, List.of(text), List.of()));
        return row.problems().isEmpty()
                ? row.text("residence").orElseThrow() + " "
                        + row.repairs().stream()
                                .map(repair -> repair.kind() + " " + repair.repaired())
                                .toList()
                : row.problems().get(0).code() + " " + row.problems().get(0).args();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vinh hoa|22327 [AREA_NAME 22327 – Phường Vĩnh Hòa, Thành phố Nha Trang]",
                "VINH HOA|22327 [AREA_NAME 22327 – Phường Vĩnh Hòa, Thành phố Nha Trang]",
                "P. Vinh Hoa, TP Nha Trang|22327 [AREA_NAME 22327 – Phường Vĩnh Hòa, Thành phố Nha Trang]",
                "phuong van thang, thanh pho nha trang|22345 [AREA_NAME 22345 – Phường Vạn Thắng, Thành phố Nha Trang]",
                "xa van thang|22516 [AREA_NAME 22516 – Xã Vạn Thắng, Huyện Vạn Ninh]",
                "VĨNH HÒA|22327 []",
                "PHƯỜNG VĨNH HÒA|22327 []",
                "van thang|AREA_ALIKE [22345 – Phường Vạn Thắng, Thành phố Nha Trang; 22516 – Xã Vạn Thắng, Huyện Vạn Ninh]",
                "Vĩnh Hoá|AREA_ALIKE [22327 – Phường Vĩnh Hòa, Thành phố Nha Trang]",
                "vinh hoa, ben cat|AREA_UNKNOWN []"
            })
    void without_marks_one_that_fits_alone_is_a_repair(String text, String found) {
        assertThat(mended(OF_2021, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nha trang|22366 []",
                "vinh hai|AREA_ENDED [Phường Vĩnh Hải, Thành phố Nha Trang]",
                "phuoc tien|AREA_REPLACED [Phường Phước Tiến, Thành phố Nha Trang, 22366 – Phường Nha Trang]",
                "van thang|AREA_ALIKE [22516 – Xã Vạn Thắng]"
            })
    void without_marks_one_that_may_be_another_of_before_is_none(String text, String found) {
        assertThat(mended(OF_2025, text)).isEqualTo(found);
    }

    @Test
    void the_same_text_is_found_the_same_again() {
        AreaIndex index = new AreaIndex(OF_2021);
        assertThat(index.find("Vĩnh Hòa, Nha Trang")).isSameAs(index.find("Vĩnh Hòa, Nha Trang"));
    }
}
