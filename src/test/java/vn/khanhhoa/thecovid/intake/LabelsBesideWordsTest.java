package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsBesideWordsTest {
    @Test
    void an_area_is_not_called_a_code_where_its_name_is_shown() {
        assertThat(column(ColumnType.AREA, "Mã xã/phường nơi cư trú").labelBesideWordsVi())
                .isEqualTo("Xã/phường nơi cư trú");
        assertThat(column(ColumnType.AREA, "Nơi cư trú").labelBesideWordsVi()).isEqualTo("Nơi cư trú");
    }

    @Test
    void what_is_a_code_stays_one() {
        assertThat(column(ColumnType.TEXT, "Mã BHYT/BHXH").labelBesideWordsVi()).isEqualTo("Mã BHYT/BHXH");
    }

    private static FormColumn column(ColumnType type, String label) {
        return new FormColumn("it", type, false, List.of(), "communes", label, "It", List.of(), "", "", 100, "");
    }
}
