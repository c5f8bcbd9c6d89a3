package vn.khanhhoa.thecovid.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.notification.carrier.Handover;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * One message to one recipient. It waits, is claimed before anybody outside hears of it, and is then sent, or tried again,
 * each time later, for three days; after that it has failed. One that was claimed and never answered for is of unknown
 * fate: it is sent again by itself only where the other side tells a repeat by its key, and otherwise by an administrator.
 * Written in bulk; this entity is how it lives on.
 */
@Entity
@Table(name = "notification_message")
class Message {
    static final Duration LONGEST_HANDOVER = Duration.ofMinutes(10);
    static final Duration PATIENCE = Duration.ofDays(3);
    static final String UNANSWERED = "no answer";
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;
    private static final int LONGEST_ERROR = 300;

    @Id
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "cause_key")
    private @Nullable String cause;

    /** As a screen may show it. */
    private String recipient;

    @Column(name = "sealed_recipient")
    private byte @Nullable [] sealedRecipient;

    private String subject;

    private byte[] body;

    private int segments;

    @Enumerated(EnumType.STRING)
    private MessageState state = MessageState.WAITING;

    private int attempts;

    @Column(name = "next_try")
    private Instant nextTry;

    @Column(name = "waiting_since")
    private Instant waitingSince;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "gateway_id")
    private @Nullable String gatewayId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Message() {}

    /** As it is written; of what happens to it afterwards, a test can tell without a database. */
    @SuppressWarnings("NullAway.Init") // the rest is of no matter to its states
    Message(MessageKind kind, Channel channel, Instant now) {
        this.publicId = PublicId.random().value();
        this.kind = kind;
        this.channel = channel;
        this.createdAt = now;
        this.waitingSince = now;
        this.nextTry = now;
    }

    boolean isDue(Instant now) {
        return state == MessageState.WAITING && !now.isBefore(nextTry);
    }

    void claim(Instant now) {
        if (!isDue(now)) {
            throw new IllegalStateException("message " + id + " is not due");
        }
        state = MessageState.SENDING;
        attempts++;
        nextTry = now.plus(LONGEST_HANDOVER);
    }

    /**
     * What came of an attempt. An acceptance counts whenever it is heard; any other answer only while it is waited for.
     *
     * @param keyed whether the other side takes a repeat under the same key for the same message
     */
    void settle(Handover outcome, int attempt, boolean keyed, Instant now) {
        if (outcome instanceof Handover.Accepted accepted) {
            state = MessageState.SENT;
            sentAt = now;
            lastError = null;
            gatewayId = accepted.gatewayId().isEmpty() ? null : accepted.gatewayId();
        } else if (state == MessageState.SENDING && attempt == attempts) {
            if (outcome instanceof Handover.Refused refused) {
                fail(refused.reason());
            } else if (outcome instanceof Handover.Deferred deferred) {
                waitAgain(deferred.reason(), now);
            } else if (outcome instanceof Handover.Closed closed) {
                putBack(closed.reason());
            } else if (outcome instanceof Handover.Unknown unknown) {
                unanswered(unknown.reason(), keyed, now);
            }
        }
    }

    /** Nobody is to wait for an answer any more. */
    void giveUpWaiting(boolean keyed, Instant now) {
        if (state == MessageState.SENDING && !now.isBefore(nextTry)) {
            unanswered("", keyed, now);
        }
    }

    private void unanswered(String reason, boolean keyed, Instant now) {
        String said = reason.isEmpty() ? UNANSWERED : UNANSWERED + ": " + reason;
        if (keyed) {
            waitAgain(said, now);
        }
        if (state != MessageState.WAITING) {
            state = MessageState.UNKNOWN;
            lastError = shortened(said);
        }
    }

    private void waitAgain(String reason, Instant now) {
        Instant next = now.plus(pause());
        if (next.isAfter(waitingSince.plus(PATIENCE))) {
            fail(reason);
        } else {
            state = MessageState.WAITING;
            nextTry = next;
            lastError = shortened(reason);
        }
    }

    /** The channel is at fault and waits for all of its messages: this one keeps its place. */
    private void putBack(String reason) {
        state = MessageState.WAITING;
        attempts--;
        nextTry = waitingSince;
        lastError = shortened(reason);
    }

    private Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, attempts - 1)));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void fail(String reason) {
        state = MessageState.FAILED;
        lastError = shortened(reason);
    }

    /** Its recipient wanted no more of its kind since it was written. */
    void stop() {
        state = MessageState.STOPPED;
    }

    /** It cannot be opened, which no attempt will change. */
    void spoilt(String reason) {
        fail(reason);
    }

    void sendAgain(Instant now) {
        if (!state.isSentAgain()) {
            throw new RuleViolation("notification.not-failed");
        }
        state = MessageState.WAITING;
        attempts = 0;
        nextTry = now;
        waitingSince = now;
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR);
    }

    MessageView view() {
        return new MessageView(
                publicId(),
                kind,
                channel,
                recipient,
                subject,
                state,
                segments,
                attempts,
                Objects.requireNonNullElse(lastError, ""),
                Objects.requireNonNullElse(gatewayId, ""),
                createdAt,
                state == MessageState.WAITING ? nextTry : null,
                sentAt);
    }

    long id() {
        return id;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    MessageKind kind() {
        return kind;
    }

    Channel channel() {
        return channel;
    }

    /** What it was written for; empty for none that is kept. */
    String cause() {
        return Objects.requireNonNullElse(cause, "");
    }

    MessageState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    String recipient() {
        return recipient;
    }

    byte @Nullable [] sealedRecipient() {
        return sealedRecipient;
    }

    String subject() {
        return subject;
    }

    byte[] sealedBody() {
        return body.clone();
    }
}
