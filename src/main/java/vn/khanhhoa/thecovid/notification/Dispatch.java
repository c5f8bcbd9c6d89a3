package vn.khanhhoa.thecovid.notification;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.notification.carrier.Handover;
import vn.khanhhoa.thecovid.notification.carrier.Outgoing;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** The steps of sending, each a transaction of its own: a claim is stored before anybody outside hears of the message. */
@UseCase
public class Dispatch {
    private static final int BATCH = 50;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 6;

    private static final Logger LOG = Logger.getLogger(Dispatch.class.getName());

    /** A message that nobody else sends now, and which attempt this is. */
    public record Claim(long id, int attempt, Outgoing message) {}

    @Inject
    private Messages messages;

    @Inject
    private OptOuts optOuts;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    /** None while the channel is closed. */
    @Requires(Permission.RUN_JOBS)
    public List<Long> due(Actor portal, Channel channel) {
        Instant now = clock.instant();
        boolean closed = sql.number(
                        "SELECT COUNT(*) FROM notification_channel WHERE channel = ? AND closed_until > ?",
                        channel.name(),
                        now)
                > 0;
        return closed ? List.of() : messages.due(channel, MessageState.WAITING, now, BATCH);
    }

    /** Empty where another node has claimed it meanwhile, or its recipient wants no more of its kind. */
    @Requires(Permission.RUN_JOBS)
    public Optional<Claim> claim(Actor portal, long id) {
        return messages.locked(id)
                .filter(message -> message.isDue(clock.instant()))
                .flatMap(message -> claimed(id, message));
    }

    private Optional<Claim> claimed(long id, Message message) {
        if (optOuts.isStopped(message)) {
            message.stop();
            return Optional.empty();
        }
        message.claim(clock.instant());
        byte[] hidden = message.sealedRecipient();
        try {
            return Optional.of(new Claim(
                    id,
                    message.attempts(),
                    new Outgoing(
                            message.publicId(),
                            hidden == null ? message.recipient() : cipher.open(hidden),
                            message.subject(),
                            cipher.open(message.sealedBody()))));
        } catch (IllegalStateException unreadable) {
            message.spoilt("incident " + Incident.log(LOG, Level.SEVERE, unreadable));
            return Optional.empty();
        }
    }

    /** @param keyed whether the other side takes a repeat under the same key for the same message */
    @Requires(Permission.RUN_JOBS)
    public void settle(Actor portal, Channel channel, Claim claim, Handover outcome, boolean keyed) {
        Instant now = clock.instant();
        messages.locked(claim.id()).ifPresent(message -> message.settle(outcome, claim.attempt(), keyed, now));
        if (outcome instanceof Handover.Closed closed) {
            close(channel, closed.reason(), closed.retryAfter(), now);
        } else if (outcome instanceof Handover.Unknown unknown) {
            close(channel, Message.UNANSWERED + ": " + unknown.reason(), Optional.empty(), now);
        } else {
            sql.update(
                    "UPDATE notification_channel SET closed_until = NULL, closed_since = NULL, failures = 0, reason = NULL"
                            + " WHERE channel = ? AND failures > 0",
                    channel.name());
        }
    }

    /** Each time for longer, as long as nothing is taken. */
    private void close(Channel channel, String reason, Optional<Duration> retryAfter, Instant now) {
        long failures =
                sql.number("SELECT failures FROM notification_channel WHERE channel = ? FOR UPDATE", channel.name());
        Duration usual = FIRST_PAUSE.multipliedBy(1L << Math.min(DOUBLINGS, failures));
        Duration pause = retryAfter.orElse(usual.compareTo(LONGEST_PAUSE) < 0 ? usual : LONGEST_PAUSE);
        sql.update(
                "UPDATE notification_channel SET closed_until = ?, closed_since = IFNULL(closed_since, ?), failures ="
                        + " failures + 1, reason = LEFT(?, 300) WHERE channel = ?",
                now.plus(pause),
                now,
                reason,
                channel.name());
    }

    /** What was handed over and never answered for. */
    @Requires(Permission.RUN_JOBS)
    public void giveUpUnanswered(Actor portal, Channel channel, boolean keyed) {
        Instant now = clock.instant();
        messages.due(channel, MessageState.SENDING, now, BATCH)
                .forEach(id -> messages.locked(id).ifPresent(message -> message.giveUpWaiting(keyed, now)));
    }

    /** What could not leave for days has failed, as where nothing is there to take it. Says whether more may have. */
    @Requires(Permission.RUN_JOBS)
    public boolean giveUpWaiting(Actor portal, int most) {
        return sql.update(
                        "UPDATE notification_message SET state = 'FAILED', last_error = CONCAT('not taken for ', ?, ' days',"
                                + " IFNULL(CONCAT(': ', LEFT(last_error, 200)), '')), version = version + 1 WHERE state = 'WAITING'"
                                + " AND waiting_since < ? ORDER BY waiting_since LIMIT ?",
                        Message.PATIENCE.toDays(),
                        clock.instant().minus(Message.PATIENCE),
                        most)
                == most;
    }
}
