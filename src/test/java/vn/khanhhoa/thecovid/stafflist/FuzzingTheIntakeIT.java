package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.HostileLists;
import vn.khanhhoa.thecovid.intake.HostileRows;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Broken files, and files that are in order with cells that are not, on the whole way: received, read by the scheduler's own
 * threads, asked about, looked at, taken or discarded. Every file comes to an end, and nothing is left behind.
 */
@InPortal
class FuzzingTheIntakeIT {
    private static final int LISTS = 32;
    private static final int ROUNDS = 10;
    private static final int PEOPLE = 12;

    /** A list of an organisation with what it was sent. */
    private record Target(Actor officer, PublicId list, long id) {}

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
    private RowBrowsing browsing;

    @Inject
    private ProblemWorkbooks workbooks;

    @Inject
    private FailedJobs failed;

    @Inject
    private Sql sql;

    private final HostileLists broken = new HostileLists();

    @Test
    void every_file_comes_to_an_end_and_nothing_is_left_behind() {
        List<Target> targets = targets();
        long failedBefore = failed.all().size();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < LISTS; i++) {
                Target target = targets.get(i);
                uploading.receive(target.officer(), target.list(), "tệp " + round, file(target, round, i));
            }
            lists.awaitJobs();
            for (Target target : targets) {
                if (round == 0) {
                    assertWhole(target);
                }
                end(target, round);
                look(target);
            }
        }
        for (Target target : targets) {
            assertThat(uploading.uploads(target.officer(), target.list()))
                    .allMatch(upload -> upload.state().isFinished())
                    .noneMatch(upload -> upload.problemKey().equals(IntakeJob.FAILED));
            assertThat(submission.isBusy(target.officer(), target.list())).isFalse();
            assertThat(sql.number(
                            "SELECT COUNT(*) FROM stafflist_staged s JOIN stafflist_upload u ON u.id = s.upload_id WHERE"
                                    + " u.list_id = ?",
                            target.id()))
                    .isZero();
            assertThat(sql.number(
                            "SELECT COUNT(*) FROM stafflist_row r JOIN stafflist_upload u ON u.id = r.upload_id WHERE"
                                    + " r.list_id = ? AND u.state <> 'TAKEN'",
                            target.id()))
                    .isZero();
        }
        assertThat(failed.all()).hasSize((int) failedBefore);
        assertThat(uploads(targets, UploadState.TAKEN)).isGreaterThan(100);
        assertThat(uploads(targets, UploadState.REFUSED)).isGreaterThan(20);
        assertThat(uploads(targets, UploadState.DISCARDED)).isGreaterThan(5);
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < LISTS; i++) {
            Actor officer = i % 2 == 0 ? lists.factory() : targets.get(i - 1).officer();
            PublicId list = lists.list(officer);
            targets.add(
                    new Target(officer, list, sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list)));
        }
        return targets;
    }

    private byte[] file(Target target, int round, int i) {
        long seed = (long) round * LISTS + i;
        return seed % 3 == 0 ? broken.make(seed) : HostileRows.file(lists.people(target.officer(), PEOPLE, 3), seed);
    }

    /** Into an empty list a file comes whole or not at all. */
    private void assertWhole(Target target) {
        UploadView upload = uploading.uploads(target.officer(), target.list()).get(0);
        StaffListView view = keeping.view(target.officer(), target.list());
        assertThat(view.good() + view.bad()).isEqualTo(upload.state() == UploadState.TAKEN ? upload.rowsRead() : 0);
    }

    /** As senders do: they answer what is asked, look at what would change, and take it, or most of them do. */
    private void end(Target target, int round) {
        for (UploadView upload = newest(target); !upload.state().isFinished(); upload = newest(target)) {
            if (upload.state() == UploadState.CHOICE) {
                ReadingQuestion question = uploading
                        .question(target.officer(), target.list(), upload.id())
                        .orElseThrow();
                ReadingChoices choices = question instanceof ReadingQuestion.WhichSheet which
                        ? ReadingChoices.sheets(List.of(which.sheets().get(0).name()))
                        : ReadingChoices.convertOldFont(round % 2 == 0);
                uploading.choose(target.officer(), target.list(), upload.id(), choices);
                lists.awaitJobs();
            } else {
                for (StagedEffect effect : StagedEffect.values()) {
                    previewing.rows(target.officer(), target.list(), upload.id(), effect, 0, 100);
                }
                if (round % 5 == 4) {
                    previewing.discard(target.officer(), target.list(), upload.id());
                } else {
                    previewing.take(target.officer(), target.list(), upload.id(), round % 2 == 0);
                }
            }
        }
    }

    private UploadView newest(Target target) {
        return uploading.uploads(target.officer(), target.list()).get(0);
    }

    /** Whatever the pages and the API show. */
    private void look(Target target) {
        StaffListView view = keeping.view(target.officer(), target.list());
        uploading.uploads(target.officer(), target.list()).forEach(upload -> {
            if (!upload.problemKey().isEmpty()) {
                assertThat(Texts.get(Texts.VIETNAMESE, upload.problemKey(), upload.args()))
                        .isNotEmpty();
            }
        });
        assertThat(keeping.draftRows(target.officer(), target.list(), RowState.BAD, 0, 200))
                .hasSize(Math.min(200, view.bad()))
                .allSatisfy(row -> row.problems()
                        .forEach(problem -> assertThat(Texts.get(Texts.VIETNAMESE, problem.key(), problem.args()))
                                .doesNotContain("{")));
        assertThat(browsing.window(target.officer(), target.list(), RowFilter.ALL, RowPlace.START, 200))
                .hasSize(Math.min(200, view.good() + view.bad()));
        browsing.marks(target.officer(), target.list());
        workbooks.of(target.officer(), target.list(), RowFilter.of(RowState.BAD), Texts.VIETNAMESE);
    }

    private long uploads(List<Target> targets, UploadState state) {
        return targets.stream()
                .flatMap(target -> uploading.uploads(target.officer(), target.list()).stream())
                .filter(upload -> upload.state() == state)
                .count();
    }
}
