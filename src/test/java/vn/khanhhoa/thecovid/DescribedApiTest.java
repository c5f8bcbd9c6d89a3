package vn.khanhhoa.thecovid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.khanhhoa.thecovid.browser.ApiDescription;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.RepairKind;
import vn.khanhhoa.thecovid.intake.UnreadableCode;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.verification.CheckReason;

/** The description of the API is written by hand, so it is held to what the code has. */
class DescribedApiTest {
    private static final Pattern CODE = Pattern.compile(
            "(?<![/\\w])(?:access|card|eligibility|forms|intake|platform|registry|review|shared|stafflist|verification)\\.[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\b");

    /** What files are not taken for besides what is wrong with them. */
    private static final List<String> NOT_OF_THE_FILE = List.of("stafflist.list-withdrawn", "stafflist.reading-failed");

    /**
     * On the way of a call, and yet never met by it: a program without a token or scope is told so before a use case could,
     * what is stored has passed these checks, and no call does what only an agency does to an entry.
     */
    private static final Set<String> NEVER_MET = Set.of(
            "access.sign-in-first",
            "access.not-permitted",
            "card.too-many-activities",
            "eligibility.emergency-care-denied",
            "registry.hours-many",
            "registry.hours-overlap",
            "registry.hours-unclear",
            "registry.sector-condition",
            "registry.tax-code-check",
            "registry.tax-code-shape",
            "shared.period-reversed",
            "stafflist.amended-ended",
            "stafflist.decided-before",
            "stafflist.entry-held",
            "stafflist.entry-not-judged",
            "stafflist.entry-not-pending",
            "stafflist.entry-not-returned",
            "stafflist.entry-proposed",
            "stafflist.four-eyes",
            "stafflist.own-people",
            "stafflist.stands-in");

    @Test
    void every_call_is_described_with_its_scope_and_nothing_else() {
        assertThat(ApiDescription.operations())
                .extracting(operation ->
                        operation + operation.scope().map(scope -> " " + scope).orElse(""))
                .containsExactlyInAnyOrderElementsOf(ApiOperations.all().stream()
                        .map(call -> call
                                + call.scope().map(scope -> " " + scope.text()).orElse(""))
                        .toList());
    }

    @Test
    void every_call_takes_what_is_described_in_its_address_and_head() {
        Map<String, Set<String>> described = ApiDescription.operations().stream()
                .collect(Collectors.toMap(
                        ApiDescription.Operation::toString,
                        operation -> operation.parameters().stream()
                                .filter(parameter ->
                                        !parameter.path("name").asString().equals("Accept-Language"))
                                .map(parameter -> parameter.path("in").asString() + " "
                                        + parameter.path("name").asString())
                                .collect(Collectors.toCollection(TreeSet::new))));

        ApiOperations.all().stream().filter(call -> call.scope().isPresent()).forEach(call -> {
            Set<String> taken = new TreeSet<>(call.parameters());
            if (!call.method().equals("GET")) {
                taken.add("header Idempotency-Key");
            }
            described.get(call.toString()).remove("header If-None-Match"); // read from the request as a whole
            assertThat(described.get(call.toString())).as(call.toString()).isEqualTo(taken);
        });
    }

    @Test
    void what_is_open_to_everyone_is_so_on_purpose() {
        assertThat(ApiOperations.all().stream().filter(call -> call.scope().isEmpty()))
                .extracting(ApiOperations.Operation::toString)
                .containsExactly(
                        "GET /api/v1/post/sheet",
                        "GET /api/v1/rules",
                        "GET /api/v1/rules/{place}",
                        "GET /api/v1/status-list",
                        "GET /api/v1/status-list/changes",
                        "GET /api/v1/trust/bundle",
                        "GET /api/v1/trust/keys",
                        "POST /api/v1/devices",
                        "POST /api/v1/post/details",
                        "POST /api/v1/post/lookups",
                        "POST /api/v1/post/scans",
                        "POST /api/v1/token",
                        "POST /api/v1/verifications");
    }

