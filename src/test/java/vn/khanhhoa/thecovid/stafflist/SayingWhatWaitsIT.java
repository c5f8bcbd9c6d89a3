package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Three people whose entries are under review. */
@InPortal
class SayingWhatWaitsIT {
    private static final int PEOPLE = 3;

    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private ListSubmission submission;

    @Inject
    private EntryReading reading;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private Amending amending;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();

    @BeforeEach
    void submitted() {
        officer = lists.factory();
        list = lists.submitted(officer, PEOPLE);
    }

    @Test
    void a_line_that_is_changed_while_its_entry_is_under_review_is_counted_until_it_is_sent() {
        assertThat(keeping.view(officer, list).readyAgain()).isZero();

        RowView line = line();
        editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(CellEdit.typed(line.id(), "position", line.text("position"), "Tổ trưởng")));

        assertThat(keeping.view(officer, list).readyAgain()).isEqualTo(1);
        lists.submit(officer, list);
        assertThat(keeping.view(officer, list).readyAgain()).isZero();
    }

    @Test
    void what_was_withdrawn_is_counted_apart_and_its_code_is_not_handed_out() {
        EntryView withdrawn = entries().get(0);
        withdrawing.withdraw(officer, list, List.of(withdrawn.id()));

        assertThat(keeping.view(officer, list).standing()).isEqualTo(PEOPLE - 1);
        assertThat(keeping.view(officer, list).takenBack()).isEqualTo(1);
        assertThat(reading.codes(officer, list))
                .hasSize(PEOPLE - 1)
                .extracting(EntryReading.HandedCode::state)
                .doesNotContain(EntryState.WITHDRAWN);
    }

    @Test
    void the_day_of_a_prepared_leave_is_seen_before_it_is_sent() {
        lists.approveAll(list);
        EntryView leaver = entries().get(0);
        LocalDate day = LocalDate.now(clock).plusDays(4);

        amending.leave(officer, list, List.of(leaver.id()), day);

        assertThat(amending.preparedDay(officer, leaver.id())).contains(day);
        assertThat(amending.preparedDay(officer, entries().get(1).id())).isEmpty();
        assertThat(line().leaveOn()).isEqualTo(day);
        assertThat(submission.plan(officer, list).leaves()).containsExactly(new SubmissionPlan.Leaves(day, 1));
    }

    private RowView line() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 1).get(0);
    }

    private List<EntryView> entries() {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }
}
