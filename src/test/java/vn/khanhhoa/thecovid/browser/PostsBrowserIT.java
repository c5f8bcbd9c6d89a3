package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import COSE.MessageTag;
import COSE.OneKey;
import COSE.Sign1Message;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A head registers a post and a device for it; the device fetches its sheet, which others verify, and tells of checks. */
@InBrowser
class PostsBrowserIT {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String NAME =
            "Chốt Đèo Cả " + PublicId.random().toString().substring(0, 6);

    @Test
    void a_post_gets_a_device_that_gets_a_sheet_and_tells_of_checks_once(Visitor head) throws Exception {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/posts");
        head.assertAccessible();
        head.follow("Thêm điểm kiểm tra");
        head.assertAccessible();
        head.fill("form:name", NAME);
        head.press("Thêm điểm kiểm tra");
        assertThat(head.page().content()).contains("Chưa chọn địa bàn");
        assertThat(head.page().locator("[id='form:name']").inputValue()).isEqualTo(NAME);
        head.choose("form:area", "Phường Vĩnh Hòa");
        head.press("Thêm điểm kiểm tra");
        assertThat(head.confirmation().isVisible()).isTrue();
        head.assertAccessible();
        head.switchLanguage();
        head.assertAccessible();
        head.switchLanguage();

        head.fill("new:device", "Máy 1");
        head.press("Thêm và lấy mã");
        Matcher code = CODE.matcher(head.confirmation().textContent());
        assertThat(code.find()).isTrue();
        String secret = Program.member(
                post("/api/v1/devices", "", "{\"code\":\"" + code.group() + "\"}")
                        .body(),
                "secret");

        JsonNode sheet = verified(secret);
        assertThat(sheet.at("/post/name").asString()).isEqualTo(NAME);
        assertThat(sheet.at("/post/kind").asString()).isEqualTo("CHECKPOINT");
        assertThat(sheet.at("/post/open").asBoolean()).isTrue();
        assertThat(sheet.at("/device/name").asString()).isEqualTo("Máy 1");
        assertThat(ApiDescription.faults(ApiDescription.root().at("/components/schemas/PostSheet"), sheet, true))
                .isEmpty();

        String scans = "{\"scans\":[{\"id\":\"" + PublicId.random() + "\",\"post\":\""
                + sheet.at("/post/id").asString()
                + "\",\"at\":\"" + Instant.now()
                + "\",\"direction\":\"IN\",\"activity\":\"QC_LIENHUYEN\",\"way\":\"QR\","
                + "\"paper\":null,\"number\":null,\"verdict\":\"UNREADABLE\",\"reason\":\"damaged\",\"level\":null,\"online\":false}]}";
        assertThat(post("/api/v1/post/scans", secret, scans).body())
                .isEqualTo("{\"taken\":1,\"known\":0,\"refused\":[]}");
        assertThat(post("/api/v1/post/scans", secret, scans).body())
                .isEqualTo("{\"taken\":0,\"known\":1,\"refused\":[]}");
        assertThat(post("/api/v1/post/scans", secret, "{}").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/post/lookups", secret, "{\"number\":\"KH0\"}").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/post/lookups", secret, "{}").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/post/details", secret, "{\"number\":\"KH0\",\"reason\":\"vì sao\"}")
                        .statusCode())
                .isEqualTo(422);

