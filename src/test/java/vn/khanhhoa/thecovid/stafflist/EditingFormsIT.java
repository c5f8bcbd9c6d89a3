package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDifference;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class EditingFormsIT {
    private static final String FORM = "M07";
    private static final Actor ADMINISTRATOR = new Actor(77, "Nguyễn Quản Trị", Role.ADMINISTRATOR, 0, 0);

    @Inject
    private FormAdministration administration;

    @Inject
    private FormTemplates templates;

    @Inject
    private ListForms forms;

    @Inject
    private ListKeeping keeping;

    @Inject
    private TestLists lists;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @AfterEach
    void leave_the_form_as_it_came() {
        sql.update("DELETE c FROM stafflist_form_column c JOIN stafflist_form_template t ON t.id = c.template_id"
                + " WHERE t.version > 1");
        sql.update("DELETE FROM stafflist_form_template WHERE version > 1");
    }

    @Test
    void a_draft_changes_nothing_until_its_day_has_come() {
        Actor officer = lists.factory();
        LocalDate today = LocalDate.now(clock);
        int version = draftWithTeam();
        assertThat(inForce(officer)).isEqualTo(1);

        administration.publish(ADMINISTRATOR, FORM, version, revision(version), today.plusDays(3));

        assertThat(inForce(officer)).isEqualTo(1);
        assertThat(overview().coming()).extracting(FormVersion::version).containsExactly(2);
        assertThat(overview().coming().get(0).publisher()).isEqualTo("Nguyễn Quản Trị");
        sql.update("UPDATE stafflist_form_template SET name_vi = 'Tên mới', valid_from = ? WHERE version = 2", today);
        assertThat(inForce(officer)).isEqualTo(2);
        assertThat(templates.names())
                .isEqualTo(templates.inForce().stream()
                        .map(form -> new FormTemplates.Name(form.code(), form.nameVi(), form.nameEn()))
                        .toList())
                .extracting(FormTemplates.Name::nameVi)
                .contains("Tên mới");
    }

    @Test
    void several_versions_may_wait_for_their_day() {
        LocalDate today = LocalDate.now(clock);
        int second = draftWithTeam();
        administration.publish(ADMINISTRATOR, FORM, second, revision(second), today.plusDays(30));
        int third = administration.beginDraft(ADMINISTRATOR, FORM, 1);
        administration.removeColumn(ADMINISTRATOR, FORM, third, revision(third), "lodging");
        administration.publish(ADMINISTRATOR, FORM, third, revision(third), today.plusDays(10));

        assertThat(overview().coming()).extracting(FormVersion::version).containsExactly(3, 2);
    }

    @Test
    void a_version_whose_day_has_not_come_is_taken_back_and_is_a_draft_again() {
        LocalDate today = LocalDate.now(clock);
        int version = draftWithTeam();
        administration.publish(ADMINISTRATOR, FORM, version, revision(version), today.plusDays(3));

        administration.takeBack(ADMINISTRATOR, FORM, version);

        assertThat(overview().coming()).isEmpty();
        assertThat(administration.version(ADMINISTRATOR, FORM, version).isDraft())
                .isTrue();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.takeBack(ADMINISTRATOR, FORM, 1))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.begun");
    }

    @Test
    void what_changes_nothing_is_not_published() {
        int version = administration.beginDraft(ADMINISTRATOR, FORM, 1);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() ->
                        administration.publish(ADMINISTRATOR, FORM, version, revision(version), LocalDate.now(clock)))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.nothing-changed");
    }

    @Test
    void a_list_stays_with_its_version_and_is_told_what_changed() {
        Actor officer = lists.factory();
        PublicId list = keeping.begin(officer, FORM, "Công trình cầu Xóm Bóng");
        int version = draftWithTeam();
        administration.publish(ADMINISTRATOR, FORM, version, revision(version), LocalDate.now(clock));

        ListForm form = forms.of(officer, list);

        assertThat(form.form().version()).isEqualTo(1);
        assertThat(form.newerVersion()).isEqualTo(2);
        assertThat(form.differences())
                .extracting(difference ->
                        difference.kind() + " " + difference.column().key())
                .containsExactly("ADDED team", "CHANGED contractor");
        assertThat(ListFiles.texts(templates.workbook(officer, list))).doesNotContain("Đội thi công số");
        assertThat(ListFiles.texts(templates.workbook(officer, FORM))).contains("Đội thi công số *");
        PublicId later = keeping.begin(officer, FORM, "Công trình mới");
        assertThat(forms.of(officer, later).form().version()).isEqualTo(2);
        assertThat(forms.of(officer, later).isLeftBehind()).isFalse();
    }

    @Test
    void what_is_published_is_not_changed_and_nobody_overwrites_another() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.removeColumn(ADMINISTRATOR, FORM, 1, 0, "contractor"))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.published-fixed");
        int version = administration.beginDraft(ADMINISTRATOR, FORM, 1);
        int read = revision(version);
        administration.removeColumn(ADMINISTRATOR, FORM, version, read, "lodging");

        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(() -> administration.removeColumn(ADMINISTRATOR, FORM, version, read, "contractor"));
        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(() -> administration.publish(ADMINISTRATOR, FORM, version, read, LocalDate.now(clock)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.beginDraft(ADMINISTRATOR, FORM, 1))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.draft-exists");
        assertThat(administration
                        .version(ADMINISTRATOR, FORM, version)
                        .template()
                        .column("contractor"))
                .isPresent();
    }

    @Test
    void a_change_that_would_leave_no_entry_possible_is_refused() {
        int version = administration.beginDraft(ADMINISTRATOR, FORM, 1);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() ->
                        administration.removeColumn(ADMINISTRATOR, FORM, version, revision(version), "document_number"))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.column-needed");
    }

    @Test
    void what_is_exported_is_imported_as_a_draft() {
        String columns = administration.columnFile(ADMINISTRATOR, FORM, 1).replace("Nhà thầu,", "Nhà thầu chính,");

        assertThat(administration.importFiles(ADMINISTRATOR, "", columns)).containsExactly(FORM);

        assertThat(administration.comparison(ADMINISTRATOR, FORM, 2, LocalDate.now(clock)))
                .extracting(difference -> difference.column().labelVi())
                .containsExactly("Nhà thầu chính");
        administration.discard(ADMINISTRATOR, FORM, 2, revision(2));
        assertThat(administration.versions(ADMINISTRATOR, FORM)).hasSize(1);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.importFiles(ADMINISTRATOR, "", "a,b\n1,2\n"))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.import-unclear");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.importFiles(ADMINISTRATOR, "", columns.replace(FORM, "M99")))
                .extracting(RuleViolation::code)
                .isEqualTo("forms.import-unknown");
    }

    @Test
    void only_administrators_do_so() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.beginDraft(lists.factory(), FORM, 1))
                .extracting(RuleViolation::code)
                .isEqualTo("access.not-permitted");
        administration.beginDraft(ADMINISTRATOR, FORM, 1);
        assertThat(sql.number("SELECT COUNT(*) FROM audit_record WHERE action = 'form.draft-begun' AND actor_id = 77"))
                .isPositive();
    }

    /** A draft with a new column that must be filled in, and another heading for the contractor. */
    private int draftWithTeam() {
        int version = administration.beginDraft(ADMINISTRATOR, FORM, 1);
        FormColumn team = new FormColumn(
                "team",
                ColumnType.TEXT,
                true,
                List.of(),
                "",
                "Đội thi công số",
                "Team number",
                List.of(),
                "",
                "",
                20,
                "");
        administration.saveColumn(ADMINISTRATOR, FORM, version, revision(version), "", team, "position");
        FormColumn contractor = administration
                .version(ADMINISTRATOR, FORM, version)
                .template()
                .column("contractor")
                .orElseThrow();
        FormColumn renamed = new FormColumn(
                contractor.key(),
                contractor.type(),
                false,
                List.of(),
                "",
                "Nhà thầu chính",
                contractor.labelEn(),
                contractor.aliases(),
                contractor.noteVi(),
                contractor.noteEn(),
                contractor.maxLength(),
                "");
        administration.saveColumn(ADMINISTRATOR, FORM, version, revision(version), "contractor", renamed, "hours");
        List<FormDifference> differences =
                administration.comparison(ADMINISTRATOR, FORM, version, LocalDate.now(clock));
        assertThat(differences).hasSize(2);
        return version;
    }

    private int revision(int version) {
        return administration.version(ADMINISTRATOR, FORM, version).revision();
    }

    private FormOverview overview() {
        return administration.overview(ADMINISTRATOR).stream()
                .filter(form -> form.code().equals(FORM))
                .findFirst()
                .orElseThrow();
    }

    private int inForce(Actor officer) {
        return templates.offered(officer).stream()
                .filter(offer -> offer.code().equals(FORM))
                .findFirst()
                .orElseThrow()
                .version();
    }
}
