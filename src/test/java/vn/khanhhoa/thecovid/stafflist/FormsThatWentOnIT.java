package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.intake.AllowedValue;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The second version of a form asks for a team, and may be told an emergency phone and a shift; the contractor has another
 * heading.
 */
@InPortal
class FormsThatWentOnIT {
    private static final String FORM = "M07";
    private static final Actor ADMINISTRATOR = new Actor(78, "Nguyễn Quản Trị", Role.ADMINISTRATOR, 0, 0);
    private static final String DAY = "DAY:Ca ngày:Day shift";

    @Inject
    private FormAdministration administration;

    @Inject
    private FormTemplates templates;

    @Inject
    private ListForms forms;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Previewing previewing;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private EntryReading reading;

    @Inject
    private TestLists lists;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private PublicId old = PublicId.random();
    private PublicId list = PublicId.random();

    @BeforeEach
    void a_list_of_each_version() {
        officer = lists.factory();
        old = keeping.begin(officer, FORM, "Công trình cũ");
        int version = administration.beginDraft(ADMINISTRATOR, FORM, 1);
        save(version, "", column("team", ColumnType.TEXT, true, "Đội thi công", ""));
        save(version, "", column("emergency_phone", ColumnType.PHONE, false, "Điện thoại khẩn cấp", ""));
        save(version, "", column("shift", ColumnType.CHOICE, false, "Ca làm", DAY + "|NIGHT:Ca đêm:Night shift"));
        FormColumn contractor =
                forms.of(officer, old).form().column("contractor").orElseThrow();
        save(
                version,
                "contractor",
                new FormColumn(
                        contractor.key(),
                        contractor.type(),
                        false,
                        List.of(),
                        "",
                        "Đơn vị thi công",
                        "Builder",
                        List.of(contractor.labelVi()),
                        "",
                        "",
                        contractor.maxLength(),
                        ""));
        publish(version);
        list = keeping.begin(officer, FORM, "Công trình mới");
    }

    @AfterEach
    void leave_the_form_as_it_came() {
        sql.update("DELETE c FROM stafflist_form_column c JOIN stafflist_form_template t ON t.id = c.template_id"
                + " WHERE t.version > 1");
        sql.update("DELETE FROM stafflist_form_template WHERE version > 1");
    }

    @Test
    void a_workbook_of_the_older_version_is_read_by_that_of_the_list_and_told_where_they_differ() {
        byte[] workbook = ListFiles.fill(
                templates.workbook(officer, old), List.of(row(old, Map.of("contractor", "Công ty Xây lắp 1"))));

        UploadView upload = lists.upload(officer, list, workbook);

        assertThat(upload.state()).isEqualTo(UploadState.TAKEN);
        ReadingNotes notes = upload.notes();
        assertThat(notes.otherVersion()).isEqualTo(1);
        assertThat(notes.missingColumns()).containsExactlyInAnyOrder("Đội thi công", "Điện thoại khẩn cấp", "Ca làm");
        assertThat(notes.renamedColumns()).containsExactly("Nhà thầu");
        assertThat(notes.ignoredColumns()).isEmpty();
        RowView row = row(list);
        assertThat(row.text("contractor")).isEqualTo("Công ty Xây lắp 1");
        assertThat(row.state()).isEqualTo(RowState.BAD);
        assertThat(row.marks())
                .extracting(mark -> mark.column() + ":" + mark.code())
                .containsExactly("team:REQUIRED_MISSING");
    }

    @Test
    void a_workbook_of_the_newer_version_is_read_by_that_of_the_older_list() {
        byte[] workbook =
                ListFiles.fill(templates.workbook(officer, list), List.of(row(list, Map.of("team", "Đội 1"))));

        UploadView upload = lists.upload(officer, old, workbook);

        assertThat(upload.notes().otherVersion()).isEqualTo(2);
        assertThat(upload.notes().ignoredColumns()).contains("Đội thi công *", "Điện thoại khẩn cấp", "Ca làm");
        assertThat(row(old).state()).isEqualTo(RowState.GOOD);
        assertThat(lists.read(officer, list, workbook).notes().otherVersion())
                .as("its own version")
                .isZero();
    }

