package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.jobs.FailedJob;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The tables do not take what was read, which they would say every time: everything ends, and can be done again. */
@InPortal
class FailingWhileStoringIT {
    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private ListSubmission submission;

    @Inject
    private Uploading uploading;

    @Inject
    private Previewing previewing;

    @Inject
    private EntryReading reading;

    @Inject
    private FailedJobs failed;

    @Inject
    private HeardLists heard;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private long listId;

    @BeforeEach
    void a_list() {
        officer = lists.factory();
        list = lists.list(officer);
        listId = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
    }

    @Test
    void the_file_is_refused_with_the_incident_and_can_be_sent_again() {
        byte[] file = lists.people(officer, 10, 2).xlsx();
        String incident = refused("stafflist_row", "NEW.list_id = " + listId, file);

        assertThat(submission.isBusy(officer, list)).isFalse();
        assertThat(work(incident)).extracting(FailedJob::job).containsExactly(IntakeJob.NAME);
        assertThat(keeping.view(officer, list).good()).isZero();

        uploading.receive(officer, list, "danh-sach.xlsx", file);
        lists.awaitJobs();

        assertThat(uploading.uploads(officer, list))
                .extracting(UploadView::state)
                .containsExactly(UploadState.TAKEN, UploadState.REFUSED);
        assertThat(keeping.view(officer, list).good()).isEqualTo(8);
    }

    @Test
    void run_again_by_the_administrator_the_file_is_read_after_all() {
        String incident = refused(
                "stafflist_row",
                "NEW.list_id = " + listId,
                lists.people(officer, 10, 2).xlsx());

        failed.runAgain(work(incident).get(0).id());
        lists.awaitJobs();

        assertThat(uploading.uploads(officer, list)).singleElement().satisfies(upload -> {
            assertThat(upload.state()).isEqualTo(UploadState.TAKEN);
            assertThat(upload.problemKey()).isEmpty();
        });
        assertThat(work(incident)).isEmpty();
        assertThat(keeping.view(officer, list).good()).isEqualTo(8);
    }

    @Test
    void run_again_after_the_sender_has_sent_another_file_it_changes_nothing() {
        String incident = refused(
                "stafflist_row",
                "NEW.list_id = " + listId,
                lists.people(officer, 10, 2).xlsx());
        lists.upload(officer, list, lists.people(officer, 5, 0).xlsx());

        failed.runAgain(work(incident).get(0).id());
        lists.awaitJobs();

        assertThat(uploading.uploads(officer, list))
                .extracting(UploadView::state)
                .containsExactly(UploadState.TAKEN, UploadState.REFUSED);
        assertThat(work(incident)).isEmpty();
        assertThat(keeping.view(officer, list).good()).isEqualTo(5);
    }

    @Test
    void a_file_beside_lines_is_refused_as_well_and_the_lines_stay() {
        lists.upload(officer, list, lists.people(officer, 10, 2).xlsx());

        refused(
                "stafflist_staged",
                "NEW.line_number = 14",
                lists.people(officer, 6, 0).xlsx());

        assertThat(keeping.view(officer, list).good()).isEqualTo(8);
        assertThat(previewing.rows(
                        officer, list, uploading.uploads(officer, list).get(0).id(), StagedEffect.ADDED, 0, 10))
                .isEmpty();
    }

    @Test
    void a_submission_stops_says_so_and_goes_on_when_it_is_sent_again() {
        lists.upload(officer, list, lists.people(officer, 700, 0).xlsx());

        try (FaultyTable entries =
                new FaultyTable("stafflist_entry", "NEW.list_id = " + listId + " AND NEW.line_number > 600")) {
            assertThat(entries).isNotNull();
            submission.submit(officer, list);
            lists.awaitJobs();
        }

        assertThat(submission.isBusy(officer, list)).isFalse();
        Optional<String> incident = submission.stopped(officer, list);
        assertThat(work(incident.orElseThrow())).extracting(FailedJob::job).containsExactly(SubmissionJob.NAME);
        StaffListView stopped = keeping.view(officer, list);
        assertThat(List.of(stopped.pending(), stopped.good())).containsExactly(500, 200);
        assertThat(heard.counts(listId))
                .as("of those that were entered is told")
                .containsExactly(500);

        submission.submit(officer, list);
        lists.awaitJobs();

        StaffListView sent = keeping.view(officer, list);
        assertThat(List.of(sent.pending(), sent.good())).containsExactly(700, 0);
        assertThat(reading.ofList(officer, list, Optional.empty(), 0, 1_000)).hasSize(700);
        assertThat(submission.stopped(officer, list)).isEmpty();
        assertThat(work(incident.orElseThrow())).isEmpty();
    }

    @Test
    void a_submission_run_again_by_the_administrator_sends_nothing_unasked_and_the_sender_sends_the_rest() {
        lists.upload(officer, list, lists.people(officer, 700, 0).xlsx());
        try (FaultyTable entries =
                new FaultyTable("stafflist_entry", "NEW.list_id = " + listId + " AND NEW.line_number > 600")) {
            assertThat(entries).isNotNull();
            submission.submit(officer, list);
            lists.awaitJobs();
        }

        failed.runAgain(
                work(submission.stopped(officer, list).orElseThrow()).get(0).id());
        lists.awaitJobs();

        StaffListView stopped = keeping.view(officer, list);
        assertThat(List.of(stopped.pending(), stopped.good())).containsExactly(500, 200);

        submission.submit(officer, list);
        lists.awaitJobs();

        StaffListView sent = keeping.view(officer, list);
        assertThat(List.of(sent.pending(), sent.good())).containsExactly(700, 0);
        assertThat(submission.stopped(officer, list)).isEmpty();
    }

    private String refused(String table, String rows, byte[] file) {
        try (FaultyTable faulty = new FaultyTable(table, rows)) {
            assertThat(faulty).isNotNull();
            uploading.receive(officer, list, "danh-sach.xlsx", file);
            lists.awaitJobs();
        }
        UploadView upload = uploading.uploads(officer, list).get(0);
        assertThat(upload.state()).isEqualTo(UploadState.REFUSED);
        assertThat(upload.problemKey()).isEqualTo("stafflist.reading-failed");
        return upload.problemArgs();
    }

    private List<FailedJob> work(String incident) {
        return failed.all().stream()
                .filter(each -> each.incident().equals(incident))
                .toList();
    }
}
