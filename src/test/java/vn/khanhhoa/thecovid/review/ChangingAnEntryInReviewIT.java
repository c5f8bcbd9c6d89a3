package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryKind;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** Whoever sent an entry changes it before it is decided, and the agency sees what is another. */
@InPortal
class ChangingAnEntryInReviewIT {
    private static final String NAME = "full_name";
    private static final String NUMBER = "document_number";

    @Inject
    private TestLists lists;

    @Inject
    private TestLines lines;

    @Inject
    private TestIndividuals individuals;

    @Inject
    private IndividualEntries ownEntries;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private Amendments amendments;

    private Actor officer;
    private Actor reviewer;
    private PublicId list;
    private ListFiles people;

    @BeforeEach
    void two_people_are_sent() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
        list = lists.list(officer);
        people = lists.people(officer, 2, 0);
        ListFiles.set(people.rows().get(0), NAME, "Trịnh Thị Đầu");
        ListFiles.set(people.rows().get(1), NAME, "Trịnh Văn Cuối");
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
    }

    @Test
    void what_was_changed_is_shown_and_what_was_not_is_not() {
        assertThat(since(0)).isEmpty();
        decide(0, Outcome.RETURN, "R03");

        lines.mend(entry(0), "position", "Thợ hàn bậc bốn");
        lists.submit(officer, list);

        assertThat(since(0)).hasValueSatisfying(since -> {
            assertThat(since.returned()).isTrue();
            assertThat(since.other().any()).isFalse();
            assertThat(since.changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.after())
                            .extracting(EntryView.Cell::text)
                            .isEqualTo("Thợ hàn bậc bốn"));
        });
        assertThat(foreseen(0)).isEqualTo(Why.ALONE.name());
        assertThat(since(1)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> amendments.since(lists.reviewer("SXD"), entry(0)));
    }

    @Test
    void another_number_is_pointed_out_and_not_approved_among_many() {
        decide(0, Outcome.RETURN, "R03");
        EntryView before = entry(0);

        lines.mend(before, NUMBER, otherNumber(0));
        lists.submit(officer, list);

        EntryView after = entry(0);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(since(0)).hasValueSatisfying(since -> {
            assertThat(since.other()).isEqualTo(new Amendments.OtherPerson(true, false, false));
            assertThat(since.other().likely()).isFalse();
            assertThat(since.changes())
                    .extracting(change ->
                            change.after() == null ? "" : change.after().key())
                    .containsExactly(NUMBER);
            assertThat(since.changes().toString()).doesNotContain(otherNumber(0));
        });
        assertThat(foreseen(0)).isEqualTo("stafflist.person-changed");
        Verdict approval = new Verdict(reviewer, Outcome.APPROVE, "", "");
        assertThat(reviewing
                        .decideMany(reviewer, Map.of(after.entryId(), after.version()), approval, 1, true)
                        .leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo("stafflist.person-changed"));
        assertThat(reviewing
                        .foresee(reviewer, List.of(after.entryId()), new Verdict(reviewer, Outcome.REFUSE, "R01", ""))
                        .get(0)
                        .what())
                .isEqualTo(Why.ALONE.name());
        decide(0, Outcome.APPROVE, "");
        assertThat(entry(0).state()).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void an_approved_entry_is_not_made_somebody_elses_among_many() {
        decide(0, Outcome.APPROVE, "");
        lines.change(officer, entry(0), NUMBER, otherNumber(0));
        lists.submit(officer, list);
        EntryView change = reading.ofList(officer, list, Optional.empty(), 0, 10).stream()
                .filter(entry -> entry.kind() == EntryKind.CHANGE)
                .findFirst()
                .orElseThrow();

        assertThat(reviewing
                        .foresee(reviewer, List.of(change.entryId()), new Verdict(reviewer, Outcome.APPROVE, "", ""))
                        .get(0)
                        .what())
                .isEqualTo("stafflist.person-changed");
    }

    @Test
    void what_was_mended_in_an_earlier_return_is_held_against_what_was_first_sent() {
        decide(0, Outcome.RETURN, "R03");
        lines.mend(entry(0), NUMBER, otherNumber(0));
        lists.submit(officer, list);
        decide(0, Outcome.RETURN, "R03");
        lines.mend(entry(0), "position", "Thợ hàn bậc bốn");
        lists.submit(officer, list);

        assertThat(since(0)).hasValueSatisfying(since -> {
            assertThat(since.returned()).isTrue();
            assertThat(since.other().any()).as("since it was returned").isFalse();
            assertThat(since.otherThanFirst()).isEqualTo(new Amendments.OtherPerson(true, false, false));
        });
        assertThat(foreseen(0)).isEqualTo("stafflist.person-changed");
        decide(0, Outcome.APPROVE, "");
        assertThat(entry(0).state()).isEqualTo(EntryState.APPROVED);
    }

    @Test
    void somebody_else_in_two_steps_is_another_entry_too_in_whichever_order() {
        EntryView first = entry(0);
        EntryView second = entry(1);
        for (int person : new int[] {0, 1}) {
            decide(person, Outcome.RETURN, "R03");
        }
        lines.mend(first, NUMBER, otherNumber(0));
        lines.mend(second, NAME, "Phùng Văn Đổi");
        lists.submit(officer, list);
        assertThat(entry(0).id()).isEqualTo(first.id());
        assertThat(named("Phùng Văn Đổi").id()).isEqualTo(second.id());
        for (EntryView mended : List.of(entry(0), named("Phùng Văn Đổi"))) {
            reviewing.decide(reviewer, mended.id(), mended.version(), Outcome.RETURN, "R03", "", true);
        }

        lines.mend(first, NAME, "Phùng Thị Thay");
        lines.mend(second, NUMBER, otherNumber(1));
        lists.submit(officer, list);

        assertThat(reading.own(officer, first.id()).state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(reading.own(officer, second.id()).state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(reading.ofList(officer, list, Optional.empty(), 0, 10))
                .filteredOn(entry -> entry.state() == EntryState.PENDING)
                .extracting(EntryView::name)
                .containsExactlyInAnyOrder("Phùng Thị Thay", "Phùng Văn Đổi");
        assertThat(reading.code(officer, named("Phùng Thị Thay").id())).isNotEqualTo(reading.code(officer, first.id()));
    }

    @Test
    void so_it_is_where_it_was_never_returned() {
        EntryView first = entry(0);
        lines.mend(first, NUMBER, otherNumber(0));
        lists.submit(officer, list);
        assertThat(entry(0).id()).isEqualTo(first.id());
        lines.mend(first, NAME, "Phùng Thị Thay");
        lists.submit(officer, list);

        assertThat(reading.own(officer, first.id()).state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(named("Phùng Thị Thay").id()).isNotEqualTo(first.id());
    }

    @Test
    void somebody_else_in_the_line_is_another_entry_with_a_code_of_its_own() {
        decide(0, Outcome.RETURN, "R03");
        EntryView before = entry(0);

        lines.mend(before, NUMBER, otherNumber(0));
        lines.mend(before, NAME, "Phùng Thị Thay");
        lists.submit(officer, list);

        assertThat(reading.own(officer, before.id()).state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(reading.own(officer, before.id()).name()).isEqualTo("Trịnh Thị Đầu");
        EntryView after = named("Phùng Thị Thay");
        assertThat(after.state()).isEqualTo(EntryState.PENDING);
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(reading.code(officer, after.id())).isNotEqualTo(reading.code(officer, before.id()));
        assertThat(amendments.since(reviewer, after)).isEmpty();
        assertThat(lines.has(after)).isTrue();
        assertThat(lines.has(before)).isFalse();
    }

    @Test
    void people_who_changed_lines_keep_their_entries() {
        EntryView first = entry(0);
        EntryView second = entry(1);
        changeLines();
        lists.submit(officer, list);

        assertThat(named(first.name()).id()).isEqualTo(first.id());
        assertThat(named(second.name()).id()).isEqualTo(second.id());
        assertThat(reading.ofList(officer, list, Optional.empty(), 0, 10)).hasSize(2);
        assertThat(named(first.name()).personId()).isEqualTo(first.personId());
    }

    @Test
    void so_do_those_whose_lines_go_in_different_steps() {
        EntryView first = entry(0);
        EntryView second = entry(1);
        changeLines();
        String job = lists.send(officer, list);
        lists.carrySome(job, 1);
        lists.carry(job);

        assertThat(reading.ofList(officer, list, Optional.empty(), 0, 10))
                .extracting(EntryView::name, EntryView::id, EntryView::state)
                .containsExactlyInAnyOrder(
                        tuple(first.name(), first.id(), EntryState.PENDING),
                        tuple(second.name(), second.id(), EntryState.PENDING));
        assertThat(named(second.name()).personId()).isEqualTo(second.personId());
    }

    @Test
    void so_does_who_was_overwritten_and_added_as_a_new_line() {
        EntryView first = entry(0);
        EntryView second = entry(1);
        lines.mend(first, NUMBER, otherNumber(0));
        lines.mend(first, NAME, "Phùng Thị Thay");
        ListFiles added = lists.people(officer, 1, 0);
        added.rows().set(0, people.rows().get(0));
        lists.upload(officer, list, added.xlsx());
        String job = lists.send(officer, list);
        lists.carrySome(job, 1);
        lists.carry(job);

        EntryView other = named("Phùng Thị Thay");
        assertThat(other.id()).isNotIn(first.id(), second.id());
        assertThat(reading.ofList(officer, list, Optional.empty(), 0, 10))
                .extracting(EntryView::name, EntryView::id, EntryView::state)
                .containsExactlyInAnyOrder(
                        tuple(first.name(), first.id(), EntryState.PENDING),
                        tuple(second.name(), second.id(), EntryState.PENDING),
                        tuple(other.name(), other.id(), EntryState.PENDING));
        assertThat(lines.cell(first, NAME)).isEqualTo(first.name());
    }

    /** Each of the two stands where the other stood. */
    private void changeLines() {
        EntryView first = entry(0);
        EntryView second = entry(1);
        String firstNumber = ListFiles.get(people.rows().get(0), NUMBER);
        String secondNumber = ListFiles.get(people.rows().get(1), NUMBER);
        lines.mend(first, NUMBER, otherNumber(0));
        lines.mend(second, NUMBER, firstNumber);
        lines.mend(first, NUMBER, secondNumber);
        lines.mend(first, NAME, second.name());
        lines.mend(second, NAME, first.name());
    }

    @Test
    void a_person_mends_their_own_entry_and_not_into_somebody_elses() {
        Map<String, String> cells = individuals.person();
        IndividualEntries.Sent sent = individuals.sent(cells);
        Actor commune = lists.reviewer("UBND-22327");
        EntryView entry = reading.byCode(sent.code()).orElseThrow();
        reviewing.decide(commune, entry.id(), entry.version(), Outcome.RETURN, "R03", "", true);
        IndividualEntries.Proof proof = ownEntries
                .prove(sent.code(), cells.getOrDefault(NUMBER, ""), "192.0.2.9")
                .orElseThrow();
        Map<String, String> stranger = individuals.person();
        stranger.put(NAME, "Lâm Thị Lạ");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> ownEntries.mend(Actor.VISITOR, proof, stranger))
                .withMessageContaining("stafflist.mended-into-another");
        cells.put(NAME, "Lâm Thị Lạ");
        ownEntries.mend(Actor.VISITOR, proof, cells);

        EntryView mended = reading.byCode(sent.code()).orElseThrow();
        assertThat(mended.state()).isEqualTo(EntryState.PENDING);
        assertThat(amendments.since(commune, mended))
                .hasValueSatisfying(
                        since -> assertThat(since.other()).isEqualTo(new Amendments.OtherPerson(false, true, false)));

        reviewing.decide(commune, mended.id(), mended.version(), Outcome.RETURN, "R03", "", true);
        cells.put(NUMBER, stranger.getOrDefault(NUMBER, ""));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> ownEntries.mend(Actor.VISITOR, proof, cells))
                .withMessageContaining("stafflist.mended-into-another");
    }

    private Optional<Amendments.Since> since(int person) {
        return amendments.since(reviewer, entry(person));
    }

    private String foreseen(int person) {
        return reviewing
                .foresee(reviewer, List.of(entry(person).entryId()), new Verdict(reviewer, Outcome.APPROVE, "", ""))
                .get(0)
                .what();
    }

    private void decide(int person, Outcome outcome, String reason) {
        EntryView entry = entry(person);
        reviewing.decide(reviewer, entry.id(), entry.version(), outcome, reason, "", true);
    }

    /** By the line that it came from. */
    private EntryView entry(int person) {
        return reading.ofList(officer, list, Optional.empty(), 0, 10).get(person);
    }

    private EntryView named(String name) {
        return reading.ofList(officer, list, Optional.empty(), 0, 10).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As good as the person's own, and nobody's. */
    private String otherNumber(int person) {
        String number = ListFiles.get(people.rows().get(person), NUMBER);
        int last = Character.digit(number.charAt(number.length() - 1), 10);
        return number.substring(0, number.length() - 1) + (last + 5) % 10;
    }
}
