package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.intake.ListFiles;

@InPortal
class MendingRowsIT {
    private static final String NUMBER = "document_number";
    private static final String PLACE = "workplace";

    @Inject
    private TestLists lists;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private ProblemWorkbooks workbooks;

    @Inject
    private ListKeeping keeping;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private ListFiles people = ListFiles.m01(0, 0, 1);

    @BeforeEach
    void ten_good_lines() {
        officer = lists.factory();
        list = lists.list(officer);
        people = lists.people(officer, 10, 0);
    }

    @Test
    void a_mended_cell_makes_a_good_line_and_undoing_brings_the_error_back() {
        ListFiles.set(people.rows().get(3), PLACE, "Kho Hải Sản");
        upload();
        RowView wrong = bad().get(0);

        EditOutcome mended = type(wrong, PLACE, "Nhà máy Vĩnh Hòa");

        assertThat(mended.rows()).extracting(RowView::state).containsExactly(RowState.GOOD);
        assertThat(bad()).isEmpty();
        assertThat(browsing.marks(officer, list)).noneMatch(mark -> mark.code().equals("WORKPLACE_UNKNOWN"));

        assertThat(editing.undo(officer, list, mended.change())).isEqualTo(1);
        assertThat(bad())
                .singleElement()
                .satisfies(row -> assertThat(row.text(PLACE)).isEqualTo("Kho Hải Sản"));
        assertThat(browsing.marks(officer, list)).anyMatch(mark -> mark.code().equals("WORKPLACE_UNKNOWN"));
    }

    @Test
    void a_window_has_at_least_one_line_and_begins_no_earlier_than_the_first() {
        upload();

        assertThat(browsing.window(officer, list, RowFilter.ALL, RowPlace.at(-5), -1))
                .hasSize(1);
    }

    @Test
    void acts_are_undone_one_after_the_other() {
        upload();
        RowView row = rows().get(0);
        String before = row.text("position");
        type(row, "position", "Thợ hàn");
        type(rows().get(0), "position", "Thợ điện");

        editing.undo(officer, list, Optional.empty());
        assertThat(rows().get(0).text("position")).isEqualTo("Thợ hàn");
        editing.undo(officer, list, Optional.empty());
        assertThat(rows().get(0).text("position")).isEqualTo(before);
        assertThatExceptionOfType(RuleViolation.class)
                .as("the file is not undone by the way")
                .isThrownBy(() -> editing.undo(officer, list, Optional.empty()));
        assertThat(rows()).hasSize(10);
    }

