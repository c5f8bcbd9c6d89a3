package vn.khanhhoa.thecovid;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.NeedsScope;

/** What the API has, read from the code of its resources. */
public final class ApiOperations {
    /** @param scope empty for what is open to everyone */
    public record Operation(String method, String path, Optional<ApiScope> scope) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private ApiOperations() {}

    public static List<Operation> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.khanhhoa.thecovid").stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .flatMap(ApiOperations::of)
                        .distinct()
                        .sorted(Comparator.comparing(Operation::toString))
                        .toList();
    }

    private static Stream<Operation> of(JavaClass resource) {
        String root = "/api/v1" + resource.getAnnotationOfType(Path.class).value();
        return resource.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .map(method -> new Operation(verb(method), root + path(method), scope(method)));
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
}
