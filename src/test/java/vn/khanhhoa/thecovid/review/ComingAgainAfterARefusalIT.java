package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** The same document is sent once more, by another list, after it was refused, suspected or taken back. */
@InPortal
class ComingAgainAfterARefusalIT {
    private static final String NUMBER = "document_number";

    @Inject
    private TestLists lists;

    @Inject
    private TestLines lines;

    @Inject
    private TestDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Proposals proposals;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Sql sql;

    private Actor officer;
    private Actor reviewer;
    private Actor colleague;
    private Actor head;
    private ListFiles person;
    private EntryView first;

    @BeforeEach
    void a_person_is_sent() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
        colleague = lists.reviewer("SCT");
        head = lists.head("SCT");
        person = lists.people(officer, 1, 0);
        first = sent(officer);
    }

    @Test
    void the_reviewer_sees_the_refusal_with_its_reason_and_what_was_taken_back_behind_it() {
        decide(reviewer, first, Outcome.REFUSE, "R07");
        Actor second = lists.factory();
        keeping.withdraw(second, sent(second).listPublicId());

        EntryView again = sent(lists.factory());

        assertThat(reading.ofSamePerson(reviewer, again))
                .extracting(EntryReading.Other::state, EntryReading.Other::reasonCode)
                .containsExactly(tuple(EntryState.REFUSED, "R07"), tuple(EntryState.WITHDRAWN, ""));
        assertThat(queue.doubts(reviewer, List.of(again.entryId())).twice()).containsExactly(again.entryId());
    }

    @Test
    void a_refusal_for_another_reason_is_shown_and_makes_no_doubt() {
        decide(reviewer, first, Outcome.REFUSE, "R01");

        EntryView again = sent(lists.factory());

        assertThat(reading.ofSamePerson(reviewer, again))
                .extracting(EntryReading.Other::reasonCode)
                .containsExactly("R01");
        assertThat(queue.doubts(reviewer, List.of(again.entryId())).twice()).isEmpty();
        assertThat(reviewing.isSuspected(colleague, again)).isFalse();
        assertThat(decide(colleague, again, Outcome.APPROVE, "")).isEqualTo(Why.ALONE);
    }

    @Test
    void taken_back_from_under_a_suspicion_nobody_approves_the_person_alone() {
        decide(reviewer, first, Outcome.REFUSE, "R14");
        keeping.withdraw(officer, first.listPublicId());

        EntryView again = sent(lists.factory());

        assertThat(reviewing.isSuspected(colleague, again)).isTrue();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.isSuspected(lists.reviewer("SXD"), again));
        assertThat(reviewing.foresee(
                        colleague, List.of(again.entryId()), new Verdict(colleague, Outcome.APPROVE, "", "")))
                .extracting(Reviewing.Foreseen::what)
                .containsExactly(Why.SUSPECTED.name());
        assertThat(decide(colleague, again, Outcome.APPROVE, "")).isEqualTo(Why.SUSPECTED);
        assertThat(cards(again)).isZero();
        Proposals.Batch batch = proposed(colleague);
        desk.worksOff(proposals.approve(head, batch.key(), batch.shown(), true));
        assertThat(cards(again)).isEqualTo(1);
    }

    @Test
    void a_suspected_number_stays_so_where_its_sender_puts_another_in_its_place_and_the_other_is_not() {
        decide(reviewer, first, Outcome.REFUSE, "R14");
        String number = ListFiles.get(person.rows().get(0), NUMBER);
        int last = Character.digit(number.charAt(number.length() - 1), 10);
        String other = number.substring(0, number.length() - 1) + (last + 5) % 10;
        lines.mend(first, NUMBER, other);
        lists.submit(officer, first.listPublicId());
        assertThat(seen(first).personId()).isNotEqualTo(first.personId());
        assertThat(reviewing.isSuspected(colleague, seen(first)))
                .as("the entry itself, too")
                .isTrue();
        assertThat(decide(colleague, seen(first), Outcome.APPROVE, "")).isEqualTo(Why.SUSPECTED);

        EntryView again = sent(lists.factory());

        assertThat(again.personId()).isEqualTo(first.personId());
        assertThat(reviewing.isSuspected(colleague, again)).isTrue();
        assertThat(decide(colleague, again, Outcome.APPROVE, "")).isEqualTo(Why.SUSPECTED);
        ListFiles.set(person.rows().get(0), NUMBER, other);
        assertThat(reviewing.isSuspected(colleague, sent(lists.factory()))).isFalse();
    }

    @Test
    void a_suspicion_ends_when_the_head_does_not_agree_to_it_and_not_when_they_decline_an_approval() {
        decide(reviewer, first, Outcome.REFUSE, "R14");
        EntryView again = sent(lists.factory());
        decide(colleague, again, Outcome.APPROVE, "");
        decline(colleague, again);
        assertThat(decide(colleague, seen(again), Outcome.APPROVE, "")).isEqualTo(Why.SUSPECTED);
        decline(colleague, again);

        decline(reviewer, first);

        assertThat(reviewing.isSuspected(colleague, again)).isFalse();
        assertThat(decide(colleague, seen(again), Outcome.APPROVE, "")).isEqualTo(Why.ALONE);
    }

    @Test
    void another_agency_sees_that_it_was_refused_here_for_as_long_as_it_can_be_looked_into_and_not_what_stays_inside() {
        decide(reviewer, first, Outcome.REFUSE, "R07");
        EntryView again = sent(lists.factory());
        Actor elsewhere = lists.reviewer("SXD");
        lists.reroute(again.entryId(), elsewhere.agencyId());
        EntryView there = reading.forReview(elsewhere, again.id());

        assertThat(reviewing.refusedElsewhere(elsewhere, there))
                .extracting(EntryReading.RefusedElsewhere::agencyId, EntryReading.RefusedElsewhere::reasonCode)
                .containsExactly(tuple(reviewer.agencyId(), "R90"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reviewing.refusedElsewhere(reviewer, there));

        sql.update(
                "UPDATE stafflist_entry SET decided_at = decided_at - INTERVAL 31 DAY WHERE id = ?", first.entryId());
        assertThat(reviewing.refusedElsewhere(elsewhere, there)).isEmpty();
    }

    private EntryView sent(Actor by) {
        PublicId list = lists.list(by);
        lists.upload(by, list, person.xlsx());
        lists.submit(by, list);
        return reading.ofList(by, list, Optional.empty(), 0, 1).get(0);
    }

    private EntryView seen(EntryView entry) {
        return reading.forReview(reviewer, entry.id());
    }

    private Why decide(Actor by, EntryView entry, Outcome outcome, String reason) {
        return reviewing
                .decide(by, entry.id(), entry.version(), outcome, reason, "", true)
                .why();
    }

    private void decline(Actor proposer, EntryView entry) {
        proposals.decline(head, proposed(proposer).key(), Set.of(entry.id()), "Giấy tờ là thật");
    }

    private Proposals.Batch proposed(Actor proposer) {
        return proposals.batches(head).stream()
                .filter(batch -> batch.proposerId() == proposer.accountId())
                .findFirst()
                .orElseThrow();
    }

    private long cards(EntryView entry) {
        return sql.number("SELECT COUNT(*) FROM card_card WHERE entry_id = ?", entry.entryId());
    }
}
