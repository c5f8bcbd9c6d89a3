package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Criteria sets and matrices on their way to being in force. */
final class DemoRules {
    static final String NUMBER = "9696/KH-UBND";

    private DemoRules() {}

    /** To the open page of one that is not attested yet. */
    static void attach(Visitor health) {
        health.page()
                .locator("[id='attaching:file']")
                .setInputFiles(
                        new FilePayload("9696.pdf", "application/pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)));
        health.press("Đính kèm văn bản");
    }

    static void attest(Visitor health, String address) {
        health.open(address);
        health.page().locator("[data-opens=attest]").click();
        health.press("Đã so, xác nhận");
        health.confirmation().waitFor();
    }

    /** The matrix that comes with the portal, for the province; other tests may have done either before. */
    static void shippedMatrixInForce(Visitor health, Visitor steering) {
        health.signInAs(Demo.HEALTH_OFFICER);
        String id = health.stored(
                "SELECT HEX(public_id) FROM eligibility_criteria_set WHERE kind = 'MATRIX' AND begun_by = 0");
        String address =
                "/criteria-office/matrix?id=" + PublicId.ofBytes(HexFormat.of().parseHex(id));
        health.open(address);
        Locator number = health.page().locator("[id='attaching:number']");
        if (number.count() > 0) {
            health.assertAccessible();
            steering.open(address);
            assertThat(steering.page().locator("[id='ordering:ask']").count())
                    .as("not put in force before somebody has compared it")
                    .isZero();
            number.fill(NUMBER);
            attach(health);
            attest(health, address);
        }
        steering.open(address);
        steering.press("Xem những gì thay đổi");
        steering.fill("sure:number", NUMBER);
        steering.press("áp dụng");
    }
}
