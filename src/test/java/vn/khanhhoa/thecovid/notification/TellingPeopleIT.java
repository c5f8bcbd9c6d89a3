package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.notification.wording.SmsText;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.RegistrationConfirmed;
import vn.khanhhoa.thecovid.review.Proposals;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.review.TestDesk;
import vn.khanhhoa.thecovid.review.Why;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestIndividuals;
import vn.khanhhoa.thecovid.stafflist.TestLines;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Verdict;

@InPortal
class TellingPeopleIT {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private TestLists lists;

    @Inject
    private TestLines lines;

    @Inject
    private TestIndividuals individuals;

    @Inject
    private TestTelling telling;

    @Inject
    private TellingSteps steps;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Proposals proposals;

    @Inject
    private TestDesk desk;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> confirmed;

    @Resource
    private UserTransaction transaction;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;

    @BeforeEach
    void a_factory() {
        officer = lists.factory();
        reviewer = lists.reviewer("SCT");
    }

    @Test
    void whoever_is_named_in_a_list_hears_by_whom_what_for_and_how_to_look() {
        EntryView entry = entered("0905 111 222");

        MessageView message = only(entry);
        assertThat(message.kind()).isEqualTo(MessageKind.PERSON_ENTERED);
        assertThat(message.channel()).isEqualTo(Channel.SMS);
        assertThat(message.segments()).isBetween(1, 4);
        assertThat(telling.text(message))
                .contains(
                        "Don vi thu",
                        "de nghi cap the",
                        reading.code(officer, entry.id()).toString())
                .contains("/citizen/status", "/public/privacy")
                .matches("\\p{ASCII}*");
    }

    @Test
    void of_an_organisation_that_nobody_has_confirmed_people_hear_nothing_until_somebody_has() {
        officer = lists.factory("SUBMITTED");
        ListFiles people = withPhones(2);
        ListFiles.set(people.rows().get(1), "phone", freshPhone());
        List<EntryView> waiting = submitted(people);
        assertThat(waiting).extracting(EntryView::state).containsOnly(EntryState.WAITING);
        assertThat(waiting).allSatisfy(entry -> assertThat(messages(entry)).isEmpty());

        confirm();
        telling.tell();
        telling.tell();

        assertThat(waiting).allSatisfy(entry -> assertThat(only(entry).kind()).isEqualTo(MessageKind.PERSON_ENTERED));
        confirm();
        telling.tell();
        assertThat(waiting).allSatisfy(entry -> assertThat(messages(entry)).hasSize(1));
    }

    @Test
    void who_was_taken_off_before_the_organisation_was_confirmed_hears_nothing_at_all() {
        officer = lists.factory("SUBMITTED");
        EntryView entry = entered(freshPhone());
        sql.update("UPDATE stafflist_entry SET state = 'WITHDRAWN' WHERE id = ?", entry.entryId());

        confirm();
        telling.tell();

        assertThat(messages(entry)).isEmpty();
    }

    @Test
    void a_name_that_anybody_may_type_is_in_no_message_before_an_agency_has_approved_it() {
        Map<String, String> cells = individuals.person();
        cells.put("full_name", "Vietcombank báo trúng thưởng");
        cells.put("phone", freshPhone());
        long entryId = individuals.sent(cells).entryId();
        telling.tell();
        decideAsCommune(entryId, Outcome.REFUSE, "R01");

        assertThat(telling.toPersonOf(entryId))
                .extracting(MessageView::kind)
                .containsExactly(MessageKind.INDIVIDUAL_ENTERED, MessageKind.PERSON_REFUSED);
        assertThat(telling.toPersonOf(entryId))
                .allSatisfy(message -> assertThat(telling.text(message)).doesNotContainIgnoringCase("vietcombank"));
    }

    @Test
    void words_that_still_name_the_person_address_the_reader_instead() {
        sql.update("UPDATE notification_template SET body = CONCAT(body, ' {ho_ten}!') WHERE kind ="
                + " 'INDIVIDUAL_ENTERED' AND channel = 'SMS' AND language = 'vi'");
        Map<String, String> cells = individuals.person();
        cells.put("phone", freshPhone());
        long entryId = individuals.sent(cells).entryId();
        telling.tell();
        sql.update("UPDATE notification_template SET body = REPLACE(body, ' {ho_ten}!', '') WHERE kind ="
                + " 'INDIVIDUAL_ENTERED' AND channel = 'SMS' AND language = 'vi'");

        assertThat(telling.text(telling.toPersonOf(entryId).get(0)))
                .endsWith(" ong/ba!")
                .doesNotContain("Be Nam");
    }

