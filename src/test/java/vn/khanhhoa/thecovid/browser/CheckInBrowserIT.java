package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A head makes a poster and looks which posts scan; a visitor comes by the poster's code. */
@InBrowser
class CheckInBrowserIT {
    private static final String NAME = "Chợ Đầm " + PublicId.random().toString().substring(0, 6);

    @Test
    void a_poster_is_printed_and_leads_a_visitor_to_the_place(Visitor head, Visitor visitor) throws Exception {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/post");
        head.fill("form:name", NAME);
        head.choose("form:kind", "Chợ");
        head.choose("form:area", "Phường Vĩnh Hòa");
        head.press("Thêm điểm kiểm tra");
        String post = head.page().url().replaceFirst(".*id=([^#&]*).*", "$1");
        assertThat(head.fetch("/agency-head/poster-pdf?id=" + post).status()).isEqualTo(404);
        head.page().locator("#poster summary").click();
        head.press("Tạo mã cho bảng");
        head.assertAccessible();
        byte[] pdf = head.fetch("/agency-head/poster-pdf?id=" + post).body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(NAME, "QUÉT MÃ KHI ĐẾN", "SCAN WHEN YOU ARRIVE");
        }
        assertThat(head.fetch("/agency-head/poster-pdf?id=" + PublicId.random()).status())
                .isEqualTo(404);
        assertThat(visitor.fetch("/agency-head/poster-pdf?id=" + post).status()).isEqualTo(302);

        String code = encoded(RunningPortal.get()
                .stored(
                        "SELECT HEX(c.code) FROM verification_poster c JOIN verification_post p ON p.id = c.post_id WHERE p.name = ?",
                        NAME));
        visitor.page().setViewportSize(390, 800);
        visitor.open("/public/check-in?at=" + code);
        assertThat(visitor.title()).contains(NAME);
        visitor.assertAccessible();
        visitor.fill("form:card", "KH7-2XQ4-9MT3-0");
        visitor.press("Xem kết quả");
        assertThat(visitor.page().content()).contains("Số thẻ không đúng");
        visitor.fill("form:card", CardNumber.random(new SecureRandom()).toString());
        visitor.press("Xem kết quả");
        assertThat(visitor.page().content()).contains("Chưa ghi 4 ký tự cuối");
        visitor.assertAccessible();
        visitor.open("/public/check-in?at=" + PublicId.random());
        assertThat(visitor.page().content()).contains("không thuộc bảng nào");
        visitor.assertAccessible();

        head.page().locator("#inspections summary").click();
        head.fill("inspection:note", "Chưa treo bảng, đã nhắc");
        head.press("Ghi lần kiểm tra");
        assertThat(head.page().content()).contains("Chưa treo bảng, đã nhắc");
        head.open("/agency-head/post-board?which=QUIET");
        assertThat(head.page().content())
                .contains("Điểm đăng ký sau giờ này chưa tính")
                .doesNotContain(NAME);
        head.assertAccessible();
        head.open("/agency-head/post-board?until=23:00+31/12/2099");
        assertThat(head.page().content()).contains("Chưa có số liệu đến 23:00 31/12/2099");
        head.open("/agency-head/post-board?until=ng%C3%A0y+mai");
        head.assertAccessible();
        assertThat(head.fetch("/agency-head/post-board-file?which=QUIET").status())
                .isEqualTo(200);
        head.open("/agency-head/posts?text=cho+dam");
        assertThat(head.page().content()).as("found without marks").contains(NAME);
        assertThat(head.fetch("/agency-head/post-template").status()).isEqualTo(200);
        for (String file : new String[] {"post-board-file", "post-template", "poster-pdf?id=" + post}) {
            assertThat(visitor.fetch("/agency-head/" + file).status()).as(file).isEqualTo(302);
        }
    }

    private static String encoded(String hex) {
        byte[] bytes = new byte[16];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Integer.parseInt(hex.substring(2 * at, 2 * at + 2), 16);
        }
        return PublicId.ofBytes(bytes).toString();
    }
}
