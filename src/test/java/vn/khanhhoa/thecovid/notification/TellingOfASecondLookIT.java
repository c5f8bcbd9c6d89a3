package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.citizen.EntryStatus;
import vn.khanhhoa.thecovid.citizen.StatusLookup;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.review.Reopening;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;
import vn.khanhhoa.thecovid.stafflist.Withdrawing;

/** An approval is looked at again: its card is suspended, and whoever carries it hears so before a checkpoint does. */
@InPortal
class TellingOfASecondLookIT {
    private static final String WHY = "Nghi nhầm người";

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
    private Inbox inbox;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Reopening reopening;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private EntryReading reading;

    @Inject
    private StatusLookup lookup;

    @Resource
    private UserTransaction transaction;

    private Actor officer = Actor.VISITOR;
    private String email = "";

    @BeforeEach
    void a_factory_with_an_account() {
        officer = accounts.organisationOfficer(lists.factory().organisationId());
        email = administration
                .byNumber(TestAccounts.ADMINISTRATOR, Set.of(officer.accountId()))
                .values()
                .iterator()
                .next()
                .email();
    }

    @Test
    void the_person_and_the_organisation_hear_once_by_whom_and_where_to_ask_and_not_why() {
        EntryView entry = approved();
        reopen(entry);
        telling.tell();
        telling.tell();

        assertThat(kinds(entry))
                .containsExactly(MessageKind.PERSON_ENTERED, MessageKind.PERSON_APPROVED, MessageKind.PERSON_SUSPENDED);
        assertThat(telling.text(last(entry)))
                .contains("tam khoa", "So Cong Thuong", "/citizen/status")
                .contains(reading.code(officer, entry.id()).toString())
                .doesNotContainIgnoringCase("nghi nham");
        assertThat(mails()).hasSize(1);
        assertThat(telling.text(mails().get(0)))
                .contains("Sở Công Thương", entry.listName(), "tạm khóa", "is suspended")
                .contains("/organisation/entry?id=" + entry.id())
                .doesNotContain(entry.name(), WHY);
        List<InboxItem> items = inbox.items(officer, Optional.empty(), 10);
        assertThat(items)
                .filteredOn(item -> item.kind().equals("notification.told.entry-reopened"))
                .hasSize(1)
                .allSatisfy(item -> {
                    assertThat(item.gaps()).containsExactly("Sở Công Thương tỉnh Khánh Hòa", entry.listName());
                    assertThat(inbox.open(officer, item.id())).isEqualTo("/organisation/entry?id=" + entry.id());
                });
    }

    @Test
    void a_job_that_dies_on_the_way_tells_nobody_twice() throws Exception {
        EntryView entry = approved();
        List<Long> tasks = telling.untold(() -> reopen(entry));
        assertThat(tasks).hasSize(1);

        transaction.begin();
        steps.tell(tasks.get(0));
        transaction.rollback();
        assertThat(mails()).isEmpty();
        steps.tell(tasks.get(0));
        steps.tell(tasks.get(0));

        assertThat(kinds(entry))
                .filteredOn(MessageKind.PERSON_SUSPENDED::equals)
                .hasSize(1);
        assertThat(mails()).hasSize(1);
        assertThat(inbox.unread(officer)).isEqualTo(1);
    }

    @Test
    void approved_again_the_card_is_said_to_be_good_and_refused_again_to_be_revoked() {
        EntryView entry = approved();
        reopen(entry);
        telling.tell();
        decide(entry, Outcome.APPROVE, "");
        telling.tell();
        assertThat(last(entry).kind()).isEqualTo(MessageKind.PERSON_RESTORED);
        assertThat(telling.text(last(entry))).contains("dung duoc tu");

        reopen(entry);
        telling.tell();
        decide(entry, Outcome.REFUSE, "R01");
        telling.tell();

        assertThat(kinds(entry))
                .containsExactly(
                        MessageKind.PERSON_ENTERED,
                        MessageKind.PERSON_APPROVED,
                        MessageKind.PERSON_SUSPENDED,
                        MessageKind.PERSON_RESTORED,
                        MessageKind.PERSON_SUSPENDED,
                        MessageKind.PERSON_REVOKED);
        assertThat(telling.text(last(entry))).contains("bi thu hoi").doesNotContain("R01");
        assertThat(mails()).hasSize(2);
    }

