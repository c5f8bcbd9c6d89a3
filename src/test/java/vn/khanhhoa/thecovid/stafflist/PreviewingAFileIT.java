package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** A list of ten people, of whom one is changed in the next file, one is new and one is missing. */
@InPortal
class PreviewingAFileIT {
    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Uploading uploading;

    @Inject
    private Previewing previewing;

    @Inject
    private RowEditing editing;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private ProblemWorkbooks workbooks;

    @Inject
    private IntakeSteps steps;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private ListFiles next = ListFiles.m01(0, 0, 0);

    @BeforeEach
    void a_list_and_its_next_file() {
        officer = lists.factory();
        list = lists.list(officer);
        next = lists.people(officer, 11, 0);
        List<String> joiner = next.rows().remove(10);
        lists.upload(officer, list, next.xlsx());
        next.rows().remove(0);
        next.rows().add(joiner);
        String number = ListFiles.get(next.rows().get(2), "phone");
        ListFiles.set(next.rows().get(2), "phone", number.equals("0905000001") ? "0905000002" : "0905000001");
        ListFiles.set(next.rows().get(2), "position", "Tổ trưởng");
    }

    @Test
    void shows_what_would_change_and_changes_nothing_before_it_is_taken() {
        UploadView staged = lists.read(officer, list, next.xlsx());

        assertThat(staged.state()).isEqualTo(UploadState.STAGED);
        assertThat(List.of(staged.rowsAdded(), staged.rowsReplaced(), staged.rowsMissing(), staged.rowsUnchanged()))
                .containsExactly(1, 1, 1, 8);
        assertThat(keeping.view(officer, list).good()).isEqualTo(10);
        assertThat(rows(staged, StagedEffect.ADDED)).hasSize(1);
        assertThat(rows(staged, StagedEffect.MISSING)).hasSize(1);
        assertThat(rows(staged, StagedEffect.UNCHANGED)).hasSize(8);
        assertThat(rows(staged, StagedEffect.CHANGED)).singleElement().satisfies(row -> {
            assertThat(row.differences()).anySatisfy(cell -> {
                assertThat(cell.before()).isEqualTo("Công nhân");
                assertThat(cell.after()).isEqualTo("Tổ trưởng");
            });
            assertThat(row.differences())
                    .filteredOn(cell -> !cell.after().equals("Tổ trưởng"))
                    .singleElement()
                    .satisfies(phone -> assertThat(phone.after())
                            .as("in full, as in the grid: the difference may be a zero")
                            .isEqualTo(ListFiles.get(next.rows().get(2), "phone")));
        });
    }

