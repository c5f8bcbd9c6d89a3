package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Messages as they are stored: written by hundreds, and sealed. */
@ApplicationScoped
class Messages {
    private static final int STEP = 50;
    private static final int LONGEST_SUBJECT = 400;

    @Inject
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    /** Of a cause that was worked off before, nothing is written again. */
    void add(List<Letter> letters) {
        Iterator<Long> ids = sql.ids("notification_seq", STEP);
        Timestamp now = Timestamp.from(clock.instant());
        sql.batch(
                "INSERT INTO notification_message (id, public_id, kind, channel, cause_key, recipient, sealed_recipient,"
                        + " recipient_hash, subject, body, segments, state, last_error, next_try, waiting_since, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                        + " id = notification_message.id",
                letters,
                (statement, letter) -> {
                    Recipient to = letter.to();
                    statement.setLong(1, ids.next());
                    statement.setBytes(2, PublicId.random().bytes());
                    statement.setString(3, letter.kind().name());
                    statement.setString(4, letter.channel().name());
                    statement.setString(5, letter.cause().isEmpty() ? null : letter.cause());
                    statement.setString(6, to.shown());
                    statement.setBytes(7, to.isHidden() ? cipher.seal(to.address()) : null);
                    statement.setBytes(8, to.isHidden() ? hash(to.address()) : null);
                    statement.setString(9, shortened(letter.words().subject()));
                    statement.setBytes(10, cipher.seal(letter.words().body()));
                    statement.setInt(11, letter.words().segments());
                    boolean isHeld = !letter.withheld().isEmpty();
                    statement.setString(12, (isHeld ? MessageState.WITHHELD : MessageState.WAITING).name());
                    statement.setString(13, isHeld ? letter.withheld() : null);
                    statement.setTimestamp(14, now);
                    statement.setTimestamp(15, now);
                    statement.setTimestamp(16, now);
                });
    }

    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    /** By which a hidden recipient is found again. */
    byte[] hash(String address) {
        return cipher.match("recipient", address);
    }

    Optional<Message> byPublicId(PublicId id) {
        return entities.createQuery("select m from Message m where m.publicId = :id", Message.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    Optional<Message> locked(long id) {
        return Optional.ofNullable(entities.find(Message.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Numbers of messages in a state whose next moment has come, in the order in which it came. */
    List<Long> due(Channel channel, MessageState state, Instant now, int count) {
        return sql.list(
                "SELECT id FROM notification_message WHERE channel = ? AND state = ? AND next_try <= ? ORDER BY next_try,"
                        + " id LIMIT ?",
                row -> row.getLong(1),
                channel.name(),
                state.name(),
                now,
                count);
    }
}
