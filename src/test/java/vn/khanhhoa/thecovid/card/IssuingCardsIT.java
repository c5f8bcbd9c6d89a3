package vn.khanhhoa.thecovid.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.review.TestBulk;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.ApprovedEntry;
import vn.khanhhoa.thecovid.stafflist.EntriesApproved;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class IssuingCardsIT {
    private static final int MANY = 500;

    @Inject
    private TestLists lists;

    @Inject
    private TestBulk bulk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private CardQueries cards;

    @Inject
    private CardControl control;

    @Inject
    private TokenReading tokens;

    @Inject
    private Event<EntriesApproved> approved;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;

    @BeforeEach
    void an_enterprise_and_its_agency() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
    }

    @Test
    void a_card_is_found_by_words_of_the_name_with_or_without_marks() {
        EntryView entry = entries(lists.submitted(officer, 1)).get(0);
        approve(entry);
        CardView card = cards.ofEntry(entry.entryId()).orElseThrow();
        String plain = String.join(" ", NameWords.of(card.name()));

        for (String typed : List.of(card.name().toLowerCase(Locale.ROOT), plain, plain.toUpperCase(Locale.ROOT))) {
            assertThat(control.search(lists.head("SCT"), new CardFilter(typed, "", Optional.empty()), 0, 25))
                    .extracting(CardView::id)
                    .contains(card.id());
        }
    }

    @Test
    void an_approved_entry_has_a_card_whose_token_is_genuine() {
        EntryView entry = entries(lists.submitted(officer, 1)).get(0);
        approve(entry);

        CardView card = cards.ofEntry(entry.entryId()).orElseThrow();

        assertThat(card.name()).isEqualTo(entry.name());
        assertThat(card.state()).isEqualTo(CardState.VALID);
        assertThat(tokens.read(card.token()))
                .isInstanceOfSatisfying(
                        TokenReading.Genuine.class,
                        read -> assertThat(read.card()).isEqualTo(card.number()));
    }

    @Test
    void many_at_once_get_a_card_each_with_a_number_of_its_own() {
        PublicId list = lists.submitted(officer, MANY);
        QueueFilter filter = new QueueFilter("", officer.organisationId(), 0, "");

        bulk.run(bulk.begin(reviewer, filter, MANY, Outcome.APPROVE, ""));

        long listId = entries(list).get(0).listId();
        List<CardView> issued = cards.ofList(officer, listId, 0, MANY + 1);
        assertThat(issued).hasSize(MANY);
        assertThat(issued).extracting(CardView::number).doesNotHaveDuplicates();
        assertThat(issued).extracting(CardView::id).doesNotHaveDuplicates();
        assertThat(issued).extracting(CardView::entryId).doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_approved_has_none() {
        List<EntryView> entries = entries(lists.submitted(officer, 2));
        reviewing.decide(reviewer, entries.get(0).id(), 0, Outcome.REFUSE, "R01", "", true);

        assertThat(entries).noneMatch(entry -> cards.ofEntry(entry.entryId()).isPresent());
    }

    @Test
    void an_approval_cannot_be_given_twice() {
        EntryView entry = entries(lists.submitted(officer, 1)).get(0);
        approve(entry);
        EntryView now = reading.own(officer, entry.id());

        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> approve(now));
        assertThat(cards.countOfList(officer, entry.listId())).isEqualTo(1);
    }

    @Test
    void an_approval_that_is_told_twice_makes_no_second_card() {
        EntryView entry = entries(lists.submitted(officer, 1)).get(0);
        approve(entry);

        lists.inTransaction(() -> {
            approved.fire(new EntriesApproved(
                    List.of(new ApprovedEntry(
                            entry.entryId(),
                            0,
                            entry.personId(),
                            entry.organisationId(),
                            entry.agencyId(),
                            entry.agencyId(),
                            entry.listId(),
                            entry.name(),
                            1987,
                            entry.workplace(),
                            entry.activities(),
                            new Period(entry.validFrom(), entry.validTo()))),
                    reviewer));
            return 0;
        });
        assertThat(cards.countOfList(officer, entry.listId())).isEqualTo(1);
    }

    private void approve(EntryView entry) {
        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.APPROVE, "", "", true);
    }

    private List<EntryView> entries(PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 2);
    }
}
