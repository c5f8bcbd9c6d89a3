package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** What the page of a list asks and tells about a file. */
@InBrowser
class ReadingFilesBrowserIT {
    @Test
    void text_of_an_old_font_is_shown_before_and_after_it_is_converted(Visitor officer) {
        ListFiles people = DemoList.people(4);
        String list = DemoList.begin(officer, "Danh sách phông cũ", "danh-sach.xlsx", people.xlsx());
        List<String> vni = List.of("Nguyeãn Vaên Hoøa", "Traàn Thò Thuùy", "Leâ Thò Hoaøng Yeán", "Phaïm Vaên Ñöùc");
        for (int i = 0; i < vni.size(); i++) {
            ListFiles.set(people.rows().get(i), "full_name", vni.get(i));
        }

        DemoList.upload(officer, "phong-cu.xlsx", people.xlsx());

        assertThat(officer.page().locator("#question").innerText()).contains("VNI", "Traàn Thò Thuùy", "Trần Thị Thúy");
        officer.assertAccessible();
        officer.press("Chuyển sang Unicode");
        DemoList.awaitReading(officer);
        assertThat(officer.page().locator("#preview").innerText()).contains("Trần Thị Thúy");
        officer.assertAccessible();
        officer.press("Nhận tệp vào danh sách");
        officer.open("/organisation/staff-list-rows?id=" + list + "&kind=R&code=OLD_FONT&column=full_name");
        officer.page().locator("[role=grid][aria-rowcount='5']").waitFor();
        officer.page().locator("[aria-rowindex='3'] [aria-colindex='2']").click();
        assertThat(officer.page().locator("#grid-about").innerText()).contains("Trần Thị Thúy", "Traàn Thò Thuùy");
    }

    @Test
    void a_table_of_a_web_page_is_offered_to_be_chosen_and_read(Visitor officer) {
        ListFiles people = DemoList.people(3);
        StringBuilder page = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body><table>");
        line(page, ListFiles.headings());
        people.rows().forEach(row -> line(page, row));
        byte[] file = page.append("</table></body></html>").toString().getBytes(StandardCharsets.UTF_8);

        DemoList.begin(officer, "Danh sách từ phần mềm", "danh-sach.html", file);

        assertThat(officer.page()
                        .locator("[id='form:file']")
                        .getAttribute("accept")
                        .split(","))
                .contains(".xlsx", ".xls", ".csv", ".html", ".htm", ".xml");
        assertThat(officer.page().locator(".figure-row li").first().innerText()).startsWith("3");
    }

    private static void line(StringBuilder page, List<String> cells) {
        page.append("<tr>");
        cells.forEach(cell -> page.append("<td>").append(cell).append("</td>"));
        page.append("</tr>");
    }
}