    @Test
    void three_forms_without_an_account_reach_a_phone_on_a_day_and_what_comes_more_is_kept_with_the_reason() {
        String phone = freshPhone();
        List<Long> sent = new ArrayList<>();
        telling.untold(() -> IntStream.range(0, 5)
                        .mapToObj(time -> sent.add(individual(phone)))
                        .toList())
                .forEach(steps::tell);

        assertThat(sent)
                .flatExtracting(telling::toPersonOf)
                .extracting(MessageView::state)
                .containsExactly(
                        MessageState.WAITING,
                        MessageState.WAITING,
                        MessageState.WAITING,
                        MessageState.WITHHELD,
                        MessageState.WITHHELD);
        MessageView withheld = telling.toPersonOf(sent.get(3)).get(0);
        assertThat(withheld.lastError()).startsWith("more than 3 SMS");
        assertThat(withheld.state().isSentAgain()).isTrue();
    }

    @Test
    void ten_messages_of_any_kind_reach_a_phone_on_a_day_and_the_next_day_it_is_told_again() {
        String phone = freshPhone();
        ListFiles people = lists.people(officer, 12, 0);
        people.rows().forEach(row -> ListFiles.set(row, "phone", phone));
        List<EntryView> entries = submitted(people);

        assertThat(entries.stream()
                        .flatMap(entry -> messages(entry).stream())
                        .filter(message -> message.state() == MessageState.WITHHELD)
                        .count())
                .isEqualTo(2);

        sql.update(
                "UPDATE notification_message SET created_at = created_at - INTERVAL 1 DAY WHERE recipient_hash = (SELECT"
                        + " recipient_hash FROM notification_message WHERE public_id = ?)",
                only(entries.get(0)).id());
        assertThat(only(entered(phone)).state()).isEqualTo(MessageState.WAITING);
    }

    @Test
    void neither_the_number_nor_the_text_lies_in_the_database_in_clear() {
        MessageView message = only(entered("0905111223"));

        assertThat(message.recipient()).isEqualTo("•••••••223");
        assertThat(telling.stored(message.id())).doesNotContain("0905111223", "Don vi thu", "citizen");
        assertThat(telling.to("+84 905 111 223")).extracting(MessageView::id).contains(message.id());
    }

    @Test
    void a_landline_and_no_number_get_no_sms_and_hold_up_nobody() {
        ListFiles people = lists.people(officer, 3, 0);
        ListFiles.set(people.rows().get(0), "phone", "02583822222");
        ListFiles.set(people.rows().get(1), "phone", "");
        ListFiles.set(people.rows().get(2), "phone", "0905111224");
        List<EntryView> entries = submitted(people);

        assertThat(messages(entries.get(0))).isEmpty();
        assertThat(messages(entries.get(1))).isEmpty();
        assertThat(messages(entries.get(2))).hasSize(1);
    }

    @Test
    void a_foreigner_is_told_in_english() {
        ListFiles people = lists.people(officer, 1, 0);
        ListFiles.set(people.rows().get(0), "document_kind", "Hộ chiếu");
        ListFiles.set(
                people.rows().get(0), "document_number", "C" + TestLists.fresh().substring(2));
        ListFiles.set(people.rows().get(0), "phone", "0905111225");

        assertThat(telling.text(only(submitted(people).get(0)))).contains("has asked for a card");
    }

    @Test
    void nobody_is_told_twice_when_the_rest_of_the_list_is_sent_later() {
        PublicId list = lists.list(officer);
        ListFiles people = lists.people(officer, 2, 0);
        people.rows().forEach(row -> ListFiles.set(row, "phone", "0905111226"));
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        telling.tell();
        ListFiles more = lists.people(officer, 1, 0);
        ListFiles.set(more.rows().get(0), "phone", "0905111226");
        lists.upload(officer, list, more.xlsx());
        lists.submit(officer, list);
        telling.tell();

        List<EntryView> entries = entries(list);
        assertThat(entries)
                .hasSize(3)
                .allSatisfy(entry -> assertThat(messages(entry)).hasSize(1));
    }

