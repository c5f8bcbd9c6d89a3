package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** An officer signs out, applies by the public page, and signs in again to decide. */
@InPortal
class ApplyingUnderOnesOwnNameIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestIndividuals individuals;

    @Inject
    private EntryReading reading;

    @Inject
    private Reviewing reviewing;

    @Inject
    private OwnNumbers numbers;

    @Inject
    private Proposals proposals;

    @Inject
    private TestDesk desk;

    @Test
    void nobody_approves_alone_who_has_their_own_name_however_it_is_written() {
        Actor colleague = lists.reviewer("UBND-22327");
        Actor officer = lists.member(colleague.agencyId(), Role.REVIEWER, "Ông Tạ Văn Quý, Văn phòng");
        EntryView own = sent("TẠ VĂN QUÍ");
        EntryView other = sent("Tạ Quý");

        assertThat(foreseen(officer, own)).isEqualTo(Why.OWN_NAME.name());
        assertThat(foreseen(colleague, own)).isEqualTo(Why.ALONE.name());
        assertThat(decide(officer, own, Outcome.REFUSE, "R01", false)).isEqualTo(Why.ALONE);

        EntryView again = sent("Tạ Văn Quý");
        assertThat(decide(officer, again, Outcome.APPROVE, "", true)).isEqualTo(Why.OWN_NAME);
        assertThat(reading.desk(colleague, again.id()).stage().name()).isEqualTo("PROPOSED");
        assertThat(foreseen(officer, other)).isEqualTo(Why.ALONE.name());
    }

    @Test
    void nobody_decides_at_all_what_was_asked_for_with_their_own_phone_document_or_mail() {
        Actor officer = lists.reviewer("UBND-22327");
        Actor colleague = lists.reviewer("UBND-22327");
        Map<String, String> byPhone = individuals.person();
        byPhone.put("phone", "0905 777 001");
        Map<String, String> byDocument = individuals.person();
        numbers.enter(
                TestAccounts.ADMINISTRATOR,
                desk.idOf(officer),
                "+84905777001",
                byDocument.getOrDefault("document_number", ""));

        for (EntryView own : List.of(sent(byPhone), sent(byDocument))) {
            assertThat(reviewing.closed(officer, own)).contains("stafflist.own-request");
            assertThat(reviewing.closed(colleague, own)).isEmpty();
            assertThat(foreseen(officer, own)).isEqualTo("stafflist.own-request");
            for (Outcome outcome : List.of(Outcome.APPROVE, Outcome.RETURN)) {
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> decide(officer, own, outcome, outcome == Outcome.RETURN ? "R03" : "", true))
                        .withMessageContaining("stafflist.own-request");
            }
            assertThat(decide(colleague, own, Outcome.APPROVE, "", true)).isEqualTo(Why.ALONE);
        }
        assertThat(reviewing.closed(officer, sent("Lý Thị Khác"))).isEmpty();
        assertThat(numbers.shown(TestAccounts.ADMINISTRATOR, desk.idOf(officer)).phone())
                .isEqualTo("•••••••001");
    }

    @Test
    void a_head_does_not_agree_to_what_is_their_own_either() {
        Actor head = lists.head("UBND-22327");
        Map<String, String> cells = individuals.person();
        cells.put("phone", "0905777002");
        numbers.enter(TestAccounts.ADMINISTRATOR, desk.idOf(head), "0905777002", "");
        EntryView own = sent(cells);
        Actor proposer = lists.reviewer("UBND-22327");
        assertThat(decide(proposer, own, Outcome.REFUSE, "R14", true)).isEqualTo(Why.FORGERY);

        Proposals.Batch batch = desk.proposed(head, proposer);
        desk.worksOff(proposals.approve(head, batch.key(), batch.shown(), true));

        assertThat(reading.forReview(proposer, own.id()).state()).isEqualTo(EntryState.PENDING);
    }

    @Test
    void many_are_looked_at_with_one_question() {
        Actor reviewer = lists.reviewer("SCT");
        Actor sender = lists.factory();
        List<Long> few = desk.entries(sender, lists.submitted(sender, 2)).stream()
                .map(EntryView::entryId)
                .toList();
        List<Long> many = desk.entries(sender, lists.submitted(sender, 12)).stream()
                .map(EntryView::entryId)
                .toList();
        Verdict approval = new Verdict(reviewer, Outcome.APPROVE, "", "");

        assertThat(desk.questions(() -> reviewing.foresee(reviewer, many, approval)))
                .isEqualTo(desk.questions(() -> reviewing.foresee(reviewer, few, approval)));
    }

    private EntryView sent(Map<String, String> cells) {
        return reading.byCode(individuals.sent(cells).code()).orElseThrow();
    }

    private EntryView sent(String name) {
        Map<String, String> cells = individuals.person();
        cells.put("full_name", name);
        return sent(cells);
    }

    private String foreseen(Actor by, EntryView entry) {
        Verdict approval = new Verdict(by, Outcome.APPROVE, "", "");
        return reviewing.foresee(by, List.of(entry.entryId()), approval).get(0).what();
    }

    private Why decide(Actor by, EntryView entry, Outcome outcome, String reason, boolean atOnce) {
        PublicId id = entry.id();
        return reviewing
                .decide(by, id, entry.version(), outcome, reason, "", atOnce)
                .why();
    }
}
