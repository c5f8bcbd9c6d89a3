package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** A workbook with five people in one sheet and three in another, both by the form. */
@InPortal
class ChoosingHowAFileIsReadIT {
    private static final ReadingChoices OCTOBER = ReadingChoices.sheets(List.of("Tháng 10"));

    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private FormTemplates forms;

    @Inject
    private Uploading uploading;

    @Inject
    private Previewing previewing;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private PublicId upload = PublicId.random();
    private byte[] workbook = new byte[0];

    @BeforeEach
    void a_workbook_with_two_sheets() throws IOException {
        officer = lists.factory();
        list = lists.list(officer);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            fill(workbook.newWorksheet("Tháng 9"), lists.people(officer, 5, 0));
            fill(workbook.newWorksheet("Tháng 10"), lists.people(officer, 3, 0));
        }
        workbook = file.toByteArray();
        upload = lists.read(officer, list, workbook).id();
    }

    private static void fill(Worksheet sheet, ListFiles people) {
        List<String> headings = ListFiles.headings();
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            for (int row = 0; row < people.rows().size(); row++) {
                sheet.value(row + 1, column, people.rows().get(row).get(column));
            }
        }
    }

    @Test
    void the_sender_is_asked_and_nothing_is_stored_before() {
        assertThat(view().state()).isEqualTo(UploadState.CHOICE);
        assertThat(uploading.question(officer, list, upload))
                .get()
                .satisfies(question -> assertThat(question)
                        .isEqualTo(new ReadingQuestion.WhichSheet(List.of(
                                new ReadingQuestion.SheetOffer("Tháng 9", 5),
                                new ReadingQuestion.SheetOffer("Tháng 10", 3)))));
        assertThat(keeping.view(officer, list).good()).isZero();
    }

    @Test
    void the_chosen_sheet_is_read() {
        choose();

        assertThat(view().state()).isEqualTo(UploadState.TAKEN);
        assertThat(view().notes().sheet()).isEqualTo("Tháng 10");
        assertThat(keeping.view(officer, list).good()).isEqualTo(3);
        assertThat(uploading.question(officer, list, upload)).isEmpty();
    }

    @Test
    void several_sheets_are_read_one_after_the_other_and_numbered_on() {
        choose(ReadingChoices.sheets(List.of("Tháng 10", "Tháng 9")));

        assertThat(view().notes().sheet()).isEqualTo("Tháng 10, Tháng 9");
        assertThat(view().notes().otherSheets()).isEmpty();
        assertThat(numbers()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void the_sheets_that_were_left_can_be_read_later() {
        choose();
        assertThat(view().notes().otherSheets()).containsExactly("Tháng 9");

        PublicId again = lists.inTransaction(() -> {
            PublicId received = uploading.readAgain(officer, list, upload, ReadingChoices.sheets(List.of("Tháng 9")));
            sql.update("DELETE FROM platform_job WHERE task_name = ?", IntakeJob.NAME);
            return received;
        });
        lists.read(sql.number("SELECT id FROM stafflist_upload WHERE public_id = ?", again));

        assertThat(view().id()).isEqualTo(again);
        assertThat(view().state()).isEqualTo(UploadState.STAGED);
        assertThat(view().notes().sheet()).isEqualTo("Tháng 9");
        assertThat(view().notes().otherSheets()).isEmpty();
        previewing.take(officer, list, again, false);
        assertThat(numbers()).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void what_is_still_being_read_is_not_read_again() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> uploading.readAgain(officer, list, upload, OCTOBER))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.upload-not-read");
    }

    @Test
    void what_is_chosen_already_cannot_be_chosen_again() {
        choose();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> uploading.choose(officer, list, upload, OCTOBER))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.nothing-to-choose");
    }

    @Test
    void only_a_sheet_that_is_offered_can_be_chosen() {
        for (String other : new String[] {"Tháng 11", "A".repeat(250), ""}) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> uploading.choose(officer, list, upload, ReadingChoices.sheets(List.of(other))))
                    .extracting(RuleViolation::code)
                    .isEqualTo("stafflist.sheet-unknown");
        }
        assertThat(view().state()).isEqualTo(UploadState.CHOICE);
    }

    @Test
    void the_file_can_be_discarded_instead() {
        previewing.discard(officer, list, upload);

        assertThat(view().state()).isEqualTo(UploadState.DISCARDED);
        assertThat(uploading.question(officer, list, upload)).isEmpty();
    }

    @Test
    void sheets_with_names_that_nobody_can_have_typed_can_be_chosen() {
        PublicId other = lists.list(officer);
        String name = "Tháng 10 " + "\u00a0x".repeat(500);
        UploadView asking =
                lists.read(officer, other, ListFiles.edit(workbook, "xl/workbook.xml", "Th&#xe1;ng 10", name));
        ReadingQuestion.WhichSheet question = (ReadingQuestion.WhichSheet)
                uploading.question(officer, other, asking.id()).orElseThrow();
        String offered = question.sheets().get(1).name();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> uploading.choose(officer, other, asking.id(), ReadingChoices.sheets(List.of(name))))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.sheet-unknown");
        lists.inTransaction(() -> {
            uploading.choose(officer, other, asking.id(), ReadingChoices.sheets(List.of(offered)));
            return sql.update("DELETE FROM platform_job WHERE task_name = ?", IntakeJob.NAME);
        });
        lists.read(sql.number("SELECT id FROM stafflist_upload WHERE public_id = ?", asking.id()));

        assertThat(uploading.uploads(officer, other).get(0).state()).isEqualTo(UploadState.TAKEN);
        assertThat(keeping.view(officer, other).good()).isEqualTo(3);
    }

    @Test
    void text_of_an_old_font_is_shown_as_it_would_read_before_it_is_converted_and_taken() {
        list = lists.list(officer);
        ListFiles people = lists.people(officer, 4, 0);
        ListFiles.set(people.rows().get(0), "full_name", "Nguyễn Văn Hòa");
        lists.upload(officer, list, people.xlsx());
        List<String> vni = List.of("Nguyeãn Vaên Hoøa", "Traàn Thò Thuùy", "Leâ Thò Hoaøng Yeán", "Phaïm Vaên Ñöùc");
        for (int i = 0; i < vni.size(); i++) {
            ListFiles.set(people.rows().get(i), "full_name", vni.get(i));
        }
        byte[] file = people.xlsx();

        upload = lists.read(officer, list, file).id();
        assertThat(uploading.question(officer, list, upload).orElseThrow())
                .isInstanceOfSatisfying(ReadingQuestion.ConvertOldFont.class, question -> {
                    assertThat(question.font()).isEqualTo("VNI");
                    assertThat(question.samples())
                            .contains(new ReadingQuestion.Sample("Traàn Thò Thuùy", "Trần Thị Thúy"));
                });
        choose(ReadingChoices.convertOldFont(true));

        assertThat(view().state()).isEqualTo(UploadState.STAGED);
        assertThat(view().rowsRepaired())
                .as("the first says what was typed already")
                .isEqualTo(3);
        assertThat(previewing.rows(officer, list, upload, StagedEffect.CHANGED, 0, 10))
                .extracting(StagedRowView::name)
                .contains("Trần Thị Thúy");
        previewing.take(officer, list, upload, false);
        List<RowView> rows = browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 10);
        assertThat(rows.get(1).marksAt("full_name")).singleElement().satisfies(mark -> {
            assertThat(mark.code()).isEqualTo("OLD_FONT");
            assertThat(mark.given()).isEqualTo("Traàn Thò Thuùy");
        });

        RowView undone = rows.get(1);
        editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(CellEdit.keepGiven(undone.id(), "full_name", undone.text("full_name"))));
        ListFiles.set(people.rows().get(1), "position", "Thợ hàn");
        upload = lists.read(officer, list, people.xlsx()).id();
        choose(ReadingChoices.convertOldFont(true));
        previewing.take(officer, list, upload, false);
        assertThat(browsing.row(officer, list, undone.id()).text("position")).isEqualTo("Thợ hàn");
        assertThat(browsing.row(officer, list, undone.id()).text("full_name")).isEqualTo("Traàn Thò Thuùy");
    }

    @Test
    void another_organisation_is_not_asked() {
        Actor other = lists.factory();
        PublicId theirs = lists.list(other);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploading.question(other, theirs, upload));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploading.choose(other, theirs, upload, OCTOBER));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploading.choose(other, list, upload, OCTOBER));
    }

    private List<Integer> numbers() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100).stream()
                .map(RowView::number)
                .toList();
    }

    @Test
    void a_file_of_another_form_asks_before_a_line_is_taken_and_loses_none() {
        list = keeping.begin(officer, "M12", "Hội nghị");
        byte[] ofM01 = lists.people(officer, 4, 0).csv(';', true);

        upload = lists.read(officer, list, ofM01).id();

        assertThat(view().state()).isEqualTo(UploadState.CHOICE);
        assertThat(uploading.question(officer, list, upload))
                .get()
                .isInstanceOfSatisfying(ReadingQuestion.OtherForm.class, other -> {
                    assertThat(other.code()).isEqualTo("M01");
                    assertThat(other.headings()).contains("Nơi làm việc");
                });
        assertThat(view().rowsRead()).isZero();

        choose(ReadingChoices.byOwnForm());

        assertThat(view().state()).isEqualTo(UploadState.TAKEN);
        assertThat(view().rowsRead()).isEqualTo(4);
        assertThat(view().notes().ignoredColumns()).contains("Nơi làm việc");
    }

    @Test
    void a_workbook_of_another_form_is_refused_with_both_names() {
        list = keeping.begin(officer, "M12", "Hội nghị");

        upload = lists.read(officer, list, forms.workbook(officer, "M01")).id();

        assertThat(view().state()).isEqualTo(UploadState.REFUSED);
        assertThat(Texts.get(Texts.VIETNAMESE, view().problemKey(), view().args()))
                .contains("M01 – ", "M12 – ", "Chưa có dòng nào được nhận");
    }

    private void choose() {
        choose(OCTOBER);
    }

    private void choose(ReadingChoices choices) {
        lists.inTransaction(() -> {
            uploading.choose(officer, list, upload, choices);
            return sql.update("DELETE FROM platform_job WHERE task_name = ?", IntakeJob.NAME);
        });
        lists.read(sql.number("SELECT id FROM stafflist_upload WHERE public_id = ?", upload));
    }

    private UploadView view() {
        return uploading.uploads(officer, list).get(0);
    }
}
