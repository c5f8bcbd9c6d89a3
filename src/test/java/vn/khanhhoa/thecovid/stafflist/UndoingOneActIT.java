package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** An act is undone alone where nobody touched its lines since, with the acts that did otherwise, and is done again. */
@InPortal
class UndoingOneActIT {
    private static final String JOB = "position";
    private static final String DOCUMENT = "document_number";

    @Inject
    private TestLists lists;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private DraftHistory history;

    @Inject
    private Uploading uploading;

    @Inject
    private EntryReading reading;

    @Inject
    private TestVerdicts decisions;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private ListFiles people = ListFiles.m01(0, 0, 0);
    private ListFiles others = people;

    @BeforeEach
    void a_list_of_six() {
        officer = lists.factory();
        list = lists.list(officer);
        people = lists.people(officer, 6, 0);
        others = lists.people(officer, 2, 0);
        people.rows().forEach(row -> ListFiles.set(row, JOB, "Công nhân"));
        lists.upload(officer, list, people.xlsx());
    }

    @Test
    void an_act_is_undone_alone_where_later_ones_are_on_other_lines() {
        PublicId first = write("Thợ hàn", 0);
        write("Lái xe", 1);

        assertThat(plan(first).others()).isEmpty();
        assertThat(history.undo(officer, list, first, 0)).isEqualTo(new DraftHistory.Undone(1, 1, 0, 0));

        assertThat(jobs()).startsWith("Công nhân", "Lái xe");
    }

    @Test
    void the_cells_that_change_are_shown_as_they_are_and_as_they_would_be() {
        write("Thợ hàn", 0);
        PublicId second = write("Lái xe", 0, 1);

        assertThat(plan(second).turns())
                .hasSize(2)
                .allSatisfy(turn -> assertThat(turn.cells())
                        .singleElement()
                        .extracting(StagedRowView.Difference::key, StagedRowView.Difference::before)
                        .containsExactly(JOB, "Lái xe"));
        assertThat(plan(second).turns())
                .flatExtracting(UndoPlan.Turn::cells)
                .extracting(StagedRowView.Difference::after)
                .containsExactly("Thợ hàn", "Công nhân");

        history.undo(officer, list, second, 0);
        PublicId again = history.lastUndone(officer, list).orElseThrow().id();
        assertThat(plan(again).turns())
                .flatExtracting(UndoPlan.Turn::cells)
                .extracting(StagedRowView.Difference::after)
                .containsExactly("Lái xe", "Lái xe");
    }

    @Test
    void later_acts_on_the_same_lines_are_named_and_go_with_it_and_no_others() {
        PublicId all = write("Thợ hàn", 0, 1, 2);
        PublicId one = write("Thợ điện", 0);
        PublicId other = write("Lái xe", 5);

        assertThat(plan(all).acts()).extracting(ChangeView::id).containsExactly(all, one);
        assertThat(plan(all).acts()).extracting(ChangeView::rows).containsExactly(3, 1);
        assertThat(plan(all).lines()).isEqualTo(3);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> history.undo(officer, list, all, 0))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.undo-not-last");
        assertThat(history.undo(officer, list, all, 1)).isEqualTo(new DraftHistory.Undone(2, 3, 0, 0));