    @Test
    void taken_it_adds_and_updates_and_what_is_missing_stays() {
        UploadView staged = lists.read(officer, list, next.xlsx());

        assertThat(previewing.take(officer, list, staged.id(), false)).isTrue();
        assertThat(previewing.take(officer, list, staged.id(), false))
                .as("once more")
                .isTrue();

        assertThat(keeping.view(officer, list).good()).isEqualTo(11);
        assertThat(newest().state()).isEqualTo(UploadState.TAKEN);
        assertThat(newest().change()).isPresent();
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_staged WHERE upload_id = (SELECT id FROM stafflist_upload"
                                + " WHERE public_id = ?)",
                        staged.id()))
                .isZero();
    }

    @Test
    void lines_keep_their_numbers_and_new_ones_are_numbered_on() {
        List<String> before = names();
        ListFiles joiners = lists.people(officer, 2, 0);
        joiners.rows().add(0, next.rows().get(7));

        UploadView staged = lists.read(officer, list, joiners.xlsx());
        assertThat(rows(staged, StagedEffect.ADDED))
                .extracting(StagedRowView::number)
                .containsExactly(12, 13);
        previewing.take(officer, list, staged.id(), false);

        assertThat(names().subList(0, 10)).isEqualTo(before);
        assertThat(names()).hasSize(12);
        assertThat(numbers()).doesNotHaveDuplicates().startsWith(2, 3, 4).endsWith(12, 13);
    }

    @Test
    void lines_of_a_further_file_come_after_the_last_in_its_order_and_know_their_rows() {
        List<PublicId> gone = browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100).subList(2, 4).stream()
                .map(RowView::id)
                .toList();
        editing.remove(officer, list, PublicId.random(), gone);
        ListFiles joiners = lists.people(officer, 14, 0);
        UploadView staged = lists.read(officer, list, joiners.xlsx());

        assertThat(rows(staged, StagedEffect.ADDED))
                .extracting(StagedRowView::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(12, 25).boxed().toList());
        previewing.take(officer, list, staged.id(), false);

        assertThat(numbers())
                .as("the place of who has left stays empty")
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 25)
                        .filter(number -> number != 4 && number != 5)
                        .boxed()
                        .toList());
        List<RowView> lines = browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100);
        assertThat(lines.subList(8, 22))
                .extracting(RowView::fileRow)
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 15).boxed().toList());
        assertThat(browsing.files(officer, list, List.of(lines.get(10).id())))
                .containsEntry(lines.get(10).id(), staged.fileName());
        editing.add(officer, list, PublicId.random(), List.of(Map.of()));
        assertThat(browsing.window(officer, list, RowFilter.of(RowState.BAD), RowPlace.START, 9))
                .singleElement()
                .satisfies(typed -> {
                    assertThat(typed.number()).isEqualTo(26);
                    assertThat(typed.fileRow()).isZero();
                });
    }

    @Test
    void a_duplicate_in_a_file_of_joiners_names_the_line_of_the_list() {
        ListFiles joiners = lists.people(officer, 1, 0);
        joiners.rows().add(joiners.rows().get(0));
        joiners.rows().add(next.rows().get(7));
        joiners.rows().add(next.rows().get(7));

        lists.upload(officer, list, joiners.xlsx());

        List<RowView> lines = browsing.window(officer, list, RowFilter.of(RowState.BAD), RowPlace.START, 100);
        assertThat(lines).extracting(line -> line.marks().get(0).args().get(0)).containsExactly(12L, 10L);
    }

    @Test
    void what_is_missing_goes_where_the_sender_asks_for_it() {
        UploadView staged = lists.read(officer, list, next.xlsx());

        previewing.take(officer, list, staged.id(), true);

        assertThat(keeping.view(officer, list).good()).isEqualTo(10);
        assertThat(rows(lists.read(officer, list, next.csv(',', true)), StagedEffect.UNCHANGED))
                .hasSize(10);
    }

    @Test
    void a_file_that_was_downloaded_with_some_lines_only_removes_no_others() {
        List<String> wrong = next.rows().get(4);
        ListFiles.set(wrong, "workplace", "Kho Hải Sản");
        lists.upload(officer, list, next.xlsx());
        byte[] errors = workbooks.of(officer, list, RowFilter.of(RowState.BAD), Texts.VIETNAMESE);

        UploadView staged = lists.read(officer, list, errors);

        assertThat(staged.rowsRead()).isEqualTo(1);
        assertThat(staged.notes().part()).isTrue();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> previewing.take(officer, list, staged.id(), true))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.part-of-list");
        assertThat(lists.read(officer, list, workbooks.of(officer, list, RowFilter.ALL, Texts.VIETNAMESE))
                        .notes()
                        .part())
                .isFalse();
    }

    @Test
    void discarded_it_leaves_no_trace_in_the_draft() {
        UploadView staged = lists.read(officer, list, next.xlsx());

        previewing.discard(officer, list, staged.id());
        previewing.discard(officer, list, staged.id());

        assertThat(newest().state()).isEqualTo(UploadState.DISCARDED);
        assertThat(keeping.view(officer, list).good()).isEqualTo(10);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> previewing.take(officer, list, staged.id(), false))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.upload-not-waiting");
    }

    @Test
    void a_preview_of_a_draft_that_has_changed_since_is_made_anew_and_takes_nothing() {
        UploadView staged = lists.read(officer, list, next.xlsx());
        sql.update(
                "UPDATE stafflist_row SET state = 'BAD' WHERE line_number = 3 AND list_id = (SELECT id FROM stafflist_list"
                        + " WHERE public_id = ?)",
                list);
        assertThat(keeping.discardBadRows(officer, list)).isEqualTo(1);

        assertThat(previewing.take(officer, list, staged.id(), false)).isFalse();

        assertThat(keeping.view(officer, list).good()).isEqualTo(9);
        assertThat(newest().state()).isEqualTo(UploadState.STAGED);
        assertThat(newest().rowsAdded()).isEqualTo(2);
        assertThat(previewing.take(officer, list, staged.id(), false)).isTrue();
        assertThat(keeping.view(officer, list).good()).isEqualTo(11);
    }

    @Test
    void a_row_whose_document_another_line_had_is_good_when_that_line_has_gone() {
        RowView holder = draft().get(1);
        RowView named = draft().get(9);
        String json = rows(holder, named.id());

        UploadView staged = lists.read(officer, list, json.getBytes(StandardCharsets.UTF_8));
        assertThat(rows(staged, StagedEffect.CHANGED))
                .extracting(StagedRowView::state)
                .containsExactly(RowState.BAD);
        editing.remove(officer, list, PublicId.random(), List.of(holder.id()));

        assertThat(previewing.take(officer, list, staged.id(), false)).isFalse();
        assertThat(rows(newest(), StagedEffect.CHANGED))
                .extracting(StagedRowView::state)
                .containsExactly(RowState.GOOD);
        assertThat(previewing.take(officer, list, staged.id(), false)).isTrue();
        assertThat(keeping.view(officer, list).bad()).isZero();
        assertThat(draft())
                .filteredOn(line -> line.text("document_number").equals(holder.text("document_number")))
                .extracting(RowView::id)
                .containsExactly(named.id());
    }

    @Test
    void ids_of_lines_that_a_preview_brought_are_random() {
        UploadView staged = lists.read(officer, list, next.xlsx());
        List<PublicId> before = draft().stream().map(RowView::id).toList();

        previewing.take(officer, list, staged.id(), false);

        PublicId added = draft().stream()
                .map(RowView::id)
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
        PublicId ofTheDatabase = sql.list(
                        "SELECT UNHEX(REPLACE(UUID(), '-', ''))", found -> PublicId.ofBytes(found.getBytes(1)))
                .get(0);
        assertThat(added.value().getLeastSignificantBits())
                .as("the node, which all that the database makes share")
                .isNotEqualTo(ofTheDatabase.value().getLeastSignificantBits());
    }

    @Test
    void a_newer_file_takes_the_place_of_the_one_that_waits() {
        UploadView first = lists.read(officer, list, next.xlsx());
        next.rows().remove(9);

        UploadView second = lists.read(officer, list, next.xlsx());

        assertThat(uploading.uploads(officer, list))
                .extracting(UploadView::state)
                .containsExactly(UploadState.STAGED, UploadState.DISCARDED, UploadState.TAKEN);
        assertThat(rows(second, StagedEffect.ADDED)).isEmpty();
        assertThat(rows(first, StagedEffect.ADDED)).isEmpty();
    }

    @Test
    void a_newer_file_that_cannot_be_read_leaves_the_one_that_waits() {
        lists.read(officer, list, next.xlsx());

        lists.read(officer, list, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

        assertThat(uploading.uploads(officer, list))
                .extracting(UploadView::state)
                .containsExactly(UploadState.REFUSED, UploadState.STAGED, UploadState.TAKEN);
    }

    @Test
    void a_reading_that_was_killed_while_it_staged_leaves_nothing_and_begins_again() {
        ListFiles many = lists.people(officer, 2_000, 20);
        many.rows().addAll(0, next.rows());
        long upload = lists.receive(officer, list, many.xlsx());
        IntakeSteps.Work work = steps.begin(upload).orElseThrow();
        KilledReading killed = new KilledReading(work, 1_500);

        assertThatExceptionOfType(KilledReading.Killed.class).isThrownBy(() -> steps.stage(work, killed));

        assertThat(killed.handedOver()).isEqualTo(1_500);
        assertThat(staged(upload)).isZero();
        assertThat(newest().state()).isEqualTo(UploadState.RECEIVED);
        assertThat(keeping.view(officer, list).good()).isEqualTo(10);

        lists.read(upload);
        lists.read(upload);

        assertThat(newest().state()).isEqualTo(UploadState.STAGED);
        assertThat(staged(upload)).isEqualTo(2_010);
        assertThat(newest().rowsAdded()).isEqualTo(2_001);
        assertThat(rows(newest(), StagedEffect.UNCHANGED)).hasSize(8);
        assertThat(keeping.view(officer, list).good()).isEqualTo(10);
    }

    private long staged(long upload) {
        return sql.number("SELECT COUNT(*) FROM stafflist_staged WHERE upload_id = ?", upload);
    }

    @Test
    void another_organisation_sees_none_of_it() {
        Actor other = lists.factory();
        PublicId theirs = lists.list(other);
        UploadView staged = lists.read(officer, list, next.xlsx());

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> previewing.take(other, list, staged.id(), false));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> previewing.take(other, theirs, staged.id(), true));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> previewing.discard(other, theirs, staged.id()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> previewing.rows(other, theirs, staged.id(), StagedEffect.ADDED, 0, 10));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploading.question(other, theirs, staged.id()));
    }

    /** The same person as a line, for another line. */
    private static String rows(RowView person, PublicId line) {
        StringBuilder json = new StringBuilder("{\"rows\": [{\"_row\": \"" + line + "\"");
        person.texts().forEach((column, text) -> json.append(", \"" + column + "\": \"" + text + "\""));
        return json.append("}]}").toString();
    }

    private List<RowView> draft() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100);
    }

    private List<StagedRowView> rows(UploadView upload, StagedEffect effect) {
        return previewing.rows(officer, list, upload.id(), effect, 0, 100);
    }

    private UploadView newest() {
        return uploading.uploads(officer, list).get(0);
    }

    private List<String> names() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100).stream()
                .map(line -> line.number() + " " + line.name())
                .toList();
    }

    private List<Integer> numbers() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100).stream()
                .map(RowView::number)
                .toList();
    }
}
