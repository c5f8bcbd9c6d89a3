package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

@InPortal
class ReadingTheInboxIT {
    private static final AtomicLong ACCOUNTS = new AtomicLong(7_000_000);
    private static final String KIND = "notification.told.list-decided";

    @Inject
    private Inbox inbox;

    @Inject
    private Event<AccountsTold> told;

    @Resource
    private UserTransaction transaction;

    private final Actor reader = anybody();
    private final Actor other = anybody();

    @Test
    void any_module_tells_accounts_by_an_event_in_its_transaction() throws Exception {
        transaction.begin();
        told.fire(AccountsTold.of(
                List.of(reader.accountId(), other.accountId()), KIND, "/agency/review-queue", "Ca sáng", 12, 0, 0));
        transaction.commit();

        assertThat(inbox.unread(reader)).isEqualTo(1);
        InboxItem item = items().get(0);
        assertThat(item.kind()).isEqualTo(KIND);
        assertThat(item.gaps()).containsExactly("Ca sáng", "12", "0", "0");
        assertThat(item.read()).isFalse();
        assertThat(inbox.unread(other)).isEqualTo(1);
    }

    @Test
    void what_rolled_back_was_not_told() throws Exception {
        transaction.begin();
        told.fire(AccountsTold.of(List.of(reader.accountId()), KIND, "/agency/home"));
        transaction.rollback();

        assertThat(inbox.unread(reader)).isZero();
    }

    @Test
    void more_than_ten_gaps_keep_their_order() throws Exception {
        tell("/a", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

        assertThat(items().get(0).gaps()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    }

    @Test
    void opening_marks_it_as_read_and_leads_on() throws Exception {
        tell("/organisation/registration");

        assertThat(inbox.open(reader, items().get(0).id())).isEqualTo("/organisation/registration");
        assertThat(inbox.unread(reader)).isZero();
        assertThat(items().get(0).read()).isTrue();
    }

    @Test
    void what_another_was_told_does_not_exist() throws Exception {
        tell("/organisation/registration");
        PublicId id = items().get(0).id();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> inbox.open(other, id));
        inbox.readAll(other);
        assertThat(inbox.unread(reader)).isEqualTo(1);
    }

    @Test
    void all_are_marked_as_read_together() throws Exception {
        tell("/a");
        tell("/b");
        inbox.readAll(reader);

        assertThat(inbox.unread(reader)).isZero();
    }

    @Test
    void older_ones_follow_page_by_page() throws Exception {
        for (int i = 0; i < 5; i++) {
            tell("/p" + i);
        }
        List<InboxItem> first = inbox.items(reader, Optional.empty(), 3);
        List<InboxItem> rest = inbox.items(reader, Optional.of(first.get(2).id()), 3);

        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(inbox.open(reader, rest.get(1).id())).isEqualTo("/p0");
    }

    @Test
    void nothing_leads_out_of_the_portal() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () -> told.fire(AccountsTold.of(List.of(reader.accountId()), KIND, "//elsewhere.example/")));
    }

    private void tell(String path, Object... gaps) throws Exception {
        transaction.begin();
        told.fire(AccountsTold.of(List.of(reader.accountId()), KIND, path, gaps));
        transaction.commit();
    }

    private List<InboxItem> items() {
        return inbox.items(reader, Optional.empty(), 10);
    }

    private static Actor anybody() {
        return new Actor(ACCOUNTS.incrementAndGet(), "", Role.REVIEWER, 0, 1);
    }
}
