package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** What people were told; the jobs run here and now, whatever the scheduler does beside. */
@ApplicationScoped
public class TestTelling {
    private static final int MANY = 1_000;

    @Inject
    private TellingJob job;

    @Inject
    private Outbox outbox;

    @Inject
    private TestLists lists;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    public void tell() {
        job.run();
    }

    /** Does some work whose news the scheduler leaves alone, and names the tasks that it left. */
    @Transactional(Transactional.TxType.NEVER)
    public List<Long> untold(Callable<?> work) {
        return lists.inTransaction(() -> {
            long before = sql.number("SELECT NEXT VALUE FOR notification_task_seq");
            work.call();
            sql.update("UPDATE notification_task SET next_try = '2200-01-01' WHERE id > ?", before);
            return sql.list("SELECT id FROM notification_task WHERE id > ? ORDER BY id", row -> row.getLong(1), before);
        });
    }

    /** Of an entry, to its person, the oldest first. */
    public List<MessageView> toPersonOf(long entryId) {
        return byCause("t%/e" + entryId + "/%");
    }

    private List<MessageView> byCause(String pattern) {
        return sql
                .list(
                        "SELECT public_id FROM notification_message WHERE cause_key LIKE ? ORDER BY created_at, id",
                        row -> Sql.publicId(row, "public_id"),
                        pattern)
                .stream()
                .map(id -> outbox.message(TestAccounts.ADMINISTRATOR, id))
                .toList();
    }

    /** The newest first. */
    public List<MessageView> to(String recipient) {
        return outbox.list(TestAccounts.ADMINISTRATOR, OutboxFilter.to(recipient), Optional.empty(), MANY);
    }

    /** As its recipient gets it, whatever an administrator may see of it. */
    public String words(MessageView message) {
        return cipher.open(sql.list(
                        "SELECT body FROM notification_message WHERE public_id = ?",
                        row -> row.getBytes(1),
                        message.id())
                .get(0));
    }

    public String text(MessageView message) {
        return outbox.open(TestAccounts.ADMINISTRATOR, message.id()).body();
    }

    public long entryId(PublicId entry) {
        return sql.number("SELECT id FROM stafflist_entry WHERE public_id = ?", entry);
    }

    /** What lies in the database of a message. */
    public String stored(PublicId message) {
        return sql.list(
                        "SELECT CONCAT_WS('|', recipient, subject, CONVERT(body USING latin1), CONVERT(sealed_recipient"
                                + " USING latin1), HEX(recipient_hash)) FROM notification_message WHERE public_id = ?",
                        row -> row.getString(1),
                        message)
                .get(0);
    }
}
