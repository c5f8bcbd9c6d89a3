package vn.khanhhoa.thecovid.browser;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.access.ApiScope;

/** A program of an organisation or an agency, given access on its page, that calls the API. */
final class Program {
    static final String JSON = "application/json";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String id;
    private final String secret;
    private final String token;

    private Program(String id, String secret, String token) {
        this.id = id;
        this.secret = secret;
        this.token = token;
    }

    /** By somebody who is signed in and administers the organisation; what only an agency's can have is left out. */
    static Program given(Visitor administrator, ApiScope... scopes) {
        return given("/organisation/api-clients", administrator, scopes);
    }

    /** By an officer of the agency's sources of health data. */
    static Program ofAgency(Visitor officer, ApiScope... scopes) {
        return given("/health-data/api-clients", officer, scopes);
    }

    private static Program given(String page, Visitor administrator, ApiScope... scopes) {
        administrator.open(page);
        administrator.fill("form:name", "Phần mềm " + NUMBER.incrementAndGet());
        for (ApiScope scope : ApiScope.values()) {
            Locator choice = administrator.page().locator("input[value='" + scope.name() + "']");
            if (choice.count() > 0) {
                choice.setChecked(List.of(scopes).contains(scope));
            }
        }
        administrator.press("Cấp quyền");
        Program made = new Program(text(administrator, "#client-id"), text(administrator, "#secret"), "");
        return new Program(made.id, made.secret, member(made.enter("").body(), "access_token"));
    }

    static Program nobody() {
        return new Program("", "", "");
    }

    Program withToken(String other) {
        return new Program(id, secret, other);
    }

    private static String text(Visitor visitor, String selector) {
        return visitor.page().locator(selector).innerText().strip();
    }

    String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    HttpResponse<String> enter(String more) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        byte[] form = ("grant_type=client_credentials" + more).getBytes(StandardCharsets.UTF_8);
        return send(
                request("/api/v1/token")
                        .setHeader("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form)),
                form);
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> call(String method, String path, String type, String body, String... headers) {
        return call(method, path, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> call(String method, String path, String type, byte[] body, String... headers) {
        HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request, body);
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return call("POST", path, JSON, json, headers);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningPortal.get().url(path)));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, new byte[0]);
    }

    /** What is answered is held to the description of the API. */
    private static HttpResponse<String> send(HttpRequest.Builder request, byte[] body) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            ApiDescription.check(answer, body);
            return answer;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The first text of that name in a JSON document; empty where there is none. */
    static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    static List<String> members(String json, String name) {
        List<String> all = new ArrayList<>();
        Pattern.compile("\"" + name + "\":\"([^\"]*)\"")
                .matcher(json)
                .results()
                .forEach(found -> all.add(found.group(1)));
        return all;
    }
}
