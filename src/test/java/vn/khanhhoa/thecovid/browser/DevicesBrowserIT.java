package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.access.ApiScope;

/** A head adds a device, the device signs in and fetches the list, the head shuts it out. */
@InBrowser
class DevicesBrowserIT {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");
    private static final String LIST = "/api/v1/status-list";

    @Test
    void a_device_gets_the_list_from_its_sign_in_until_it_is_shut_out(Visitor head) throws Exception {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/devices");
        head.assertAccessible();
        head.fill("new:name", "Chốt Đèo Cả – máy 2");
        head.press("Thêm và lấy mã");
        head.assertAccessible();
        Matcher code = CODE.matcher(head.confirmation().textContent());
        assertThat(code.find()).isTrue();

        HttpResponse<String> signedIn = signIn(code.group());
        assertThat(signedIn.statusCode()).isEqualTo(201);
        String secret = Program.member(signedIn.body(), "secret");
        HttpResponse<String> again = signIn(code.group());
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("verification.device-code-wrong");

        HttpResponse<byte[]> list = fetch(LIST, "Device " + secret, "");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.headers().firstValue("Content-Type")).contains("application/statuslist+cwt");
        assertThat(list.headers().firstValue("Cache-Control")).contains("private, no-cache");
        String tag = list.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> changes =
                fetch(LIST + "/changes?since=" + System.currentTimeMillis() / 1000, "Device " + secret, "");
        assertThat(changes.statusCode()).isEqualTo(200);
        assertThat(changes.headers().firstValue("Content-Type"))
                .contains("application/vnd.thecovid.status-changes+cwt");
        assertThat(fetch(LIST + "/changes?since=1", "Device " + secret, "")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/statuslist+cwt");
        assertThat(fetch(LIST + "/changes", "Device " + secret, "").statusCode())
                .isEqualTo(400);
        if (changes.headers().firstValue("ETag").orElseThrow().equals(tag)) { // nothing else is going on
            assertThat(fetch(LIST, "Device " + secret, tag).statusCode()).isEqualTo(304);
        }

        head.page().reload();
        assertThat(head.page().content()).doesNotContain(code.group());
        head.page()
                .locator("button[aria-label='Khóa thiết bị: Chốt Đèo Cả – máy 2']")
                .click();
        head.assertAccessible();
        head.press("Khóa hẳn");
        assertThat(head.confirmation().isVisible()).isTrue();
        head.assertAccessible();
        assertThat(fetch(LIST, "Device " + secret, "").statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_else_gets_it(Visitor administrator) throws Exception {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        for (String path : new String[] {LIST, LIST + "/changes?since=1"}) {
            assertThat(administrator.fetch(path).status()).isEqualTo(401);
            assertThat(program.get(path).statusCode()).isEqualTo(401);
            for (String shown : new String[] {"Device made-up", "Device ", "Bearer made-up", "Basic bTptCg=="}) {
                HttpResponse<byte[]> refused = fetch(path, shown, "");
                assertThat(refused.statusCode()).as(shown).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Device realm=\"api\"");
            }
        }
    }

    private static HttpResponse<String> signIn(String code) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(RunningPortal.get().url("/api/v1/devices")))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> fetch(String path, String authorization, String tag)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RunningPortal.get().url(path)))
                .header("Authorization", authorization);
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
