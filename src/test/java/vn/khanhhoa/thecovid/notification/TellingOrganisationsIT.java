package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.registry.RegistrationConfirmed;
import vn.khanhhoa.thecovid.registry.RegistrationReturned;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class TellingOrganisationsIT {
    @Inject
    private TestLists lists;

    @Inject
    private TestAccounts accounts;

    @Inject
    private AccountAdministration administration;

    @Inject
    private TestTelling telling;

    @Inject
    private TellingSteps steps;

    @Inject
    private Digests digests;

    @Inject
    private Inbox inbox;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private String email = "";

    @BeforeEach
    void a_factory_with_an_account() {
        officer = accounts.organisationOfficer(lists.factory().organisationId());
        reviewer = lists.reviewer("SCT");
        email = administration
                .byNumber(TestAccounts.ADMINISTRATOR, Set.of(officer.accountId()))
                .values()
                .iterator()
                .next()
                .email();
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void whoever_sent_a_list_hears_how_many_requests_it_became() {
        lists.submitted(officer, 3);
        telling.tell();

        MessageView mail = mails(MessageKind.LIST_ENTERED).get(0);
        assertThat(mail.subject()).contains("đã gửi 3 đề nghị", "3 requests sent");
        assertThat(telling.text(mail)).contains("/organisation/staff-list-entries?id=", "Follow the results");
    }

    @Test
    void a_submission_that_is_told_of_twice_is_one_mail() {
        PublicId list = lists.submitted(officer, 2);
        telling.tell();
        long number = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
        sql.update(
                "INSERT INTO notification_task (id, news, subject_id, code, numbers, happened_at, next_try) VALUES (NEXT"
                        + " VALUE FOR notification_task_seq, 'LIST_ENTERED', ?, '2', ?, ?, ?)",
                number,
                ByteBuffer.allocate(Long.BYTES)
                        .putLong(sql.number("SELECT id FROM stafflist_submission WHERE list_id = ?", number))
                        .array(),
                clock.instant(),
                clock.instant());
        telling.tell();

        assertThat(mails(MessageKind.LIST_ENTERED)).hasSize(1);
    }

    @Test
    void of_two_submissions_on_their_way_at_once_each_tells_its_own_number() {
        PublicId list = lists.list(officer);
        lists.upload(officer, list, lists.people(officer, 3, 0).xlsx());
        String first = lists.send(officer, list);
        lists.upload(officer, list, lists.people(officer, 2, 0).xlsx());
        String second = lists.send(officer, list);

        lists.carry(second);
        lists.carry(first);
        telling.tell();

        assertThat(mails(MessageKind.LIST_ENTERED))
                .extracting(MessageView::subject)
                .hasSize(2)
                .anySatisfy(subject -> assertThat(subject).contains("đã gửi 3 đề nghị"))
                .anySatisfy(subject -> assertThat(subject).contains("đã gửi 2 đề nghị"));
    }

    @Test
    void decisions_are_gathered_until_there_are_no_more_for_two_minutes() {
        List<EntryView> entries = entries(lists.submitted(officer, 4));
        decide(entries.get(0), Outcome.APPROVE, "");
        telling.tell();
        clock.forward(Duration.ofSeconds(90));
        decide(entries.get(1), Outcome.APPROVE, "");
        decide(entries.get(2), Outcome.RETURN, "R03");
        clock.forward(Duration.ofSeconds(90));
        telling.tell();
        assertThat(mails(MessageKind.LIST_DECIDED)).isEmpty();

        clock.forward(Duration.ofSeconds(31));
        telling.tell();

        assertThat(mails(MessageKind.LIST_DECIDED)).hasSize(1);
        MessageView mail = mails(MessageKind.LIST_DECIDED).get(0);
        assertThat(mail.subject())
                .isEqualTo(
                        "Cổng Thẻ Covid: 2 đã duyệt, 1 trả lại để bổ sung / Covid Card Portal: 2 approved, 1 returned");
        assertThat(telling.text(mail)).contains("/organisation/staff-list-entries?id=");
        assertThat(entries).allSatisfy(entry -> assertThat(telling.text(mail)).doesNotContain(entry.name()));
    }

    @Test
    void the_first_news_waits_ten_minutes_at_most() {
        List<EntryView> entries = entries(lists.submitted(officer, 8));
        for (EntryView entry : entries.subList(0, 7)) {
            decide(entry, Outcome.APPROVE, "");
            telling.tell();
            clock.forward(Duration.ofSeconds(99));
        }
        telling.tell();

        assertThat(mails(MessageKind.LIST_DECIDED)).hasSize(1);
        assertThat(mails(MessageKind.LIST_DECIDED).get(0).subject()).contains("7 đã duyệt");
    }

    @Test
    void what_is_decided_after_a_mail_comes_with_the_next() {
        List<EntryView> entries = entries(lists.submitted(officer, 2));
        for (EntryView entry : entries) {
            decide(entry, Outcome.REFUSE, "R01");
            telling.tell();
            clock.forward(Duration.ofMinutes(3));
            telling.tell();
        }

        assertThat(mails(MessageKind.LIST_DECIDED))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.subject()).contains("1 từ chối"));
    }

    @Test
    void the_news_stands_in_the_portal_too_for_everybody_of_the_organisation() {
        EntryView entry = entries(lists.submitted(officer, 1)).get(0);
        decide(entry, Outcome.APPROVE, "");
        clock.forward(Duration.ofMinutes(3));
        telling.tell();

        InboxItem item = inbox.items(officer, Optional.empty(), 10).get(0);
        assertThat(item.kind()).isEqualTo("notification.told.list-decided");
        assertThat(item.gaps()).containsExactly(entry.listName(), "1", "0", "0");
        assertThat(inbox.open(officer, item.id()))
                .isEqualTo("/organisation/staff-list-entries?id=" + entry.listPublicId());
    }

    @Test
    void where_a_program_sent_the_list_the_administrator_hears_of_it() {
        Actor program =
                new Actor(officer.accountId() + 1_000_000_000L, "HRM", Role.API_CLIENT, officer.organisationId(), 0);
        lists.submitted(program, 1);
        telling.tell();

        assertThat(mails(MessageKind.LIST_ENTERED)).hasSize(1);
    }

    @Test
    void a_registration_that_was_judged_is_told_at_once() {
        long agency = reviewer.agencyId();
        lists.inTransaction(() -> {
            trail.fire(new RegistrationReturned(
                    reviewer.accountId(), officer.organisationId(), agency, PublicId.random(), 1, "R02", "Riêng tư"));
            trail.fire(new RegistrationConfirmed(
                    reviewer.accountId(), officer.organisationId(), agency, PublicId.random(), 2));
            return null;
        });
        telling.tell();

        assertThat(telling.text(mails(MessageKind.REGISTRATION_RETURNED).get(0)))
                .contains("Phương án phòng, chống dịch hoặc bản cam kết còn thiếu", "Sở Công Thương")
                .doesNotContain("Riêng tư");
        assertThat(mails(MessageKind.REGISTRATION_CONFIRMED)).hasSize(1);
        assertThat(inbox.unread(officer)).isEqualTo(2);
    }

    @Test
    void a_digest_that_dies_before_its_end_is_told_once() throws Exception {
        EntryView entry = entries(lists.submitted(officer, 1)).get(0);
        List<Long> tasks = telling.untold(() -> {
            decide(entry, Outcome.APPROVE, "");
            return null;
        });
        tasks.forEach(steps::tell);
        assertThat(digests.due(1_000)).doesNotContain(entry.listId());
        digests.tell(entry.listId());
        digests.tell(entry.listId());

        assertThat(mails(MessageKind.LIST_DECIDED)).hasSize(1);
    }

    @Test
    void what_a_task_has_still_to_tell_when_its_digest_leaves_comes_with_the_next_mail() {
        List<EntryView> entries = entries(lists.submitted(officer, 2));
        long listId = entries.get(0).listId();
        long task = telling.untold(() -> {
                    decide(entries.get(0), Outcome.REFUSE, "R01");
                    return null;
                })
                .get(0);
        steps.tell(task);
        digests.tell(listId);
        // The second step of a task that is too large for one.
        sql.update(
                "INSERT INTO notification_task (id, news, subject_id, code, numbers, happened_at, next_try) VALUES (?,"
                        + " 'ENTRIES_DECIDED', 0, 'REFUSE', ?, ?, '2200-01-01')",
                task,
                ByteBuffer.allocate(Long.BYTES)
                        .putLong(entries.get(1).entryId())
                        .array(),
                clock.instant());
        steps.tell(task);
        digests.tell(listId);

        assertThat(mails(MessageKind.LIST_DECIDED))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.subject()).contains("1 từ chối"));
    }

    private void decide(EntryView entry, Outcome outcome, String reason) {
        reviewing.decide(reviewer, entry.id(), entry.version(), outcome, reason, "", true);
    }

    private List<EntryView> entries(PublicId list) {
        return reading.ofList(officer, list, Optional.empty(), 0, 100);
    }

    private List<MessageView> mails(MessageKind kind) {
        return telling.to(email).stream()
                .filter(message -> message.kind() == kind)
                .toList();
    }
}
