package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.PublicId;

@InPortal
class FindingDuplicatesIT {
    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private DraftRows rows;

    @Inject
    private EntryReading reading;

    @Inject
    private TestVerdicts decisions;

    @Inject
    private RateLimits limits;

    @Inject
    private TestClock clock;

    @Inject
    private Sql sql;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_person_in_another_list_of_the_organisation_is_a_warning_that_names_the_list() {
        Actor officer = lists.factory();
        ListFiles people = lists.people(officer, 3, 0);
        PublicId first = lists.list(officer);
        lists.upload(officer, first, people.xlsx());
        PublicId second = lists.list(officer);
        people.rows().remove(0);

        lists.upload(officer, second, people.xlsx());

        assertThat(keeping.view(officer, second).good()).isEqualTo(2);
        assertThat(problems(second)).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.DUPLICATE_IN_OWN_LIST);
            assertThat(problem.args())
                    .containsExactly(keeping.view(officer, first).name());
        });
        assertThat(problems(first)).isEmpty();
    }

    @Test
    void a_list_that_was_withdrawn_does_not_count() {
        Actor officer = lists.factory();
        ListFiles people = lists.people(officer, 2, 0);
        PublicId first = lists.list(officer);
        lists.upload(officer, first, people.xlsx());
        keeping.withdraw(officer, first);
        PublicId second = lists.list(officer);

        lists.upload(officer, second, people.xlsx());

        assertThat(problems(second)).isEmpty();
    }

    @Test
    void a_card_of_a_withdrawn_list_counts_as_long_as_it_is_in_force() {
        Actor officer = lists.factory();
        ListFiles people = lists.people(officer, 2, 0);
        PublicId first = lists.list(officer);
        lists.upload(officer, first, people.xlsx());
        lists.submit(officer, first);
        EntryView entry =
                reading.ofList(officer, first, Optional.empty(), 0, 10).get(0);
        Actor reviewer = lists.reviewer("SCT");
        decisions.decide(reviewer, entry.id(), entry.version(), new Verdict(reviewer, Outcome.APPROVE, "", ""));
        keeping.withdraw(officer, first);
        PublicId second = lists.list(officer);

        lists.upload(officer, second, people.xlsx());

        assertThat(problems(second)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.DUPLICATE_IN_OWN_LIST);
            assertThat(problem.args())
                    .containsExactly(keeping.view(officer, first).name());
        });
        assertThat(keeping.view(officer, second).good()).isEqualTo(2);
    }

    @Test
    void a_card_that_another_organisation_asked_for_is_a_warning_that_tells_nothing_of_it() {
        ListFiles people = approvedElsewhere();
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);

        lists.upload(officer, list, people.xlsx());

        assertThat(problems(list))
                .as("the one that is approved; the other one is not in force")
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.DUPLICATE_ELSEWHERE);
                    assertThat(problem.args()).isEmpty();
                });
        assertThat(keeping.view(officer, list).good()).isEqualTo(2);

        sql.update(
                "UPDATE stafflist_entry SET valid_to = '2021-01-01' WHERE state = 'APPROVED' AND row_key IN"
                        + " (SELECT row_key FROM stafflist_row r JOIN stafflist_list l ON l.id = r.list_id WHERE l.public_id = ?)",
                list);
        PublicId later = lists.list(officer);
        lists.upload(officer, later, people.xlsx());
        assertThat(problems(later))
                .as("that card is over")
                .extracting(RowProblem::code)
                .containsOnly(ProblemCode.DUPLICATE_IN_OWN_LIST);
    }

    @Test
    void an_organisation_that_is_not_confirmed_is_told_nothing_of_others() {
        ListFiles people = approvedElsewhere();
        Actor stranger = lists.factory("SUBMITTED");
        PublicId list = lists.list(stranger);

        lists.upload(stranger, list, people.xlsx());

        assertThat(keeping.view(stranger, list).good()).isEqualTo(2);
        assertThat(problems(list)).isEmpty();
    }

    @Test
    void after_more_lines_in_a_day_than_it_has_reason_to_check_an_organisation_is_told_nothing_of_others() {
        ListFiles people = approvedElsewhere();
        Actor officer = lists.factory();
        limits.allow("duplicates-elsewhere", String.valueOf(officer.organisationId()), 999, 1_000, Duration.ofDays(1));
        PublicId list = lists.list(officer);

        lists.upload(officer, list, people.xlsx());

        assertThat(problems(list)).isEmpty();

        clock.forward(Duration.ofDays(1).plusMinutes(1));
        PublicId nextDay = lists.list(officer);
        lists.upload(officer, nextDay, people.xlsx());
        assertThat(problems(nextDay)).extracting(RowProblem::code).contains(ProblemCode.DUPLICATE_ELSEWHERE);
    }

    @Test
    void whoever_knows_the_number_but_not_whose_it_is_is_told_nothing() {
        ListFiles people = approvedElsewhere();
        String name = ListFiles.get(people.rows().get(0), "full_name");
        String birth = ListFiles.get(people.rows().get(0), "birth_date");
        int year = Integer.parseInt(birth.substring(birth.length() - 4));

        assertThat(told(people, "Vương Bịa Đặt", birth)).isFalse();
        assertThat(told(people, name, String.valueOf(year - 1))).isFalse();
        assertThat(told(people, NameWords.plain(name), String.valueOf(year)))
                .as("marks and the day do not count")
                .isTrue();
    }

    /** Whether a stranger who types this into the first line hears of a card elsewhere. */
    private boolean told(ListFiles people, String name, String birth) {
        ListFiles.set(people.rows().get(0), "full_name", name);
        ListFiles.set(people.rows().get(0), "birth_date", birth);
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        return problems(list).stream().anyMatch(problem -> problem.code() == ProblemCode.DUPLICATE_ELSEWHERE);
    }

    /** Two people, of whom the first has a card of another organisation. */
    private ListFiles approvedElsewhere() {
        Actor other = lists.factory();
        ListFiles people = lists.people(other, 2, 0);
        PublicId theirs = lists.list(other);
        lists.upload(other, theirs, people.xlsx());
        lists.submit(other, theirs);
        EntryView entry = reading.ofList(other, theirs, Optional.empty(), 0, 10).get(0);
        Actor reviewer = lists.reviewer("SCT");
        decisions.decide(reviewer, entry.id(), entry.version(), new Verdict(reviewer, Outcome.APPROVE, "", ""));
        return people;
    }

    private List<RowProblem> problems(PublicId list) {
        long id = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
        return lists.inTransaction(() -> rows.page(id, RowFilter.ALL, 0, 100)).stream()
                .flatMap(row -> row.problems().stream())
                .toList();
    }
}
