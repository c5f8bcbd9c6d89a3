package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page of another site has the browser of somebody who is signed in send something here. */
@InBrowser
class RefusingPostsFromElsewhereAccessIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String EVIL = "https://evil.example";
    private static final Set<String> SERVLETS = Set.of(
            "/search",
            "/notice-closing",
            "/account/inbox-opening",
            "/citizen/end",
            "/organisation/rows/*",
            "/keep-alive");
    private static final Pattern ADDRESS = Pattern.compile("@WebServlet\\(\"([^\"]+)\"\\)");
    private static final Pattern CHANGES = Pattern.compile("void (?:doPost|doPut|doDelete|service)\\(");

    static Stream<String> addresses() {
        return Stream.concat(
                SERVLETS.stream().map(address -> address.replace("*", "x")),
                Stream.of("/public/sign-in", "/public/check", "/organisation/staff-lists", "/language"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whatever_address_it_is_sent_to(String address, Visitor officer) throws IOException {
        officer.signInAs(Demo.OFFICER);

        assertThat(post(address, officer, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(post(address, officer, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(post(address, officer, "Origin", EVIL)).isEqualTo(403);
        assertThat(post(address, officer, "Origin", "null")).isEqualTo(403);
        assertThat(post(address, officer, "Referer", EVIL + "/search")).isEqualTo(403);
        assertThat(post(address, officer, "Sec-Fetch-Site", "same-origin")).isNotEqualTo(403);
        assertThat(post(address, officer, "Origin", origin())).isNotEqualTo(403);
    }

    @Test
    void what_they_are_told_is_what_happened_in_both_languages() throws IOException {
        RawCall.Answer answer =
                RawCall.post("/search", FORM, 1).with("Origin", EVIL).send("a".getBytes(StandardCharsets.UTF_8), 1);

        assertThat(answer.body()).contains("trang khác", "nothing was done");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void links_from_elsewhere_and_programs_go_on() throws IOException {
        assertThat(RawCall.get("/public/check")
                        .with("Sec-Fetch-Site", "cross-site")
                        .with("Referer", EVIL)
                        .send()
                        .status())
                .isEqualTo(200);
        byte[] call = "{\"cardNumber\":\"KH0\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(RawCall.post("/api/v1/verifications", "application/json", call.length)
                        .with("Origin", EVIL)
                        .with("Sec-Fetch-Site", "cross-site")
                        .send(call, 1)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void every_address_that_changes_something_without_a_page_is_named_here() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                Matcher address = ADDRESS.matcher(code);
                if (CHANGES.matcher(code).find() && address.find()) {
                    found.add(address.group(1));
                }
            }
        }

        assertThat(found).isEqualTo(new TreeSet<>(SERVLETS));
    }

    private static int post(String address, Visitor as, String header, String value) throws IOException {
        byte[] form = "id=0".getBytes(StandardCharsets.UTF_8);
        return RawCall.post(address, FORM, form.length)
                .as(as)
                .with(header, value)
                .send(form, 1)
                .status();
    }

    private static String origin() {
        URI portal = URI.create(RunningPortal.get().url("/"));
        return portal.getScheme() + "://" + portal.getAuthority();
    }
}
