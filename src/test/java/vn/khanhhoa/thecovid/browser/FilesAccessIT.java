package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What is handed out as a file is for the same people as the pages that link to it. */
@InBrowser
class FilesAccessIT {
    private static final String OTHER_OFFICER = "nhansu.khachsan@demo.example";

    /** What an officer gets for an id of nobody's; whoever else asks is sent away before. */
    private static final Map<String, Integer> FILES = Map.of(
            "/organisation/files/template?code=M01", 200,
            "/organisation/files/codes?list=ID", 404,
            "/organisation/files/problems?list=ID", 404,
            "/organisation/files/original?list=ID&upload=ID", 404,
            "/organisation/cards?list=ID", 404,
            "/organisation/cards?entry=ID", 404,
            "/organisation/registration-file?id=ID", 404,
            "/organisation/request-form", 200);

    @Test
    void an_organisation_s_files_are_for_its_officers(
            Visitor nobody, Visitor officer, Visitor reviewer, Visitor healthOfficer, Visitor administrator) {
        officer.signInAs(Demo.OFFICER);
        reviewer.signInAs(Demo.REVIEWER);
        healthOfficer.signInAs(Demo.HEALTH_OFFICER);
        administrator.signInAs(Demo.ADMINISTRATOR);

        FILES.forEach((address, forAnOfficer) -> {
            String path = address.replace("ID", PublicId.random().toString());
            assertThat(nobody.fetch(path).status()).as(path).isEqualTo(302);
            assertThat(officer.fetch(path).status()).as(path).isEqualTo(forAnOfficer);
            for (Visitor other : List.of(reviewer, healthOfficer, administrator)) {
                assertThat(other.fetch(path).status()).as(path).isEqualTo(403);
            }
        });
    }

