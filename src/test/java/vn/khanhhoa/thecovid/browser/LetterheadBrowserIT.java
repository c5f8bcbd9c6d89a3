package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** An administrator words what the cards of a department say, sees a sample, and leaves it at that. */
@InBrowser
class LetterheadBrowserIT {
    @Test
    void a_draft_is_seen_on_a_sample_before_any_card_has_it(Visitor administrator) throws IOException {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/card-letterhead");
        administrator.assertAccessible();
        administrator.page().selectOption("#agency", "SDL");
        administrator.press("Xem mẫu");
        assertThat(administrator.page().url()).endsWith("agency=SDL");

        administrator.fill("form:issuer", "Ủy ban nhân dân tỉnh Khánh Hòa");
        administrator.fill("form:title-vi", "THẺ ĐI LẠI 山");
        give(administrator, "bieu-trung.png", "<svg/>".getBytes(StandardCharsets.UTF_8));
        administrator.press("Lưu bản nháp");
        assertThat(administrator.page().content()).contains("“山”");
        administrator.fill("form:title-vi", "THẺ ĐI LẠI");
        give(administrator, "bieu-trung.png", "<svg/>".getBytes(StandardCharsets.UTF_8));
        administrator.press("Lưu bản nháp");
        assertThat(administrator.page().content()).contains("Tệp biểu trưng không dùng được");
        assertThat(administrator.page().locator("[id='form:issuer']").inputValue())
                .isEqualTo("Ủy ban nhân dân tỉnh Khánh Hòa");

        give(administrator, "bieu-trung.png", png());
        administrator.press("Lưu bản nháp");
        assertThat(administrator.confirmation().isVisible()).isTrue();
        assertThat(administrator.page().locator(".document > iframe").getAttribute("src"))
                .endsWith("/admin/card-sample?agency=SDL");
        administrator.assertAccessible();
        administrator.switchLanguage();
        administrator.assertAccessible();
        administrator.switchLanguage();

        administrator.fill("form:from", "01/01/2021");
        administrator.press("Áp dụng");
        assertThat(administrator.page().content()).contains("Ngày áp dụng đã qua");
        administrator.press("Bỏ bản nháp");
        assertThat(administrator.page().content()).contains("Đang dùng mẫu có sẵn");
    }

    private static void give(Visitor administrator, String name, byte[] content) {
        administrator.page().locator("[id='form:emblem']").setInputFiles(new FilePayload(name, "image/png", content));
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }
}