    @Test
    void every_part_that_is_referred_to_is_there_and_every_part_is_referred_to() {
        Set<String> referred = Pattern.compile("\"#(/components/\\w+/\\w+)\"")
                .matcher(ApiDescription.text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> there = new HashSet<>();
        ApiDescription.root().path("components").propertyStream().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue().propertyNames().forEach(name -> there.add("/components/" + kind.getKey() + "/" + name));
            }
        });

        assertThat(referred).isEqualTo(there);
    }

    @Test
    void every_code_that_is_named_has_its_sentence() {
        assertThat(CODE.matcher(ApiDescription.text()).results().map(found -> found.group()))
                .isNotEmpty()
                .allMatch(code -> Texts.LANGUAGES.stream().allMatch(language -> Texts.has(language, code)));
    }

    @Test
    void every_code_that_a_row_or_a_file_can_have_is_listed_and_no_other() {
        assertThat(ApiDescription.codesOf("RowProblemCode"))
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> "intake." + code.key())
                        .toList());
        assertThat(ApiDescription.codesOf("RepairCode"))
                .containsExactlyElementsOf(
                        Arrays.stream(RepairKind.values()).map(RepairKind::key).toList());
        assertThat(ApiDescription.codesOf("FileProblemCode"))
                .containsExactlyElementsOf(Stream.concat(
                                Arrays.stream(UnreadableCode.values()).map(code -> "intake." + code.key()),
                                NOT_OF_THE_FILE.stream())
                        .toList());
        ResourceBundle words = ResourceBundle.getBundle("i18n.eligibility", Texts.VIETNAMESE);
        assertThat(ApiDescription.codesOf("RecordProblemCode"))
                .containsExactlyInAnyOrderElementsOf(words.keySet().stream()
                        .filter(key -> key.startsWith("eligibility.record."))
                        .toList());
        assertThat(ApiDescription.root()
                        .at("/components/schemas/FormColumn/properties/type/x-extensible-enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(Arrays.stream(ColumnType.values())
                        .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    @Test
    void every_code_that_a_call_can_be_refused_with_is_listed_and_no_other() {
        Set<String> described = new TreeSet<>(
                CODE.matcher(ApiDescription.root().at("/info/description").asString())
                        .results()
                        .map(found -> found.group())
                        .toList());
        ApiDescription.root()
                .at("/components/responses")
                .forEach(answer -> described.addAll(ApiDescription.codes(answer)));
        Set<String> answered = new TreeSet<>(ApiOperations.codes());
        answered.addAll(ApiOperations.codesOfFailures());
        answered.removeAll(NEVER_MET);

        assertThat(described).isEqualTo(answered);
    }

    @Test
    void every_reason_of_a_check_is_described() {
        assertThat(ApiDescription.root()
                        .at("/components/schemas/Verification/properties/reason/enum")
                        .valueStream()
                        .filter(reason -> !reason.isNull())
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Stream.of(CheckReason.values()).map(CheckReason::code).toList());
    }

    @Test
    void every_example_is_as_its_schema_says() {
        Set<JsonNode> contents = new HashSet<>();
        collect(ApiDescription.root(), contents);

        assertThat(contents).isNotEmpty();
        for (JsonNode content : contents) {
            Stream.concat(
                            Stream.of(content.path("example")).filter(example -> !example.isMissingNode()),
                            content.path("examples")
                                    .propertyStream()
                                    .map(example -> example.getValue().path("value")))
                    .forEach(example -> assertThat(ApiDescription.faults(content.path("schema"), example, true))
                            .as(example.toString())
                            .isEmpty());
        }
    }

    /** Wherever an example stands beside the schema of a whole body. */
    private static void collect(JsonNode node, Set<JsonNode> contents) {
        node.forEach(part -> collect(part, contents));
        if (node.path("schema").isObject()) {
            contents.add(node);
        }
    }
}