    @Test
    void whose_card_is_lost_by_a_return_hears_so_though_the_organisation_is_to_mend_it() {
        EntryView entry = approved();
        reopen(entry);
        telling.tell();
        decide(entry, Outcome.RETURN, "R03");
        telling.tell();

        assertThat(last(entry).kind()).isEqualTo(MessageKind.PERSON_REVOKED);
    }

    @Test
    void whose_card_is_lost_because_the_organisation_withdrew_meanwhile_hears_so() {
        EntryView entry = approved();
        reopen(entry);
        telling.tell();
        withdrawing.withdraw(officer, entry.listPublicId(), List.of(entry.id()));
        telling.tell();

        assertThat(last(entry).kind()).isEqualTo(MessageKind.PERSON_REVOKED);
    }

    @Test
    void what_was_decided_before_it_could_be_told_is_told_as_it_is_then() {
        EntryView entry = approved();
        List<Long> tasks = telling.untold(() -> reopen(entry));
        decide(entry, Outcome.APPROVE, "");
        tasks.forEach(steps::tell);
        telling.tell();

        assertThat(kinds(entry))
                .containsExactly(MessageKind.PERSON_ENTERED, MessageKind.PERSON_APPROVED, MessageKind.PERSON_RESTORED);
        assertThat(mails()).isEmpty();
    }

    @Test
    void a_refusal_that_is_reconsidered_has_no_card_to_suspend_and_none_to_revoke() {
        EntryView entry = entered();
        decide(entry, Outcome.REFUSE, "R01");
        telling.tell();
        lists.reviewer("SCT");
        reopening.reconsider(officer, entry.id(), "Xin xem lại");
        telling.tell();
        decide(entry, Outcome.REFUSE, "R01");
        telling.tell();

        assertThat(kinds(entry))
                .containsExactly(MessageKind.PERSON_ENTERED, MessageKind.PERSON_REFUSED, MessageKind.PERSON_REFUSED);
        assertThat(mails()).isEmpty();
    }

    @Test
    void the_status_page_says_so_until_there_is_a_new_result() {
        EntryView entry = approved();
        assertThat(status(entry).isLookedAtAgain()).isFalse();

        reopen(entry);
        assertThat(status(entry).isLookedAtAgain()).isTrue();

        decide(entry, Outcome.APPROVE, "");
        assertThat(status(entry).isLookedAtAgain()).isFalse();
    }

    private EntryStatus status(EntryView entry) {
        return lookup.status(entry.entryId(), Locale.ENGLISH);
    }

    private EntryView entered() {
        ListFiles people = lists.people(officer, 1, 0);
        ListFiles.set(
                people.rows().get(0),
                "phone",
                "0986" + ThreadLocalRandom.current().nextInt(100_000, 999_999));
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        telling.tell();
        return reading.ofList(officer, list, Optional.empty(), 0, 10).get(0);
    }

    private EntryView approved() {
        EntryView entry = entered();
        decide(entry, Outcome.APPROVE, "");
        telling.tell();
        return entry;
    }

    /** By somebody who has not decided on it. */
    private void decide(EntryView entry, Outcome outcome, String reason) {
        reviewing.decide(lists.reviewer("SCT"), entry.id(), version(entry), outcome, reason, "", true);
    }

    private boolean reopen(EntryView entry) {
        reopening.reopen(lists.head("SCT"), entry.id(), version(entry), WHY);
        return true;
    }

    private int version(EntryView entry) {
        return reading.own(officer, entry.id()).version();
    }

    private List<MessageKind> kinds(EntryView entry) {
        return telling.toPersonOf(entry.entryId()).stream()
                .map(MessageView::kind)
                .toList();
    }

    private MessageView last(EntryView entry) {
        List<MessageView> messages = telling.toPersonOf(entry.entryId());
        return messages.get(messages.size() - 1);
    }

    /** To the organisation, of approvals that are looked at again. */
    private List<MessageView> mails() {
        return telling.to(email).stream()
                .filter(message -> message.kind() == MessageKind.ENTRY_REOPENED)
                .toList();
    }
}