    @Test
    void an_agency_s_files_are_for_its_reviewers(Visitor nobody, Visitor officer, Visitor reviewer) {
        officer.signInAs(Demo.OFFICER);
        reviewer.signInAs(Demo.REVIEWER);

        for (String file : List.of("registration-file", "registration-view", "bulk-results", "evidence")) {
            String path = "/agency/" + file + "?id=" + PublicId.random();
            assertThat(nobody.fetch(path).status()).as(path).isEqualTo(302);
            assertThat(officer.fetch(path).status()).as(path).isEqualTo(403);
            assertThat(reviewer.fetch(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void the_way_to_the_next_entry_is_for_reviewers_and_leads_to_the_queue_where_it_starts_from_nothing(
            Visitor nobody, Visitor officer, Visitor reviewer) {
        String path = "/agency/next-entry?id=" + PublicId.random();
        officer.signInAs(Demo.OFFICER);
        reviewer.signInAs(Demo.REVIEWER);

        assertThat(nobody.fetch(path).headers().get("location")).contains("/public/sign-in");
        assertThat(officer.fetch(path).status()).isEqualTo(403);
        assertThat(reviewer.fetch(path).headers().get("location")).endsWith("/agency/review-queue");
        reviewer.open("/agency/review-queue");
        assertThat(reviewer.page()
                        .evaluate(
                                "async (path) => { const told = await fetch(path, { headers: { Purpose: 'preload' } });"
                                        + " return told.redirected + ' ' + (await told.text()); }",
                                path.substring(path.lastIndexOf('/') + 1)))
                .as("loaded beforehand the address is told, and not led to")
                .asString()
                .startsWith("false ")
                .endsWith("/agency/review-queue");
    }

    @Test
    void criteria_and_their_documents_are_for_health_and_steering_officers(
            Visitor nobody, Visitor officer, Visitor head, Visitor healthOfficer, Visitor steeringOfficer) {
        officer.signInAs(Demo.OFFICER);
        head.signInAs(Demo.APPROVER);
        healthOfficer.signInAs(Demo.HEALTH_OFFICER);
        steeringOfficer.signInAs(Demo.STEERING_OFFICER);

        for (String file : List.of(
                "criteria-set-file", "criteria-set-document", "matrix-file", "matrix-document", "simulation-file")) {
            String path = "/criteria-office/" + file + "?id=" + PublicId.random();
            assertThat(nobody.fetch(path).status()).as(path).isEqualTo(302);
            assertThat(officer.fetch(path).status()).as(path).isEqualTo(403);
            assertThat(head.fetch(path).status()).as(path).isEqualTo(403);
            assertThat(healthOfficer.fetch(path).status()).as(path).isEqualTo(404);
            assertThat(steeringOfficer.fetch(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void files_of_health_data_are_for_officers_of_sources(
            Visitor nobody, Visitor officer, Visitor steeringOfficer, Visitor healthOfficer, Visitor sourceOfficer) {
        officer.signInAs(Demo.OFFICER);
        steeringOfficer.signInAs(Demo.STEERING_OFFICER);
        healthOfficer.signInAs(Demo.HEALTH_OFFICER);
        sourceOfficer.signInAs(Demo.SOURCE_OFFICER);

        for (String file :
                List.of("template", "import-problems", "import-rows-file", "lateness-file", "paper-document")) {
            String path = "/health-data/" + file + "?from=2021-10-01&to=2021-10-05&id=" + PublicId.random();
            assertThat(nobody.fetch(path).status()).as(path).isEqualTo(302);
            assertThat(officer.fetch(path).status()).as(path).isEqualTo(403);
            assertThat(steeringOfficer.fetch(path).status()).as(path).isEqualTo(403);
            assertThat(healthOfficer.fetch(path).status()).as(path).isEqualTo(404);
            assertThat(sourceOfficer.fetch(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void who_is_due_a_dose_is_for_officers_of_the_source(
            Visitor nobody, Visitor officer, Visitor healthOfficer, Visitor sourceOfficer) {
        String path = "/health-data/due-doses-file?facility=TYT-22327&until=2021-10-05&id=" + PublicId.random();
        officer.signInAs(Demo.OFFICER);
        healthOfficer.signInAs(Demo.HEALTH_OFFICER);
        sourceOfficer.signInAs(Demo.SOURCE_OFFICER);

        assertThat(nobody.fetch(path).status()).isEqualTo(302);
        assertThat(officer.fetch(path).status()).isEqualTo(403);
        assertThat(healthOfficer.fetch(path).status()).isEqualTo(403);
        assertThat(sourceOfficer.fetch(path).status()).isEqualTo(404);
    }

    @Test
    void evidence_of_exceptions_is_for_health_officers(
            Visitor nobody, Visitor officer, Visitor head, Visitor sourceOfficer, Visitor healthOfficer) {
        String path = "/health-office/exception-document?id=" + PublicId.random();
        officer.signInAs(Demo.OFFICER);
        head.signInAs(Demo.APPROVER);
        sourceOfficer.signInAs(Demo.SOURCE_OFFICER);
        healthOfficer.signInAs(Demo.HEALTH_OFFICER);

        assertThat(nobody.fetch(path).status()).isEqualTo(302);
        assertThat(officer.fetch(path).status()).isEqualTo(403);
        assertThat(head.fetch(path).status()).isEqualTo(403);
        assertThat(sourceOfficer.fetch(path).status()).isEqualTo(403);
        assertThat(healthOfficer.fetch(path).status()).isEqualTo(404);
    }

    @Test
    void contacts_of_a_case_are_for_health_officers(
            Visitor nobody, Visitor officer, Visitor head, Visitor healthOfficer) {
        String path = "/health-office/tracing-file?id=" + PublicId.random();
        officer.signInAs(Demo.OFFICER);
        head.signInAs(Demo.APPROVER);
        healthOfficer.signInAs(Demo.HEALTH_OFFICER);

        assertThat(nobody.fetch(path).status()).isEqualTo(302);
        assertThat(officer.fetch(path).status()).isEqualTo(403);
        assertThat(head.fetch(path).status()).isEqualTo(403);
        assertThat(healthOfficer.fetch(path).status()).isEqualTo(404);
    }

    @Test
    void cards_of_an_agency_are_for_its_head_and_health_officers(
            Visitor nobody, Visitor officer, Visitor reviewer, Visitor head, Visitor healthOfficer) {
        String path = "/health-office/cards-pdf?format=bank&organisation=" + PublicId.random();
        officer.signInAs(Demo.OFFICER);
        reviewer.signInAs(Demo.REVIEWER);
        head.signInAs(Demo.APPROVER);
        healthOfficer.signInAs(Demo.HEALTH_OFFICER);

        assertThat(nobody.fetch(path).status()).isEqualTo(302);
        assertThat(officer.fetch(path).status()).isEqualTo(403);
        assertThat(reviewer.fetch(path).status()).isEqualTo(403);
        assertThat(head.fetch(path).status()).isEqualTo(404);
        assertThat(healthOfficer.fetch(path).status()).isEqualTo(404);
    }

    @Test
    void a_sample_card_is_for_administrators_and_shown_within_the_portal_alone(
            Visitor nobody, Visitor head, Visitor administrator) {
        String path = "/admin/card-sample";
        head.signInAs(Demo.APPROVER);
        administrator.signInAs(Demo.ADMINISTRATOR);

        assertThat(nobody.fetch(path).status()).isEqualTo(302);
        assertThat(head.fetch(path).status()).isEqualTo(403);
        assertThat(administrator.fetch(path + "?agency=KHONG-CO").status()).isEqualTo(404);
        APIResponse sample = administrator.fetch(path + "?agency=SCT&language=en");
        assertThat(sample.status()).isEqualTo(200);
        assertThat(sample.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(sample.headers().get("content-security-policy")).contains("frame-ancestors 'self'");
    }

    @Test
    void figures_are_for_heads_of_agencies(Visitor nobody, Visitor officer, Visitor reviewer, Visitor head) {
        String path = "/agency-head/figures-file?at=2021-08-23T17:00";
        officer.signInAs(Demo.OFFICER);
        reviewer.signInAs(Demo.REVIEWER);
        head.signInAs(Demo.APPROVER);

        assertThat(nobody.fetch(path).status()).isEqualTo(302);
        assertThat(officer.fetch(path).status()).isEqualTo(403);
        assertThat(reviewer.fetch(path).status()).isEqualTo(403);
        APIResponse figures = head.fetch(path);
        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.text()).isEqualTo("agency,hour,step,outcome,reason,entries,late\r\n");
        assertThat(head.fetch("/agency-head/figures-file?at=2121-08-23T17:00").status())
                .as("what is not settled yet")
                .isEqualTo(404);
        assertThat(head.fetch("/agency-head/figures-file?at=gestern").status()).isEqualTo(404);
    }

    @Test
    void another_organisation_s_list_does_not_exist(Visitor officer, Visitor other) {
        officer.signInAs(Demo.OFFICER);
        officer.open("/organisation/staff-lists");
        officer.fill("form:name", "Chỉ của đơn vị này");
        officer.press("Lập danh sách mới");
        String id = officer.page().url().replaceFirst(".*[?]id=", "");
        other.signInAs(OTHER_OFFICER);

        for (String page : new String[] {
            "staff-list?id=",
            "staff-list-entries?id=",
            "staff-list-rows?id=",
            "files/problems?list=",
            "files/problems?lines=all&list=",
            "files/problems?lines=shown&state=BAD&list=",
            "files/codes?list=",
            "cards?list="
        }) {
            assertThat(other.fetch("/organisation/" + page + id).status())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(officer.fetch("/organisation/staff-list?id=" + id).status()).isEqualTo(200);
    }

    @Test
    void without_a_look_up_there_is_no_card(Visitor nobody) {
        APIResponse answer = nobody.fetch("/citizen/card?view=" + PublicId.random());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location")).contains("/citizen/status");
    }
}
