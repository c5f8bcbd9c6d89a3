package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class UndoingChangesIT {
    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Uploading uploading;

    @Inject
    private Previewing previewing;

    @Inject
    private DraftHistory history;

    @Inject
    private DraftRows rows;

    @Inject
    private EntryReading reading;

    @Inject
    private TestVerdicts decisions;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private ListFiles people = ListFiles.m01(0, 0, 0);

    @BeforeEach
    void a_list_of_ten_with_two_bad_lines() {
        officer = lists.factory();
        list = lists.list(officer);
        people = lists.people(officer, 10, 2);
        lists.upload(officer, list, people.xlsx());
    }

    @Test
    void undoing_the_first_file_leaves_an_empty_draft_and_the_original() {
        assertThat(undo(0)).isEqualTo(new DraftHistory.Undone(1, 10, 0, 0));

        assertThat(draft()).isEmpty();
        UploadView upload = uploading.uploads(officer, list).get(0);
        assertThat(upload.state()).isEqualTo(UploadState.UNDONE);
        assertThat(uploading.original(officer, list, upload.id()).content()).isNotEmpty();
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.isUndone()).isTrue();
            assertThat(change.undoneBy()).isEqualTo(officer.name());
        });
        assertThat(sql.number("SELECT COUNT(*) FROM stafflist_row_mark WHERE list_id = ?", id()))
                .isZero();
    }

    @Test
    void the_same_file_can_be_uploaded_again_after_it_was_undone() {
        undo(0);

        lists.upload(officer, list, people.xlsx());

        assertThat(draft()).hasSize(10);
    }

    @Test
    void undoing_a_later_file_puts_changed_and_removed_lines_back_and_takes_new_ones_away() {
        List<String> before = contents();
        ListFiles next = lists.people(officer, 3, 0);
        people.rows().remove(0);
        ListFiles.set(people.rows().get(0), "position", "Tổ trưởng");
        people.rows().addAll(next.rows());
        UploadView staged = lists.read(officer, list, people.xlsx());
        previewing.take(officer, list, staged.id(), true);
        assertThat(contents()).hasSize(12).isNotEqualTo(before);

        undo(0);

        assertThat(contents()).isEqualTo(before);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_row r LEFT JOIN stafflist_row_mark m ON m.row_id = r.id AND m.kind ="
                                + " 'E' WHERE r.list_id = ? AND (r.state = 'BAD') <> (m.row_id IS NOT NULL)",
                        id()))
                .as("lines whose marks do not fit")
                .isZero();
    }

    @Test
    void people_who_changed_their_numbers_with_each_other_have_their_own_again() {
        List<String> one = people.rows().get(0);
        List<String> other = people.rows().get(1);
        List<String> before = contents();
        for (String key : List.of("full_name", "birth_date", "sex", "position")) {
            String text = ListFiles.get(one, key);
            ListFiles.set(one, key, ListFiles.get(other, key));
            ListFiles.set(other, key, text);
        }
        lists.upload(officer, list, people.xlsx());
        assertThat(contents()).isNotEqualTo(before);

        undo(0);

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void an_earlier_act_takes_the_later_ones_with_it() {
        keeping.discardBadRows(officer, list);
        assertThat(draft()).hasSize(8);

        assertThatExceptionOfType(RuleViolation.class)
                .as("one more than was told")
                .isThrownBy(() -> history.undo(officer, list, changes().get(1).id(), 0))
                .satisfies(rule -> assertThat(rule.code()).isEqualTo("stafflist.undo-not-last"));
        assertThat(draft()).hasSize(8);
        assertThat(undo(1)).isEqualTo(new DraftHistory.Undone(2, 10, 0, 0));

        assertThat(draft()).isEmpty();
        assertThat(changes()).allMatch(ChangeView::isUndone);
    }

    @Test
    void what_is_undone_already_is_not_undone_again_and_takes_no_other_act_with_it() {
        keeping.discardBadRows(officer, list);
        PublicId discarding = changes().get(0).id();
        history.undo(officer, list, discarding, 0);
        assertThat(history.undo(officer, list, discarding, 0)).isEqualTo(new DraftHistory.Undone(0, 2, 0, 0));
        keeping.discardBadRows(officer, list);

        assertThat(history.undo(officer, list, discarding, Integer.MAX_VALUE))
                .isEqualTo(new DraftHistory.Undone(0, 2, 0, 0));

        assertThat(draft()).hasSize(8);
        assertThat(changes()).extracting(ChangeView::isUndone).containsExactly(false, true, false);
    }

    @Test
    void more_lines_than_are_dealt_with_at_a_time_are_discarded_and_come_back() {
        PublicId large = lists.list(officer);
        lists.upload(officer, large, lists.people(officer, 2_400, 1_100).xlsx());

        assertThat(keeping.discardBadRows(officer, large)).isEqualTo(1_100);
        assertThat(keeping.view(officer, large).good()).isEqualTo(1_300);
        assertThat(keeping.view(officer, large).bad()).isZero();

        history.undo(officer, large, history.changes(officer, large).get(0).id(), 0);

        assertThat(keeping.view(officer, large).bad()).isEqualTo(1_100);
    }

    @Test
    void discarded_lines_come_back() {
        List<String> before = contents();
        keeping.discardBadRows(officer, list);

        undo(0);

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void entries_that_wait_are_withdrawn_with_their_lines() {
        lists.submit(officer, list);

        undo(0);

        assertThat(draft()).isEmpty();
        assertThat(entries()).hasSize(8).allMatch(entry -> entry.state() == EntryState.WITHDRAWN);
    }

    @Test
    void it_is_told_beforehand_how_many_entries_would_be_withdrawn() {
        PublicId upload = changes().get(0).id();
        assertThat(withdrawnWith(upload)).isZero();
        lists.submit(officer, list);
        assertThat(withdrawnWith(upload)).isEqualTo(8);
        keeping.discardBadRows(officer, list);

        assertThat(withdrawnWith(changes().get(0).id()))
                .as("of lines that were never sent")
                .isZero();
        undo(1);
        assertThat(entries())
                .filteredOn(entry -> entry.state() == EntryState.WITHDRAWN)
                .hasSize(8);
    }

    @Test
    void a_withdrawal_of_the_list_stands_in_the_history_and_is_final() {
        lists.submit(officer, list);

        keeping.withdraw(officer, list);

        ChangeView last = changes().get(0);
        assertThat(last.kind()).isEqualTo(ChangeKind.WITHDRAW_LIST);
        assertThat(last.rows()).isEqualTo(8);
        assertThat(last.madeBy()).isEqualTo(officer.name());
        assertThat(last.undoable()).isFalse();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> history.undo(officer, list, last.id(), 0))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.list-withdrawn");
    }

    @Test
    void nothing_is_undone_where_an_entry_is_decided() {
        lists.submit(officer, list);
        EntryView entry = entries().get(0);
        Actor reviewer = lists.reviewer("SCT");
        decisions.decide(reviewer, entry.id(), entry.version(), new Verdict(reviewer, Outcome.REFUSE, "R04", ""));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> undo(0))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.undo-decided");

        assertThat(draft()).hasSize(10);
        assertThat(entries())
                .filteredOn(each -> each.state() == EntryState.PENDING)
                .hasSize(7);
    }

    @Test
    void another_organisation_cannot_undo_by_a_guessed_id() {
        Actor other = lists.factory();
        PublicId theirs = lists.list(other);
        PublicId change = changes().get(0).id();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> history.undo(other, list, change, 0));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> history.undo(other, theirs, change, 0));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> history.changes(other, list));
        assertThat(draft()).hasSize(10);
    }

    /** The act at a place in the history, with those above it. */
    private DraftHistory.Undone undo(int place) {
        return history.undo(officer, list, changes().get(place).id(), place);
    }

    private long withdrawnWith(PublicId change) {
        return history.plan(officer, list, change).orElseThrow().withdrawn();
    }

    private List<ChangeView> changes() {
        return history.changes(officer, list);
    }

    private List<EntryView> entries() {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }

    private long id() {
        return sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
    }

    private List<DraftRow> draft() {
        return lists.inTransaction(() -> rows.page(id(), RowFilter.ALL, 0, 100));
    }

    private List<String> contents() {
        return draft().stream()
                .map(row -> row.publicId() + " " + row.number() + " " + row.state() + " "
                        + row.cells().write() + " " + Cells.writeProblems(row.problems()))
                .toList();
    }
}
