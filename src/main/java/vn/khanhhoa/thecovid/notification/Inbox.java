package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.web.OwnPath;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What an account is told inside the portal. Other modules tell it by firing {@link AccountsTold}. */
@UseCase
public class Inbox {
    private static final int STEP = 50;
    private static final int LONGEST_GAP = 200;
    /** Between the gaps of a sentence; no text that anybody types holds it. */
    private static final String BETWEEN = "\u001F";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void tell(@Observes AccountsTold event) {
        List<String> gaps = event.args().entrySet().stream()
                .sorted(Comparator.comparing(arg -> Integer.parseInt(arg.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        add(event.accountIds(), event.kind(), gaps, event.path());
    }

    /** In the running transaction. @param kind key of the sentence whose gaps are filled in their order */
    void add(Collection<Long> accountIds, String kind, List<String> gaps, String path) {
        if (!OwnPath.isOwn(path)) {
            throw new IllegalArgumentException("no path of the portal");
        }
        String args = String.join(BETWEEN, gaps.stream().map(Inbox::shortened).toList());
        Iterator<Long> ids = sql.ids("notification_seq", STEP);
        Timestamp now = Timestamp.from(clock.instant());
        sql.batch(
                "INSERT INTO notification_inbox (id, public_id, account_id, kind, args, path, told_at) VALUES"
                        + " (?, ?, ?, ?, ?, ?, ?)",
                accountIds,
                (statement, account) -> {
                    statement.setLong(1, ids.next());
                    statement.setBytes(2, PublicId.random().bytes());
                    statement.setLong(3, account);
                    statement.setString(4, kind);
                    statement.setString(5, args);
                    statement.setString(6, path);
                    statement.setTimestamp(7, now);
                });
    }

    private static String shortened(String gap) {
        return gap.length() <= LONGEST_GAP ? gap : gap.substring(0, LONGEST_GAP);
    }

    @Requires(Permission.SIGNED_IN)
    public int unread(Actor actor) {
        return (int) sql.number(
                "SELECT COUNT(*) FROM notification_inbox WHERE account_id = ? AND read_at IS NULL", actor.accountId());
    }

    /** The newest first, those before one of them. */
    @Requires(Permission.SIGNED_IN)
    public List<InboxItem> items(Actor actor, Optional<PublicId> before, int count) {
        long end = before.flatMap(id -> sql.first(
                        "SELECT id FROM notification_inbox WHERE public_id = ? AND account_id = ?",
                        row -> row.getLong(1),
                        id,
                        actor.accountId()))
                .orElse(Long.MAX_VALUE);
        return sql.list(
                "SELECT * FROM notification_inbox WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                row -> new InboxItem(
                        Sql.publicId(row, "public_id"),
                        row.getString("kind"),
                        List.of(row.getString("args").split(BETWEEN, -1)),
                        Objects.requireNonNull(Sql.instant(row, "told_at")),
                        row.getTimestamp("read_at") != null),
                actor.accountId(),
                end,
                count);
    }

    /** Read from now on. Returns the path where the reader goes on. */
    @Requires(Permission.SIGNED_IN)
    public String open(Actor actor, PublicId id) {
        String path = sql.first(
                        "SELECT path FROM notification_inbox WHERE public_id = ? AND account_id = ?",
                        row -> row.getString(1),
                        id,
                        actor.accountId())
                .orElseThrow(NotFound::new);
        sql.update(
                "UPDATE notification_inbox SET read_at = ? WHERE public_id = ? AND read_at IS NULL",
                clock.instant(),
                id);
        return path;
    }

    /** All that were told until now. */
    @Requires(Permission.SIGNED_IN)
    public void readAll(Actor actor) {
        sql.update(
                "UPDATE notification_inbox SET read_at = ? WHERE account_id = ? AND read_at IS NULL",
                clock.instant(),
                actor.accountId());
    }
}
