package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The portal of these tests believes what a proxy on this machine says. */
@InBrowser
class BehindAProxyAccessIT {
    private static final int NUMBERS = 30;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_client_that_asks_too_often_uses_up_its_own_limit_only() throws Exception {
        for (int check = 0; check < NUMBERS; check++) {
            assertThat(checkFrom("198.51.100.1, 203.0.113.7")).isEqualTo(200);
        }

        assertThat(checkFrom("203.0.113.7")).isEqualTo(429);
        assertThat(checkFrom("203.0.113.7, 198.51.100.1")).isEqualTo(200);
    }

    @Test
    void the_way_to_sign_in_names_neither_scheme_nor_host() throws Exception {
        assertThat(redirect("/agency/home", "")).startsWith("/public/sign-in?then=");
    }

    @ParameterizedTest
    @CsvSource({
        "http://portal.example/citizen/status?view=1, /citizen/status?view=1",
        "http://portal.example//evil.example/, /",
        "http://portal.example, /",
        "mailto:somebody@evil.example, /"
    })
    void the_change_of_language_leads_back_to_a_page_of_the_portal(String from, String to) throws Exception {
        assertThat(redirect("/language?to=vi", from)).isEqualTo(to);
    }

    private int checkFrom(String forwardedFor) throws IOException, InterruptedException {
        return client.send(
                        request("/api/v1/verifications")
                                .header("Content-Type", "application/json")
                                .header("X-Forwarded-For", forwardedFor)
                                .POST(HttpRequest.BodyPublishers.ofString("{\"cardNumber\":\"KH0\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String redirect(String path, String referrer) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (!referrer.isEmpty()) {
            request.header("Referer", referrer);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(RunningPortal.get().url(path)));
    }
}
