package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Five people, of whom three have phones that lost their zeros; these were repaired when the file was read. */
@InPortal
class KeepingRepairsIT {
    private static final String PHONE = "phone";
    private static final String REPAIRED = "phone:ZERO_LOST";
    private static final String WRONG = "phone:PHONE_ZERO_LOST";

    @Inject
    private DraftHistory history;

    @Inject
    private TestLists lists;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private Previewing previewing;

    @Inject
    private ProblemWorkbooks workbooks;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private ListFiles people = ListFiles.m01(0, 0, 1);

    @BeforeEach
    void repaired_phones() {
        officer = lists.factory();
        list = lists.list(officer);
        people = lists.people(officer, 5, 0);
        for (int i = 0; i < 5; i++) {
            ListFiles.set(people.rows().get(i), PHONE, (i < 3 ? "" : "0") + "90512345" + i);
            ListFiles.set(people.rows().get(i), "position", "Lao cong " + i);
        }
        lists.upload(officer, list, people.xlsx());
        assertThat(marks(0)).containsExactly(REPAIRED);
        assertThat(row(0).text(PHONE)).isEqualTo("0905123450");
    }

    @Test
    void one_that_is_taken_back_is_not_made_again_by_any_file() {
        EditOutcome kept = one(0, RowFix.Action.KEEP_GIVEN);

        assertThat(kept.lines()).isEqualTo(1);
        assertKept(0, "905123450");
        assertThat(marks(1)).containsExactly(REPAIRED);

        assertThat(unchanged(workbook())).as("the portal's own workbook").isEqualTo(5);
        assertThat(unchanged(people.csv(';', true))).as("the same file").isEqualTo(5);
        ListFiles.set(people.rows().get(0), "position", "Lai xe");
        lists.upload(officer, list, people.xlsx());
        assertThat(row(0).text("position")).isEqualTo("Lai xe");
        assertKept(0, "905123450");
        lists.upload(officer, list, ListFiles.edit(workbook(), "xl/sharedStrings.xml", "Lai xe", "Thợ điện"));
        assertThat(row(0).text("position")).isEqualTo("Thợ điện");
        assertKept(0, "905123450");

        ListFiles.set(people.rows().get(0), PHONE, "905999999");
        lists.upload(officer, list, people.xlsx());
        assertThat(row(0).text(PHONE)).as("another number").isEqualTo("0905999999");
    }

    @Test
    void one_that_is_accepted_is_as_good_as_typed_and_stays_so() {
        one(0, RowFix.Action.ACCEPT);

        assertThat(marks(0)).isEmpty();
        assertThat(row(0).text(PHONE)).isEqualTo("0905123450");
        ListFiles.set(people.rows().get(0), "position", "Thợ hàn");
        lists.upload(officer, list, people.xlsx());
        assertThat(row(0).text("position")).isEqualTo("Thợ hàn");
        assertThat(marks(0)).isEmpty();
    }

    @Test
    void all_of_a_kind_are_taken_back_or_accepted() {
        FixOutcome kept = editing.fixAll(officer, list, PublicId.random(), all(RowFix.Action.KEEP_GIVEN));

        assertThat(kept.lines()).isEqualTo(3);
        assertKept(0, "905123450");
        assertKept(2, "905123452");
        assertThat(unchanged(workbook())).isEqualTo(5);
        history.undo(officer, list, kept.change().orElseThrow(), 0);
        assertThat(marks(2)).containsExactly(REPAIRED);

        one(1, RowFix.Action.KEEP_GIVEN);
        FixOutcome accepted = editing.fixAll(officer, list, PublicId.random(), all(RowFix.Action.ACCEPT));

        assertThat(accepted.lines()).as("done, not shown").isEqualTo(2);
        assertThat(marks(0)).isEmpty();
        assertKept(1, "905123451");
        assertThat(editing.fixAll(officer, list, PublicId.random(), all(RowFix.Action.ACCEPT))
                        .lines())
                .isZero();
    }

    @Test
    void the_filter_of_repairs_shows_what_is_repaired_and_not_typed_over() {
        ListFiles.set(people.rows().get(0), "full_name", "Nguyễn\u200b Thị Lan");
        lists.upload(officer, list, people.xlsx());
        assertThat(marks(0)).hasSize(2).contains(REPAIRED);
        assertThat(repaired()).containsExactly(row(0).id(), row(1).id(), row(2).id());

        type(0, "0905777777");
        type(1, "0905777778");
        type(2, "905777779");

        assertThat(marks(0)).as("another cell of the line is repaired still").hasSize(1);
        assertThat(marks(1)).as("what was typed counts as it was typed").isEmpty();
        assertThat(marks(2)).as("what was typed is repaired itself").containsExactly(REPAIRED);
        assertThat(repaired()).containsExactly(row(0).id(), row(2).id());
        assertThat(browsing.marks(officer, list))
                .filteredOn(mark -> mark.kind().equals(RowMark.REPAIR))
                .extracting(RowMark::rows)
                .containsExactly(1, 1);
    }

