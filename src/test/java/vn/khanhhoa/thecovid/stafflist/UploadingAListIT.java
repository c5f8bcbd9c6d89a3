package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Future;
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
class UploadingAListIT {
    private static final List<String> LONG =
            List.of("address", "route", "note", "position", "residential_group", "shift", "hours");

    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Uploading uploading;

    @Inject
    private Previewing previewing;

    @Inject
    private IntakeSteps steps;

    @Inject
    private Sql sql;

    @Resource
    private ManagedExecutorService threads;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();

    @BeforeEach
    void an_empty_list() {
        officer = lists.factory();
        list = lists.list(officer);
    }

    @Test
    void keeps_good_rows_beside_bad_ones_and_names_each_problem() {
        ListFiles people = lists.people(officer, 20, 6);

        UploadView upload = lists.upload(officer, list, people.xlsx());

        assertThat(upload.state()).isEqualTo(UploadState.TAKEN);
        assertThat(List.of(upload.rowsGood(), upload.rowsBad(), upload.rowsReplaced()))
                .containsExactly(14, 6, 0);
        assertDraft(14, 6);
        assertThat(bad()).extracting(DraftRowView::number).containsExactlyInAnyOrderElementsOf(people.badRows());
        assertThat(bad()).allSatisfy(row -> assertThat(row.problems()).isNotEmpty());
    }

