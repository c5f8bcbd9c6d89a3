package vn.khanhhoa.thecovid;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The module map, and that the code keeps to it: calls go down, events go up. */
class ModuleMapTest {
    private static final String ROOT = "vn.khanhhoa.thecovid";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Each module and those that it may use, shared and platform apart, which all may use. */
    private static final Map<String, Set<String>> MAP = new TreeMap<>(Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("platform", Set.of()),
            Map.entry("audit", Set.of("registry", "access")),
            Map.entry("access", Set.of()),
            Map.entry("registry", Set.of("access")),
            Map.entry("person", Set.of("registry", "access")),
            Map.entry("intake", Set.of("registry")),
            Map.entry("stafflist", Set.of("intake", "person", "registry", "access")),
            Map.entry("eligibility", Set.of("intake", "person", "registry", "access")),
            Map.entry("review", Set.of("stafflist", "eligibility", "person", "registry", "access")),
            Map.entry("card", Set.of("stafflist", "eligibility", "person", "registry", "access")),
            Map.entry("verification", Set.of("card", "eligibility", "intake", "person", "registry", "access")),
            Map.entry(
                    "citizen",
                    Set.of("audit", "card", "review", "eligibility", "stafflist", "person", "registry", "access")),
            Map.entry("feedback", Set.of("registry", "access")),
            Map.entry(
                    "notification",
                    Set.of(
                            "access",
                            "registry",
                            "person",
                            "stafflist",
                            "eligibility",
                            "review",
                            "card",
                            "verification",
                            "citizen",
                            "feedback")),
            Map.entry("operation", Set.of("access")),
            Map.entry("report", Set.of("registry", "access")),
            Map.entry("bootstrap", Set.of())));

    private static final Path SOURCES = Path.of("src/main/java/vn/khanhhoa/thecovid");

    private static final Pattern TABLE = Pattern.compile("\\b(FROM|JOIN|UPDATE|INTO|DELETE FROM)\\s+([a-z]+)_[a-z_]+");

    /** What goes to tables of others all the same: a job's argument, the start of a portal. */
    private static final Map<String, Set<String>> TABLES_OF_OTHERS = new TreeMap<>(Map.of(
            "ListSubmission.java", Set.of("platform"),
            "ReferencePack.java", Set.of("platform"),
            "FirstAdministrator.java", Set.of("access")));

    @Test
    void every_class_is_in_a_module_of_the_map() {
        Set<String> modules = CLASSES.stream()
                .map(each -> each.getPackageName().substring(ROOT.length()).split("\\.")[1])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(MAP.keySet()).containsAll(modules);
    }

    @TestFactory
    Iterable<DynamicTest> each_module_uses_only_what_the_map_allows() {
        return MAP.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> usesOnly(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static void usesOnly(String module, Set<String> allowed) {
        Set<String> forbidden = new TreeSet<>(MAP.keySet());
        forbidden.removeAll(allowed);
        forbidden.remove(module);
        if (!module.equals("bootstrap")) {
            forbidden.remove("shared");
        }
        if (!Set.of("shared", "bootstrap").contains(module)) {
            forbidden.remove("platform");
        }
        noClasses()
                .that(resideInAPackage(in(module)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        forbidden.stream().map(ModuleMapTest::in).toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @TestFactory
    Iterable<DynamicTest> each_module_is_used_by_its_base_package_only() {
        return MAP.keySet().stream()
                .filter(module -> !module.equals("platform"))
                .map(module -> DynamicTest.dynamicTest(
                        module,
                        () -> noClasses()
                                .that(DescribedPredicate.not(resideInAPackage(in(module))))
                                .should()
                                .dependOnClassesThat(insidesOf(module))
                                .check(CLASSES)))
                .toList();
    }

    private static DescribedPredicate<JavaClass> insidesOf(String module) {
        String base = ROOT + "." + module;
        return DescribedPredicate.describe(
                "inside " + module, each -> each.getPackageName().startsWith(base + "."));
    }

    @Test
    void statements_read_tables_only_where_the_map_allows_and_write_only_their_own() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path file : sources()) {
            String module = SOURCES.relativize(file).getName(0).toString();
            Matcher table = TABLE.matcher(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
            while (table.find()) {
                String owner = table.group(2);
                boolean reads = Set.of("FROM", "JOIN").contains(table.group(1));
                boolean own = owner.equals(module) || !MAP.containsKey(owner);
                if (!own && !(reads && MAP.getOrDefault(module, Set.of()).contains(owner))) {
                    found.computeIfAbsent(file.getFileName().toString(), unused -> new TreeSet<>())
                            .add(owner);
                }
            }
        }

        assertThat(found).isEqualTo(TABLES_OF_OTHERS);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void modules_and_packages_are_acyclic() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    private static String in(String module) {
        return ROOT + "." + module + "..";
    }
}
