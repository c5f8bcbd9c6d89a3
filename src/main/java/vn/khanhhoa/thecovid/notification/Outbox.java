package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The administrator's view of what leaves the portal. */
@UseCase
public class Outbox {
    /** A message with its text, which may hold a link that opens an account. */
    public record Opened(MessageView message, String body) {
        @Override
        public String toString() {
            return "Opened[" + message + "]";
        }
    }

    @Inject
    private Messages messages;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Newest first; of all states where none is given. */
    @Requires(Permission.ADMINISTER)
    public List<MessageView> list(Actor actor, @Nullable MessageState state, int first, int count) {
        return messages.list(state, first, count).stream().map(Message::view).toList();
    }

    @Requires(Permission.ADMINISTER)
    public long count(Actor actor, @Nullable MessageState state) {
        return messages.count(state);
    }

    /** Leaves its mark on the trail, because whoever reads a link could use it. */
    @Requires(Permission.ADMINISTER)
    public Opened open(Actor actor, PublicId id) {
        Message message = messages.byPublicId(id).orElseThrow(NotFound::new);
        trail.fire(new MessageEvent(actor.accountId(), "notification.opened", id));
        return new Opened(message.view(), cipher.open(message.sealedBody()));
    }

    @Requires(Permission.ADMINISTER)
    public MessageView message(Actor actor, PublicId id) {
        return messages.byPublicId(id).map(Message::view).orElseThrow(NotFound::new);
    }

    @Requires(Permission.ADMINISTER)
    public void sendAgain(Actor actor, PublicId id) {
        messages.byPublicId(id).orElseThrow(NotFound::new).sendAgain(clock.instant());
        trail.fire(new MessageEvent(actor.accountId(), "notification.sent-again", id));
    }
}