    @Test
    void an_approval_comes_with_the_card_and_its_days() {
        EntryView entry = entered("0905111227");
        decide(entry, Outcome.APPROVE, "");

        MessageView message = last(entry);
        assertThat(message.kind()).isEqualTo(MessageKind.PERSON_APPROVED);
        assertThat(telling.text(message))
                .contains("da duoc cap", DAY.format(entry.validFrom()), DAY.format(entry.validTo()));
    }

    @Test
    void a_refusal_says_nothing_of_its_reason_whatever_that_is() {
        EntryView suspected = entered("0905111228");
        EntryView lacking = entered("0905111229");
        decide(suspected, Outcome.REFUSE, "R14");
        approved("R14");
        decide(lacking, Outcome.REFUSE, "R04");

        String ofSuspected = anonymous(suspected);
        assertThat(ofSuspected)
                .isEqualTo(anonymous(lacking))
                .contains("chua duoc chap thuan")
                .doesNotContainIgnoringCase("gia mao")
                .doesNotContain("Ghi chu");
    }

    @Test
    void what_the_organisation_has_to_mend_its_people_need_not_hear() {
        EntryView entry = entered("0905111230");
        decide(entry, Outcome.RETURN, "R03");

        assertThat(messages(entry)).extracting(MessageView::kind).containsExactly(MessageKind.PERSON_ENTERED);
    }

    @Test
    void a_change_and_a_leave_are_told_when_they_are_asked_for_and_when_they_are_decided() {
        EntryView approved = entered("0905111231");
        decide(approved, Outcome.APPROVE, "");
        lines.change(officer, approved, "position", "Tổ trưởng");
        lists.submit(officer, approved.listPublicId());
        telling.tell();
        EntryView change = newest(approved.listPublicId());
        decide(change, Outcome.APPROVE, "");

        assertThat(messages(change))
                .extracting(MessageView::kind)
                .containsExactly(MessageKind.PERSON_AMENDED, MessageKind.PERSON_CHANGED);
        assertThat(telling.text(messages(change).get(0))).contains("thay doi noi dung");
    }

    @Test
    void an_individual_is_told_of_every_step() {
        Map<String, String> cells = individuals.person();
        cells.put("phone", "0905111232");
        IndividualEntries.Sent sent = individuals.sent(cells);
        telling.tell();
        decideAsCommune(sent.entryId(), Outcome.RETURN, "R03");

        List<MessageView> messages = telling.toPersonOf(sent.entryId());
        assertThat(messages)
                .extracting(MessageView::kind)
                .containsExactly(MessageKind.INDIVIDUAL_ENTERED, MessageKind.PERSON_RETURNED);
        assertThat(telling.text(messages.get(0)))
                .contains("da nhan de nghi", sent.code().toString());
        assertThat(telling.text(messages.get(1))).contains("can bo sung").doesNotContain("du lieu can");
    }

    @Test
    void a_job_that_dies_half_way_leaves_nothing_half_told_and_tells_nothing_twice() throws Exception {
        List<EntryView> entries = submitted(withPhones(3));
        List<Long> tasks = telling.untold(() -> {
            for (EntryView entry : entries) {
                reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.REFUSE, "R04", "", true);
            }
            return null;
        });
        assertThat(tasks).hasSize(3);

        transaction.begin();
        steps.tell(tasks.get(0));
        transaction.rollback();
        assertThat(refusals(entries)).isZero();

