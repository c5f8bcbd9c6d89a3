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
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Five people leave, and their leave was approved before its day. */
@InPortal
class LeavingOnALaterDayIT {
    private static final int PEOPLE = 5;

    @Inject
    private TestLists lists;

    @Inject
    private Amending amending;

    @Inject
    private EntryReading reading;

    @Inject
    private LeavingDay leavingDay;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();

    @BeforeEach
    void five_leaves_of_the_day_after_tomorrow() {
        officer = lists.factory();
        list = lists.submitted(officer, PEOPLE);
        lists.approveAll(list);
        amending.leave(
                officer,
                list,
                entries().stream().map(EntryView::id).toList(),
                LocalDate.now(clock).plusDays(2));
        lists.submit(officer, list);
        lists.approveAll(list);
        assertThat(due()).isEqualTo(PEOPLE);
    }

    @Test
    void nobody_leaves_before_the_day() {
        leavingDay.run();

        assertThat(ended()).isZero();
        assertThat(due()).isEqualTo(PEOPLE);
    }

    @Test
    void all_of_the_day_leave_in_one_run_and_none_is_looked_at_again() {
        leavingDay.endLeft(LocalDate.now(clock).plusDays(2), 2);

        assertThat(ended()).isEqualTo(PEOPLE);
        assertThat(due()).isZero();
    }

    @Test
    void the_job_itself_ends_those_whose_day_has_come() {
        dayComes();
        leavingDay.run();

        assertThat(ended()).isEqualTo(PEOPLE);
    }

    @Test
    void who_is_looked_at_again_on_that_day_leaves_when_approved_after_all_and_holds_nobody_up() {
        long first = entries().get(0).entryId();
        sql.update("UPDATE stafflist_entry SET state = 'PENDING', reopened = TRUE WHERE id = ?", first);
        leavingDay.endLeft(LocalDate.now(clock).plusDays(2), 1);
        assertThat(ended()).isEqualTo(PEOPLE - 1);
        assertThat(due()).isEqualTo(1);

        sql.update("UPDATE stafflist_entry SET state = 'APPROVED', reopened = FALSE WHERE id = ?", first);
        leavingDay.endLeft(LocalDate.now(clock).plusDays(2), 1);

        assertThat(ended()).isEqualTo(PEOPLE);
        assertThat(due()).isZero();
    }

    private void dayComes() {
        sql.update(
                "UPDATE stafflist_entry SET valid_from = ? WHERE organisation_id = ? AND kind = 'LEAVE'",
                LocalDate.now(clock),
                officer.organisationId());
    }

    private List<EntryView> entries() {
        return reading.ofList(officer, list, Optional.empty(), 0, 100).stream()
                .filter(entry -> entry.kind() == EntryKind.NEW)
                .toList();
    }

    private long ended() {
        return entries().stream()
                .filter(entry -> entry.state() == EntryState.ENDED)
                .count();
    }

    private long due() {
        return sql.number(
                "SELECT COUNT(*) FROM stafflist_entry WHERE organisation_id = ? AND leave_due IS NOT NULL",
                officer.organisationId());
    }
}
