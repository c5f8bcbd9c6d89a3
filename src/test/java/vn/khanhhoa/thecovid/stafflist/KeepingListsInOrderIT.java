package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class KeepingListsInOrderIT {
    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private ListNaming naming;

    @Inject
    private DraftHistory history;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private EntryReading reading;

    @Test
    void a_list_is_found_by_its_new_name_and_by_how_far_it_has_come() {
        Actor officer = lists.factory();
        PublicId draft = lists.list(officer);
        lists.submitted(officer, 1);

        naming.rename(officer, draft, " Đội xe số 2 ");

        assertThat(keeping.view(officer, draft).name()).isEqualTo("Đội xe số 2");
        assertThat(found(officer, new ListFilter("doi XE", Optional.empty()))).containsExactly(draft);
        assertThat(found(officer, new ListFilter("", Optional.of(ListFilter.Stage.DRAFT))))
                .containsExactly(draft);
        assertThat(naming.count(officer, new ListFilter("", Optional.of(ListFilter.Stage.IN_REVIEW))))
                .isEqualTo(1);
        assertThat(naming.count(officer, ListFilter.ALL)).isEqualTo(2);
        assertRefused("stafflist.name-missing", () -> naming.rename(officer, draft, "  "));
    }

    @Test
    void a_list_of_which_all_was_withdrawn_is_not_reviewed_but_a_draft() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 2);
        withdrawing.withdraw(
                officer,
                list,
                reading.ofList(officer, list, Optional.empty(), 0, 10).stream()
                        .map(EntryView::id)
                        .toList());

        assertThat(keeping.view(officer, list).state()).isEqualTo("draft");
        assertThat(found(officer, new ListFilter("", Optional.of(ListFilter.Stage.DRAFT))))
                .containsExactly(list);
        assertThat(found(officer, new ListFilter("", Optional.of(ListFilter.Stage.REVIEWED))))
                .isEmpty();
        assertThat(naming.isDeletable(officer, list)).isFalse();
    }

    @Test
    void what_was_never_sent_is_deleted_with_all_that_hangs_on_it() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 4, 2).xlsx());
        lists.upload(officer, list, lists.people(officer, 2, 0).xlsx());
        assertThat(naming.isDeletable(officer, list)).isTrue();

        naming.delete(officer, list);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.view(officer, list));
    }

    @Test
    void what_was_sent_stays_and_so_does_another_organisations() {
        Actor officer = lists.factory();
        PublicId sent = lists.submitted(officer, 1);

        assertThat(naming.isDeletable(officer, sent)).isFalse();
        assertRefused("stafflist.delete-sent", () -> naming.delete(officer, sent));
        assertThat(keeping.view(officer, sent).entries()).isEqualTo(1);
        Actor other = lists.factory();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> naming.delete(other, sent));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> naming.rename(other, sent, "Khác"));
    }

    @Test
    void the_history_names_people_and_does_not_offer_what_would_be_refused() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 1, 0).xlsx());

        ChangeView only = history.changes(officer, list).get(0);
        assertThat(only.names()).hasSize(1);
        assertThat(only.undoable()).isTrue();

        lists.submit(officer, list);
        lists.approveAll(list);
        assertThat(history.changes(officer, list))
                .extracting(ChangeView::undoable)
                .containsExactly(false);
    }

    private List<PublicId> found(Actor officer, ListFilter filter) {
        return naming.find(officer, filter, 0, 10).stream()
                .map(StaffListView::id)
                .toList();
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work::run)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
