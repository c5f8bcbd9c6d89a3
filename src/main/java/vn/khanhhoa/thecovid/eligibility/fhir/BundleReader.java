package vn.khanhhoa.thecovid.eligibility.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;

/**
 * Reads bundles entry by entry, so that whatever is no R4 is told with its entry: unknown and repeated elements, values of
 * another type, days that are none, codes that R4 does not have. Which elements a record needs is asked of its row later.
 */
public final class BundleReader {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> TYPES = Set.of("transaction", "batch", "collection");
    private static final Set<String> METHODS = Set.of("POST", "PUT");
    private static final int MOST_FAULTS = 100;

    private final FhirContext context = FhirContext.forR4();
    private final FhirCodes codes = new FhirCodes();

    /** An entry that could be parsed. */
    record Entry(int number, Resource resource) {
        String path() {
            return "Bundle.entry[" + number + "].resource";
        }
    }

    /** Other entries of the bundle, by what references call them. */
    static final class Resources {
        private final Map<String, Resource> byName = new HashMap<>();

        Optional<Resource> of(@Nullable Reference reference) {
            if (reference == null) {
                return Optional.empty();
            }
            if (reference.getResource() instanceof Resource contained) {
                return Optional.of(contained);
            }
            return Optional.ofNullable(byName.get(FhirCodes.text(reference.getReference())));
        }
    }

    /** @param bundle one JSON object */
    public BundleRows read(byte[] bundle, RecordKind kind) {
        List<BundleFault> faults = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        Resources resources = new Resources();
        JsonObject root = object(bundle);
        if (!text(root, "resourceType").equals("Bundle")) {
            return refused("Bundle", "not-a-bundle");
        }
        if (!TYPES.contains(text(root, "type"))) {
            return refused("Bundle.type", "bundle-type");
        }
        JsonArray all = root.get("entry") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        for (int i = 0; i < all.size() && faults.size() < MOST_FAULTS; i++) {
            JsonObject entry = all.get(i) instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
            if (entry.get("request") instanceof JsonObject request && !METHODS.contains(text(request, "method"))) {
                faults.add(fault("Bundle.entry[" + i + "].request.method", "request-method"));
            }
            Optional<Entry> parsed = parsed(i, entry, faults);
            parsed.ifPresent(each -> {
                entries.add(each);
                resources.byName.put(text(entry, "fullUrl"), each.resource());
                resources.byName.put(
                        each.resource().fhirType() + "/"
                                + each.resource().getIdElement().getIdPart(),
                        each.resource());
            });
        }
        RecordMapping mapping = new RecordMapping(kind, codes, resources);
        List<Map<String, String>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            while (rows.size() < entry.number()) {
                rows.add(Map.of());
            }
            rows.add(mapping.row(entry, faults));
        }
        return new BundleRows(rows, faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
    }

    private static JsonObject object(byte[] bundle) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bundle))) {
            return reader.readObject();
        }
    }

    private static String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString text ? text.getString() : "";
    }

    private static BundleRows refused(String path, String code) {
        return new BundleRows(List.of(), List.of(fault(path, code)));
    }

    static BundleFault fault(String path, String code, Object... args) {
        return new BundleFault(path, "eligibility.fhir." + code, List.of(args));
    }

    private Optional<Entry> parsed(int number, JsonObject entry, List<BundleFault> faults) {
        String path = "Bundle.entry[" + number + "].resource";
        if (!(entry.get("resource") instanceof JsonObject resource)) {
            faults.add(fault(path, "resource-missing"));
            return Optional.empty();
        }
        IParser parser = context.newJsonParser();
        parser.setParserErrorHandler(new Strict(path, faults));
        try {
            return parser.parseResource(resource.toString()) instanceof Resource read
                    ? Optional.of(new Entry(number, read))
                    : Optional.empty();
        } catch (DataFormatException malformed) {
            // Its message quotes what was sent: the element is named by whoever looks at the entry.
            faults.add(fault(path, "malformed"));
            return Optional.empty();
        }
    }

    /** Tells of everything that is not as R4 has it, without quoting what was sent. */
    private static final class Strict extends ErrorHandlerAdapter {
        private final String path;
        private final List<BundleFault> faults;

        Strict(String path, List<BundleFault> faults) {
            this.path = path;
            this.faults = faults;
        }

        private void add(IParserErrorHandler.@Nullable IParseLocation location, String element, String code) {
            String parent = location == null ? "" : FhirCodes.text(location.getParentElementName());
            String within = parent.isEmpty() || parent.equals(element) ? "" : "." + parent;
            faults.add(fault(path + within + (element.isEmpty() ? "" : "." + element), code));
        }

        @Override
        public void containedResourceWithNoId(IParserErrorHandler.IParseLocation location) {
            add(location, "contained", "element-wrong");
        }

        @Override
        public void extensionContainsValueAndNestedExtensions(IParserErrorHandler.IParseLocation location) {
            add(location, "extension", "element-wrong");
        }

        @Override
        public void incorrectJsonType(
                IParserErrorHandler.IParseLocation location,
                String element,
                ValueType expected,
                @Nullable ScalarType expectedScalar,
                ValueType found,
                @Nullable ScalarType foundScalar) {
            add(location, element, "element-type");
        }

        @Override
        public void invalidValue(IParserErrorHandler.IParseLocation location, String value, String error) {
            add(location, "", "element-wrong");
        }

        @Override
        public void missingRequiredElement(IParserErrorHandler.IParseLocation location, String element) {
            add(location, element, "element-missing");
        }

        @Override
        public void unexpectedRepeatingElement(IParserErrorHandler.IParseLocation location, String element) {
            add(location, element, "element-repeated");
        }

        @Override
        public void unknownAttribute(IParserErrorHandler.IParseLocation location, String element) {
            add(location, element, "element-unknown");
        }

        @Override
        public void unknownElement(IParserErrorHandler.IParseLocation location, String element) {
            add(location, element, "element-unknown");
        }
    }
}
