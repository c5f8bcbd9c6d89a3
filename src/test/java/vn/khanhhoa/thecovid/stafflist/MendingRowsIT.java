package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

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
    private DraftHistory history;

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

        assertThat(undo(mended)).isEqualTo(new DraftHistory.Undone(1, 1, 0, 0));
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
    void what_is_typed_is_within_the_bounds_of_what_a_file_may_bring() {
        List<String> text = List.of("address", "route", "note", "residential_group");
        text.forEach(column -> ListFiles.set(people.rows().get(0), column, "x".repeat(1_850)));
        upload();
        RowView row = rows().get(0);

        refused("stafflist.text-too-long", () -> type(row, "position", "y".repeat(2_001)));
        refused("stafflist.row-too-long", () -> type(row, "position", "y".repeat(1_900)));
        refused("stafflist.text-too-long", () -> add(Map.of("note", "y".repeat(2_001))));
        Map<String, String> long5 = new HashMap<>();
        text.forEach(column -> long5.put(column, "y".repeat(1_900)));
        long5.put("position", "y".repeat(1_900));
        refused("stafflist.row-too-long", () -> add(long5));

        type(row, "route", "y".repeat(1_849));
        text.forEach(column -> type(rows().get(0), column, "Trần Phú"));
        assertThat(bad()).isEmpty();
        assertThat(rows()).hasSize(10);
    }

    private void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(act).satisfies(rule -> {
            assertThat(rule.code()).isEqualTo(code);
            assertThat(Texts.get(Texts.VIETNAMESE, code, rule.args().toArray())).startsWith("Cột “");
        });
    }

    private void add(Map<String, String> line) {
        editing.add(officer, list, PublicId.random(), List.of(line));
    }

    @Test
    void acts_are_undone_one_after_the_other() {
        upload();
        RowView row = rows().get(0);
        String before = row.text("position");
        type(row, "position", "Thợ hàn");
        type(rows().get(0), "position", "Thợ điện");

        assertThat(undoLast()).isTrue();
        assertThat(rows().get(0).text("position")).isEqualTo("Thợ hàn");
        assertThat(undoLast()).isTrue();
        assertThat(rows().get(0).text("position")).isEqualTo(before);
        assertThat(undoLast()).as("the file is not undone by the way").isFalse();
        assertThat(rows()).hasSize(10);
    }

    @Test
    void asked_for_twice_the_act_that_was_named_is_undone_once() {
        upload();
        EditOutcome first = type(rows().get(0), "position", "Thợ hàn");
        EditOutcome second = type(rows().get(1), "position", "Thợ điện");

        assertThat(undo(second)).isEqualTo(new DraftHistory.Undone(1, 1, 0, 0));
        assertThat(undo(second)).isEqualTo(new DraftHistory.Undone(0, 1, 0, 0));

        assertThat(rows())
                .extracting(row -> row.text("position"))
                .contains("Thợ hàn")
                .doesNotContain("Thợ điện");
        assertThat(history.last(officer, list).map(ChangeView::id)).isEqualTo(first.change());
    }

    @Test
    void what_a_colleague_did_since_is_not_undone_by_the_way() {
        upload();
        Actor colleague = new Actor(
                officer.accountId() + 5_000_000, "Lê Văn Khác", Role.ORGANISATION_OFFICER, officer.organisationId(), 0);
        EditOutcome mine = type(rows().get(0), "position", "Thợ hàn");
        as(colleague, rows().get(1), "position", "Lái xe");
        assertThat(history.last(officer, list).map(ChangeView::id))
                .as("on another line")
                .isEqualTo(mine.change());
        as(colleague, rows().get(0), "phone", "0905 111 222");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> undo(mine))
                .satisfies(rule -> {
                    assertThat(rule.code()).isEqualTo("stafflist.undo-not-last");
                    assertThat(rule.args()).containsExactly("Lê Văn Khác");
                });
        assertThat(rows()).extracting(row -> row.text("position")).startsWith("Thợ hàn", "Lái xe");
    }

    private void as(Actor other, RowView row, String column, String text) {
        editing.edit(other, list, PublicId.random(), List.of(CellEdit.typed(row.id(), column, row.text(column), text)));
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
    void what_a_batch_did_itself_is_nobody_elses_change_when_it_comes_again() {
        ListFiles.set(people.rows().get(1), "phone", "905123456");
        upload();
        RowView first = rows().get(0);
        RowView repaired = rows().get(1);
        RowView stale = rows().get(2);
        type(stale, "position", "Thợ hàn");
        PublicId client = PublicId.random();
        List<CellEdit> edits = List.of(
                CellEdit.typed(first.id(), "phone", first.text("phone"), "0905 999 999 "),
                CellEdit.keepGiven(repaired.id(), "phone", repaired.text("phone")),
                CellEdit.typed(stale.id(), "position", stale.text("position"), "Thợ điện"));

        EditOutcome done = editing.edit(officer, list, client, edits);
        EditOutcome again = editing.edit(officer, list, client, edits);

        assertThat(done.conflicts()).containsExactly(new EditOutcome.Conflict(stale.id(), "position", "Thợ hàn"));
        assertThat(again.conflicts()).as("the same answer").isEqualTo(done.conflicts());
        assertThat(again.rows()).isEqualTo(done.rows()).hasSize(3);
        assertThat(again.change()).isEqualTo(done.change());
        assertThat(rows().get(1).text("phone")).isEqualTo("905123456");
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
        FixOutcome fixed = editing.fixAll(officer, list, PublicId.random(), place("Nhà máy Vĩnh Hòa", 6));

        assertThat(bad()).isEmpty();
        assertThat(rows()).extracting(row -> row.text(PLACE)).containsOnly("Nhà máy Vĩnh Hòa");
        assertThat(history.undo(officer, list, fixed.change().orElseThrow(), 0))
                .isEqualTo(new DraftHistory.Undone(1, 6, 0, 0));
        assertThat(bad()).hasSize(6);
    }

    @Test
    void lines_that_name_different_places_are_not_given_one_but_each_name_by_itself() {
        for (int i = 0; i < 5; i++) {
            ListFiles.set(
                    people.rows().get(i),
                    PLACE,
                    List.of("Kho Hải Sản", "Kho Hải Sản", "Kho Hải Sản", "Kho Muối", "KHO  muối")
                            .get(i));
        }
        upload();
        RowFilter unknown = new RowFilter(Optional.empty(), "E", "WORKPLACE_UNKNOWN", PLACE, "");

        assertThat(editing.texts(officer, list, unknown))
                .containsExactly(new RowEditing.SameText("Kho Hải Sản", 3), new RowEditing.SameText("Kho Muối", 2));
        assertThat(fixing(place("Nhà máy Vĩnh Hòa", 5))).isEqualTo("stafflist.fix-differs");
        assertThat(bad()).hasSize(5);

        FixOutcome fixed = editing.fixAll(
                officer,
                list,
                PublicId.random(),
                new RowFix(
                        Optional.empty(),
                        "E",
                        "WORKPLACE_UNKNOWN",
                        PLACE,
                        RowFix.Action.SET,
                        Optional.of("Kho Muối"),
                        "Nhà máy Vĩnh Hòa",
                        5));

        assertThat(fixed.lines()).isEqualTo(2);
        assertThat(bad()).hasSize(3).allMatch(row -> row.text(PLACE).equals("Kho Hải Sản"));
        assertThat(fixing(place("Nhà máy Vĩnh Hòa", 3))).as("one name is left").isEmpty();
        assertThat(bad()).isEmpty();
    }

    @Test
    void what_is_done_to_good_lines_of_a_kind_leaves_the_others_alone() {
        for (int i = 0; i < 4; i++) {
            ListFiles.set(people.rows().get(i), "phone", "905123456");
        }
        ListFiles.set(people.rows().get(0), PLACE, "Kho Muối");
        upload();
        RowFix ofGood = new RowFix(
                Optional.of(RowState.GOOD), "R", "ZERO_LOST", "phone", RowFix.Action.ACCEPT, Optional.empty(), "", 3);

        assertThat(editing.fixAll(officer, list, PublicId.random(), ofGood).lines())
                .isEqualTo(3);

        assertThat(rows().stream()
                        .filter(row -> row.marks().stream().anyMatch(RowView.Mark::isRepair))
                        .toList())
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(RowState.BAD));
    }

    @Test
    void a_column_that_the_form_has_not_is_named_with_those_that_it_has() {
        upload();
        RowView row = rows().get(0);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> type(row, "chuc_vu", "Thợ hàn"))
                .satisfies(rule -> {
                    assertThat(rule.code()).isEqualTo("stafflist.column-unknown");
                    assertThat(rule.args().get(0)).isEqualTo("chuc_vu");
                    assertThat(rule.args().get(1).toString()).contains("full_name", "position");
                });
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> add(Map.of("chuc_vu", "Thợ hàn")))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.column-unknown");
        assertThat(rows()).hasSize(10);
    }

    private static RowFix place(String text, long shown) {
        return new RowFix("E", "WORKPLACE_UNKNOWN", PLACE, RowFix.Action.SET, text, shown);
    }

    @Test
    void what_stays_wrong_is_told_and_nothing_is_emptied_by_the_way() {
        for (int i = 0; i < 3; i++) {
            ListFiles.set(people.rows().get(i), PLACE, "Kho Hải Sản");
        }
        upload();

        assertThat(fixing(place("", 3))).isEqualTo("stafflist.fix-missing");
        assertThat(fixing(new RowFix("E", "WORKPLACE_UNKNOWN", PLACE, RowFix.Action.CLEAR, "", 3)))
                .as("a column that must have a text")
                .isEqualTo("stafflist.not-for-all");
        FixOutcome fixed = editing.fixAll(officer, list, PublicId.random(), place("Kho Không Có", 3));

        assertThat(List.of(fixed.lines(), fixed.wrong())).containsExactly(3, 3);
        assertThat(editing.fixAll(officer, list, PublicId.random(), place("Nhà máy Vĩnh Hòa", 3))
                        .wrong())
                .isZero();
    }

    private String fixing(RowFix fix) {
        try {
            editing.fixAll(officer, list, PublicId.random(), fix);
            return "";
        } catch (RuleViolation rule) {
            return rule.code();
        }
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
        undo(removed);
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
                officer, list, wrong, RowPlace.after(first.get(3).id(), 0), 4);
        List<RowView> back = browsing.window(
                officer, list, wrong, RowPlace.before(next.get(0).id(), 0), 3);

        assertThat(next).extracting(RowView::number).isEqualTo(numbers(4, 8));
        assertThat(back).extracting(RowView::number).isEqualTo(numbers(1, 4));
    }

    @Test
    void a_window_beside_a_line_that_is_gone_begins_where_it_was_thought_to_be() {
        upload();
        List<Integer> numbers = numbers(0, 10);
        PublicId gone = rows().get(3).id();
        editing.remove(officer, list, PublicId.random(), List.of(gone));

        assertThat(browsing.window(officer, list, RowFilter.ALL, RowPlace.after(gone, 4), 3))
                .extracting(RowView::number)
                .isEqualTo(numbers.subList(5, 8));
    }

    @Test
    void page_by_page_no_line_comes_twice_though_the_last_one_of_a_page_was_removed() {
        upload();
        List<Integer> numbers = numbers(0, 10);
        RowBrowsing.Page first = browsing.page(officer, list, RowFilter.ALL, "", 4);
        editing.remove(
                officer, list, PublicId.random(), List.of(first.rows().get(3).id()));

        RowBrowsing.Page second = browsing.page(officer, list, RowFilter.ALL, first.next(), 4);
        RowBrowsing.Page third = browsing.page(officer, list, RowFilter.ALL, second.next(), 4);

        assertThat(second.rows()).extracting(RowView::number).isEqualTo(numbers.subList(4, 8));
        assertThat(third.rows()).extracting(RowView::number).isEqualTo(numbers.subList(8, 10));
        assertThat(third.next()).isEmpty();
    }

    @Test
    void a_place_of_another_list_or_of_ones_own_making_is_none() {
        upload();
        Actor other = lists.factory();
        PublicId theirs = lists.list(other);
        String place = browsing.page(officer, list, RowFilter.ALL, "", 4).next();

        for (String wrong : List.of(place, "x", "AAAA", PublicId.random().toString(), place + "A", "%")) {
            assertThatExceptionOfType(NotFound.class)
                    .as(wrong)
                    .isThrownBy(() -> browsing.page(other, theirs, RowFilter.ALL, wrong, 4));
        }
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

    private DraftHistory.Undone undo(EditOutcome act) {
        return history.undo(officer, list, act.change().orElseThrow(), 0);
    }

    /** As Ctrl+Z does it. */
    private boolean undoLast() {
        return history.last(officer, list)
                .map(last -> history.undo(officer, list, last.id(), 0))
                .isPresent();
    }

    private List<RowView> rows() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100);
    }

    private List<RowView> bad() {
        return browsing.window(officer, list, RowFilter.of(RowState.BAD), RowPlace.START, 100);
    }
}
