package vn.khanhhoa.thecovid;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
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
    void every_resource_is_described_and_nothing_else() throws IOException {
        List<String> resources = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.khanhhoa.thecovid").stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .map(DescribedApiTest::address)
                        .toList();

        assertThat(found("(?m)^  (/api/v1/\\S+):$")).containsExactlyInAnyOrderElementsOf(resources);
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

    private static String address(JavaClass resource) {
        return "/api/v1" + resource.getAnnotationOfType(Path.class).value();
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(FILE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
