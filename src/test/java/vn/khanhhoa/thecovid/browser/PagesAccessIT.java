package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each page against each role: open, closed (403), or, for a visitor, the way to sign-in. A page that the table does not
 * name fails the test, so that nobody forgets to say whom it is for.
 */
@InBrowser
class PagesAccessIT {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final String VISITOR = "";

    private static final Set<String> EVERYONE = Set.of(
            VISITOR,
            Demo.OFFICER,
            Demo.COLLEAGUE,
            Demo.REVIEWER,
            Demo.APPROVER,
            Demo.HEALTH_OFFICER,
            Demo.SOURCE_OFFICER,
            Demo.STEERING_OFFICER,
            Demo.ADMINISTRATOR);
    private static final Set<String> SIGNED_IN = Set.of(
            Demo.OFFICER,
            Demo.COLLEAGUE,
            Demo.REVIEWER,
            Demo.APPROVER,
            Demo.HEALTH_OFFICER,
            Demo.SOURCE_OFFICER,
            Demo.STEERING_OFFICER,
            Demo.ADMINISTRATOR);
    private static final Set<String> ORGANISATION = Set.of(Demo.OFFICER, Demo.COLLEAGUE);
    private static final Set<String> ORGANISATION_ADMINISTRATION = Set.of(Demo.OFFICER);
    private static final Set<String> AGENCY = Set.of(Demo.REVIEWER, Demo.APPROVER);
    private static final Set<String> AGENCY_HEADS = Set.of(Demo.APPROVER);
    private static final Set<String> HEALTH_OFFICE = Set.of(Demo.HEALTH_OFFICER, Demo.APPROVER);
    private static final Set<String> CRITERIA_OFFICE = Set.of(Demo.HEALTH_OFFICER, Demo.STEERING_OFFICER);
    private static final Set<String> HEALTH_DATA = Set.of(Demo.HEALTH_OFFICER, Demo.SOURCE_OFFICER);
    private static final Set<String> ADMINISTRATION = Set.of(Demo.ADMINISTRATOR);

