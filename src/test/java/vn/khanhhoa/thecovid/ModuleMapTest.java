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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
            Map.entry("stafflist", Set.of("person", "registry", "access")),
            Map.entry("eligibility", Set.of("person", "registry", "access")),
            Map.entry("review", Set.of("stafflist", "eligibility", "person", "registry", "access")),
            Map.entry("card", Set.of("stafflist", "eligibility", "person", "registry", "access")),
            Map.entry("verification", Set.of("card", "eligibility", "person", "registry", "access")),
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
    void modules_and_packages_are_acyclic() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    private static String in(String module) {
        return ROOT + "." + module + "..";
    }
}
