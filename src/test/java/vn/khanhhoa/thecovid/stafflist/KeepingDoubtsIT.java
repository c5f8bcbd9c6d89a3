package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * A CSV file of six people with birth dates in American order, of which the first and the last can be nothing else. The
 * fourth line has a cell too many, the fifth one that was cut.
 */
@InPortal
class KeepingDoubtsIT {
    private static final String BIRTH = "birth_date";
    private static final String TURNED = "birth_date:DATE_MAYBE_TURNED";
    private static final String SHIFTED = ":CELLS_SHIFTED";
    private static final String CUT = "note:CELL_TOO_LONG";

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
    private ListSubmission submission;

    @Inject
    private ProblemWorkbooks workbooks;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private ListFiles people = ListFiles.m01(0, 0, 1);

    @BeforeEach
    void a_file_that_leaves_doubts() {
        officer = lists.factory();
        list = lists.list(officer);
        people = lists.people(officer, 6, 0);
        for (int i = 0; i < 6; i++) {
            List<String> row = people.rows().get(i);
            String old = ListFiles.get(row, BIRTH);
            ListFiles.set(row, "position", "Lao cong");
            ListFiles.set(row, BIRTH, (i % 5 == 0 ? "02/25/" : "03/04/") + old.substring(old.length() - 4));
        }
        ListFiles.set(people.rows().get(4), "note", "dài ".repeat(600));
        upload();
    }

