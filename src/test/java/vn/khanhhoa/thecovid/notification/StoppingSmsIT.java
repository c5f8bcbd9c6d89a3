package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestEntries;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
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
    private TestTelling telling;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    private final String phone = "0987" + ThreadLocalRandom.current().nextInt(100_000, 999_999);

    @Test
    void a_person_sees_which_number_gets_sms_and_no_more_of_it() {
        long entry = sent();

        assertThat(choices.choice(entry)).hasValue(new SmsChoices.Choice("•••••••" + phone.substring(7), false));
    }

    @Test
    void information_is_stopped_for_the_phone_whoever_shares_it_and_what_waits_does_not_leave() {
        long first = sent();
        telling.tell();
        assertThat(telling.toPersonOf(first)).hasSize(1);

        choices.stop(first);
        assertThat(telling.toPersonOf(first))
                .singleElement()
                .extracting(MessageView::state)
                .isEqualTo(MessageState.STOPPED);

        long second = sent();
        telling.tell();
        assertThat(telling.toPersonOf(second)).isEmpty();
        assertThat(choices.choice(second))
                .get()
                .extracting(SmsChoices.Choice::stopped)
                .isEqualTo(true);
    }

    @Test
    void decisions_and_cards_are_told_all_the_same() {
        long entry = sent();
        choices.stop(entry);
        approve(entry);
        telling.tell();

        assertThat(telling.toPersonOf(entry)).extracting(MessageView::kind).contains(MessageKind.PERSON_APPROVED);
        assertThat(last(telling.toPersonOf(entry)).state()).isEqualTo(MessageState.WAITING);
    }

    @Test
    void whoever_wants_them_again_gets_them_again() {
        long entry = sent();
        choices.stop(entry);
        choices.stop(entry);
        choices.allow(entry);
        long next = sent();
        telling.tell();

        assertThat(telling.toPersonOf(next)).hasSize(1);
    }

    @Test
    void without_a_number_there_is_nothing_to_choose() {
        assertThat(choices.choice(entries.pending().entryId())).isEmpty();
    }

    @Test
    void the_choice_leaves_its_mark_without_the_number() {
        long entry = sent();
        choices.stop(entry);

        assertThat(sql.list(
                        "SELECT details FROM audit_record WHERE action = 'notification.sms-stopped' AND subject_id = ?",
                        row -> row.getString(1),
                        id(entry).toString()))
                .singleElement()
                .asString()
                .doesNotContain(phone);
    }

    private long sent() {
        Map<String, String> cells = individuals.person();
        cells.put("phone", phone);
        return individuals.sent(cells).entryId();
    }

    private void approve(long entryId) {
        Actor commune = lists.reviewer("UBND-22327");
        EntryView entry = reading.forReview(commune, id(entryId));
        reviewing.decide(commune, entry.id(), entry.version(), Outcome.APPROVE, "", "", true);
    }

    private PublicId id(long entryId) {
        return sql.list(
                        "SELECT public_id FROM stafflist_entry WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        entryId)
                .get(0);
    }

    private static MessageView last(List<MessageView> messages) {
        return messages.get(messages.size() - 1);
    }
}
