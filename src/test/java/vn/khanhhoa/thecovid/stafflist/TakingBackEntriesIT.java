package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What was sent is taken back or refused: by an organisation of which four people are approved. */
@InPortal
class TakingBackEntriesIT {
    private static final String POSITION = "position";

    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Amending amending;

    @Inject
    private Amendments amendments;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private RowEditing editing;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private DraftHistory history;

    @Inject
    private Uploading uploading;

    @Inject
    private Previewing previewing;

    @Inject
    private EntryReading reading;

    @Inject
    private TestVerdicts decisions;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService others;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private ListFiles people = ListFiles.m01(0, 0, 0);

    @BeforeEach
    void four_approved_people() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
        list = lists.list(officer);
        people = lists.people(officer, 4, 0);
        ListFiles.set(people.rows().get(0), "phone", "0905123456");
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        entries().forEach(entry -> decide(entry, Outcome.APPROVE));
    }

    @Test
    void the_file_whose_change_was_refused_can_be_sent_again() {
        ListFiles.set(people.rows().get(0), POSITION, "Tổ trưởng");
        byte[] file = people.xlsx();
        lists.upload(officer, list, file);
        lists.submit(officer, list);
        assertThat(lists.read(officer, list, file).state())
                .as("as long as it waits, there is nothing to do")
                .isEqualTo(UploadState.TAKEN);
        decide(open(), Outcome.REFUSE);
        assertThat(position(0)).isEqualTo("Công nhân");

        UploadView again = lists.upload(officer, list, file);

        assertThat(again.rowsReplaced()).isEqualTo(1);
        assertThat(position(0)).isEqualTo("Tổ trưởng");
        assertThat(keeping.view(officer, list).readyChanges()).isEqualTo(1);
    }

    @Test
    void the_file_of_an_entry_that_was_returned_brings_its_line_back() {
        ListFiles.set(people.rows().get(0), POSITION, "Tổ trưởng");
        byte[] file = people.xlsx();
        lists.upload(officer, list, file);
        lists.submit(officer, list);
        decide(open(), Outcome.RETURN);

        lists.upload(officer, list, file);

        assertThat(keeping.view(officer, list).readyChanges()).isEqualTo(1);
        lists.submit(officer, list);
        assertThat(open().state()).isEqualTo(EntryState.PENDING);
    }

    @Test
    void of_an_entry_that_was_withdrawn_before_that_is_said() {
        ListFiles.set(people.rows().get(0), POSITION, "Tổ trưởng");
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        PublicId sent = open().id();
        withdrawing.withdraw(officer, list, List.of(sent));

        assertThat(withdrawing.withdraw(officer, list, List.of(sent)).leftOut())
                .containsExactly(new Amending.LeftOut(sent, "stafflist.left-out-withdrawn"));
    }

    @Test
    void a_preview_is_made_anew_when_an_amendment_was_withdrawn_meanwhile() {
        ListFiles.set(people.rows().get(0), POSITION, "Tổ trưởng");
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        ListFiles.set(people.rows().get(1), POSITION, "Tổ phó");
        UploadView staged = lists.read(officer, list, people.xlsx());
        assertThat(staged.rowsReplaced()).isEqualTo(1);

        withdrawing.withdraw(officer, list, List.of(open().id()));

        assertThat(previewing.take(officer, list, staged.id(), false)).isFalse();
        assertThat(newest().rowsReplaced()).isEqualTo(2);
        assertThat(previewing.take(officer, list, staged.id(), false)).isTrue();
        assertThat(List.of(position(0), position(1))).containsExactly("Tổ trưởng", "Tổ phó");
    }

    @Test
    void withdrawing_an_amendment_can_be_undone_with_all_that_was_written_into_its_line() {
        change(0, "Tổ trưởng");
        lists.submit(officer, list);
        change(0, "Tổ phó");
        withdrawing.withdraw(officer, list, List.of(open().id()));
        assertThat(position(0)).isEqualTo("Công nhân");
        assertThat(keeping.view(officer, list).good()).isZero();

        undoLast();

        assertThat(position(0)).isEqualTo("Tổ phó");
        assertThat(keeping.view(officer, list).readyChanges()).isEqualTo(1);
        lists.submit(officer, list);
        assertThat(open().kind()).isEqualTo(EntryKind.CHANGE);
    }

    @Test
    void a_withdrawn_leave_that_is_undone_is_prepared_again_for_its_day() {
        LocalDate day = LocalDate.now(clock).plusDays(5);
        amending.leave(officer, list, List.of(entries().get(0).id()), day);
        lists.submit(officer, list);
        withdrawing.withdraw(officer, list, List.of(open().id()));

        undoLast();

        assertThat(keeping.view(officer, list).readyLeaves()).isEqualTo(1);
        lists.submit(officer, list);
        assertThat(open().kind()).isEqualTo(EntryKind.LEAVE);
        assertThat(open().validFrom()).isEqualTo(day);
    }

    @Test
    void what_was_written_into_a_line_since_it_was_sent_outlives_the_refusal() {
        change(0, "Tổ trưởng");
        lists.submit(officer, list);
        EntryView refused = open();
        change(0, "Tổ phó");

        decide(refused, Outcome.REFUSE);

        assertThat(position(0)).isEqualTo("Tổ phó");
        assertThat(keeping.view(officer, list).readyChanges()).isEqualTo(1);
        assertThat(amending.keep(officer, list, List.of(entries().get(0).id())).done())
                .isEqualTo(1);
        assertThat(position(0)).isEqualTo("Công nhân");
    }

    @Test
    void a_line_whose_change_was_refused_is_again_of_the_same_person_at_the_same_place() {
        lists.workplace(officer, "Kho Vĩnh Phương", "22327", "");
        RowView line = row(0);
        editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(
                        CellEdit.typed(line.id(), "full_name", line.name(), "Trần Văn Khác"),
                        CellEdit.typed(line.id(), "workplace", line.text("workplace"), "Kho Vĩnh Phương")));
        lists.submit(officer, list);
        List<String> byPassport = new ArrayList<>(people.rows().get(0));
        ListFiles.set(byPassport, "document_kind", "Hộ chiếu");
        ListFiles.set(byPassport, "document_number", "C7654321");
        ListFiles joiner = lists.people(officer, 1, 0);
        joiner.rows().set(0, byPassport);
        lists.upload(officer, list, joiner.xlsx());
        assertThat(samePersonAs(4)).isEmpty();

        decide(open(), Outcome.REFUSE);

        assertThat(samePersonAs(4)).containsExactly(row(0).number());
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_row r JOIN stafflist_entry e ON e.id = r.entry_id JOIN stafflist_list l"
                                + " ON l.id = r.list_id WHERE l.public_id = ? AND r.workplace_id = e.workplace_id",
                        list))
                .isEqualTo(4);
    }

    /** Numbers of the lines that the line's warning names. */
    private List<Integer> samePersonAs(int line) {
        return row(line).marks().stream()
                .filter(mark -> mark.code().equals("SAME_PERSON"))
                .map(mark -> ((Number) mark.args().get(0)).intValue())
                .toList();
    }

    @Test
    void undoing_what_was_written_into_a_line_since_leaves_what_is_in_force_where_its_amendment_was_refused() {
        change(0, "Tổ trưởng");
        lists.submit(officer, list);
        EntryView refused = open();
        change(0, "Tổ phó");
        decide(refused, Outcome.REFUSE);

        undoLast();

        assertThat(position(0)).isEqualTo("Công nhân");
        assertThat(row(0).state()).isEqualTo(RowState.SUBMITTED);
        assertThat(amending.change(officer, entries().get(0).id())).isEqualTo(row(0).id());
    }

    @Test
    void two_who_were_to_change_their_documents_with_each_other_have_their_own_again() {
        List<String> columns = List.of("full_name", "birth_date", "sex", "document_number");
        RowView one = row(0);
        RowView other = row(1);
        editing.edit(
                officer,
                list,
                PublicId.random(),
                columns.stream()
                        .flatMap(column -> List.of(
                                CellEdit.typed(one.id(), column, one.text(column), other.text(column)),
                                CellEdit.typed(other.id(), column, other.text(column), one.text(column)))
                                .stream())
                        .toList());
        lists.submit(officer, list);
        List<EntryView> sent = entries().stream()
                .filter(entry -> entry.state() == EntryState.PENDING)
                .toList();
        assertThat(sent).hasSize(2);

        assertThat(withdrawing
                        .withdraw(
                                officer, list, sent.stream().map(EntryView::id).toList())
                        .done())
                .isEqualTo(2);

        assertThat(row(0).texts()).isEqualTo(one.texts());
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_row r JOIN stafflist_entry e ON e.id = r.entry_id JOIN stafflist_list l"
                                + " ON l.id = r.list_id WHERE l.public_id = ? AND r.row_key = e.row_key",
                        list))
                .isEqualTo(4);
    }

    @Test
    void a_decision_while_a_list_is_withdrawn_stands_and_the_others_are_taken_back() throws Exception {
        PublicId second = lists.submitted(officer, 3);
        EntryView decided =
                reading.ofList(officer, second, EntryFilter.ALL, 0, 9).get(1);

        Future<Integer> withdrawn = lists.inTransaction(() -> {
            decide(decided, Outcome.APPROVE);
            return meanwhile(() -> keeping.withdraw(officer, second));
        });

        assertThat(withdrawn.get(30, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(reading.ofList(officer, second, EntryFilter.ALL, 0, 9))
                .extracting(EntryView::state)
                .containsExactly(EntryState.WITHDRAWN, EntryState.APPROVED, EntryState.WITHDRAWN);
    }

    @Test
    void a_decision_waits_for_what_is_amended_before_it_holds_the_amendment() throws Exception {
        change(0, "Tổ trưởng");
        lists.submit(officer, list);
        EntryView amendment = open();
        EntryView ground =
                Objects.requireNonNull(amendments.own(officer, amendment.id()).amended());

        Future<Integer> decided = lists.inTransaction(() -> {
            hold(ground);
            Future<Integer> waiting = meanwhile(() -> {
                decisions.decideMany(
                        reviewer, List.of(amendment.entryId()), new Verdict(reviewer, Outcome.APPROVE, "", ""));
                return 0;
            });
            hold(amendment);
            return waiting;
        });

        decided.get(30, TimeUnit.SECONDS);
        assertThat(reading.own(officer, amendment.id()).state()).isEqualTo(EntryState.APPROVED);
        assertThat(reading.own(officer, ground.id()).state()).isEqualTo(EntryState.ENDED);
    }

    private void hold(EntryView entry) {
        sql.number("SELECT id FROM stafflist_entry WHERE id = ? FOR UPDATE", entry.entryId());
    }

    /** Begun by somebody else, who has come to what the caller holds by now. */
    private Future<Integer> meanwhile(Callable<Integer> work) throws InterruptedException {
        Future<Integer> begun = others.submit(work);
        Thread.sleep(700);
        return begun;
    }

    private void change(int line, String position) {
        RowView row = row(line);
        editing.edit(
                officer,
                list,
                PublicId.random(),
                List.of(CellEdit.typed(row.id(), POSITION, row.text(POSITION), position)));
    }

    private void undoLast() {
        history.undo(officer, list, history.changes(officer, list).get(0).id(), 0);
    }

    private void decide(EntryView entry, Outcome outcome) {
        String reason = outcome == Outcome.APPROVE ? "" : "R06";
        decisions.decide(reviewer, entry.id(), entry.version(), new Verdict(reviewer, outcome, reason, ""));
    }

    private List<EntryView> entries() {
        return reading.ofList(officer, list, EntryFilter.ALL, 0, 100);
    }

    private EntryView open() {
        return entries().stream()
                .filter(entry -> entry.state().isOpen())
                .findFirst()
                .orElseThrow();
    }

    private RowView row(int line) {
        return browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 100)
                .get(line);
    }

    private String position(int line) {
        return row(line).text(POSITION);
    }

    private UploadView newest() {
        return uploading.uploads(officer, list).get(0);
    }
}
