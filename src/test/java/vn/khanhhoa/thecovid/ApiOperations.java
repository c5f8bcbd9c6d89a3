package vn.khanhhoa.thecovid;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.platform.rest.Failure;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What the API has, read from the code of its resources. */
public final class ApiOperations {
    private static final java.nio.file.Path SOURCES = java.nio.file.Path.of("src/main/java");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+\\.[a-z][a-z0-9-]*)\"");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.khanhhoa.thecovid");

    /**
     * A call.
     *
     * @param scope empty for what is open to everyone
     * @param parameters {@code query state} and the like
     */
    public record Operation(String method, String path, Optional<ApiScope> scope, Set<String> parameters) {
        Operation with(Operation other) {
            Set<String> all = new TreeSet<>(parameters);
            all.addAll(other.parameters());
            return new Operation(method, path, scope, all);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private ApiOperations() {}

    public static List<Operation> all() {
        return resources()
                .flatMap(ApiOperations::of)
                .collect(Collectors.toMap(Operation::toString, operation -> operation, Operation::with))
                .values()
                .stream()
                .sorted(Comparator.comparing(Operation::toString))
                .toList();
    }

    /** The codes of refusals that can be met on the way from a call, whatever its caller sends. */
    public static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        resources().forEach(resource -> open.addAll(resource.getMethods()));
        open.addAll(CLASSES.get("vn.khanhhoa.thecovid.access.rest.ScopeCheck").getMethods());
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (seen.add(unit)) {
                Stream.of(
                                unit.getCallsFromSelf(),
                                unit.getMethodReferencesFromSelf(),
                                unit.getConstructorReferencesFromSelf())
                        .flatMap(Set::stream)
                        .forEach(call -> {
                            if (isRefusal(call.getTargetOwner())) {
                                codes.addAll(codes(unit.getOwner(), call.getLineNumber()));
                            }
                            open.addAll(reached(call));
                        });
            }
        }
        return codes;
    }

    /** The codes that failures get which have none of their own. */
    public static Set<String> codesOfFailures() {
        return literals(source(CLASSES.get(Failure.class)));
    }

    private static Stream<JavaClass> resources() {
        return CLASSES.stream().filter(each -> each.isAnnotatedWith(Path.class));
    }

    private static boolean isRefusal(JavaClass type) {
        return type.isEquivalentTo(RuleViolation.class) || type.isEquivalentTo(ApiRefusal.class);
    }

    private static List<JavaCodeUnit> reached(JavaAccess<?> call) {
        return Stream.concat(
                        call.getTarget().resolveMember().stream(),
                        heirs(call.getTargetOwner())
                                .flatMap(heir -> heir.getCodeUnits().stream())
                                .filter(heir -> heir.getName().equals(call.getName())))
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(unit -> CLASSES.contain(unit.getOwner().getName()))
                .toList();
    }

    private static Stream<JavaClass> heirs(JavaClass type) {
        return CLASSES.contain(type.getName()) ? type.getAllSubclasses().stream() : Stream.of();
    }

    /** Where the statement names none, it is handed one from elsewhere in its class. */
    private static Set<String> codes(JavaClass owner, int line) {
        String source = source(owner);
        String statement = source.lines().skip(line - 1).collect(Collectors.joining("\n"));
        Set<String> found = literals(statement.substring(0, statement.indexOf(';')));
        return found.isEmpty() ? literals(source) : found;
    }

    private static Set<String> literals(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String source(JavaClass type) {
        try {
            return Files.readString(
                    SOURCES.resolve(type.getName().replaceFirst("[$].*", "").replace('.', '/') + ".java"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Operation> of(JavaClass resource) {
        String root = "/api/v1" + resource.getAnnotationOfType(Path.class).value();
        return resource.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .map(method ->
                        new Operation(verb(method), root + path(method), scope(method), parameters(resource, method)));
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation
                        .getRawType()
                        .getAnnotationOfType(HttpMethod.class)
                        .value())
                .findFirst()
                .orElseThrow();
    }

    private static String path(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
    }

    private static Optional<ApiScope> scope(JavaMethod method) {
        return method.isAnnotatedWith(NeedsScope.class)
                ? Optional.of(method.getAnnotationOfType(NeedsScope.class).value())
                : Optional.empty();
    }

    private static Set<String> parameters(JavaClass resource, JavaMethod method) {
        return Stream.concat(
                        resource.getFields().stream().flatMap(field -> field.getAnnotations().stream()),
                        method.getParameters().stream().flatMap(parameter -> parameter.getAnnotations().stream()))
                .flatMap(ApiOperations::parameter)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> parameter(JavaAnnotation<?> annotation) {
        String in = annotation.getRawType().isEquivalentTo(PathParam.class)
                ? "path"
                : annotation.getRawType().isEquivalentTo(QueryParam.class)
                        ? "query"
                        : annotation.getRawType().isEquivalentTo(HeaderParam.class) ? "header" : "";
        return in.isEmpty()
                ? Stream.of()
                : Stream.of(in + " " + annotation.get("value").orElseThrow());
    }
}