        assertThat(jobs()).containsExactly("Công nhân", "Công nhân", "Công nhân", "Công nhân", "Công nhân", "Lái xe");
        assertThat(undone()).containsExactlyInAnyOrder(all, one).doesNotContain(other);
    }

    @Test
    void what_hangs_on_those_hangs_on_it_too() {
        PublicId first = write("Thợ hàn", 0);
        PublicId both = write("Thợ điện", 0, 1);
        PublicId last = write("Lái xe", 1);
        write("Thợ sơn", 2);

        assertThat(plan(first).acts()).extracting(ChangeView::id).containsExactly(first, both, last);
        history.undo(officer, list, first, 2);

        assertThat(jobs()).startsWith("Công nhân", "Công nhân", "Thợ sơn");
    }

    @Test
    void an_act_that_gave_the_document_to_another_line_goes_with_the_one_that_let_go_of_it() {
        List<String> owner = people.rows().get(0);
        PublicId letGo = become(0, others.rows().get(0));
        PublicId taken = become(1, owner);

        assertThat(plan(letGo).acts()).extracting(ChangeView::id).containsExactly(letGo, taken);
        history.undo(officer, list, letGo, 1);

        assertThat(rows().get(0).text(DOCUMENT)).isEqualTo(ListFiles.get(owner, DOCUMENT));
        assertThat(rows()).allMatch(row -> row.state() == RowState.GOOD);
    }

    @Test
    void what_was_undone_is_done_again_and_undone_once_more() {
        PublicId first = write("Thợ hàn", 0, 1);
        history.undo(officer, list, first, 0);

        assertThat(again(first)).isEqualTo(new DraftHistory.Undone(1, 2, 0, 0));
        assertThat(jobs()).startsWith("Thợ hàn", "Thợ hàn", "Công nhân");
        assertThat(undone()).isEmpty();

        history.undo(officer, list, first, 0);
        assertThat(jobs()).containsOnly("Công nhân");
    }

    @Test
    void acts_of_one_line_are_undone_and_done_again_one_after_the_other() {
        write("Thợ hàn", 0);
        write("Thợ điện", 0);

        back();
        back();
        assertThat(jobs()).startsWith("Công nhân");
        forth();
        assertThat(jobs()).startsWith("Thợ hàn");
        forth();
        assertThat(jobs()).startsWith("Thợ điện");
        assertThat(history.lastUndone(officer, list)).isEmpty();
        back();
        assertThat(jobs()).startsWith("Thợ hàn");
    }

    @Test
    void nothing_is_done_again_over_what_came_since_until_that_is_undone() {
        PublicId first = write("Thợ hàn", 0);
        history.undo(officer, list, first, 0);
        PublicId redo = redo(first);
        PublicId since = write("Lái xe", 0);

        assertThat(history.plan(officer, list, redo).orElseThrow().inTheWay())
                .extracting(ChangeView::id)
                .containsExactly(since);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> history.undo(officer, list, redo, 0))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.redo-not-now");
        assertThat(jobs()).startsWith("Lái xe");

        history.undo(officer, list, since, 0);
        history.undo(officer, list, redo, 0);
        assertThat(jobs()).startsWith("Thợ hàn");
    }

    @Test
    void what_was_undone_with_an_earlier_act_is_not_done_again_without_it() {
        PublicId first = write("Thợ hàn", 0);
        PublicId second = write("Thợ điện", 0);
        history.undo(officer, list, second, 0);
        PublicId redo = redo(second);
        history.undo(officer, list, first, 0);

        assertThat(history.plan(officer, list, redo).orElseThrow().inTheWay())
                .extracting(ChangeView::id)
                .containsExactly(first);
        again(first);
        history.undo(officer, list, redo, 0);
        assertThat(jobs()).startsWith("Thợ điện");
    }

    @Test
    void a_file_that_was_undone_is_taken_again_with_its_lines_and_what_was_sent_is_ready_to_be_sent() {
        lists.submit(officer, list);
        PublicId upload = history.changes(officer, list).get(0).id();
        List<PublicId> before = rows().stream().map(RowView::id).toList();
        history.undo(officer, list, upload, 0);
        assertThat(rows()).isEmpty();
        assertThat(plan(redo(upload)).toSend()).isEqualTo(6);

        again(upload);

        assertThat(rows()).extracting(RowView::id).isEqualTo(before);
        assertThat(rows()).allMatch(row -> row.state() == RowState.GOOD);
        assertThat(uploading.uploads(officer, list).get(0).state()).isEqualTo(UploadState.TAKEN);
        assertThat(reading.ofList(officer, list, Optional.empty(), 0, 100))
                .hasSize(6)
                .allMatch(entry -> entry.state() == EntryState.WITHDRAWN);
        lists.submit(officer, list);
        assertThat(rows()).allMatch(row -> row.state() == RowState.SUBMITTED);
    }

    @Test
    void a_line_that_comes_back_is_checked_against_the_list_as_it_is_now() {
        List<String> newcomer = others.rows().get(0);
        PublicId first = become(0, newcomer);
        history.undo(officer, list, first, 0);
        become(1, newcomer);

        again(first);

        assertThat(rows().get(1).state()).isEqualTo(RowState.GOOD);
        assertThat(rows().get(0).marks())
                .filteredOn(mark -> mark.kind().equals(RowMark.ERROR))
                .extracting(RowView.Mark::code)
                .containsExactly("DUPLICATE_IN_FILE");

        editing.remove(officer, list, PublicId.random(), List.of(rows().get(1).id()));
        assertThat(rows().get(0).state()).as("the other one went").isEqualTo(RowState.GOOD);
    }

    @Test
    void a_line_that_comes_back_has_a_number_of_its_own_though_another_one_got_the_old_one() {
        RowView last = rows().get(5);
        EditOutcome removed = editing.remove(officer, list, PublicId.random(), List.of(last.id()));
        editing.add(officer, list, PublicId.random(), List.of(Map.of("full_name", "Người Mới")));
        assertThat(rows().get(5).number()).isEqualTo(last.number());

        history.undo(officer, list, removed.change().orElseThrow(), 0);

        assertThat(rows()).hasSize(7).extracting(RowView::number).doesNotHaveDuplicates();
        assertThat(rows().get(6).id()).isEqualTo(last.id());
    }

    @Test
    void an_act_that_brought_an_approved_person_is_not_undone_while_another_change_of_theirs_is_prepared_or_waits() {
        lists.submit(officer, list);
        PublicId upload = history.changes(officer, list).get(0).id();
        approve(0);
        requireDecided(upload);

        PublicId change = write("Thợ hàn", 0);
        requireDecided(upload);
        lists.submit(officer, list);
        requireDecided(upload);

        history.undo(officer, list, change, 0);
        assertThat(jobs()).hasSize(6).containsOnly("Công nhân");
        assertThat(rows()).allMatch(row -> row.state() == RowState.SUBMITTED);
    }

    @Test
    void an_act_whose_outcome_was_sent_anew_and_approved_is_not_undone_while_another_change_is_prepared_or_waits() {
        lists.submit(officer, list);
        PublicId mended = write("Thợ hàn", 0);
        lists.submit(officer, list);
        approve(0);
        requireDecided(mended);

        write("Lái xe", 0);
        requireDecided(mended);
        lists.submit(officer, list);
        requireDecided(mended);
        assertThat(jobs()).startsWith("Lái xe");
    }

    private void approve(int at) {
        PublicId row = rows().get(at).id();
        PublicId entry = Objects.requireNonNull(
                        browsing.entries(officer, list, List.of(row)).get(row))
                .id();
        Actor reviewer = lists.reviewer("SCT");
        decisions.decide(
                reviewer,
                entry,
                reading.one(officer, list, entry).entry().version(),
                new Verdict(reviewer, Outcome.APPROVE, "", ""));
    }

    private void requireDecided(PublicId act) {
        assertThat(plan(act).possible()).isFalse();
        assertThat(history.changes(officer, list))
                .filteredOn(change -> change.id().equals(act))
                .noneMatch(ChangeView::undoable);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> history.undo(officer, list, act, Integer.MAX_VALUE))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.undo-decided");
    }

    private PublicId write(String job, int... at) {
        List<RowView> rows = rows();
        return editing.edit(
                        officer,
                        list,
                        PublicId.random(),
                        Arrays.stream(at)
                                .mapToObj(rows::get)
                                .map(row -> CellEdit.typed(row.id(), JOB, row.text(JOB), job))
                                .toList())
                .change()
                .orElseThrow();
    }

    /** A line with somebody else in it. */
    private PublicId become(int at, List<String> person) {
        RowView row = rows().get(at);
        return editing.edit(
                        officer,
                        list,
                        PublicId.random(),
                        Stream.of("full_name", "birth_date", "sex", DOCUMENT)
                                .map(key -> CellEdit.typed(row.id(), key, row.text(key), ListFiles.get(person, key)))
                                .toList())
                .change()
                .orElseThrow();
    }

    private UndoPlan plan(PublicId act) {
        return history.plan(officer, list, act).orElseThrow();
    }

    private PublicId redo(PublicId act) {
        return history.changes(officer, list).stream()
                .filter(change -> change.id().equals(act))
                .map(ChangeView::redo)
                .findFirst()
                .orElseThrow();
    }

    private DraftHistory.Undone again(PublicId act) {
        return history.undo(officer, list, redo(act), 0);
    }

    /** As Ctrl+Z does it. */
    private void back() {
        history.undo(officer, list, history.last(officer, list).orElseThrow().id(), 0);
    }

    /** As Ctrl+Y does it. */
    private void forth() {
        history.undo(
                officer, list, history.lastUndone(officer, list).orElseThrow().id(), 0);
    }

    private List<PublicId> undone() {
        return history.changes(officer, list).stream()
                .filter(ChangeView::isUndone)
                .map(ChangeView::id)
                .toList();
    }

    private List<RowView> rows() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100);
    }

    private List<String> jobs() {
        return rows().stream().map(row -> row.text(JOB)).toList();
    }
}
