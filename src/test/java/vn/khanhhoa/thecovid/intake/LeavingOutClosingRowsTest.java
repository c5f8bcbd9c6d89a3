package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavingOutClosingRowsTest {
    private final ListFiles list = ListFiles.m01(3, 0, 4);

    private void add(String... columnsAndTexts) {
        List<String> row =
                new ArrayList<>(Collections.nCopies(list.rows().get(0).size(), ""));
        for (int i = 0; i < columnsAndTexts.length; i += 2) {
            ListFiles.set(row, columnsAndTexts[i], columnsAndTexts[i + 1]);
        }
        list.rows().add(row);
    }

    @Test
    void sums_and_signatures_are_no_people_and_are_told() {
        add("full_name", "Tổng cộng: 3 người");
        add("position", "Khánh Hòa, ngày 05 tháng 10 năm 2026");
        add("full_name", "NGƯỜI LẬP BIỂU", "workplace", "GIÁM ĐỐC");
        add("full_name", "(Ký, ghi rõ họ tên)");
        add("full_name", "Nguyễn Thị Lập", "workplace", "Trần Văn Ký");

        ReadUpload read = ReadUpload.of(list.xlsx());

        assertThat(read.rows()).hasSize(3);
        assertThat(read.finished().closingRows()).containsExactly(5, 6, 7, 8, 9);
    }

    @Test
    void a_sum_that_counts_people_where_names_stand_is_none_of_them() {
        add("ordinal", "Tổng cộng", "full_name", "21 người");

        ReadUpload read = ReadUpload.of(list.xlsx());

        assertThat(read.rows()).hasSize(3);
        assertThat(read.finished().closingRows()).containsExactly(5);
    }

    @Test
    void people_below_a_sum_of_a_group_are_read() {
        add("full_name", "Cộng: 3");
        list.rows().addAll(ListFiles.m01(2, 0, 5).rows());

        ReadUpload read = ReadUpload.of(list.xlsx());

        assertThat(read.rows()).hasSize(5);
        assertThat(read.finished().closingRows()).containsExactly(5);
    }

    @Test
    void somebody_of_whom_little_is_known_is_a_person_still() {
        add("full_name", "Tống Công", "position", "Giám đốc");
        add("full_name", "Nguyễn Văn Công");
        add("full_name", "Công");

        ReadUpload read = ReadUpload.of(list.xlsx());

        assertThat(read.rows()).hasSize(6);
        assertThat(read.finished().closingRows()).isEmpty();
    }
}
