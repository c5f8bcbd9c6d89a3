package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateWorkbookTest {
    static byte[] template() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TemplateWorkbook(ListFiles.form(), ListFiles.LISTS).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String part(String name) {
        return ListFiles.part(template(), name);
    }

    @Test
    void holds_nothing_that_is_taken_for_data() {
        assertThat(ReadUpload.of(template()).refusal().code()).isEqualTo(UnreadableCode.NO_ROWS);
    }

    @Test
    void comes_back_filled_in() {
        ListFiles list = ListFiles.m01(40, 0, 5);
        ReadUpload read = ReadUpload.of(ListFiles.fill(template(), list.rows()));
        assertThat(read.finished())
                .isEqualTo(new FinishedReading(
                        40, 6, List.of(), "Danh sách", Optional.of(1), false, List.of(), List.of(), List.of()));
        assertThat(read.rows()).extracting(ListRow::cells).isEqualTo(list.rows());
        assertThat(read.rows().get(0).number()).isEqualTo(7);
    }

    @Test
    void offers_the_portals_lists() {
        assertThat(part("xl/worksheets/sheet1.xml"))
                .contains("<formula1>'_lists'!$K$1:$K$6</formula1>", "sqref=\"K7:K100006\"", "sqref=\"D7:D100006\"");
        assertThat(part("xl/sharedStrings.xml"))
                .contains(
                        "22327 – Phường Vĩnh Hòa, Thành phố Nha Trang",
                        "Ngoài tỉnh",
                        "Nhà máy Suối Dầu",
                        "LV_DN – Làm việc tại DN, nhà máy, KCN",
                        "01 – Nông nghiệp và hoạt động dịch vụ có liên quan");
    }

    @Test
    void formats_every_column_as_text() {
        String sheet = part("xl/worksheets/sheet1.xml");
        String style = part("xl/styles.xml");
        assertThat(style).contains("formatCode=\"@\"");
        assertThat(sheet.split("<col ", -1)).hasSize(24);
        assertThat(sheet.split("<col [^>]*style=\"[1-9]", -1)).hasSize(24);
    }

    @Test
    void hides_its_own_sheets() {
        assertThat(part("xl/workbook.xml").split("state=\"hidden\"", -1)).hasSize(3);
    }
}