    @Test
    void lines_that_the_workbook_hides_are_dropped_all_at_once_and_come_back_by_one_undoing() {
        list = lists.list(officer);
        people = lists.people(officer, 6, 0);
        String hidden = "<row hidden=\"1\" r=\"%d\"";
        byte[] file = people.xlsx();
        for (int row : List.of(3, 5, 6)) {
            file = ListFiles.edit(
                    file, "xl/worksheets/sheet1.xml", "<row r=\"" + row + "\"", String.format(hidden, row));
        }
        lists.upload(officer, list, file);
        RowFix drop = new RowFix("W", "ROW_HIDDEN", "", RowFix.Action.DROP, "", 3);

        FixOutcome dropped = editing.fixAll(officer, list, PublicId.random(), drop);

        assertThat(dropped.lines()).isEqualTo(3);
        assertThat(browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 20))
                .hasSize(3)
                .allMatch(row ->
                        row.marks().stream().noneMatch(mark -> mark.code().equals("ROW_HIDDEN")));
        history.undo(officer, list, dropped.change().orElseThrow(), 0);
        assertThat(browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 20))
                .hasSize(6);

        lists.submit(officer, list);
        assertThat(editing.fixAll(officer, list, PublicId.random(), drop).lines())
                .as("of whom something was sent")
                .isZero();
        assertThat(browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 20))
                .hasSize(6);
    }

    private void upload() {
        List<List<String>> rows = new ArrayList<>();
        people.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        rows.get(3).add("thừa");
        lists.upload(officer, list, ListFiles.csv(ListFiles.headings(), rows, ',', true));
    }

    @Test
    void typing_into_other_cells_takes_no_doubt_away() {
        assertThat(marks(0)).containsExactly("birth_date:DAY_AND_MONTH_TURNED");
        assertThat(marks(1)).containsExactly(TURNED);

        type(1, "position", "Thợ hàn");
        type(3, "position", "Thợ điện");

        assertThat(marks(1)).containsExactly(TURNED);
        assertThat(row(1).state()).isEqualTo(RowState.GOOD);
        assertThat(marks(3)).containsExactly(SHIFTED, TURNED);
        assertThat(row(3).state()).isEqualTo(RowState.BAD);
    }

    @Test
    void what_a_further_file_leaves_in_doubt_is_said_though_its_lines_get_other_numbers() {
        ListFiles more = lists.people(officer, 3, 0);
        for (int i = 0; i < 3; i++) {
            List<String> row = more.rows().get(i);
            String old = ListFiles.get(row, BIRTH);
            ListFiles.set(row, "full_name", "Người Thêm " + "ABC".charAt(i));
            ListFiles.set(row, BIRTH, (i == 1 ? "02/25/" : "03/04/") + old.substring(old.length() - 4));
        }
        lists.upload(officer, list, more.csv(',', true));

        assertThat(browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 20).stream()
                        .filter(row -> row.text("full_name").startsWith("Người Thêm"))
                        .map(row -> row.marks().stream().map(RowView.Mark::code).toList()))
                .containsExactly(
                        List.of("DATE_MAYBE_TURNED"), List.of("DAY_AND_MONTH_TURNED"), List.of("DATE_MAYBE_TURNED"));
    }

    @Test
    void what_a_file_leaves_in_doubt_is_seen_before_it_is_taken() {
        editing.fixAll(
                officer,
                list,
                PublicId.random(),
                new RowFix("W", "DATE_MAYBE_TURNED", BIRTH, RowFix.Action.TURN, "", 4));

        UploadView staged = lists.read(officer, list, people.csv(',', true));

        List<StagedRowView> lines =
                new ArrayList<>(previewing.rows(officer, list, staged.id(), StagedEffect.UNCHANGED, 0, 10));
        lines.addAll(previewing.rows(officer, list, staged.id(), StagedEffect.CHANGED, 0, 10));
        assertThat(lines)
                .filteredOn(row -> row.kept().stream().anyMatch(StagedRowView.Difference::turnsBack))
                .as("what was turned in the list stays, and is told")
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.problems())
                        .extracting(DraftRowView.Problem::key)
                        .doesNotContain("intake.date-maybe-turned"));
    }

    @Test
    void the_look_before_sending_names_the_kinds_of_warnings_turned_dates_first() {
        assertThat(submission.plan(officer, list).warnings()).first().satisfies(mark -> {
            assertThat(mark.code()).isEqualTo("DATE_MAYBE_TURNED");
            assertThat(mark.rows()).isPositive();
        });
    }

    @Test
    void what_is_typed_into_one_line_settles_nothing_in_another() {
        RowView cut = row(4);
        RowView other = row(2);

        editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(
                        CellEdit.typed(other.id(), "note", "", "đã xem"),
                        CellEdit.typed(cut.id(), "phone", cut.text("phone"), "0905123456")));

        assertThat(marks(4)).contains(CUT, TURNED);
        type(4, "note", "ngắn");
        assertThat(marks(4)).containsExactly(TURNED);
    }

    @Test
    void mending_all_of_another_kind_takes_no_doubt_away() {
        editing.fixAll(
                officer,
                list,
                PublicId.random(),
                new RowFix("W", "DATE_MAYBE_TURNED", BIRTH, RowFix.Action.TURN, "", 6));
        assertThat(marks(1)).doesNotContain(TURNED);
        assertThat(marks(3)).contains(SHIFTED);
        history.undo(officer, list, history.changes(officer, list).get(0).id(), 0);

        people.rows().forEach(row -> ListFiles.set(row, "workplace", "Kho lạ"));
        upload();
        FixOutcome fixed = editing.fixAll(
                officer,
                list,
                PublicId.random(),
                new RowFix("E", "WORKPLACE_UNKNOWN", "workplace", RowFix.Action.SET, "Nhà máy Vĩnh Hòa", 6));

        assertThat(fixed.lines()).isEqualTo(6);
        assertThat(marks(1)).containsExactly(TURNED);
        assertThat(marks(3)).containsExactly(SHIFTED, TURNED);
    }

    @Test
    void a_date_that_is_typed_is_doubted_no_more() {
        type(1, BIRTH, "04/03/1980");

        assertThat(marks(1)).doesNotContain(TURNED);
        assertThat(marks(2)).containsExactly(TURNED);
    }

    @Test
    void a_date_that_is_accepted_is_doubted_no_more_in_the_same_file_neither() {
        EditOutcome accepted = accept(1, BIRTH);

        assertThat(accepted.lines()).isEqualTo(1);
        assertThat(marks(1)).isEmpty();
        type(1, "position", "Thợ hàn");
        assertThat(marks(1)).isEmpty();

        ListFiles.set(people.rows().get(1), "position", "Thợ điện");
        ListFiles.set(people.rows().get(2), "position", "Thợ điện");
        upload();
        assertThat(row(1).text("position")).isEqualTo("Thợ điện");
        assertThat(marks(1)).isEmpty();
        assertThat(marks(2)).containsExactly(TURNED);

        ListFiles.set(
                people.rows().get(1),
                BIRTH,
                ListFiles.get(people.rows().get(1), BIRTH).replace("03/04", "05/06"));
        upload();
        assertThat(marks(1)).as("another date").containsExactly(TURNED);
    }

    @Test
    void a_line_that_is_accepted_can_be_submitted_and_the_acceptance_undone() {
        EditOutcome accepted = accept(3, "");

        assertThat(marks(3)).containsExactly(TURNED);
        assertThat(row(3).state()).isEqualTo(RowState.GOOD);
        history.undo(officer, list, accepted.change().orElseThrow(), 0);
        assertThat(marks(3)).containsExactly(SHIFTED, TURNED);
        assertThat(row(3).state()).isEqualTo(RowState.BAD);
    }

    @Test
    void all_of_a_kind_are_accepted_at_once() {
        FixOutcome dates = editing.fixAll(
                officer,
                list,
                PublicId.random(),
                new RowFix("W", "DATE_MAYBE_TURNED", BIRTH, RowFix.Action.ACCEPT, "", 4));
        FixOutcome shifted = editing.fixAll(
                officer, list, PublicId.random(), new RowFix("E", "CELLS_SHIFTED", "", RowFix.Action.ACCEPT, "", 4));

        assertThat(dates.lines()).isEqualTo(4);
        assertThat(shifted.lines()).isEqualTo(1);
        assertThat(browsing.marks(officer, list))
                .extracting(RowMark::code)
                .containsOnly("DAY_AND_MONTH_TURNED", "CELL_TOO_LONG");
    }

    @Test
    void day_and_month_of_all_doubted_dates_change_places_at_once_and_back() {
        List<String> before = dates();
        RowFilter doubted = new RowFilter(Optional.empty(), "W", "DATE_MAYBE_TURNED", BIRTH, "");
        assertThat(editing.turned(officer, list, doubted, 2))
                .extracting(RowEditing.Turned::before, RowEditing.Turned::after)
                .containsExactly(
                        tuple(before.get(1), before.get(1).replace("03/04", "04/03")),
                        tuple(before.get(2), before.get(2).replace("03/04", "04/03")));
        assertThat(dates()).as("after a preview").isEqualTo(before);

        FixOutcome turned = editing.fixAll(
                officer,
                list,
                PublicId.random(),
                new RowFix("W", "DATE_MAYBE_TURNED", BIRTH, RowFix.Action.TURN, "", 4));

        assertThat(turned.lines()).isEqualTo(4);
        assertThat(turned.wrong()).isZero();
        assertThat(dates())
                .isEqualTo(before.stream()
                        .map(date -> date.replace("03/04", "04/03"))
                        .toList());
        assertThat(marks(1)).isEmpty();
        assertThat(marks(3)).as("another doubt").containsExactly(SHIFTED);
        ChangeView change = history.changes(officer, list).get(0);
        assertThat(change.kind()).isEqualTo(ChangeKind.TURN_ALL);
        history.undo(officer, list, change.id(), 0);
        assertThat(dates()).isEqualTo(before);
        assertThat(marks(1)).containsExactly(TURNED);
    }

    private List<String> dates() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 20).stream()
                .map(row -> row.text(BIRTH))
                .toList();
    }

    @Test
    void nothing_but_doubted_dates_can_be_turned() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> editing.fixAll(
                        officer,
                        list,
                        PublicId.random(),
                        new RowFix("R", "DAY_AND_MONTH_TURNED", BIRTH, RowFix.Action.TURN, "", 9)))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.not-for-all");
    }

    @Test
    void different_acts_on_one_column_are_told_apart_in_the_history() {
        type(1, BIRTH, "04/03/1980");
        accept(2, BIRTH);

        List<ChangeView> changes = history.changes(officer, list);

        assertThat(changes).extracting(ChangeView::kind).startsWith(ChangeKind.ACCEPT, ChangeKind.EDIT);
        assertThat(changes.get(0).lines()).containsExactly(line(2));
        assertThat(changes.get(1).lines()).containsExactly(line(1));
    }

    private ChangeView.Line line(int at) {
        return new ChangeView.Line(row(at).number(), row(at).name());
    }

    @Test
    void only_a_doubt_can_be_accepted() {
        assertThat(accept(4, "note").change()).as("nothing to accept").isEmpty();
        assertThat(marks(4)).contains(CUT);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> editing.fixAll(
                        officer,
                        list,
                        PublicId.random(),
                        new RowFix("E", "CELL_TOO_LONG", "note", RowFix.Action.ACCEPT, "", 9)))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.not-for-all");
    }

    @Test
    void the_workbook_of_problems_knows_nothing_of_the_first_file_and_takes_no_doubt_away() {
        byte[] taken = workbooks.of(officer, list, RowFilter.ALL, Texts.VIETNAMESE);

        UploadView same = lists.read(officer, list, taken);
        assertThat(same.rowsUnchanged()).isEqualTo(6);
        previewing.discard(officer, list, same.id());
        lists.upload(officer, list, ListFiles.edit(taken, "xl/sharedStrings.xml", "Lao cong", "Thợ máy"));

        assertThat(browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 10))
                .extracting(row -> row.text("position"))
                .containsOnly("Thợ máy");
        assertThat(marks(1)).containsExactly(TURNED);
        assertThat(marks(3)).containsExactly(SHIFTED, TURNED);
        assertThat(marks(4)).contains(CUT, TURNED);
        assertThat(row(3).state()).isEqualTo(RowState.BAD);
    }

    @Test
    void a_line_that_turns_bad_on_the_way_to_the_agency_keeps_its_doubt() {
        sql.update(
                "UPDATE registry_workplace SET name = 'Nhà máy đã đổi tên' WHERE organisation_id = ?",
                officer.organisationId());

        lists.submit(officer, list);

        assertThat(marks(1)).containsExactly(TURNED, "workplace:WORKPLACE_UNKNOWN");
    }

    @Test
    void a_row_that_the_spreadsheet_hid_is_pointed_out_until_somebody_says_that_it_is_right() {
        list = lists.list(officer);
        people = lists.people(officer, 3, 0);
        lists.upload(
                officer,
                list,
                ListFiles.edit(people.xlsx(), "xl/worksheets/sheet1.xml", "<row r=\"3\"", "<row hidden=\"1\" r=\"3\""));
        assertThat(marks(1)).containsExactly(":ROW_HIDDEN");

        type(1, "position", "Lai xe");
        lists.upload(
                officer,
                list,
                ListFiles.edit(
                        workbooks.of(officer, list, RowFilter.ALL, Texts.VIETNAMESE),
                        "xl/sharedStrings.xml",
                        "Lai xe",
                        "Thợ điện"));
        assertThat(row(1).text("position")).isEqualTo("Thợ điện");
        assertThat(marks(1)).containsExactly(":ROW_HIDDEN");
        accept(1, "");
        assertThat(marks(1)).isEmpty();
    }

    @Test
    void nobody_else_accepts_for_an_organisation() {
        RowView row = row(1);
        Actor stranger = new Actor(
                officer.accountId() + 1, "Người Khác", Role.ORGANISATION_OFFICER, officer.organisationId() + 1, 0);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> editing.edit(
                        stranger, list, PublicId.random(), List.of(CellEdit.accept(row.id(), BIRTH, row.text(BIRTH)))));
        assertThat(marks(1)).containsExactly(TURNED);
    }

    private RowView row(int at) {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 10).get(at);
    }

    private List<String> marks(int at) {
        return row(at).marks().stream()
                .map(mark -> mark.column() + ":" + mark.code())
                .filter(mark -> !mark.endsWith("DUPLICATE_ELSEWHERE"))
                .toList();
    }

    private void type(int at, String column, String text) {
        RowView row = row(at);
        editing.edit(
                officer, list, PublicId.random(), List.of(CellEdit.typed(row.id(), column, row.text(column), text)));
    }

    private EditOutcome accept(int at, String column) {
        RowView row = row(at);
        return editing.edit(
                officer, list, PublicId.random(), List.of(CellEdit.accept(row.id(), column, row.text(column))));
    }
}