        tasks.forEach(steps::tell);
        tasks.forEach(steps::tell);
        assertThat(refusals(entries)).isEqualTo(3);
    }

    @Test
    void one_piece_of_news_that_is_worked_off_again_makes_no_second_message() {
        EntryView entry = entered("0905111233");
        long task = telling.untold(
                        () -> reviewing.decide(reviewer, entry.id(), entry.version(), Outcome.REFUSE, "R04", "", true))
                .get(0);
        List<Object[]> row = sql.list(
                "SELECT news, subject_id, code, numbers, happened_at FROM notification_task WHERE id = ?",
                found -> new Object[] {
                    found.getString(1), found.getLong(2), found.getString(3), found.getBytes(4), found.getTimestamp(5)
                },
                task);
        steps.tell(task);
        Object[] kept = row.get(0);
        sql.update(
                "INSERT INTO notification_task (id, news, subject_id, code, numbers, happened_at, next_try) VALUES"
                        + " (?, ?, ?, ?, ?, ?, '2200-01-01')",
                task,
                kept[0],
                kept[1],
                kept[2],
                kept[3],
                kept[4]);
        steps.tell(task);

        assertThat(messages(entry)).hasSize(2);
    }

    @Test
    void a_decision_leaves_one_small_row_however_many_it_is_about() {
        List<EntryView> entries = submitted(withPhones(120));
        List<Long> tasks = telling.untold(() -> reviewing.decideMany(
                reviewer,
                entries.stream().collect(Collectors.toMap(EntryView::entryId, EntryView::version)),
                new Verdict(reviewer, Outcome.APPROVE, "", ""),
                0,
                true));

        assertThat(tasks).as("the decision, and the cards").hasSize(2);
        tasks.forEach(task -> {
            while (steps.tell(task)) {
                Thread.yield();
            }
        });
        assertThat(entries).allSatisfy(entry -> assertThat(last(entry).kind()).isEqualTo(MessageKind.PERSON_APPROVED));
    }

    private void decideAsCommune(long entryId, Outcome outcome, String reason) {
        Actor commune = lists.reviewer("UBND-22327");
        PublicId id = sql.list(
                        "SELECT public_id FROM stafflist_entry WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        entryId)
                .get(0);
        EntryView entry = reading.forReview(commune, id);
        reviewing.decide(commune, id, entry.version(), outcome, reason, "", true);
        telling.tell();
    }

    private void confirm() {
        lists.inTransaction(() -> {
            sql.update(
                    "UPDATE registry_registration SET state = 'CONFIRMED' WHERE organisation_id = ?",
                    officer.organisationId());
            confirmed.fire(new RegistrationConfirmed(
                    reviewer.accountId(), officer.organisationId(), reviewer.agencyId(), PublicId.random(), 1));
            return null;
        });
    }

    private long individual(String phone) {
        Map<String, String> cells = individuals.person();
        cells.put("phone", phone);
        return individuals.sent(cells).entryId();
    }

    private static String freshPhone() {
        return "0986" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
    }

    private EntryView entered(String phone) {
        ListFiles people = lists.people(officer, 1, 0);
        ListFiles.set(people.rows().get(0), "phone", phone);
        return submitted(people).get(0);
    }

    private ListFiles withPhones(int count) {
        ListFiles people = lists.people(officer, count, 0);
        people.rows().forEach(row -> ListFiles.set(row, "phone", "0905111240"));
        return people;
    }

    private List<EntryView> submitted(ListFiles people) {
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        telling.tell();
        return entries(list);
    }

    private List<EntryView> entries(PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 1_000);
    }

    private EntryView newest(PublicId list) {
        List<EntryView> entries = entries(list);
        return entries.get(entries.size() - 1);
    }

    private void decide(EntryView entry, Outcome outcome, String reason) {
        EntryView now = reading.own(officer, entry.id());
        reviewing.decide(
                reviewer,
                entry.id(),
                now.version(),
                outcome,
                reason,
                outcome == Outcome.REFUSE ? "Ghi chú riêng" : "",
                true);
        telling.tell();
    }

    /** A suspicion is only a proposal until a head has looked. */
    private void approved(String reason) {
        Proposals.BatchKey batch = new Proposals.BatchKey(reviewer.accountId(), Outcome.REFUSE, reason, Why.FORGERY);
        desk.worksOff(proposals.approve(lists.head("SCT"), batch, shown(batch), true));
        telling.tell();
    }

    private Proposals.Shown shown(Proposals.BatchKey key) {
        return proposals.batches(lists.head("SCT")).stream()
                .filter(batch -> batch.key().equals(key))
                .findFirst()
                .orElseThrow()
                .shown();
    }

    private List<MessageView> messages(EntryView entry) {
        return telling.toPersonOf(entry.entryId());
    }

    private MessageView only(EntryView entry) {
        assertThat(messages(entry)).hasSize(1);
        return messages(entry).get(0);
    }

    private MessageView last(EntryView entry) {
        List<MessageView> messages = messages(entry);
        return messages.get(messages.size() - 1);
    }

    private long refusals(List<EntryView> entries) {
        return entries.stream()
                .flatMap(entry -> messages(entry).stream())
                .filter(message -> message.kind() == MessageKind.PERSON_REFUSED)
                .count();
    }

    /** A message without what differs from person to person. */
    private String anonymous(EntryView entry) {
        String plain = SmsText.of(entry.name(), false).text();
        return telling.text(last(entry))
                .replace(plain, "X")
                .replace(reading.code(officer, entry.id()).toString(), "C");
    }
}
