package vn.khanhhoa.thecovid.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * One message to one recipient. It waits, is claimed for sending, and is then sent or tried again, each time twice as late
 * as before; after eight attempts it has failed. One that was claimed and never answered for (the node died) has failed
 * too: it may have left, so the portal does not send it again by itself.
 */
@Entity
@Table(name = "notification_message")
class Message {
    static final Duration LONGEST_HANDOVER = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_ERROR = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notification_seq")
    @SequenceGenerator(name = "notification_seq", sequenceName = "notification_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    private String recipient;

    private String subject;

    private byte[] body;

    @Enumerated(EnumType.STRING)
    private MessageState state = MessageState.WAITING;

    private int attempts;

    @Column(name = "next_try")
    private Instant nextTry;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Message() {}

    Message(String recipient, String subject, byte[] sealedBody, Instant now) {
        this.publicId = PublicId.random().value();
        this.recipient = recipient;
        this.subject = subject;
        this.body = sealedBody;
        this.createdAt = now;
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

    void sent(Instant now) {
        state = MessageState.SENT;
        sentAt = now;
        lastError = null;
    }

    void refused(String reason, Instant now) {
        state = attempts < ATTEMPTS ? MessageState.WAITING : MessageState.FAILED;
        nextTry = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.max(0, attempts - 1)));
        lastError = shortened(reason);
    }

    void unanswered(String reason) {
        state = MessageState.FAILED;
        lastError = shortened(reason);
    }

    void sendAgain(Instant now) {
        if (state != MessageState.FAILED) {
            throw new RuleViolation("notification.not-failed");
        }
        state = MessageState.WAITING;
        attempts = 0;
        nextTry = now;
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR);
    }

    MessageView view() {
        return new MessageView(
                publicId(), recipient, subject, state, attempts, lastError == null ? "" : lastError, createdAt, sentAt);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long id() {
        return id;
    }

    String recipient() {
        return recipient;
    }

    String subject() {
        return subject;
    }

    byte[] sealedBody() {
        return body.clone();
    }
}
