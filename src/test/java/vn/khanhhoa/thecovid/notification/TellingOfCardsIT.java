package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.card.CardAct;
import vn.khanhhoa.thecovid.card.CardBulks;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardFilter;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.TestReminders;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Amending;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** What officers do to a card, and that it ends soon: its holder hears of it, and the organisation of what concerns it. */
@InPortal
class TellingOfCardsIT {
    private static final Actor HEALTH = new Actor(7_011, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);
    private static final String WHY = "Dương tính ngày 12";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private TestLists lists;

    @Inject
    private TestAccounts accounts;

    @Inject
    private AccountAdministration administration;

    @Inject
    private TestTelling telling;

    @Inject
    private TestReminders reminders;

    @Inject
    private TellingSteps steps;

    @Inject
    private Digests digests;

    @Inject
    private Inbox inbox;

    @Inject
    private CardControl control;

    @Inject
    private CardBulks bulks;

    @Inject
    private CardQueries cards;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Amending amending;

    @Inject
    private EntryReading reading;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private String email = "";

    @SuppressWarnings("NullAway.Init") // before each test
    private EntryView entry;

    @BeforeEach
    void somebody_with_a_card_and_a_phone() {
        officer = accounts.organisationOfficer(lists.factory().organisationId());
        email = administration
                .byNumber(TestAccounts.ADMINISTRATOR, Set.of(officer.accountId()))
                .values()
                .iterator()
                .next()
                .email();
        ListFiles people = lists.people(officer, 1, 0);
        ListFiles.set(
                people.rows().get(0),
                "phone",
                "0987" + ThreadLocalRandom.current().nextInt(100_000, 999_999));
        PublicId list = lists.list(officer);
        lists.upload(officer, list, people.xlsx());
        lists.submit(officer, list);
        entry = reading.ofList(officer, list, Optional.empty(), 0, 10).get(0);
        reviewing.decide(lists.reviewer("SCT"), entry.id(), entry.version(), Outcome.APPROVE, "", "", true);
        telling.tell();
        digests.tell(entry.listId());
    }

    @Test
    void whose_card_an_officer_suspends_and_restores_hears_both_and_not_why() {
        List<Long> suspended = telling.untold(() -> suspend());
        telling.tell();
        assertThat(news()).as("not at once").isEmpty();
        suspended.forEach(steps::tell);
        suspended.forEach(steps::tell);
        assertThat(news()).containsExactly(MessageKind.PERSON_CARD_SUSPENDED);
        assertThat(telling.text(last()))
                .contains("tam khoa", "/citizen/status")
                .doesNotContainIgnoringCase("duong tinh")
                .doesNotContainIgnoringCase("y te");

        telling.untold(() -> restore()).forEach(steps::tell);
        assertThat(news()).containsExactly(MessageKind.PERSON_CARD_SUSPENDED, MessageKind.PERSON_CARD_RESTORED);
        assertThat(telling.text(last())).contains("mo lai", DAY.format(entry.validTo()));
        assertThat(mails()).as("the organisation").isEmpty();
    }

    @Test
    void what_is_undone_before_it_is_told_is_not_told() {
        List<Long> suspended = telling.untold(() -> suspend());
        List<Long> restored = telling.untold(() -> restore());
        suspended.forEach(steps::tell);
        restored.forEach(steps::tell);

        assertThat(news()).isEmpty();
    }

    @Test
    void what_was_told_is_put_right_whatever_came_in_between() {
        telling.untold(() -> suspend()).forEach(steps::tell);
        List<Long> restored = telling.untold(() -> restore());
        List<Long> again = telling.untold(() -> suspend());
        restored.forEach(steps::tell);
        again.forEach(steps::tell);
        assertThat(news()).as("as it was told").containsExactly(MessageKind.PERSON_CARD_SUSPENDED);

        List<Long> revoked = telling.untold(() -> revoke());
        revoked.forEach(steps::tell);
        assertThat(news()).containsExactly(MessageKind.PERSON_CARD_SUSPENDED, MessageKind.PERSON_CARD_REVOKED);
    }

    @Test
    void of_a_revocation_the_organisation_hears_too_without_a_name() {
        telling.untold(() -> revoke()).forEach(steps::tell);
        digests.tell(entry.listId());
        digests.tell(entry.listId());

        assertThat(news()).containsExactly(MessageKind.PERSON_CARD_REVOKED);
        assertThat(telling.text(last())).contains("thu hoi").doesNotContainIgnoringCase("duong tinh");
        assertThat(mails()).hasSize(1);
        assertThat(telling.text(mails().get(0)))
                .contains("1 thẻ bị thu hồi", entry.listName())
                .doesNotContain(entry.name(), WHY);
        assertThat(inbox.items(officer, Optional.empty(), 10))
                .filteredOn(item -> item.kind().equals("notification.told.list-cards"))
                .singleElement()
                .satisfies(item -> assertThat(item.gaps()).containsExactly(entry.listName(), "0", "1", "0"));
    }

