package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.citizen.EntryStatus;
import vn.khanhhoa.thecovid.citizen.StatusLookup;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryFilter;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** A duplicate and a suspected forgery: outside of the agency nobody can tell which of them it was. */
@InPortal
class ReasonsThatStayInsideIT {
    private static final String NOTE = "Trùng với Công ty khác, giấy tờ nghi giả";

    @Inject
    private TestLists lists;

    @Inject
    private TestIndividuals individuals;

    @Inject
    private TestDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Proposals proposals;

    @Inject
    private Reasons reasons;

    @Inject
    private EntryReading reading;

    @Inject
    private StatusLookup lookup;

    @Test
    void the_organisation_reads_the_same_of_both_as_of_a_plain_need_to_verify_and_no_note() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 3);
        List<EntryView> entries = reading.ofList(officer, list, Optional.empty(), 0, 3);
        Actor reviewer = lists.reviewer("SCT");
        refuse(reviewer, entries.get(0), "R07");
        refuse(reviewer, entries.get(1), "R14");
        refuse(reviewer, entries.get(2), "R90");
        approveSuspicion(reviewer, lists.head("SCT"));

        List<EntryReading.OwnEntry> outside =
                reading.after(officer, list, EntryFilter.of(Optional.empty()), Optional.empty(), 10);
        assertThat(outside)
                .extracting(
                        own -> own.entry().state(),
                        own -> own.entry().reasonCode(),
                        own -> own.entry().reasonText())
                .containsOnly(tuple(EntryState.REFUSED, "R90", ""));
        assertThat(reading.own(officer, entries.get(1).id()).reasonCode()).isEqualTo("R90");
        assertThat(reviewing.history(reviewer, entries.get(0).id()))
                .extracting(PastDecision::reasonCode, PastDecision::reasonText)
                .contains(tuple("R07", NOTE));
    }

    @Test
    void the_person_reads_the_same_of_both_and_no_note() {
        Actor reviewer = lists.reviewer("UBND-22327");
        long duplicate = sent();
        long suspected = sent();
        refuse(reviewer, reviewed(reviewer, duplicate), "R07");
        refuse(reviewer, reviewed(reviewer, suspected), "R14");
        approveSuspicion(reviewer, lists.head("UBND-22327"));

        for (Locale language : List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH)) {
            EntryStatus ofDuplicate = lookup.status(duplicate, language);
            EntryStatus ofSuspected = lookup.status(suspected, language);
            assertThat(ofSuspected.state()).isEqualTo(EntryState.REFUSED);
            assertThat(ofSuspected.reason()).isNotEmpty().isEqualTo(ofDuplicate.reason());
            assertThat(ofDuplicate.reasonText()).isEmpty();
            assertThat(ofSuspected.reasonText()).isEmpty();
        }
    }

    @Test
    void other_reasons_go_out_with_their_notes() {
        Actor officer = lists.factory();
        PublicId list = lists.submitted(officer, 1);
        EntryView entry = reading.ofList(officer, list, Optional.empty(), 0, 1).get(0);
        refuse(lists.reviewer("SCT"), entry, "R01");

        EntryView refused = reading.own(officer, entry.id());
        assertThat(refused.reasonCode()).isEqualTo("R01");
        assertThat(refused.reasonText()).isEqualTo(NOTE);
    }

    @Test
    void programs_are_given_a_catalogue_without_them() {
        assertThat(reasons.outward())
                .extracting(Reason::code)
                .contains("R01", "R90", "R99")
                .doesNotContain("R07", "R14")
                .doesNotHaveDuplicates();
    }

    private long sent() {
        Map<String, String> cells = individuals.person();
        cells.put("phone", "");
        return individuals.sent(cells).entryId();
    }

    private EntryView reviewed(Actor reviewer, long entryId) {
        return reading.forReview(
                reviewer, reading.ofPerson(entryId).orElseThrow().id());
    }

    private void refuse(Actor reviewer, EntryView entry, String reason) {
        reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.REFUSE, reason, NOTE, true);
    }

    private void approveSuspicion(Actor reviewer, Actor head) {
        Proposals.Batch batch = proposals.batches(head).stream()
                .filter(each -> each.proposerId() == reviewer.accountId())
                .findFirst()
                .orElseThrow();
        desk.worksOff(proposals.approve(head, batch.key(), batch.shown(), true));
    }
}