    private static final Map<String, Set<String>> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("/account/inbox", SIGNED_IN),
            Map.entry("/admin/account", ADMINISTRATION),
            Map.entry("/admin/account-invitation", ADMINISTRATION),
            Map.entry("/admin/accounts", ADMINISTRATION),
            Map.entry("/admin/agency-calendar", ADMINISTRATION),
            Map.entry("/admin/card-letterhead", ADMINISTRATION),
            Map.entry("/admin/catalogue", ADMINISTRATION),
            Map.entry("/admin/catalogue-entry", ADMINISTRATION),
            Map.entry("/admin/ended-agency", ADMINISTRATION),
            Map.entry("/admin/form", ADMINISTRATION),
            Map.entry("/admin/form-column", ADMINISTRATION),
            Map.entry("/admin/form-version", ADMINISTRATION),
            Map.entry("/admin/forms", ADMINISTRATION),
            Map.entry("/admin/jobs", ADMINISTRATION),
            Map.entry("/admin/key", ADMINISTRATION),
            Map.entry("/admin/keys", ADMINISTRATION),
            Map.entry("/admin/message", ADMINISTRATION),
            Map.entry("/admin/message-template", ADMINISTRATION),
            Map.entry("/admin/message-templates", ADMINISTRATION),
            Map.entry("/admin/notice", ADMINISTRATION),
            Map.entry("/admin/notices", ADMINISTRATION),
            Map.entry("/admin/outbox", ADMINISTRATION),
            Map.entry("/admin/routing-test", ADMINISTRATION),
            Map.entry("/admin/trail", ADMINISTRATION),
            Map.entry("/admin/open-work", ADMINISTRATION),
            Map.entry("/admin/routing", ADMINISTRATION),
            Map.entry("/admin/routing-comparison", ADMINISTRATION),
            Map.entry("/admin/routing-draft", ADMINISTRATION),
            Map.entry("/admin/routing-rule", ADMINISTRATION),
            Map.entry("/agency-head/approval", AGENCY_HEADS),
            Map.entry("/agency-head/calendar", AGENCY_HEADS),
            Map.entry("/agency-head/desk", AGENCY_HEADS),
            Map.entry("/agency-head/devices", AGENCY_HEADS),
            Map.entry("/agency-head/green-rule", AGENCY_HEADS),
            Map.entry("/agency-head/lending", AGENCY_HEADS),
            Map.entry("/agency-head/figures", AGENCY_HEADS),
            Map.entry("/agency-head/post", AGENCY_HEADS),
            Map.entry("/agency-head/post-board", AGENCY_HEADS),
            Map.entry("/agency-head/posts", AGENCY_HEADS),
            Map.entry("/agency-head/proposal", AGENCY_HEADS),
            Map.entry("/agency-head/proposals", AGENCY_HEADS),
            Map.entry("/agency-head/recheck", AGENCY_HEADS),
            Map.entry("/agency-head/rechecks", AGENCY_HEADS),
            Map.entry("/agency-head/work", AGENCY_HEADS),
            Map.entry("/agency/absence", AGENCY),
            Map.entry("/agency/entry-exception", AGENCY),
            Map.entry("/agency/entry-paper", AGENCY),
            Map.entry("/agency/home", AGENCY),
            Map.entry("/agency/individual", AGENCY),
            Map.entry("/agency/registration", AGENCY),
            Map.entry("/agency/registrations", AGENCY),
            Map.entry("/agency/forwarding", AGENCY),
            Map.entry("/agency/review-bulk", AGENCY),
            Map.entry("/agency/review-entry", AGENCY),
            Map.entry("/agency/decided", AGENCY),
            Map.entry("/agency/review-queue", AGENCY),
            Map.entry("/agency/verdicts", AGENCY),
            Map.entry("/citizen/ask", EVERYONE),
            Map.entry("/citizen/fault", EVERYONE),
            Map.entry("/citizen/level", EVERYONE),
            Map.entry("/citizen/mend", EVERYONE),
            Map.entry("/citizen/reconsider", EVERYONE),
            Map.entry("/citizen/status", EVERYONE),
            Map.entry("/criteria-office/comparison", CRITERIA_OFFICE),
            Map.entry("/criteria-office/criteria-row", CRITERIA_OFFICE),
            Map.entry("/criteria-office/criteria-set", CRITERIA_OFFICE),
            Map.entry("/criteria-office/criteria-sets", CRITERIA_OFFICE),
            Map.entry("/criteria-office/criteria-trial", CRITERIA_OFFICE),
            Map.entry("/criteria-office/issue-mode-switch", CRITERIA_OFFICE),
            Map.entry("/criteria-office/issue-modes", CRITERIA_OFFICE),
            Map.entry("/criteria-office/matrices", CRITERIA_OFFICE),
            Map.entry("/criteria-office/matrix", CRITERIA_OFFICE),
            Map.entry("/criteria-office/rule-order", CRITERIA_OFFICE),
            Map.entry("/criteria-office/scenario-order", CRITERIA_OFFICE),
            Map.entry("/criteria-office/scenarios", CRITERIA_OFFICE),
            Map.entry("/criteria-office/simulation", CRITERIA_OFFICE),
            Map.entry("/criteria-office/simulations", CRITERIA_OFFICE),
            Map.entry("/health-data/api-client", HEALTH_DATA),
            Map.entry("/health-data/api-clients", HEALTH_DATA),
            Map.entry("/health-data/daily-totals", HEALTH_DATA),
            Map.entry("/health-data/due-doses", Set.of(Demo.SOURCE_OFFICER)),
            Map.entry("/health-data/facility", HEALTH_DATA),
            Map.entry("/health-data/fault-report", HEALTH_DATA),
            Map.entry("/health-data/import", HEALTH_DATA),
            Map.entry("/health-data/import-rows", HEALTH_DATA),
            Map.entry("/health-data/lateness", HEALTH_DATA),
            Map.entry("/health-data/matching", HEALTH_DATA),
            Map.entry("/health-data/paper", HEALTH_DATA),
            Map.entry("/health-data/requests", HEALTH_DATA),
            Map.entry("/health-data/source", HEALTH_DATA),
            Map.entry("/health-data/source-profile", HEALTH_DATA),
            Map.entry("/health-data/sources", HEALTH_DATA),
            Map.entry("/health-data/typing", HEALTH_DATA),
            Map.entry("/health-office/alert", HEALTH_OFFICE),
            Map.entry("/health-office/alert-settings", HEALTH_OFFICE),
            Map.entry("/health-office/alerts", HEALTH_OFFICE),
            Map.entry("/health-office/card", HEALTH_OFFICE),
            Map.entry("/health-office/card-bulk", HEALTH_OFFICE),
            Map.entry("/health-office/cards", HEALTH_OFFICE),
            Map.entry("/health-office/exception", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/health-office/exception-entry", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/health-office/exception-kinds", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/health-office/exceptions", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/health-office/people", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/health-office/people-act", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/health-office/people-pair", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/health-office/tracing", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/health-office/tracing-entry", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/health-office/tracings", Set.of(Demo.HEALTH_OFFICER)),
            Map.entry("/index", EVERYONE),
            Map.entry("/organisation/api-client", ORGANISATION_ADMINISTRATION),
            Map.entry("/organisation/api-clients", ORGANISATION_ADMINISTRATION),
            Map.entry("/organisation/colleagues", ORGANISATION),
            Map.entry("/organisation/entry", ORGANISATION),
            Map.entry("/organisation/home", ORGANISATION),
            Map.entry("/organisation/reconsideration", ORGANISATION),
            Map.entry("/organisation/registration", ORGANISATION),
            Map.entry("/organisation/registration-profile", ORGANISATION),
            Map.entry("/organisation/staff-list", ORGANISATION),
            Map.entry("/organisation/staff-list-details", ORGANISATION),
            Map.entry("/organisation/staff-list-entries", ORGANISATION),
            Map.entry("/organisation/staff-list-row", ORGANISATION),
            Map.entry("/organisation/staff-list-rows", ORGANISATION),
            Map.entry("/organisation/staff-list-submission", ORGANISATION),
            Map.entry("/organisation/staff-lists", ORGANISATION),
            Map.entry("/organisation/workplace", ORGANISATION),
            Map.entry("/public/catalogue", EVERYONE),
            Map.entry("/public/check", EVERYONE),
            Map.entry("/public/check-in", EVERYONE),
            Map.entry("/public/forgotten", EVERYONE),
            Map.entry("/public/individual", EVERYONE),
            Map.entry("/public/invitation", EVERYONE),
            Map.entry("/public/privacy", EVERYONE),
            Map.entry("/public/register", EVERYONE),
            Map.entry("/public/rules", EVERYONE),
            Map.entry("/public/sign-in", EVERYONE)));

    @Test
    void the_table_names_every_page_and_no_other() throws IOException {
        assertThat(TABLE.keySet()).isEqualTo(pages());
    }

    @Test
    void a_page_answers_under_no_other_name(Visitor visitor) {
        for (String page : TABLE.keySet()) {
            if (!TABLE.get(page).contains(VISITOR)) {
                assertThat(visitor.fetch(page + ".xhtml").status())
                        .as(page + ".xhtml")
                        .isNotEqualTo(200);
                assertThat(visitor.fetch(page + "/").status()).as(page + "/").isNotEqualTo(200);
            }
        }
    }

    @TestFactory
    List<DynamicTest> each_role_meets_what_is_meant_for_it(
            Visitor visitor,
            Visitor second,
            Visitor third,
            Visitor fourth,
            Visitor fifth,
            Visitor sixth,
            Visitor seventh,
            Visitor eighth,
            Visitor ninth) {
        List<Visitor> browsers = List.of(visitor, second, third, fourth, fifth, sixth, seventh, eighth, ninth);
        Map<String, Visitor> roles = new TreeMap<>();
        for (String role : new TreeSet<>(EVERYONE)) {
            Visitor browser = browsers.get(roles.size());
            if (!role.equals(VISITOR)) {
                browser.signInAs(role);
            }
            roles.put(role, browser);
        }
        return TABLE.entrySet().stream()
                .flatMap(page -> roles.entrySet().stream()
                        .map(role -> DynamicTest.dynamicTest(
                                page.getKey() + " " + (role.getKey().isEmpty() ? "visitor" : role.getKey()),
                                () -> meets(
                                        page.getKey(),
                                        page.getValue().contains(role.getKey()),
                                        role.getKey().equals(VISITOR),
                                        role.getValue()))))
                .toList();
    }

    /** A page of one record answers 404 to whoever may see it, when no record is named. */
    private static void meets(String page, boolean open, boolean isVisitor, Visitor browser) {
        APIResponse answer = browser.fetch(page);
        if (open) {
            assertThat(answer.status()).isIn(200, 404);
        } else if (isVisitor) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.headers().get("location")).contains("/public/sign-in?then=");
        } else {
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .filter(file -> !file.startsWith(PAGES.resolve("WEB-INF")))
                    .map(file -> "/" + PAGES.relativize(file).toString().replace(".xhtml", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
