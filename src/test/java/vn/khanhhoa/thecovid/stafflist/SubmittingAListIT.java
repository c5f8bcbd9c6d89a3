package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.registry.RegistrationConfirmed;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.intake.ListFiles;

@InPortal
class SubmittingAListIT {
    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private ListSubmission submission;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private EntryDecisions decisions;

    @Inject
    private Event<RegistrationConfirmed> confirmed;

    @Test
    void sends_each_entry_to_the_agency_of_its_workplace() {
        Actor officer = lists.factory();
        lists.workplace(officer, "Xưởng Suối Dầu", "22711", "KCN-SUOIDAU");

        lists.submitted(officer, 5);

        assertThat(queued("SCT", officer))
                .hasSize(3)
                .allMatch(row -> row.workplace().equals("Nhà máy Vĩnh Hòa"));
        assertThat(queued("BQLVP", officer))
                .hasSize(2)
                .allMatch(row -> row.workplace().equals("Xưởng Suối Dầu"));
    }

    @Test
    void takes_the_good_lines_and_leaves_the_others_in_the_draft() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 10, 3).xlsx());

        lists.submit(officer, list);

        StaffListView view = keeping.view(officer, list);
        assertThat(List.of(view.good(), view.bad(), view.pending())).containsExactly(0, 3, 7);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> lists.submit(officer, list))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.nothing-to-submit");
    }

    @Test
    void tells_before_how_many_lines_go_where_and_which_deserve_a_look() {
        Actor officer = lists.factory();
        lists.workplace(officer, "Xưởng Suối Dầu", "22711", "KCN-SUOIDAU");
        ListFiles people = lists.people(officer, 5, 0);
        for (List<String> row : people.rows()) {
            ListFiles.set(row, "nationality", "Việt Nam");
            ListFiles.set(row, "document_kind", "Hộ chiếu");
            ListFiles.set(row, "document_number", "B" + TestLists.fresh().substring(0, 7));
        }
        ListFiles.set(people.rows().get(1), "document_number", "XY" + TestLists.fresh());
        ListFiles.set(people.rows().get(2), "full_name", "Nguyễn\u200b Thị Lan");
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());

        SubmissionPlan plan = submission.plan(officer, list);

        assertThat(plan.shares()).extracting(SubmissionPlan.Share::lines).containsExactly(3, 2);
        assertThat(plan.shares().get(0).agency()).startsWith("Sở Công Thương");
        assertThat(List.of(plan.warned(), plan.repaired(), plan.lines())).containsExactly(1, 1, 5);
        assertThat(plan.confirmed()).isTrue();
    }

    @Test
    void keeps_what_was_sent_when_and_by_whom() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 4, 1).xlsx());
        assertThat(submission.submissions(officer, list)).isEmpty();

        lists.submit(officer, list);

        assertThat(submission.submissions(officer, list))
                .extracting(SubmissionView::lines, SubmissionView::entries, SubmissionView::madeBy)
                .containsExactly(tuple(3, 3, officer.name()));
    }

    @Test
    void sends_nothing_where_other_lines_are_ready_than_were_looked_at() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 2, 0).xlsx());

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> submission.submit(officer, list, 3))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.more-lines-meanwhile");
        assertThat(keeping.view(officer, list).good()).isEqualTo(2);
    }

    @Test
    void waits_until_the_registration_is_confirmed() {
        Actor officer = lists.factory("SUBMITTED");
        PublicId list = lists.submitted(officer, 3);
        assertThat(keeping.view(officer, list).waiting()).isEqualTo(3);
        assertThat(queued("SCT", officer)).isEmpty();

        lists.inTransaction(() -> {
            confirmed.fire(new RegistrationConfirmed(1, officer.organisationId(), 1, PublicId.random(), 1));
            return 0;
        });

        assertThat(keeping.view(officer, list).pending()).isEqualTo(3);
        assertThat(queued("SCT", officer)).hasSize(3);
    }

    @Test
    void a_returned_entry_that_was_mended_comes_back_with_its_code() {
        Actor officer = lists.factory();
        ListFiles people = lists.people(officer, 3, 0);
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        EntryView entry = entries(officer, list).get(1);
        RegistrationCode code = reading.code(officer, entry.id());
        Actor reviewer = lists.reviewer("SCT");
        decisions.decide(
                reviewer, entry.id(), entry.version(), new Verdict(reviewer, Outcome.RETURN, "R06", "Sai tên"));
        assertThat(queued("SCT", officer)).hasSize(2);
        assertThat(reading.returned(officer))
                .extracting(ReturnedEntries::list, ReturnedEntries::entries)
                .containsExactly(tuple(list, 1));

        ListFiles.set(people.rows().get(1), "full_name", "Đặng Mới Toanh");
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);

        assertThat(reading.returned(officer)).isEmpty();
        EntryView back = entries(officer, list).get(1);
        assertThat(back.id()).isEqualTo(entry.id());
        assertThat(back.state()).isEqualTo(EntryState.PENDING);
        assertThat(back.name()).isEqualTo("Đặng Mới Toanh");
        assertThat(back.version()).isGreaterThan(entry.version());
        assertThat(reading.code(officer, back.id())).isEqualTo(code);
        assertThat(entries(officer, list)).hasSize(3);
        assertThat(queue.after(
                        reviewer, new QueueFilter("toanh", officer.organisationId(), 0, ""), Optional.empty(), 10))
                .extracting(QueueRow::id)
                .containsExactly(entry.id());
    }

    @Test
    void what_is_approved_stays_as_it_is_while_its_changed_line_waits_in_the_draft() {
        Actor officer = lists.factory();
        ListFiles people = lists.people(officer, 2, 0);
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        EntryView entry = entries(officer, list).get(0);
        Actor reviewer = lists.reviewer("SCT");
        decisions.decide(reviewer, entry.id(), entry.version(), new Verdict(reviewer, Outcome.APPROVE, "", ""));

        ListFiles.set(people.rows().get(0), "position", "Tổ trưởng");
        lists.upload(officer, list, people.xlsx());

        assertThat(keeping.view(officer, list).good()).isEqualTo(1);
        assertThat(entries(officer, list).get(0).state()).isEqualTo(EntryState.APPROVED);
    }

    private List<EntryView> entries(Actor officer, PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }

    private List<QueueRow> queued(String agency, Actor officer) {
        return queue.after(
                lists.reviewer(agency), new QueueFilter("", officer.organisationId(), 0, ""), Optional.empty(), 100);
    }
}
