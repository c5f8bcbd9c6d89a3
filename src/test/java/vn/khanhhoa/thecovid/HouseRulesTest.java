package vn.khanhhoa.thecovid;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;

/** What every class of the portal keeps to, whatever it does. */
@AnalyzeClasses(packages = "vn.khanhhoa.thecovid", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final Set<String> TIMES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    @ArchTest
    static final ArchRule faces_is_met_in_web_packages_only = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..");

    @ArchTest
    static final ArchRule jax_rs_is_met_in_rest_packages_only = noClasses()
            .that()
            .resideOutsideOfPackage("..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    /** Page errors tell of a lost update, so they know the exception's name. */
    @ArchTest
    static final ArchRule pages_and_resources_know_no_persistence = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..rest..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of jakarta.persistence",
                    each -> each.getPackageName().startsWith("jakarta.persistence")
                            && !each.getSimpleName().equals("OptimisticLockException")));

    @ArchTest
    static final ArchRule entities_are_nobody_elses_business =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule entities_have_no_setters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule use_cases_state_their_permission = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(UseCase.class)
            .and()
            .arePublic()
            .should()
            .beAnnotatedWith(Requires.class);

    @ArchTest
    static final ArchRule use_cases_are_public_classes_of_a_base_package = classes()
            .that()
            .areAnnotatedWith(UseCase.class)
            .should()
            .bePublic()
            .andShould()
            .resideInAPackage("vn.khanhhoa.thecovid.(*)");

    @ArchTest
    static final ArchRule nobody_asks_the_time_without_the_clock = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe("now() without a clock", HouseRulesTest::isNowWithoutClock));

    /** Jobs of one file each, that have turns of their own. */
    private static final Set<Path> READ_AT_ONCE = Set.of(Path.of("ImportJob.java"), Path.of("IntakeJob.java"));

    @Test
    void work_keeps_its_thread_for_a_turn_and_no_longer() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                if (code.contains("implements Job ") && !READ_AT_ONCE.contains(source.getFileName())) {
                    assertThat(code).as("turns of %s", source).contains("Turn.of(");
                }
                if (code.contains("implements Job ") || code.contains("implements RecurringJob")) {
                    assertThat(code).as("loops of %s", source).doesNotContain("while (");
                }
            }
        }
    }

    @ArchTest
    static final ArchRule names_say_what_a_class_is_about = noClasses()
            .that(are(alwaysTrue()))
            .should()
            .haveNameMatching(".*(Service|Manager|Impl|Util|Utils|Helper|Dto)");

    @ArchTest
    static final ArchRule every_package_says_what_it_is_for_and_is_null_marked =
            classes().should(resideInANullMarkedPackage());

    private static boolean isNowWithoutClock(JavaCall<?> call) {
        return TIMES.contains(call.getTargetOwner().getName())
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.getName().equals("java.time.Clock"));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                boolean marked = each.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(each, marked, each.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
