package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Lines were mended in the grid; then the file that they came with is sent once more, as it was or with other changes. */
@InPortal
class SendingTheOldFileAgainIT {
    private static final String NUMBER = "document_number";

    @Inject
    private TestLists lists;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private Previewing previewing;

    @Inject
    private DraftHistory history;

    @Inject
    private ProblemWorkbooks workbooks;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private ListFiles file = ListFiles.m01(0, 0, 0);
    private String wrong = "";
    private String right = "";

    @BeforeEach
    void a_list_of_whom_one_has_a_wrong_number() {
        officer = lists.factory();
        list = lists.list(officer);
        file = lists.people(officer, 6, 0);
        right = ListFiles.get(file.rows().get(2), NUMBER);
        wrong = ListFiles.get(lists.people(officer, 1, 0).rows().get(0), NUMBER);
        ListFiles.set(file.rows().get(2), NUMBER, wrong);
        lists.upload(officer, list, file.xlsx());
    }

    private List<RowView> draft() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100);
    }

    private RowView line(int index) {
        return draft().get(index);
    }

    private EditOutcome type(int index, String column, String text) {
        RowView row = line(index);
        return editing.edit(
                officer, list, PublicId.random(), List.of(CellEdit.typed(row.id(), column, row.text(column), text)));
    }

    private List<StagedRowView> rows(UploadView upload, StagedEffect effect) {
        return previewing.rows(officer, list, upload.id(), effect, 0, 100);
    }

    @Test
    void the_line_is_known_and_stays_as_it_was_mended_which_is_told() {
        type(2, NUMBER, right);

        UploadView again = lists.read(officer, list, file.csv(';', true));

        assertThat(List.of(again.rowsAdded(), again.rowsReplaced(), again.rowsMissing(), again.rowsUnchanged()))
                .containsExactly(0, 0, 0, 6);
        assertThat(previewing.mended(officer, list, again.id())).isEqualTo(1);
        StagedRowView first = rows(again, StagedEffect.UNCHANGED).get(0);
        assertThat(first.number()).as("shown before all others").isEqualTo(line(2).number());
        assertThat(first.problems()).isEmpty();
        assertThat(first.kept()).singleElement().satisfies(cell -> {
            assertThat(cell.key()).isEqualTo(NUMBER);
            assertThat(cell.before()).isEqualTo(wrong);
            assertThat(cell.after()).isEqualTo(right);
        });

        previewing.take(officer, list, again.id(), false);

        assertThat(draft()).hasSize(6);
        assertThat(line(2).text(NUMBER)).isEqualTo(right);
    }

    @Test
    void what_else_the_file_says_anew_of_the_line_counts() {
        type(2, NUMBER, right);
        type(2, "full_name", "Đặng Thị Mới");
        ListFiles.set(file.rows().get(2), "position", "Tổ trưởng");

        UploadView again = lists.read(officer, list, file.xlsx());

        assertThat(rows(again, StagedEffect.ADDED)).isEmpty();
        assertThat(rows(again, StagedEffect.CHANGED)).singleElement().satisfies(row -> {
            assertThat(row.differences())
                    .extracting(StagedRowView.Difference::key)
                    .containsExactly("position");
            assertThat(row.kept()).extracting(StagedRowView.Difference::key).containsOnly(NUMBER, "full_name");
        });
        previewing.take(officer, list, again.id(), false);
        assertThat(line(2).text(NUMBER)).isEqualTo(right);
        assertThat(line(2).text("position")).isEqualTo("Tổ trưởng");
        assertThat(line(2).name()).isEqualTo("Đặng Thị Mới");

        UploadView third = lists.read(officer, list, file.csv(',', true));
        assertThat(third.rowsUnchanged()).as("it is known ever after").isEqualTo(6);
    }

    @Test
    void a_cell_that_the_file_says_anew_is_the_files() {
        type(2, "position", "Bảo vệ");
        ListFiles.set(file.rows().get(2), "position", "Tổ trưởng");

        UploadView again = lists.read(officer, list, file.xlsx());

        assertThat(rows(again, StagedEffect.CHANGED)).singleElement().satisfies(row -> {
            assertThat(row.kept()).isEmpty();
            assertThat(row.differences())
                    .extracting(StagedRowView.Difference::before, StagedRowView.Difference::after)
                    .containsExactly(tuple("Bảo vệ", "Tổ trưởng"));
        });
    }

    @Test
    void of_a_person_twice_in_the_file_each_line_stays_its_own() {
        ListFiles.set(file.rows().get(4), NUMBER, ListFiles.get(file.rows().get(0), NUMBER));
        PublicId other = lists.list(officer);
        list = other;
        lists.upload(officer, list, file.xlsx());
        String mended = ListFiles.get(lists.people(officer, 1, 0).rows().get(0), NUMBER);
        assertThat(line(4).state()).isEqualTo(RowState.BAD);
        type(4, NUMBER, mended);
        assertThat(line(4).state()).isEqualTo(RowState.GOOD);

        UploadView again = lists.read(officer, list, file.csv(';', true));

        assertThat(again.rowsUnchanged()).isEqualTo(6);
        previewing.take(officer, list, again.id(), true);
        assertThat(draft()).hasSize(6).extracting(RowView::state).containsOnly(RowState.GOOD);
        assertThat(line(4).text(NUMBER)).isEqualTo(mended);
    }

    @ParameterizedTest
    @ValueSource(strings = {NUMBER, "phone"})
    void what_the_file_left_blank_stays_as_it_was_filled_in_the_list_also_after_another_act(String column) {
        String filled = column.equals(NUMBER) ? right : "0905123456";
        ListFiles.set(file.rows().get(2), column, "");
        list = lists.list(officer);
        lists.upload(officer, list, file.xlsx());
        type(2, column, filled);
        type(2, "position", "Bảo vệ");

        UploadView again = lists.read(officer, list, file.csv(';', true));

        assertThat(List.of(again.rowsAdded(), again.rowsReplaced(), again.rowsMissing(), again.rowsUnchanged()))
                .containsExactly(0, 0, 0, 6);
        assertThat(rows(again, StagedEffect.UNCHANGED).get(0).kept())
                .extracting(StagedRowView.Difference::key)
                .containsExactlyInAnyOrder(column, "position");
        previewing.take(officer, list, again.id(), false);
        assertThat(draft()).hasSize(6);
        assertThat(line(2).text(column)).isEqualTo(filled);
    }

    @Test
    void once_the_mending_is_undone_the_file_is_compared_with_what_it_said() {
        EditOutcome mended = type(2, NUMBER, right);
        UploadView again = lists.read(officer, list, file.csv(';', true));
        history.undo(officer, list, mended.change().orElseThrow(), 0);

        assertThat(previewing.take(officer, list, again.id(), false))
                .as("made anew")
                .isFalse();

        assertThat(previewing.mended(officer, list, again.id())).isZero();
        assertThat(rows(again, StagedEffect.UNCHANGED))
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.kept()).isEmpty());
        assertThat(line(2).text(NUMBER)).isEqualTo(wrong);
    }

    @Test
    void a_workbook_of_problems_says_what_was_mended_in_it() {
        type(2, NUMBER, right);
        byte[] before = workbooks.of(officer, list, RowFilter.ALL, Locale.ENGLISH);
        type(2, "position", "Bảo vệ");

        UploadView staged = lists.read(officer, list, before);

        assertThat(rows(staged, StagedEffect.CHANGED))
                .singleElement()
                .satisfies(row -> assertThat(row.kept()).isEmpty());
        assertThat(staged.rowsAdded()).isZero();
        assertThat(staged.notes().ignoredColumns())
                .as("numbers and problems are the workbook's own")
                .isEmpty();
    }

    @Test
    void a_typed_line_is_the_files_where_it_comes_with_one() {
        String number = ListFiles.get(lists.people(officer, 1, 0).rows().get(0), NUMBER);
        editing.add(officer, list, PublicId.random(), List.of(Map.of(NUMBER, number, "document_kind", "CCCD")));
        assertThat(draft()).hasSize(7);

        UploadView again = lists.read(officer, list, file.csv(';', true));

        assertThat(again.rowsMissing()).isEqualTo(1);
        assertThat(again.rowsUnchanged()).isEqualTo(6);
    }
}
