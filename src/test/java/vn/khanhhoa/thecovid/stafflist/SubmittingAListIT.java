package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
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
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private EntryDecisions decisions;

    @Inject
    private WaitingEntries waitingEntries;

    @Inject
    private SubmissionStep step;

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
        long last = sql.number("SELECT MAX(id) FROM stafflist_row WHERE list_id = ?", listId);

        assertThat(step.submit(listId, last, officer.accountId(), 3)).isEqualTo(3);
        assertThatExceptionOfType(KilledReading.Killed.class)
                .isThrownBy(() -> lists.inTransaction(() -> {
                    assertThat(step.submit(listId, last, officer.accountId(), 3))
                            .isEqualTo(3);
                    throw new KilledReading.Killed();
                }));

        StaffListView halfway = keeping.view(officer, list);
        assertThat(List.of(halfway.pending(), halfway.good())).containsExactly(3, 7);
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

        ListFiles.set(people.rows().get(1), "full_name", "Đặng Mới Toanh");
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);

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
