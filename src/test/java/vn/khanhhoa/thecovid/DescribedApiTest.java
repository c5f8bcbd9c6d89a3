package vn.khanhhoa.thecovid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.verification.CheckReason;

/** The description of the API is written by hand, so it is held to what the code has. */
class DescribedApiTest {
    private static final java.nio.file.Path FILE = java.nio.file.Path.of("src/main/resources/META-INF/openapi.yaml");

    @Test
    void every_call_is_described_with_its_scope_and_nothing_else() throws IOException {
        assertThat(described())
                .containsExactlyInAnyOrderElementsOf(ApiOperations.all().stream()
                        .map(call -> call
                                + call.scope().map(scope -> " " + scope.text()).orElse(""))
                        .toList());
    }

    @Test
    void what_is_open_to_everyone_is_so_on_purpose() {
        assertThat(ApiOperations.all().stream().filter(call -> call.scope().isEmpty()))
                .extracting(ApiOperations.Operation::toString)
                .containsExactly("GET /api/v1/trust/keys", "POST /api/v1/token", "POST /api/v1/verifications");
    }

    @Test
    void every_part_that_is_referred_to_is_there() throws IOException {
        for (String part : found("#/components/\\w+/(\\w+)\"")) {
            assertThat(found("(?m)^    (" + part + "):$")).as(part).isNotEmpty();
        }
    }

    @Test
    void every_reason_of_a_check_is_described() throws IOException {
        String reasons = found("(?s) reason:\n.*?enum:\n(.*?) verdict:").get(0);

        assertThat(Pattern.compile("- ([a-z0-9-]+)\n")
                        .matcher(reasons)
                        .results()
                        .map(code -> code.group(1)))
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of(CheckReason.values()).map(CheckReason::code), Stream.of("null"))
                                .toList());
    }

    @Test
    void every_example_of_a_problem_has_the_portals_own_code() throws IOException {
        assertThat(found("\"code\": \"([a-z.-]+)\""))
                .isNotEmpty()
                .allMatch(code -> Texts.LANGUAGES.stream().allMatch(language -> Texts.has(language, code)));
    }

    /** Method, path and scope, line by line. */
    private static List<String> described() throws IOException {
        List<String> calls = new ArrayList<>();
        String path = "";
        for (String line : Files.readAllLines(FILE)) {
            if (line.matches("  /api/v1/\\S+:")) {
                path = line.strip().replaceFirst(":$", "");
            } else if (line.matches("    (get|post|put|patch|delete):")) {
                calls.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
            } else if (line.matches("        - oauth: .*")) {
                calls.set(calls.size() - 1, calls.get(calls.size() - 1) + line.replaceFirst(".*\"(.*)\".*", " $1"));
            }
        }
        return calls;
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(FILE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