    @Test
    void a_renewal_is_told_with_its_last_day_and_so_is_its_end() {
        LocalDate until = LocalDate.now(clock).plusDays(150);
        PublicId bulk = renewal(until);
        assertThat(news()).as("not at once").isEmpty();
        List<Long> renewed = tasks(News.CARDS_RENEWED);
        renewed.forEach(steps::tell);
        renewed.forEach(steps::tell);
        digests.tell(entry.listId());
        assertThat(news()).containsExactly(MessageKind.PERSON_RENEWED);
        assertThat(telling.text(last())).contains("gia han den " + DAY.format(until));
        assertThat(telling.text(mails().get(0))).contains("1 thẻ được gia hạn");

        bulks.undo(HEALTH, bulk);
        finished(bulk);
        tasks(News.CARDS_RENEWED).forEach(steps::tell);
        assertThat(news()).containsExactly(MessageKind.PERSON_RENEWED, MessageKind.PERSON_RENEWAL_UNDONE);
        assertThat(telling.text(last())).contains(DAY.format(entry.validTo()));
    }

    @Test
    void a_renewal_that_is_undone_before_it_is_told_is_not_told() {
        PublicId bulk = renewal(LocalDate.now(clock).plusDays(150));
        bulks.undo(HEALTH, bulk);
        finished(bulk);
        tasks(News.CARDS_RENEWED).forEach(steps::tell);
        digests.tell(entry.listId());

        assertThat(news()).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @Test
    void whose_card_ends_soon_is_reminded_once_and_the_organisation_with_them() {
        reminders.remind();
        telling.tell();
        assertThat(news()).as("too early").isEmpty();

        endsIn(4);
        reminders.remind();
        reminders.remind();
        telling.tell();
        telling.tell();
        digests.tell(entry.listId());

        assertThat(news()).containsExactly(MessageKind.PERSON_ENDING);
        assertThat(telling.text(last()))
                .contains("het han sau ngay " + DAY.format(LocalDate.now(clock).plusDays(4)));
        assertThat(mails()).hasSize(1);
        assertThat(telling.text(mails().get(0))).contains("1 thẻ sắp hết hạn").doesNotContain(entry.name());
    }

    @Test
    void whose_renewal_is_asked_for_already_is_not_reminded() {
        endsIn(4);
        amending.renew(
                officer,
                entry.listPublicId(),
                List.of(entry.id()),
                LocalDate.now(clock).plusDays(90));
        lists.submit(officer, entry.listPublicId());
        reminders.remind();
        telling.tell();

        assertThat(news()).doesNotContain(MessageKind.PERSON_ENDING);
    }

    private void endsIn(int days) {
        LocalDate end = LocalDate.now(clock).plusDays(days);
        LocalDate begin = end.minusDays(30);
        sql.update("UPDATE card_card SET valid_from = ?, valid_to = ? WHERE entry_id = ?", begin, end, entry.entryId());
        sql.update("UPDATE stafflist_entry SET valid_from = ?, valid_to = ? WHERE id = ?", begin, end, entry.entryId());
    }

    private PublicId renewal(LocalDate until) {
        CardFilter one = new CardFilter(card().number().toString(), "", Optional.empty());
        PublicId bulk = bulks.prepare(HEALTH, one, CardAct.RENEW, WHY, until);
        bulks.begin(HEALTH, bulk);
        finished(bulk);
        assertThat(card().validTo()).isEqualTo(until);
        return bulk;
    }

    private void finished(PublicId bulk) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!bulks.progress(HEALTH, bulk).finished()) {
            assertThat(System.nanoTime()).as("still under way").isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Of which nobody was told yet; those of other tests among them. */
    private List<Long> tasks(News news) {
        return sql.list(
                "SELECT id FROM notification_task WHERE news = ? ORDER BY id", row -> row.getLong(1), news.name());
    }

    private boolean suspend() {
        control.suspend(HEALTH, card().id(), card().version(), WHY);
        return true;
    }

    private boolean restore() {
        control.restore(HEALTH, card().id(), card().version(), WHY);
        return true;
    }

    private boolean revoke() {
        control.revoke(HEALTH, card().id(), card().version(), WHY);
        assertThat(card().state()).isEqualTo(CardState.REVOKED);
        return true;
    }

    private CardView card() {
        return cards.ofEntry(entry.entryId()).orElseThrow();
    }

    /** What the person was told since there is a card. */
    private List<MessageKind> news() {
        return telling.toPersonOf(entry.entryId()).stream()
                .map(MessageView::kind)
                .filter(kind -> kind != MessageKind.PERSON_ENTERED
                        && kind != MessageKind.PERSON_APPROVED
                        && kind != MessageKind.PERSON_AMENDED)
                .toList();
    }

    private MessageView last() {
        List<MessageView> messages = telling.toPersonOf(entry.entryId());
        return messages.get(messages.size() - 1);
    }

    private List<MessageView> mails() {
        return telling.to(email).stream()
                .filter(message -> message.kind() == MessageKind.LIST_CARDS)
                .toList();
    }
}
