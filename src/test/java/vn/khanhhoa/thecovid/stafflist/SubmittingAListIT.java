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
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.RegistrationConfirmed;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class SubmittingAListIT {
    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private TestVerdicts decisions;

    @Inject
    private ListSubmission submission;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private DraftHistory history;

    @Inject
    private WaitingEntries waitingEntries;

    @Inject
    private BeginningJob beginning;

    @Inject
    private BeginningStep beginningStep;

    @Inject
    private SubmissionStep step;

    @Inject
    private DraftRows rows;

    @Inject
    private SubmissionJob job;

    @Inject
    private Sql sql;

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
    void a_line_that_becomes_good_while_others_are_on_their_way_is_not_sent_with_them() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, mendable(officer, 6, 1).xlsx());
        String job = lists.send(officer, list);
        StaffListView sent = keeping.view(officer, list);
        assertThat(List.of(sent.good(), sent.bad(), sent.sending())).containsExactly(0, 1, 5);

        type(officer, list, row(officer, list, RowState.BAD), "workplace", "Nhà máy Vĩnh Hòa");
        lists.carry(job);

        StaffListView view = keeping.view(officer, list);
        assertThat(List.of(view.good(), view.sending(), view.pending())).containsExactly(1, 0, 5);
    }

    @Test
    void a_line_that_is_changed_on_its_way_stays_in_the_draft_and_goes_the_next_time() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 3, 0).xlsx());
        String job = lists.send(officer, list);

        EditOutcome edited = type(officer, list, row(officer, list, RowState.SENDING), "position", "Tổ trưởng");
        assertThat(edited.rows()).extracting(RowView::state).containsExactly(RowState.GOOD);
        lists.carry(job);

        assertThat(keeping.view(officer, list).pending()).isEqualTo(2);
        assertThat(row(officer, list, RowState.GOOD).text("position")).isEqualTo("Tổ trưởng");
        history.undo(officer, list, edited.change().orElseThrow(), 0);
        assertThat(row(officer, list, RowState.GOOD).text("position"))
                .as("undone, it is not on its way again")
                .isNotEqualTo("Tổ trưởng");

        lists.submit(officer, list);
        assertThat(keeping.view(officer, list).pending()).isEqualTo(3);
    }

    @Test
    void two_who_send_one_after_the_other_each_send_what_was_good_then() {
        Actor officer = lists.factory();
        Actor colleague = new Actor(
                officer.accountId() + 5_000_000, "Lê Văn Khác", Role.ORGANISATION_OFFICER, officer.organisationId(), 0);
        PublicId list = lists.list(officer);
        lists.upload(officer, list, mendable(officer, 4, 1).xlsx());
        String first = lists.send(officer, list);
        submission.submit(officer, list);
        type(officer, list, row(officer, list, RowState.BAD), "workplace", "Nhà máy Vĩnh Hòa");
        String second = lists.send(colleague, list);

        lists.carry(second);
        assertThat(entries(officer, list))
                .singleElement()
                .satisfies(entry -> assertThat(entry.submittedBy()).isEqualTo(colleague.accountId()));
        lists.carry(first);

        assertThat(entries(officer, list))
                .filteredOn(entry -> entry.submittedBy() == officer.accountId())
                .hasSize(3);
    }

    @Test
    void a_job_that_was_stopped_between_two_steps_goes_on_with_what_is_left() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 10, 0).xlsx());
        String job = lists.send(officer, list);

        lists.carrySome(job, 4);
        List<EntryView> before = entries(officer, list);
        assertThat(before).hasSize(4);
        type(officer, list, row(officer, list, RowState.SENDING), "position", "Tổ trưởng");
        lists.carry(job);
        lists.carry(job);

        assertThat(entries(officer, list)).hasSize(9).containsAll(before);
        StaffListView view = keeping.view(officer, list);
        assertThat(List.of(view.good(), view.sending(), view.pending())).containsExactly(1, 0, 9);
    }

    @Test
    void what_is_on_its_way_when_the_list_is_withdrawn_does_not_arrive() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 5, 0).xlsx());
        String job = lists.send(officer, list);
        lists.carrySome(job, 2);

        assertThat(keeping.withdraw(officer, list)).isEqualTo(2);
        lists.carry(job);

        StaffListView view = keeping.view(officer, list);
        assertThat(List.of(view.good(), view.sending(), view.takenBack(), view.pending()))
                .containsExactly(3, 0, 2, 0);
    }

    /** Of whom the last ones have a workplace that nobody knows. */
    private ListFiles mendable(Actor officer, int count, int bad) {
        ListFiles people = lists.people(officer, count, 0);
        people.rows().subList(count - bad, count).forEach(row -> ListFiles.set(row, "workplace", "Kho Hải Sản"));
        return people;
    }

    private RowView row(Actor officer, PublicId list, RowState state) {
        return browsing.window(officer, list, RowFilter.of(state), RowPlace.START, 1)
                .get(0);
    }

    private EditOutcome type(Actor officer, PublicId list, RowView row, String column, String text) {
        return editing.edit(
                officer, list, PublicId.random(), List.of(CellEdit.typed(row.id(), column, row.text(column), text)));
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
            assertThat(sql.number(
                            "SELECT COUNT(*) FROM platform_job WHERE task_name = ? AND task_instance = ?",
                            BeginningJob.NAME,
                            String.valueOf(officer.organisationId())))
                    .as("whoever confirms does not wait for them")
                    .isEqualTo(1);
            assertThat(keeping.view(officer, list).waiting()).isEqualTo(3);
            return 0;
        });
        beginning.run(String.valueOf(officer.organisationId()));

        assertThat(keeping.view(officer, list).pending()).isEqualTo(3);
        assertThat(queued("SCT", officer)).hasSize(3);
    }

    @Test
    void entries_begin_to_be_reviewed_some_at_a_time_and_what_is_withdrawn_between_does_not() {
        Actor officer = lists.factory("SUBMITTED");
        PublicId list = lists.submitted(officer, 3);
        PublicId withdrawn = lists.submitted(officer, 2);

        assertThat(beginningStep.begin(officer.organisationId(), 2)).isTrue();
        assertThat(keeping.view(officer, list).waiting()).isEqualTo(1);
        keeping.withdraw(officer, withdrawn);
        beginning.run(String.valueOf(officer.organisationId()));

        assertThat(keeping.view(officer, list).pending()).isEqualTo(3);
        assertThat(queued("SCT", officer)).hasSize(3);
    }

    @Test
    void waiting_entries_that_the_confirmation_has_missed_are_found_later_and_no_others() {
        Actor confirmedSince = lists.factory("SUBMITTED");
        Actor stillWaiting = lists.factory("SUBMITTED");
        PublicId list = lists.submitted(confirmedSince, 3);
        PublicId other = lists.submitted(stillWaiting, 2);
        sql.update(
                "UPDATE registry_registration SET state = 'CONFIRMED' WHERE organisation_id = ?",
                confirmedSince.organisationId());
        assertThat(keeping.view(confirmedSince, list).waiting()).isEqualTo(3);

        waitingEntries.run();
        waitingEntries.run();

        assertThat(keeping.view(confirmedSince, list).pending()).isEqualTo(3);
        assertThat(queued("SCT", confirmedSince)).hasSize(3);
        assertThat(keeping.view(stillWaiting, other).waiting()).isEqualTo(2);
        assertThat(queued("SCT", stillWaiting)).isEmpty();
    }

    @Test
    void killed_between_its_steps_and_within_one_it_goes_on_and_enters_everybody_once() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 10, 0).xlsx());
        long listId = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
        long last = sql.number("SELECT NEXT VALUE FOR stafflist_seq");
        assertThat(rows.send(listId, last)).isEqualTo(10);
        sql.update(
                "INSERT INTO stafflist_submission (id, list_id, row_count, made_by, maker, made_at) VALUES (?, ?, 10, ?, ?,"
                        + " UTC_TIMESTAMP(6))",
                last,
                listId,
                officer.accountId(),
                officer.name());

        assertThat(step.submit(listId, last, officer.accountId(), 3)).isEqualTo(3);
        assertThatExceptionOfType(KilledReading.Killed.class)
                .isThrownBy(() -> lists.inTransaction(() -> {
                    assertThat(step.submit(listId, last, officer.accountId(), 3))
                            .isEqualTo(3);
                    throw new KilledReading.Killed();
                }));

        StaffListView halfway = keeping.view(officer, list);
        assertThat(List.of(halfway.pending(), rows.count(listId, RowFilter.of(RowState.SENDING))))
                .containsExactly(3, 7L);
        assertThat(queued("SCT", officer)).hasSize(3);

        job.run(listId + ":" + last + ":" + officer.accountId());
        job.run(listId + ":" + last + ":" + officer.accountId());

        StaffListView sent = keeping.view(officer, list);
        assertThat(List.of(sent.pending(), sent.good())).containsExactly(10, 0);
        assertThat(entries(officer, list))
                .extracting(EntryView::personId)
                .doesNotHaveDuplicates()
                .hasSize(10);
        assertThat(queued("SCT", officer)).hasSize(10);
    }

    @Test
    void as_many_activities_as_a_card_holds_go_all_the_way_to_the_card() {
        Actor officer = lists.factory();
        PublicId list = lists.list(officer);
        ListFiles people = lists.people(officer, 2, 0);
        List<String> codes = sql.list(
                "SELECT code FROM registry_activity WHERE valid_to IS NULL ORDER BY LENGTH(code) DESC LIMIT 17",
                row -> row.getString(1));
        ListFiles.set(people.rows().get(0), "activities", String.join(";", codes.subList(0, 16)));
        ListFiles.set(people.rows().get(1), "activities", String.join(";", codes));
        lists.upload(officer, list, people.xlsx());
        StaffListView draft = keeping.view(officer, list);
        assertThat(List.of(draft.good(), draft.bad())).containsExactly(1, 1);

        lists.submit(officer, list);

        EntryView entry = entries(officer, list).get(0);
        Actor reviewer = lists.reviewer("SCT");
        decisions.decide(reviewer, entry.id(), entry.version(), new Verdict(reviewer, Outcome.APPROVE, "", ""));
        assertThat(sql.first(
                        "SELECT activities FROM card_card WHERE entry_id = ?",
                        row -> row.getString(1),
                        entry.entryId()))
                .contains(String.join(" ", codes.subList(0, 16)));
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
