package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One person stands in two lines, by two documents. */
@InPortal
class SamePersonByTwoDocumentsIT {
    @Inject
    private TestLists lists;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private Previewing previewing;

    @Inject
    private DraftHistory history;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private ListFiles people = ListFiles.m01(0, 0, 0);

    @BeforeEach
    void five_people() {
        officer = lists.factory();
        list = lists.list(officer);
        people = lists.people(officer, 5, 0);
        people.rows().forEach(row -> ListFiles.set(row, "phone", ""));
        ListFiles.set(people.rows().get(1), "phone", "0905123456");
    }

    /** The second of the people by a passport, as somebody else wrote it down. */
    private List<String> byPassport() {
        List<String> again = new ArrayList<>(people.rows().get(1));
        ListFiles.set(again, "document_kind", "Hộ chiếu");
        ListFiles.set(again, "document_number", "C1234567");
        ListFiles.set(again, "full_name", ListFiles.get(again, "full_name").toUpperCase(Locale.ROOT));
        return again;
    }

    private List<Object> named() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100).stream()
                .map(line -> line.marks().stream()
                        .filter(mark -> mark.code().equals("SAME_PERSON"))
                        .map(mark -> (Object) ((Number) mark.args().get(0)).intValue())
                        .findFirst()
                        .orElse("-"))
                .toList();
    }

    private List<RowView> draft() {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100);
    }

    @Test
    void both_lines_are_warned_and_name_each_other_and_can_be_sent() {
        people.rows().add(byPassport());
        lists.upload(officer, list, people.xlsx());

        assertThat(named()).containsExactly("-", 7, "-", "-", "-", 3);
        assertThat(draft()).extracting(RowView::state).containsOnly(RowState.GOOD);
        assertThat(browsing.marks(officer, list))
                .filteredOn(mark -> mark.code().equals("SAME_PERSON"))
                .singleElement()
                .satisfies(mark -> assertThat(mark.rows()).isEqualTo(2));
    }

    @Test
    void neither_phone_nor_commune_in_common_is_two_people() {
        List<String> other = byPassport();
        ListFiles.set(other, "phone", "0905999999");
        ListFiles.set(other, "residence", "Ngoài tỉnh");
        ListFiles.set(other, "address", "12 Trần Phú, Đà Lạt");
        people.rows().add(other);
        lists.upload(officer, list, people.xlsx());

        assertThat(named()).containsOnly("-");
    }

    @Test
    void a_family_that_shares_a_phone_is_no_one_person() {
        people.rows().forEach(row -> ListFiles.set(row, "phone", "0905123456"));
        lists.upload(officer, list, people.xlsx());

        assertThat(named()).containsOnly("-");
    }

    @Test
    void it_is_told_in_the_preview_and_of_the_line_that_was_there_before() {
        lists.upload(officer, list, people.xlsx());
        ListFiles joiner = lists.people(officer, 1, 0);
        joiner.rows().set(0, byPassport());

        UploadView staged = lists.read(officer, list, joiner.xlsx());

        assertThat(previewing.rows(officer, list, staged.id(), StagedEffect.ADDED, 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.problems())
                        .extracting(DraftRowView.Problem::key)
                        .containsExactly("intake.same-person"));
        previewing.take(officer, list, staged.id(), false);
        assertThat(named()).containsExactly("-", 7, "-", "-", "-", 3);
    }

    @Test
    void it_comes_and_goes_with_mending_removing_and_undoing() {
        people.rows().add(byPassport());
        lists.upload(officer, list, people.xlsx());
        RowView second = draft().get(5);

        EditOutcome renamed = editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(CellEdit.typed(second.id(), "full_name", second.name(), "Trần Văn Khác")));
        assertThat(named()).containsOnly("-");
        history.undo(officer, list, renamed.change().orElseThrow(), 0);
        assertThat(named()).containsExactly("-", 7, "-", "-", "-", 3);

        EditOutcome removed = editing.remove(officer, list, PublicId.random(), List.of(second.id()));
        assertThat(named()).containsOnly("-");
        history.undo(officer, list, removed.change().orElseThrow(), 0);
        assertThat(named()).containsExactly("-", 7, "-", "-", "-", 3);
    }

    @Test
    void two_people_who_are_alike_are_confirmed_once() {
        people.rows().add(byPassport());
        lists.upload(officer, list, people.xlsx());
        RowView second = draft().get(5);

        editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(CellEdit.accept(second.id(), "document_number", second.text("document_number"))));

        assertThat(named()).containsExactly("-", 7, "-", "-", "-", "-");
        RowView first = draft().get(1);
        editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(CellEdit.typed(first.id(), "position", first.text("position"), "Bảo vệ")));
        assertThat(named()).containsExactly("-", 7, "-", "-", "-", "-");
    }
}
