package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description of the API as it is written, and calls held to it: nothing may be asked or answered that it does not say. */
public final class ApiDescription {
    private static final Path FILE = Path.of("src/main/resources/META-INF/openapi.yaml");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String SCHEMAS_AT = "#/components/schemas/";

    /** As it is written, with one document for what is sent and one for what is answered. */
    private static final JsonNode ROOT = YAML.readTree(FILE);

    private static final JsonNode SENT = schemaOf(ROOT.at("/components/schemas"), false);
    private static final JsonNode ANSWERED = schemaOf(ROOT.at("/components/schemas"), true);

    /** A call and its answer. Types are without their parameters, texts empty where there are none. */
    private record Exchange(
            String method,
            String address,
            String sentType,
            String sent,
            int status,
            String type,
            String body,
            Predicate<String> hasHeader) {
        String path() {
            return address.replaceFirst("[?].*", "");
        }

        @Override
        public String toString() {
            return method + " " + address + " answered with " + status + " " + body;
        }
    }

    /** A call as it is described. */
    public record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        /** Empty where it is open to everyone. */
        public Optional<String> scope() {
            return node.at("/security/0/oauth/0").stringValueOpt();
        }

        public List<JsonNode> parameters() {
            return node.path("parameters")
                    .valueStream()
                    .map(ApiDescription::resolved)
                    .toList();
        }

        public boolean takes(String in, String name) {
            return parameters().stream()
                    .anyMatch(parameter -> parameter.path("in").asString().equals(in)
                            && parameter.path("name").asString().equals(name));
        }

        public Optional<JsonNode> answer(int status) {
            return node.path("responses")
                    .path(String.valueOf(status))
                    .asOptional()
                    .map(ApiDescription::resolved);
        }

        private boolean isOf(Exchange exchange) {
            return method.equals(exchange.method())
                    && exchange.path().matches(path.replace(".", "\\.").replaceAll("[{]\\w+[}]", "[^/]+"));
        }
    }

    private ApiDescription() {}

    public static JsonNode root() {
        return ROOT;
    }

    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        ROOT.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(verb -> all.add(new Operation(
                                verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()))));
        return all;
    }

    private static Optional<Operation> operation(Exchange exchange) {
        return operations().stream()
                .filter(operation -> operation.isOf(exchange))
                .min(Comparator.comparingInt(operation -> operation.path().split("[{]", -1).length));
    }

    /** Codes that a kind of refusal names. */
    public static List<String> codes(JsonNode answer) {
        return texts(answer.path("x-codes"));
    }

    /** Codes that a schema lists. */
    public static List<String> codesOf(String schema) {
        return texts(ROOT.at("/components/schemas/" + schema + "/x-extensible-enum"));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    static JsonNode resolved(JsonNode node) {
        JsonNode ref = node.path("$ref");
        return ref.isMissingNode() ? node : ROOT.at(ref.asString().substring(1));
    }

    /** @param sent body of the request */
    public static void check(HttpResponse<String> answer, byte[] sent) {
        check(answer, sent, answer.body());
    }

    static void check(HttpResponse<?> answer, byte[] sent, String body) {
        HttpRequest request = answer.request();
        check(new Exchange(
                request.method(),
                request.uri().getRawPath()
                        + (request.uri().getRawQuery() == null
                                ? ""
                                : "?" + request.uri().getRawQuery()),
                type(request.headers()),
                new String(sent, StandardCharsets.UTF_8),
                answer.statusCode(),
                type(answer.headers()),
                body,
                header -> answer.headers().firstValue(header).isPresent()));
    }

    private static String type(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    /** What an address of no described call answers is not looked at. */
    private static void check(Exchange exchange) {
        operation(exchange).ifPresent(operation -> check(operation, exchange));
    }

    private static void check(Operation operation, Exchange exchange) {
        Optional<JsonNode> described = operation.answer(exchange.status());
        if (described.isEmpty() && List.of(405, 406).contains(exchange.status())) {
            return; // said once for all of them
        }
        assertThat(described).as("not described: " + exchange).isPresent();
        JsonNode answer = described.get();
        answer.path("headers")
                .propertyStream()
                .forEach(header -> assertThat(exchange.hasHeader().test(header.getKey()))
                        .as(header.getKey() + " of " + exchange)
                        .isTrue());
        JsonNode content = answer.path("content");
        if (content.isMissingNode()) {
            assertThat(exchange.body()).as(exchange.toString()).isEmpty();
        } else {
            assertThat(content.propertyNames()).as(exchange.toString()).contains(exchange.type());
            if (exchange.type().endsWith("json")) {
                JsonNode body = JSON.readTree(exchange.body());
                assertThat(faults(content.path(exchange.type()).path("schema"), body, true))
                        .as(exchange.toString())
                        .isEmpty();
                if (!codes(answer).isEmpty()) {
                    assertThat(codes(answer))
                            .as(exchange.toString())
                            .contains(body.path("code").asString());
                }
            }
        }
        if (exchange.status() < 300) {
            checkSent(operation, exchange);
        }
    }

    private static void checkSent(Operation operation, Exchange exchange) {
        Stream.of(exchange.address().replaceFirst("^[^?]*[?]?", "").split("&", -1))
                .map(part -> part.replaceFirst("=.*", ""))
                .filter(name -> !name.isEmpty())
                .forEach(name -> assertThat(operation.takes("query", name))
                        .as(name + " of " + exchange)
                        .isTrue());
        JsonNode content = operation.node().path("requestBody").path("content");
        if (!exchange.sent().isEmpty()) {
            assertThat(content.propertyNames()).as(exchange.toString()).contains(exchange.sentType());
            if (exchange.sentType().endsWith("json")) {
                assertThat(faults(
                                content.path(exchange.sentType()).path("schema"),
                                JSON.readTree(exchange.sent()),
                                false))
                        .as("what was sent: " + exchange)
                        .isEmpty();
            }
        }
    }

    /** @param strictly whether members that are not described are faults */
    public static List<String> faults(JsonNode schema, JsonNode value, boolean strictly) {
        ObjectNode whole = ((ObjectNode) schemaOf(schema, strictly)).deepCopy();
        whole.set("$defs", strictly ? ANSWERED : SENT);
        return SCHEMAS
                .getSchema(whole)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }

    /** What OpenAPI 3.0 has of its own, in the words of JSON Schema. */
    private static JsonNode schemaOf(JsonNode written, boolean strictly) {
        if (written instanceof ArrayNode array) {
            ArrayNode parts = JSON.createArrayNode();
            array.forEach(part -> parts.add(schemaOf(part, strictly)));
            return parts;
        }
        if (!(written instanceof ObjectNode object)) {
            return written;
        }
        ObjectNode schema = JSON.createObjectNode();
        object.propertyStream().forEach(part -> schema.set(part.getKey(), schemaOf(part.getValue(), strictly)));
        object.path("$ref").stringValueOpt().ifPresent(ref -> schema.put("$ref", ref.replace(SCHEMAS_AT, "#/$defs/")));
        boolean isObject = schema.path("type").asString("").equals("object");
        if (strictly && isObject && schema.has("properties") && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        if (schema.remove("x-extensible-enum") instanceof ArrayNode known) {
            schema.set("enum", known);
        }
        schema.remove("example");
        if (!schema.path("nullable").asBoolean(false)) {
            return schema;
        }
        schema.remove("nullable");
        ObjectNode orNull = JSON.createObjectNode();
        orNull.putArray("anyOf").add(schema).addObject().put("type", "null");
        return orNull;
    }
}
