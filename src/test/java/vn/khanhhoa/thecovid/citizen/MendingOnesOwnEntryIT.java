package vn.khanhhoa.thecovid.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;
import vn.khanhhoa.thecovid.stafflist.TestEntries;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;

@InPortal
class MendingOnesOwnEntryIT {
    @Inject
    private OwnEntry own;

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

        assertThat(own.prove(sent.entryId(), number.substring(8))).isEmpty();
        assertThat(own.prove(sent.entryId(), "0" + number)).isEmpty();
        assertThat(own.prove(sent.entryId(), number.substring(0, 3) + " " + number.substring(3)))
                .isPresent();
    }

    @Test
    void after_five_wrong_numbers_the_right_one_is_refused_too() {
        Map<String, String> cells = people.person();
        IndividualEntries.Sent sent = people.sent(cells);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(own.prove(sent.entryId(), "05618500000" + attempt)).isEmpty();
        }

        assertThat(own.prove(sent.entryId(), cells.getOrDefault("document_number", "")))
                .isEmpty();
    }

    @Test
    void what_an_organisation_sent_is_not_the_persons_to_change() {
        TestEntries.Entered entered = entries.pending();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> own.prove(entered.entryId(), "056185000000"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> own.withdraw(new OwnEntry.Proven(entered.entryId())));
        assertThat(lookup.status(entered.entryId(), Locale.ENGLISH).individual())
                .isFalse();
    }

    @Test
    void the_person_reads_what_was_sent_and_takes_it_back() {
        Map<String, String> cells = people.person();
        IndividualEntries.Sent sent = people.sent(cells);
        OwnEntry.Proven proven = own.prove(sent.entryId(), cells.getOrDefault("document_number", ""))
                .orElseThrow();

        assertThat(own.cells(proven)).containsAllEntriesOf(cells);

        own.withdraw(proven);

        EntryStatus status = lookup.status(sent.entryId(), Locale.ENGLISH);
        assertThat(status.state()).isEqualTo(EntryState.WITHDRAWN);
        assertThat(status.isWithdrawable()).isFalse();
    }
}