    @Test
    void names_of_lists_and_files_are_one_line_without_what_is_not_seen() {
        PublicId named = keeping.begin(officer, "M01", " Ca\u0000 1\r\nđêm\u202e \u200b ");
        byte[] file = lists.people(officer, 1, 0).xlsx();
        PublicId sent = uploading.receive(officer, named, "C:\\x\\\u202egnp\u0007 th\u00e1ng\n9.xlsx", file);

        assertThat(keeping.view(officer, named).name()).isEqualTo("Ca 1 đêm");
        assertThat(uploading.upload(officer, named, sent).fileName()).isEqualTo("gnp tháng 9.xlsx");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> keeping.begin(officer, "M01", "x".repeat(161)))
                .extracting(RuleViolation::code)
                .isEqualTo("shared.line-too-long");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> keeping.begin(officer, "M01", "\u202e\u0000"))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.name-missing");
    }

    @Test
    void the_same_file_twice_is_one_upload_without_duplicates() {
        byte[] file = lists.people(officer, 10, 2).xlsx();
        lists.upload(officer, list, file);

        lists.upload(officer, list, file);

        assertThat(uploading.uploads(officer, list)).hasSize(1);
        assertDraft(8, 2);
    }

    @Test
    void the_same_file_once_more_has_the_first_read_where_it_still_waits() {
        byte[] file = lists.people(officer, 10, 2).xlsx();
        lists.receive(officer, list, file);

        uploading.receive(officer, list, "danh-sach.xlsx", file);
        lists.awaitJobs();

        assertThat(uploading.uploads(officer, list))
                .singleElement()
                .extracting(UploadView::state)
                .isEqualTo(UploadState.TAKEN);
        assertDraft(8, 2);
    }

    @Test
    void an_older_file_read_again_after_another_makes_no_duplicates() {
        byte[] older = lists.people(officer, 10, 2).xlsx();
        lists.upload(officer, list, older);
        lists.upload(officer, list, lists.people(officer, 5, 0).xlsx());

        UploadView again = lists.upload(officer, list, older);

        assertThat(List.of(again.rowsAdded(), again.rowsReplaced(), again.rowsUnchanged()))
                .containsExactly(0, 0, 10);
        assertDraft(13, 2);
    }

    @Test
    void a_mended_file_takes_the_place_of_bad_rows() {
        ListFiles people = lists.people(officer, 10, 0);
        List<String> broken = people.rows().get(4);
        String number = ListFiles.get(broken, "document_number");
        ListFiles.set(broken, "document_number", number.substring(5));
        lists.upload(officer, list, people.xlsx());
        assertDraft(9, 1);

        ListFiles.set(broken, "document_number", number);
        UploadView mended = lists.upload(officer, list, people.xlsx());

        assertThat(List.of(mended.rowsAdded(), mended.rowsReplaced(), mended.rowsUnchanged()))
                .containsExactly(0, 1, 9);
        assertDraft(10, 0);
    }

    @Test
    void two_files_at_once_both_arrive_and_nobody_is_there_twice() throws Exception {
        ListFiles people = lists.people(officer, 300, 10);
        long first = lists.receive(officer, list, people.xlsx());
        people.rows().remove(0);
        long second = lists.receive(officer, list, people.xlsx());

        Future<?> one = threads.submit(() -> lists.read(first));
        Future<?> other = threads.submit(() -> lists.read(second));
        one.get();
        other.get();

        assertThat(uploading.uploads(officer, list))
                .extracting(UploadView::state)
                .as("the one finds an empty list, the other one waits to be looked at")
                .containsExactlyInAnyOrder(UploadState.TAKEN, UploadState.STAGED);
        for (UploadView upload : uploading.uploads(officer, list)) {
            assertThat(previewing.take(officer, list, upload.id(), false)).isTrue();
        }
        assertDraft(290, 10);
    }

    @Test
    void a_file_that_is_refused_leaves_the_draft_as_it_was() {
        lists.upload(officer, list, lists.people(officer, 10, 2).xlsx());

        UploadView refused = lists.upload(officer, list, "%PDF-1.7 not a list".getBytes(StandardCharsets.US_ASCII));

        assertThat(refused.state()).isEqualTo(UploadState.REFUSED);
        assertThat(refused.problemKey()).isNotEmpty();
        assertDraft(8, 2);
        previewing.discard(officer, list, refused.id());
        assertThat(uploading.uploads(officer, list).get(0).state()).isEqualTo(UploadState.DISCARDED);
    }

    @Test
    void a_reading_that_was_killed_leaves_nothing_begins_again_and_has_one_result() {
        long upload =
                lists.receive(officer, list, lists.people(officer, 2_000, 20).xlsx());
        IntakeSteps.Work work = steps.begin(upload).orElseThrow();
        KilledReading killed = new KilledReading(work, 1_500);

        assertThatExceptionOfType(KilledReading.Killed.class).isThrownBy(() -> steps.takeAtOnce(work, killed));

        assertThat(killed.handedOver()).isEqualTo(1_500);
        assertDraft(0, 0);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_row_mark m JOIN stafflist_list l ON l.id = m.list_id WHERE"
                                + " l.public_id = ?",
                        list))
                .isZero();
        assertThat(uploading.uploads(officer, list))
                .singleElement()
                .extracting(UploadView::state)
                .isEqualTo(UploadState.RECEIVED);

        lists.read(upload);
        lists.read(upload);

        assertThat(steps.begin(upload)).isEmpty();
        assertThat(uploading.uploads(officer, list))
                .singleElement()
                .extracting(UploadView::state, UploadView::rowsRead)
                .containsExactly(UploadState.TAKEN, 2_000);
        assertDraft(1_980, 20);
    }

    @Test
    void a_row_that_is_longer_than_a_row_may_be_is_a_bad_row_among_the_others() {
        ListFiles people = lists.people(officer, 10, 0);
        List<String> row = people.rows().get(4);
        for (String column : LONG) {
            ListFiles.set(row, column, "ế".repeat(1_990));
        }

        UploadView upload = lists.upload(officer, list, people.xlsx());

        assertThat(upload.state()).isEqualTo(UploadState.TAKEN);
        assertDraft(9, 1);
        assertThat(bad()).singleElement().satisfies(found -> {
            assertThat(found.number()).isEqualTo(6);
            assertThat(found.name()).isEqualTo(ListFiles.get(row, "full_name"));
            assertThat(found.problems())
                    .extracting(DraftRowView.Problem::key)
                    .containsOnly("intake.row-too-long")
                    .hasSize(LONG.size());
            assertThat(found.problems().get(0).args()).containsExactly(1_990L, 8_000L, 200L);
        });

        LONG.forEach(column -> ListFiles.set(row, column, "ế".repeat(50)));
        UploadView mended = lists.upload(officer, list, people.xlsx());

        assertThat(mended.rowsReplaced()).isEqualTo(1);
        assertDraft(10, 0);
    }

    /** What is put right is kept beside what was given: twice as much, in letters of three bytes. */
    @Test
    void a_row_as_long_as_may_be_and_put_right_in_every_cell_is_stored_and_staged() {
        ListFiles people = lists.people(officer, 10, 0);
        for (String column : LONG.subList(0, 4)) {
            ListFiles.set(people.rows().get(4), column, "e\u0302\u0301\u200b".repeat(475));
        }

        assertThat(lists.upload(officer, list, people.xlsx()).state()).isEqualTo(UploadState.TAKEN);
        assertThat(bad().get(0).problems())
                .extracting(DraftRowView.Problem::key)
                .containsOnly("intake.text-too-long");
        people.rows().remove(9);
        people.rows().forEach(row -> ListFiles.set(row, "route", "Khác"));

        assertThat(lists.upload(officer, list, people.csv(';', true)).rowsReplaced())
                .isEqualTo(9);
        assertDraft(9, 1);
    }

    @Test
    void what_a_program_sends_is_within_the_same_bounds() {
        StringBuilder json = new StringBuilder("{\"rows\":[{\"full_name\":\"Nguyễn Văn An\"},{");
        LONG.forEach(column -> json.append("\"")
                .append(column)
                .append("\":\"")
                .append("\\u0001".repeat(1_990))
                .append("\","));
        byte[] file =
                json.append("\"full_name\":\"Trần Thị Bình\"}]}").toString().getBytes(StandardCharsets.UTF_8);

        assertThat(lists.upload(officer, list, file).state()).isEqualTo(UploadState.TAKEN);

        assertDraft(0, 2);
        assertThat(bad().get(1).name()).isEqualTo("Trần Thị Bình");
        assertThat(bad().get(1).problems())
                .extracting(DraftRowView.Problem::key)
                .contains("intake.row-too-long");
    }

    @Test
    void one_number_of_two_kinds_of_document_is_a_problem_and_no_fault() {
        ListFiles people = lists.people(officer, 4, 0);
        String number = "22" + TestLists.fresh().substring(3);
        for (int i = 0; i < 2; i++) {
            ListFiles.set(people.rows().get(i), "document_kind", i == 0 ? "CMND" : "Hộ chiếu");
            ListFiles.set(people.rows().get(i), "document_number", number);
        }

        assertThat(lists.upload(officer, list, people.xlsx()).state()).isEqualTo(UploadState.TAKEN);

        assertDraft(3, 1);
        assertThat(bad().get(0).problems())
                .extracting(DraftRowView.Problem::key)
                .contains("intake.duplicate-in-file");
    }

    @Test
    void a_file_that_waits_to_be_read_can_be_discarded_and_sent_again() {
        byte[] file = lists.people(officer, 10, 2).xlsx();
        long waiting = lists.receive(officer, list, file);
        PublicId id = uploading.uploads(officer, list).get(0).id();

        previewing.discard(officer, list, id);
        lists.read(waiting);

        assertThat(uploading.uploads(officer, list).get(0).state()).isEqualTo(UploadState.DISCARDED);
        assertDraft(0, 0);
        assertThat(lists.upload(officer, list, file).state()).isEqualTo(UploadState.TAKEN);
        assertDraft(8, 2);
    }

    @Test
    void the_original_is_handed_back_as_it_came_and_to_its_owner_only() {
        byte[] file = lists.people(officer, 3, 0).xlsx();
        PublicId upload = lists.upload(officer, list, file).id();

        assertThat(uploading.original(officer, list, upload).content()).isEqualTo(file);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploading.original(lists.factory(), list, upload));
    }

    private List<DraftRowView> bad() {
        return keeping.draftRows(officer, list, RowState.BAD, 0, 100);
    }

    private void assertDraft(int good, int bad) {
        StaffListView view = keeping.view(officer, list);
        assertThat(List.of(view.good(), view.bad())).as("good and bad").containsExactly(good, bad);
    }
}
