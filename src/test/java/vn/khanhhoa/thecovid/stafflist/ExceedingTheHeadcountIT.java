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
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A factory that has declared four people at its one workplace. */
@InPortal
class ExceedingTheHeadcountIT {
    private static final String PLACE = "Nhà máy Vĩnh Hòa";

    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Previewing previewing;

    @Inject
    private Amending amending;

    @Inject
    private EntryReading reading;

    @Inject
    private TestVerdicts decisions;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;

    @BeforeEach
    void four_were_declared() {
        officer = lists.factory();
        sql.update("UPDATE registry_workplace SET headcount = 4 WHERE organisation_id = ?", officer.organisationId());
    }

    @Test
    void a_list_of_more_people_than_its_workplace_has_is_warned_of_and_can_be_sent() {
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 5, 0).xlsx());

        assertThat(keeping.warnings(officer, list)).containsExactly(new ListWarning(PLACE, 5, 4));

        lists.submit(officer, list);
        assertThat(keeping.warnings(officer, list)).containsExactly(new ListWarning(PLACE, 5, 4));
    }

    @Test
    void as_many_as_were_declared_are_none_too_many_and_lines_with_errors_do_not_count() {
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 6, 2).xlsx());

        assertThat(keeping.warnings(officer, list)).isEmpty();
    }

    @Test
    void the_people_of_all_lists_count_together_and_each_once() {
        ListFiles people = lists.people(officer, 6, 0);
        List<List<String>> last = List.copyOf(people.rows().subList(4, 6));
        people.rows().removeAll(last);
        PublicId first = lists.list(officer);
        lists.upload(officer, first, people.xlsx());
        PublicId second = lists.list(officer);
        people.rows().subList(0, 2).clear();
        lists.upload(officer, second, people.xlsx());
        assertThat(keeping.warnings(officer)).isEmpty();

        people.rows().addAll(last);
        lists.upload(officer, second, people.xlsx());

        assertThat(keeping.warnings(officer)).hasSize(2);
        assertThat(keeping.warnings(officer, first)).containsExactly(new ListWarning(PLACE, 6, 4));
        assertThat(keeping.warnings(officer, second)).containsExactly(new ListWarning(PLACE, 6, 4));
    }

    @Test
    void cards_of_a_withdrawn_list_count_and_people_who_have_left_do_not() {
        PublicId first = lists.submitted(officer, 3);
        approveAll(first);
        keeping.withdraw(officer, first);
        PublicId second = lists.submitted(officer, 2);
        assertThat(keeping.warnings(officer, second)).containsExactly(new ListWarning(PLACE, 5, 4));
        approveAll(second);

        amending.leave(officer, second, List.of(entries(second).get(0).id()), LocalDate.now(clock));
        assertThat(keeping.warnings(officer, second)).as("until it is approved").hasSize(1);
        lists.submit(officer, second);
        approveAll(second);

        assertThat(keeping.warnings(officer)).isEmpty();
    }

    @Test
    void a_preview_says_what_would_be() {
        ListFiles people = lists.people(officer, 5, 0);
        List<String> fifth = people.rows().remove(4);
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        people.rows().add(fifth);
        ListFiles.set(people.rows().get(0), "position", "Tổ trưởng");

        UploadView staged = lists.read(officer, list, people.xlsx());

        assertThat(previewing.warnings(officer, list, staged.id())).containsExactly(new ListWarning(PLACE, 5, 4));
        assertThat(keeping.warnings(officer, list)).isEmpty();
        previewing.take(officer, list, staged.id(), false);
        assertThat(keeping.warnings(officer, list)).containsExactly(new ListWarning(PLACE, 5, 4));
    }

    @Test
    void the_organisation_as_a_whole_has_a_number_too() {
        lists.workplace(officer, "Kho Bình Tân", "22327", "");
        sql.update(
                "UPDATE registry_registration SET headcount = 5 WHERE organisation_id = ?", officer.organisationId());
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 6, 0).xlsx());

        assertThat(keeping.warnings(officer, list)).containsExactly(new ListWarning("", 6, 5));
    }

    @Test
    void a_line_that_moves_to_another_workplace_counts_there() {
        lists.workplace(officer, "Kho Bình Tân", "22327", "");
        sql.update(
                "UPDATE registry_workplace SET headcount = 1 WHERE organisation_id = ? AND name = 'Kho Bình Tân'",
                officer.organisationId());
        ListFiles people = lists.people(officer, 3, 0);
        people.rows().forEach(row -> ListFiles.set(row, "workplace", PLACE));
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        assertThat(keeping.warnings(officer, list)).isEmpty();

        people.rows().subList(0, 2).forEach(row -> ListFiles.set(row, "workplace", "Kho Bình Tân"));
        lists.upload(officer, list, people.xlsx());

        assertThat(keeping.warnings(officer, list)).containsExactly(new ListWarning("Kho Bình Tân", 2, 1));
    }

    private void approveAll(PublicId list) {
        Actor reviewer = lists.reviewer("SCT");
        entries(list).stream()
                .filter(entry -> entry.state() == EntryState.PENDING)
                .forEach(entry -> decisions.decide(
                        reviewer, entry.id(), entry.version(), new Verdict(reviewer, Outcome.APPROVE, "", "")));
    }

    private List<EntryView> entries(PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }
}
