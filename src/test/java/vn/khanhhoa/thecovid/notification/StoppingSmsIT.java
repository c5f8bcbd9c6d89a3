package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestEntries;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class StoppingSmsIT {
    @Inject
    private SmsChoices choices;

    @Inject
    private TestIndividuals individuals;

    @Inject
    private TestEntries entries;

    @Inject
    private TestLists lists;

    @Inject
    private TestLines lines;

    @Inject
    private TestTelling telling;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private Outbox outbox;

    @Inject
    private Dispatch dispatch;

    @Inject
    private Sql sql;

    private final String phone = "0987" + ThreadLocalRandom.current().nextInt(100_000, 999_999);

    private Actor officer = Actor.VISITOR;

    @BeforeEach
    void a_factory() {
        officer = lists.factory();
    }

    @Test
    void a_person_sees_which_number_gets_sms_and_no_more_of_it() {
        EntryView entry = approved();

        assertThat(choices.choice(entry.entryId()))
                .hasValue(new SmsChoices.Choice("•••••••" + phone.substring(7), false));
    }

    @Test
    void amendments_are_told_no_more_and_what_waits_does_not_leave() {
        EntryView first = approved();
        EntryView amendment = changed(first, "Tổ trưởng");
        assertThat(of(amendment)).extracting(MessageView::state).containsExactly(MessageState.WAITING);

        choices.stop(first.entryId());

        assertThat(of(amendment)).extracting(MessageView::state).containsExactly(MessageState.STOPPED);
        decide(amendment, Outcome.APPROVE);
        EntryView next = changed(amendment, "Tổ phó");
        assertThat(of(next)).isEmpty();
        assertThat(choices.choice(first.entryId()))
                .get()
                .extracting(SmsChoices.Choice::stopped)
                .isEqualTo(true);
    }

    @Test
    void what_had_failed_before_does_not_leave_when_it_is_sent_again() {
        EntryView stopped = approved();
        EntryView kept = approved();
        MessageView ofStopped = failed(changed(stopped, "Tổ trưởng"));
        MessageView ofKept = failed(changed(kept, "Tổ trưởng"));

        choices.stop(stopped.entryId());
        outbox.sendAgain(TestAccounts.ADMINISTRATOR, ofStopped.id());
        outbox.sendAgain(TestAccounts.ADMINISTRATOR, ofKept.id());

        assertThat(dispatch.claim(Actor.PORTAL, number(ofStopped))).isEmpty();
        assertThat(outbox.message(TestAccounts.ADMINISTRATOR, ofStopped.id()).state())
                .isEqualTo(MessageState.STOPPED);
        assertThat(dispatch.claim(Actor.PORTAL, number(ofKept))).isPresent();
    }

    private MessageView failed(EntryView entry) {
        MessageView message = of(entry).get(0);
        sql.update("UPDATE notification_message SET state = 'FAILED' WHERE public_id = ?", message.id());
        return message;
    }

    private long number(MessageView message) {
        return sql.number("SELECT id FROM notification_message WHERE public_id = ?", message.id());
    }

    @Test
    void other_requests_with_the_same_number_are_told_all_the_same() {
        EntryView stranger = approved();
        EntryView owner = approved();
        EntryView amendment = changed(owner, "Tổ trưởng");
        choices.stop(stranger.entryId());

        assertThat(of(amendment)).extracting(MessageView::state).containsExactly(MessageState.WAITING);
        EntryView later = entered();
        assertThat(of(later)).extracting(MessageView::kind).containsExactly(MessageKind.PERSON_ENTERED);
    }

    @Test
    void whoever_gives_a_number_in_a_form_without_an_account_can_stop_nothing_for_it() {
        EntryView owner = entered();
        long stranger = sent();
        telling.tell();

        assertThat(choices.choice(stranger)).isEmpty();
        choices.stop(stranger);

        assertThat(of(owner)).extracting(MessageView::state).containsExactly(MessageState.WAITING);
        assertThat(telling.toPersonOf(stranger)).extracting(MessageView::state).containsExactly(MessageState.WAITING);
    }

    @Test
    void the_first_notice_is_never_stopped() {
        EntryView entry = entered();
        choices.stop(entry.entryId());

        assertThat(of(entry))
                .singleElement()
                .extracting(MessageView::kind, MessageView::state)
                .containsExactly(MessageKind.PERSON_ENTERED, MessageState.WAITING);
    }

    @Test
    void decisions_and_cards_are_told_all_the_same() {
        EntryView entry = entered();
        choices.stop(entry.entryId());
        decide(entry, Outcome.APPROVE);

        assertThat(of(entry)).extracting(MessageView::kind).contains(MessageKind.PERSON_APPROVED);
        assertThat(of(entry)).extracting(MessageView::state).containsOnly(MessageState.WAITING);
    }

    @Test
    void whoever_wants_them_again_gets_them_again() {
        EntryView entry = approved();
        choices.stop(entry.entryId());
        choices.stop(entry.entryId());
        choices.allow(entry.entryId());

        assertThat(of(changed(entry, "Tổ trưởng"))).hasSize(1);
    }

    @Test
    void without_a_number_there_is_nothing_to_choose() {
        assertThat(choices.choice(entries.pending().entryId())).isEmpty();
    }

    @Test
    void the_choice_leaves_its_mark_without_the_number() {
        EntryView entry = entered();
        choices.stop(entry.entryId());

        assertThat(sql.list(
                        "SELECT details FROM audit_record WHERE action = 'notification.sms-stopped' AND subject_id = ?",
                        row -> row.getString(1),
                        entry.id().toString()))
                .singleElement()
                .asString()
                .doesNotContain(phone);
    }

    private EntryView entered() {
        ListFiles people = lists.people(officer, 1, 0);
        ListFiles.set(people.rows().get(0), "phone", phone);
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        telling.tell();
        return newest(list);
    }

    private EntryView approved() {
        EntryView entry = entered();
        decide(entry, Outcome.APPROVE);
        return reading.own(officer, entry.id());
    }

    private EntryView changed(EntryView entry, String position) {
        lines.change(officer, reading.own(officer, entry.id()), "position", position);
        lists.submit(officer, entry.listPublicId());
        telling.tell();
        return newest(entry.listPublicId());
    }

    private EntryView newest(PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100).stream()
                .max(Comparator.comparingLong(EntryView::entryId))
                .orElseThrow();
    }

    private long sent() {
        Map<String, String> cells = individuals.person();
        cells.put("phone", phone);
        return individuals.sent(cells).entryId();
    }

    private void decide(EntryView entry, Outcome outcome) {
        reviewing.decide(lists.reviewer("SCT"), entry.id(), entry.version(), outcome, "", "", true);
        telling.tell();
    }

    private List<MessageView> of(EntryView entry) {
        return telling.toPersonOf(entry.entryId());
    }
}