    @Test
    void what_a_colleague_did_since_is_not_undone_by_the_way() {
        upload();
        Actor colleague = new Actor(
                officer.accountId() + 5_000_000, "Lê Văn Khác", Role.ORGANISATION_OFFICER, officer.organisationId(), 0);
        EditOutcome mine = type(rows().get(0), "position", "Thợ hàn");
        RowView row = rows().get(1);
        editing.edit(
                colleague,
                list,
                PublicId.random(),
                List.of(CellEdit.typed(row.id(), "position", row.text("position"), "Lái xe")));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> editing.undo(officer, list, mine.change()))
                .satisfies(rule -> assertThat(rule.code()).isEqualTo("stafflist.undo-not-last"));
        assertThat(rows().get(1).text("position")).isEqualTo("Lái xe");
    }

    @Test
    void a_stale_edit_is_told_and_the_others_are_written() {
        upload();
        RowView first = rows().get(0);
        RowView second = rows().get(1);
        type(first, "position", "Thợ hàn");

        EditOutcome outcome = editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(
                        CellEdit.typed(first.id(), "position", first.text("position"), "Thợ điện"),
                        CellEdit.typed(second.id(), "position", second.text("position"), "Lái xe")));

        assertThat(outcome.conflicts()).containsExactly(new EditOutcome.Conflict(first.id(), "position", "Thợ hàn"));
        assertThat(rows()).extracting(row -> row.text("position")).startsWith("Thợ hàn", "Lái xe");
    }

    @Test
    void the_same_batch_sent_again_is_done_once() {
        upload();
        RowView row = rows().get(0);
        PublicId client = PublicId.random();
        List<CellEdit> edits = List.of(CellEdit.typed(row.id(), "position", row.text("position"), "Thợ hàn"));

        EditOutcome first = editing.edit(officer, list, client, edits);
        EditOutcome again = editing.edit(officer, list, client, edits);

        assertThat(again.change()).isEqualTo(first.change()).isPresent();
        assertThat(again.conflicts()).isEmpty();
        PublicId adding = PublicId.random();
        editing.add(officer, list, adding, List.of(Map.of()));
        editing.add(officer, list, adding, List.of(Map.of()));
        assertThat(rows()).hasSize(11);
    }

    @Test
    void all_cells_with_one_problem_are_mended_at_once_and_undone_at_once() {
        for (int i = 0; i < 6; i++) {
            ListFiles.set(people.rows().get(i), PLACE, "Kho Hải Sản");
        }
        upload();

        assertThatExceptionOfType(RuleViolation.class)
                .as("more than was shown")
                .isThrownBy(() -> editing.fixAll(officer, list, PublicId.random(), place("Nhà máy Vĩnh Hòa", 5)));
        EditOutcome fixed = editing.fixAll(officer, list, PublicId.random(), place("Nhà máy Vĩnh Hòa", 6));

        assertThat(bad()).isEmpty();
        assertThat(rows()).extracting(row -> row.text(PLACE)).containsOnly("Nhà máy Vĩnh Hòa");
        assertThat(editing.undo(officer, list, fixed.change())).isEqualTo(6);
        assertThat(bad()).hasSize(6);
    }

    private static RowFix place(String text, long shown) {
        return new RowFix("E", "WORKPLACE_UNKNOWN", PLACE, RowFix.Action.SET, text, shown);
    }

    @Test
    void a_number_cannot_be_the_same_for_many() {
        ListFiles.set(people.rows().get(0), NUMBER, "1234");
        upload();
        RowMark mark = browsing.marks(officer, list).stream()
                .filter(each -> each.column().equals(NUMBER))
                .findFirst()
                .orElseThrow();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> editing.fixAll(
                        officer,
                        list,
                        PublicId.random(),
                        new RowFix(mark.kind(), mark.code(), NUMBER, RowFix.Action.SET, "056087000001", 9)))
                .satisfies(rule -> assertThat(rule.code()).isEqualTo("stafflist.not-for-all"));
    }

    @Test
    void a_line_held_as_a_duplicate_is_free_when_the_other_gets_another_number() {
        String number = ListFiles.get(people.rows().get(0), NUMBER);
        List<String> twin = people.rows().get(1);
        for (String column : List.of("document_kind", NUMBER, "sex", "birth_date")) {
            ListFiles.set(twin, column, ListFiles.get(people.rows().get(0), column));
        }
        upload();
        assertThat(bad())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.marks()).anyMatch(mark -> mark.code().equals("DUPLICATE_IN_FILE")));

        RowView holder = rows().get(0);
        String other = number.substring(0, number.length() - 3)
                + (number.endsWith("999")
                        ? "998"
                        : String.format("%03d", Integer.parseInt(number.substring(number.length() - 3)) + 1));
        type(holder, NUMBER, other);

        assertThat(bad()).isEmpty();
    }

    @Test
    void removing_a_line_frees_its_duplicate_and_can_be_undone() {
        List<String> twin = people.rows().get(1);
        for (String column : List.of("document_kind", NUMBER, "sex", "birth_date")) {
            ListFiles.set(twin, column, ListFiles.get(people.rows().get(0), column));
        }
        upload();

        EditOutcome removed = editing.remove(
                officer, list, PublicId.random(), List.of(rows().get(0).id()));

        assertThat(rows()).hasSize(9);
        assertThat(bad()).isEmpty();
        editing.undo(officer, list, removed.change());
        assertThat(rows()).hasSize(10);
        assertThat(bad()).hasSize(1);
    }

    @Test
    void a_new_line_stands_at_the_end_and_is_checked() {
        upload();

        RowView added = editing.add(officer, list, PublicId.random(), List.of(Map.of("full_name", "Nguyễn Thị Mới")))
                .rows()
                .get(0);

        assertThat(rows().get(10).id()).isEqualTo(added.id());
        assertThat(added.state()).isEqualTo(RowState.BAD);
        assertThat(added.marksAt(NUMBER)).extracting(RowView.Mark::code).containsExactly("REQUIRED_MISSING");
    }

    @Test
    void windows_beside_a_line_go_on_where_mended_lines_have_left_the_filter() {
        people.rows().forEach(row -> ListFiles.set(row, PLACE, "Kho Hải Sản"));
        upload();
        RowFilter wrong = RowFilter.of(RowState.BAD);
        List<RowView> first = browsing.window(officer, list, wrong, RowPlace.START, 4);
        type(first.get(0), PLACE, "Nhà máy Vĩnh Hòa");

        List<RowView> next = browsing.window(
                officer, list, wrong, RowPlace.after(first.get(3).id()), 4);
        List<RowView> back = browsing.window(
                officer, list, wrong, RowPlace.before(next.get(0).id()), 3);

        assertThat(next).extracting(RowView::number).isEqualTo(numbers(4, 8));
        assertThat(back).extracting(RowView::number).isEqualTo(numbers(1, 4));
    }

    private List<Integer> numbers(int from, int to) {
        return rows().subList(from, to).stream().map(RowView::number).toList();
    }

    @Test
    void names_are_found_without_marks() {
        ListFiles.set(people.rows().get(5), "full_name", "Đặng Thị Nguyệt Quế");
        upload();

        RowFilter words = new RowFilter(Optional.empty(), "", "", "", "dang thi nguyet que");
        assertThat(browsing.window(officer, list, words, RowPlace.START, 10))
                .extracting(RowView::name)
                .containsExactly("Đặng Thị Nguyệt Quế");
        assertThat(browsing.count(officer, list, words)).isEqualTo(1);
    }

    @Test
    void the_workbook_of_problems_comes_back_to_the_same_lines() {
        for (int i = 0; i < 3; i++) {
            ListFiles.set(people.rows().get(i), PLACE, "Kho XYZ");
        }
        upload();
        List<PublicId> wrong = bad().stream().map(RowView::id).toList();

        byte[] taken = workbooks.of(officer, list, RowFilter.of(RowState.BAD), Texts.VIETNAMESE);
        lists.upload(officer, list, ListFiles.edit(taken, "xl/sharedStrings.xml", "Kho XYZ", "Nhà máy Vĩnh Hòa"));

        assertThat(rows()).hasSize(10);
        assertThat(bad()).isEmpty();
        assertThat(rows()).extracting(RowView::id).containsAll(wrong);
    }

    @Test
    void another_organisation_reaches_nothing_by_guessed_ids() {
        upload();
        PublicId row = rows().get(0).id();
        Actor stranger = lists.factory();
        PublicId theirs = lists.list(stranger);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> browsing.window(stranger, list, RowFilter.ALL, RowPlace.START, 10));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> editing.remove(stranger, list, PublicId.random(), List.of(row)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> browsing.row(stranger, theirs, row));
        assertThat(editing.edit(
                                stranger,
                                theirs,
                                PublicId.random(),
                                List.of(CellEdit.typed(row, "position", "", "Giám đốc")))
                        .change())
                .isEmpty();
        editing.remove(stranger, theirs, PublicId.random(), List.of(row));
        assertThat(rows()).hasSize(10);
    }

    @Test
    void nothing_is_edited_in_a_withdrawn_list() {
        upload();
        RowView row = rows().get(0);
        keeping.withdraw(officer, list);

        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> type(row, "position", "Thợ hàn"));
    }

    private void upload() {
        lists.upload(officer, list, people.xlsx());
    }

    private EditOutcome type(RowView row, String column, String text) {
        return editing.edit(
                officer, list, PublicId.random(), List.of(CellEdit.typed(row.id(), column, row.text(column), text)));
    }

    private List<RowView> rows() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100);
    }

    private List<RowView> bad() {
        return browsing.window(officer, list, RowFilter.of(RowState.BAD), RowPlace.START, 100);
    }
}