    private List<PublicId> repaired() {
        RowFilter repairs = new RowFilter(Optional.empty(), RowMark.REPAIR, "", "", "");
        return browsing.window(officer, list, repairs, RowPlace.START, 10).stream()
                .map(RowView::id)
                .toList();
    }

    private void type(int at, String phone) {
        RowView row = row(at);
        editing.edit(
                officer, list, PublicId.random(), List.of(CellEdit.typed(row.id(), PHONE, row.text(PHONE), phone)));
    }

    @Test
    void mending_another_cell_in_the_workbook_leaves_marks_and_what_was_given() {
        lists.upload(officer, list, ListFiles.edit(workbook(), "xl/sharedStrings.xml", "Lao cong 1", "Thợ hàn"));

        assertThat(row(1).text("position")).isEqualTo("Thợ hàn");
        assertThat(row(1).marksAt(PHONE))
                .singleElement()
                .satisfies(mark -> assertThat(mark.given()).isEqualTo("905123451"));
        one(1, RowFix.Action.KEEP_GIVEN);
        assertKept(1, "905123451");
    }

    @Test
    void a_repair_that_another_cell_of_the_file_speaks_against_is_the_text_that_the_file_has() {
        list = lists.list(officer);
        people = lists.people(officer, 1, 0);
        List<String> person = people.rows().get(0);
        String number = ListFiles.get(person, "document_number");
        String birth = ListFiles.get(person, "birth_date");
        int year = Integer.parseInt(birth.substring(birth.length() - 4));
        ListFiles.set(person, "birth_date", "14/07/" + year);
        ListFiles.set(person, "document_number", number.substring(1));
        lists.upload(officer, list, people.xlsx());
        assertThat(marks(0)).containsExactly("document_number:ZERO_LOST");

        lists.upload(
                officer,
                list,
                ListFiles.edit(workbook(), "xl/sharedStrings.xml", "14/07/" + year, "14/07/" + (year - 1)));

        assertThat(row(0).text("document_number")).isEqualTo(number);
        assertThat(marks(0)).containsExactly("document_number:IDENTITY_YEAR_DIFFERS");
    }

    @Test
    void a_list_of_the_one_system_is_shown_and_compared_as_that_of_the_other() {
        list = lists.list(officer);
        ListFiles windows = lists.people(officer, 4, 0);
        ListFiles.set(windows.rows().get(0), "full_name", "Nguyễn Thị Hòa");
        List<List<String>> mac = windows.rows().stream()
                .map(row -> row.stream().map(KeepingRepairsIT::asMacWrites).toList())
                .toList();

        lists.upload(officer, list, ListFiles.xlsx(ListFiles.headings(), mac));

        assertThat(row(0).text("full_name")).isEqualTo("Nguyễn Thị Hòa");
        assertThat(marks(0)).as("nobody sees the difference").isEmpty();
        assertThat(unchanged(windows.xlsx())).isEqualTo(4);
        lists.submit(officer, list);
        assertThat(unchanged(windows.csv(',', true))).as("nothing to amend").isEqualTo(4);
    }

    private static String asMacWrites(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replace(" ", "  ");
    }

    private void assertKept(int at, String text) {
        assertThat(row(at).text(PHONE)).isEqualTo(text);
        assertThat(marks(at)).containsExactly(WRONG);
        assertThat(row(at).state()).isEqualTo(RowState.BAD);
    }

    private int unchanged(byte[] file) {
        UploadView staged = lists.read(officer, list, file);
        previewing.discard(officer, list, staged.id());
        return staged.rowsUnchanged();
    }

    private byte[] workbook() {
        return workbooks.of(officer, list, RowFilter.ALL, Texts.VIETNAMESE);
    }

    private static RowFix all(RowFix.Action action) {
        return new RowFix("R", "ZERO_LOST", PHONE, action, "", 3);
    }

    private EditOutcome one(int at, RowFix.Action action) {
        RowView row = row(at);
        return editing.edit(
                officer, list, PublicId.random(), List.of(new CellEdit(row.id(), PHONE, row.text(PHONE), action, "")));
    }

    private RowView row(int at) {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 10).get(at);
    }

    private List<String> marks(int at) {
        return row(at).marks().stream()
                .map(mark -> mark.column() + ":" + mark.code())
                .filter(mark -> !mark.contains("DUPLICATE_"))
                .toList();
    }
}
