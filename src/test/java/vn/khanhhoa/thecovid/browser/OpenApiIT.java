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
import org.junit.jupiter.params.provider.ValueSource;

/** The API as anybody calls it, without an account. */
class OpenApiIT {
    private static final String CHECKS = "/api/v1/verifications";
    private static final String KEYS = "/api/v1/trust/keys";
    private static final String JSON = "application/json";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|nothing-given",
                "[1, 2]|nothing-given",
                "null|nothing-given",
                "{\"token\": 5}|nothing-given",
                "{\"token\": \"https://example.org/\"}|not-a-card",
                "{\"token\": \"HC1:6BF\"}|foreign-code",
                "{\"token\": \"KH1::::\"}|bad-base45",
                "{\"token\": \"KH1:00\"}|malformed"
            })
    void whatever_is_json_gets_a_verdict(String json, String reason) throws Exception {
        HttpResponse<String> answer = post(JSON, json, "en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"valid\":false,\"reason\":\"" + reason + "\",\"verdict\":")
                .endsWith("\"card\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} x", "token=KH1"})
    void what_is_not_json_is_refused_in_the_callers_language(String text) throws Exception {
        HttpResponse<String> answer = post(JSON, text, "fr, en;q=0.5");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"code\":\"platform.not-json\",\"detail\":\"What was sent is not JSON in UTF-8.\"}");
    }

    @Test
    void what_is_too_large_or_of_another_type_is_refused() throws Exception {
        assertThat(post(JSON, '"' + "x".repeat(20_000) + '"', "vi").statusCode())
                .isEqualTo(413);
        assertThat(post(JSON, "[".repeat(5_000) + "]".repeat(5_000), "vi").statusCode())
                .isEqualTo(413);
        assertThat(post("text/plain", "{}", "vi").body()).contains("platform.media-type");
        assertThat(get("/api/v1/nothing", JSON).body()).contains("platform.not-found");
        assertThat(get(CHECKS, JSON).statusCode()).isEqualTo(405);
    }

    @Test
    void the_keys_come_as_json_or_as_cose_and_can_be_kept() throws Exception {
        HttpResponse<String> json = get(KEYS, "*/*");
        assertThat(json.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(json.headers().firstValue("Cache-Control")).contains("max-age=300");
        assertThat(json.body())
                .startsWith("{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\"")
                .doesNotContain("\"d\"");

        assertThat(get(KEYS, "application/cose-key-set").headers().firstValue("Content-Type"))
                .contains("application/cose-key-set");

        HttpRequest again = request(KEYS, JSON)
                .header("If-None-Match", json.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(send(again).statusCode()).isEqualTo(304);
    }

    @Test
    void the_rules_of_places_come_without_an_account_and_can_be_kept() throws Exception {
        HttpResponse<String> all = get("/api/v1/rules", JSON);
        assertThat(all.headers().firstValue("Cache-Control")).contains("max-age=60");
        assertThat(all.body()).contains("\"code\":\"22327\"", "\"within\":\"Thành phố Nha Trang\"");

        assertThat(get("/api/v1/rules/22327?from=570", JSON).body()).contains("\"origin\":{\"code\":\"570\"");
        assertThat(get("/api/v1/rules/nowhere", JSON).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/rules/22327?from=nowhere", JSON).body()).contains("platform.not-found");
    }

    @Test
    void the_description_is_the_one_that_was_written() throws Exception {
        HttpResponse<String> answer = get("/openapi", "*/*");

        assertThat(answer.body()).isEqualTo(ApiDescription.text());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
    }

    private static HttpResponse<String> post(String type, String body, String language)
            throws IOException, InterruptedException {
        return send(request(CHECKS, "*/*")
                .header("Content-Type", type)
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(request(path, accept).build());
    }

    private static HttpRequest.Builder request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create(RunningPortal.get().url(path))).header("Accept", accept);
    }

    /** Whatever is sent, what is answered is held to the description. */
    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        ApiDescription.check(answer, new byte[0]);
        return answer;
    }
}
