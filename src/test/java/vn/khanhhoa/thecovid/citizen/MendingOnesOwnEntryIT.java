package vn.khanhhoa.thecovid.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;
import vn.khanhhoa.thecovid.stafflist.RegistrationCode;
import vn.khanhhoa.thecovid.stafflist.TestEntries;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;

@InPortal
class MendingOnesOwnEntryIT {
    @Inject
    private IndividualEntries individuals;

    @Inject
    private StatusLookup lookup;

    @Inject
    private TestIndividuals people;

    @Inject
    private TestEntries entries;

    @Test
    void the_whole_number_is_needed_however_it_is_spaced() {
        Map<String, String> cells = people.person();
        String number = cells.getOrDefault("document_number", "");
        IndividualEntries.Sent sent = people.sent(cells);

        assertThat(individuals.prove(sent.code(), number.substring(8), "192.0.2.1"))
                .isEmpty();
        assertThat(individuals.prove(sent.code(), "0" + number, "192.0.2.1")).isEmpty();
        assertThat(individuals.prove(sent.code(), number.substring(0, 3) + " " + number.substring(3), "192.0.2.1"))
                .isPresent();
    }

    @Test
    void zeros_in_front_may_be_missing_as_when_it_was_sent_and_nothing_else() {
        Map<String, String> cells = people.person();
        String number = cells.getOrDefault("document_number", "");
        IndividualEntries.Sent sent = people.sent(cells);

        assertThat(number).startsWith("0");
        assertThat(individuals.prove(sent.code(), number.substring(1), "192.0.2.1"))
                .isPresent();
        assertThat(individuals.prove(sent.code(), number.substring(2), "192.0.2.1"))
                .isEmpty();
        assertThat(individuals.prove(sent.code(), number.substring(0, 11), "192.0.2.1"))
                .isEmpty();
    }

    @Test
    void the_number_of_another_person_opens_nothing() {
        Map<String, String> stranger = people.person();
        people.sent(stranger);
        IndividualEntries.Sent sent = people.sent(people.person());

        assertThat(individuals.prove(sent.code(), stranger.getOrDefault("document_number", ""), "192.0.2.1"))
                .isEmpty();
        assertThat(individuals.prove(
                        RegistrationCode.parse("0000-0000-0000-00").orElseThrow(),
                        stranger.getOrDefault("document_number", ""),
                        "192.0.2.1"))
                .isEmpty();
    }

    @Test
    void after_five_wrong_numbers_the_right_one_is_refused_there_too_and_nowhere_else() {
        Map<String, String> cells = people.person();
        IndividualEntries.Sent sent = people.sent(cells);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(individuals.prove(sent.code(), "05618500000" + attempt, "192.0.2.1"))
                    .isEmpty();
        }

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(
                        () -> individuals.prove(sent.code(), cells.getOrDefault("document_number", ""), "192.0.2.1"))
                .extracting(RuleViolation::code)
                .isEqualTo("stafflist.too-many-proofs");
        assertThat(individuals.prove(sent.code(), cells.getOrDefault("document_number", ""), "198.51.100.7"))
                .isPresent();
    }

    @Test
    void what_an_organisation_sent_is_not_the_persons_to_change() {
        TestEntries.Entered entered = entries.pending();

        assertThat(individuals.prove(entered.code(), entered.documentNumber(), "192.0.2.1"))
                .isEmpty();
        assertThat(lookup.status(entered.entryId(), Locale.ENGLISH).individual())
                .isFalse();
    }

    @Test
    void the_person_reads_what_was_sent_and_takes_it_back() {
        Map<String, String> cells = people.person();
        IndividualEntries.Sent sent = people.sent(cells);
        IndividualEntries.Proof proof = individuals
                .prove(sent.code(), cells.getOrDefault("document_number", ""), "192.0.2.1")
                .orElseThrow();

        assertThat(individuals.cells(proof)).containsAllEntriesOf(cells);

        individuals.withdraw(Actor.VISITOR, proof);

        EntryStatus status = lookup.status(sent.entryId(), Locale.ENGLISH);
        assertThat(status.state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(status.isWithdrawable()).isFalse();
    }
}
