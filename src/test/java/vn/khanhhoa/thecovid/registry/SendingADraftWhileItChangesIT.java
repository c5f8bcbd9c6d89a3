package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class SendingADraftWhileItChangesIT {
    @Inject
    private TestLists lists;

    @Inject
    private OwnWorkplaces workplaces;

    @Inject
    private RegistrationDocuments documents;

    @Inject
    private Organisations organisations;

    @Inject
    private Sql sql;

    @Resource
    private ManagedExecutorService others;

    @ParameterizedTest
    @ValueSource(strings = {"workplace", "document"})
    void what_comes_at_that_moment_waits_and_is_refused(String part) {
        Actor officer = lists.factory("DRAFT");

        Future<?> late = lists.inTransaction(() -> {
            sql.update(
                    "UPDATE registry_registration SET state = 'SUBMITTED', version = version + 1 WHERE organisation_id = ?",
                    officer.organisationId());
            Future<?> change = others.submit(() -> change(officer, part));
            assertThatThrownBy(() -> change.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return change;
        });

        assertThatThrownBy(() -> late.get(20, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(RuleViolation.class)
                .hasStackTraceContaining("registry.not-a-draft");
        assertThat(organisations.workplaces(officer.organisationId())).hasSize(1);
    }

    @Test
    void a_draft_that_nobody_sends_takes_changes_at_once() {
        Actor officer = lists.factory("DRAFT");

        change(officer, "workplace");
        change(officer, "document");

        assertThat(organisations.workplaces(officer.organisationId())).hasSize(2);
    }

    private void change(Actor officer, String part) {
        if (part.equals("workplace")) {
            workplaces.add(
                    officer,
                    new WorkplaceForm(
                            "Kho Ba Ngòi",
                            "1 Đường cảng",
                            sql.number("SELECT id FROM registry_area WHERE code = '22423' AND valid_to IS NULL"),
                            "",
                            10));
        } else {
            documents.attach(
                    officer,
                    DocumentKind.PREVENTION_PLAN,
                    "phuong-an.pdf",
                    "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