    @Test
    void a_phone_that_an_administrator_added_is_masked_once_it_is_sent() {
        Map<String, String> cells = new HashMap<>(
                Map.of("team", "Đội 1", "emergency_phone", "0905111222", "document_number", "056185000777"));
        upload(list, cells);
        cells.put("emergency_phone", "0905333444");
        UploadView staged = lists.read(officer, list, file(list, cells));
        previewing.take(officer, list, staged.id(), false);
        lists.submit(officer, list);

        assertThat(text("emergency_phone")).isEqualTo("••••••3444");
        assertThat(text("document_number")).isEqualTo("••••••••0777");
        assertThat(text("team")).isEqualTo("Đội 1");
    }

    @Test
    void a_list_keeps_the_values_that_its_version_takes() {
        upload(list, Map.of("team", "Đội 1", "shift", "Ca đêm"));
        int third = administration.beginDraft(ADMINISTRATOR, FORM, 2);
        save(
                third,
                "shift",
                column("shift", ColumnType.CHOICE, false, "Ca làm", DAY + "|EVENING:Ca chiều:Evening shift"));
        publish(third);
        PublicId newest = keeping.begin(officer, FORM, "Công trình mới nhất");

        assertThat(forms.of(officer, list).differences())
                .extracting(difference ->
                        difference.kind() + " " + difference.column().key())
                .containsExactly("CHANGED shift");
        assertThat(choices(list)).containsExactly("Ca ngày", "Ca đêm");
        assertThat(choices(newest)).containsExactly("Ca ngày", "Ca chiều");
        upload(newest, Map.of("team", "Đội 1", "shift", "Ca đêm"));
        assertThat(row(newest).marks())
                .extracting(mark -> mark.column() + ":" + mark.code())
                .contains("shift:VALUE_NOT_ALLOWED");
        assertThat(row(list).state()).isEqualTo(RowState.GOOD);
        lists.submit(officer, list);
        assertThat(text("shift")).isEqualTo("Ca đêm");
    }

    private List<String> choices(PublicId of) {
        return browsing.columns(officer, of).stream()
                .filter(column -> column.key().equals("shift"))
                .findFirst()
                .orElseThrow()
                .choices();
    }

    private void upload(PublicId into, Map<String, String> cells) {
        lists.upload(officer, into, file(into, cells));
    }

    private byte[] file(PublicId of, Map<String, String> cells) {
        FormDefinition form = forms.of(officer, of).form();
        return ListFiles.xlsx(form.columns().stream().map(FormColumn::labelVi).toList(), List.of(row(of, cells)));
    }

    private List<String> row(PublicId of, Map<String, String> cells) {
        return TestRows.of(forms.of(officer, of).form(), LocalDate.now(clock), cells);
    }

    private RowView row(PublicId of) {
        return browsing.window(officer, of, RowFilter.ALL, RowPlace.START, 10).get(0);
    }

    private String text(String column) {
        return reading.ofList(officer, list, Optional.empty(), 0, 10).get(0).cells().stream()
                .filter(cell -> cell.key().equals(column))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static FormColumn column(String key, ColumnType type, boolean required, String label, String values) {
        return new FormColumn(
                key,
                type,
                required,
                values.isEmpty() ? List.of() : AllowedValue.parse(values),
                "",
                label,
                key,
                List.of(),
                "",
                "",
                40,
                "");
    }

    private void save(int version, String key, FormColumn column) {
        administration.saveColumn(ADMINISTRATOR, FORM, version, revision(version), key, column, "position");
    }

    private void publish(int version) {
        administration.publish(ADMINISTRATOR, FORM, version, revision(version), LocalDate.now(clock));
    }

    private int revision(int version) {
        return administration.version(ADMINISTRATOR, FORM, version).revision();
    }
}