        head.press("Đóng điểm");
        assertThat(head.page().content()).contains("Đã ghi: điểm đóng");
        assertThat(verified(secret).at("/post/open").asBoolean()).isFalse();
        head.press("Đưa khỏi điểm: Máy 1");
        assertThat(get("/api/v1/post/sheet", secret).statusCode()).isEqualTo(409);
        assertThat(post("/api/v1/post/lookups", secret, "{\"code\":\"x\"}").statusCode())
                .isEqualTo(409);
        head.open("/agency-head/devices");
        head.assertAccessible();
        head.page().locator("button[aria-label='Khóa thiết bị: Máy 1']").click();
        head.press("Khóa hẳn");
        assertThat(get("/api/v1/post/sheet", secret).statusCode()).isEqualTo(401);
    }

    @Test
    void hours_papers_and_turns_are_kept_on_the_page_of_the_post(Visitor head) {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/post");
        head.fill("form:name", "Chợ " + PublicId.random().toString().substring(0, 6));
        head.choose("form:kind", "Chợ");
        head.choose("form:area", "Phường Vĩnh Hòa");
        head.press("Thêm điểm kiểm tra");

        assertThat(head.page().locator("main details[open]").count())
                .as("the devices")
                .isEqualTo(1);
        unfold(head, "Giờ mở cửa");
        monday(head).fill("6h đến 18h");
        head.press("Lưu giờ mở cửa");
        assertThat(head.page().content()).contains("6h");
        assertThat(monday(head).isVisible()).as("with what is wrong with it").isTrue();
        monday(head).fill("06:00-18:00");
        head.press("Lưu giờ mở cửa");
        assertThat(head.confirmation().isVisible()).isTrue();
        assertThat(monday(head).inputValue()).isEqualTo("06:00-18:00");
        assertThat(monday(head).isVisible()).as("where it was saved").isTrue();
        head.fill("special:first", "02/09/2099");
        head.press("Thêm ngày");
        assertThat(head.page().content()).contains("02/09/2099", "đóng cả ngày");
        unfold(head, "Giấy tờ còn giá trị cùng với thẻ");
        head.fill("paper:name", "Phiếu đi chợ");
        head.press("Thêm giấy");
        assertThat(head.page().content()).contains("Phiếu đi chợ", "Đang dùng");
        head.assertAccessible();
        head.press("Hết giá trị từ hôm nay: Phiếu đi chợ");
        assertThat(head.page().content()).contains("Đã hết");
        head.fill("turn:at", "08:00 01/01/2021");
        head.press("Đóng điểm");
        assertThat(head.page().content()).contains("từ bây giờ đến một năm sau");
    }

    /** By the keyboard. */
    private static void unfold(Visitor head, String part) {
        Locator summary = head.page().locator("summary", new Page.LocatorOptions().setHasText(part));
        summary.focus();
        head.page().keyboard().press("Enter");
    }

    private static Locator monday(Visitor head) {
        return head.page().locator("[id='week'] input[type=text]").first();
    }

    @Test
    void nobody_else_is_told_anything(Visitor head) throws Exception {
        for (String secret : List.of("", "made-up")) {
            assertThat(get("/api/v1/post/sheet", secret).statusCode()).isEqualTo(401);
            for (String call : List.of("scans", "lookups", "details")) {
                HttpResponse<String> refused = post(
                        "/api/v1/post/" + call,
                        secret,
                        "{\"scans\":[],\"number\":\"KH0\",\"reason\":\"Nghi ngờ người khác dùng\"}");
                assertThat(refused.statusCode()).as(call).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Device realm=\"api\"");
            }
        }
        head.signInAs(Demo.APPROVER);
        assertThat(head.fetch("/agency-head/post?id=" + PublicId.random()).status())
                .isEqualTo(404);
        assertThat(head.fetch("/api/v1/post/sheet").status()).isEqualTo(401);
    }

    /** By a library that is not ours, with a key that the portal publishes. */
    private static JsonNode verified(String secret) throws Exception {
        HttpResponse<byte[]> answer =
                CLIENT.send(request("/api/v1/post/sheet", secret).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/cwt");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        Sign1Message message = (Sign1Message) Sign1Message.DecodeFromBytes(answer.body(), MessageTag.Sign1);
        CBORObject keys = CBORObject.DecodeFromBytes(CLIENT.send(
                        request("/api/v1/trust/keys", "")
                                .header("Accept", "application/cose-key-set")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body());
        boolean valid = false;
        for (int key = 0; key < keys.size(); key++) {
            valid |= message.validate(new OneKey(keys.get(key)));
        }
        assertThat(valid).isTrue();
        assertThat(message.getProtectedAttributes()
                        .get(CBORObject.FromObject(16))
                        .AsString())
                .isEqualTo("application/vnd.thecovid.post-sheet+cwt");
        CBORObject claims = CBORObject.DecodeFromBytes(message.GetContent());
        long made = claims.get(CBORObject.FromObject(6)).AsInt64();
        assertThat(made)
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 1);
        assertThat(claims.get(CBORObject.FromObject(4)).AsInt64()).isEqualTo(made + 48 * 3_600);
        return JsonMapper.shared()
                .readTree(claims.get(CBORObject.FromObject(-65540)).AsString());
    }

    private static HttpRequest.Builder request(String path, String secret) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningPortal.get().url(path)));
        return secret.isEmpty() ? request : request.header("Authorization", "Device " + secret);
    }

    private static HttpResponse<String> get(String path, String secret) throws IOException, InterruptedException {
        return CLIENT.send(request(path, secret).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String secret, String json)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                request(path, secret)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        ApiDescription.check(answer, json.getBytes(StandardCharsets.UTF_8));
        return answer;
    }
}
