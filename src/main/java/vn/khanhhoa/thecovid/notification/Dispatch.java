package vn.khanhhoa.thecovid.notification;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** The steps of sending, each a transaction of its own: a claim is stored before the mail server hears of the message. */
@UseCase
public class Dispatch {
    private static final int BATCH = 50;

    @Inject
    private Messages messages;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    @Requires(Permission.RUN_JOBS)
    public List<Long> due(Actor actor) {
        return messages.due(MessageState.WAITING, clock.instant(), BATCH);
    }

    /** Empty where another node has claimed it meanwhile. */
    @Requires(Permission.RUN_JOBS)
    public Optional<OutgoingMail> claim(Actor actor, long id) {
        return messages.locked(id)
                .filter(message -> message.isDue(clock.instant()))
                .map(message -> {
                    message.claim(clock.instant());
                    return new OutgoingMail(
                            message.publicId(),
                            message.recipient(),
                            message.subject(),
                            cipher.open(message.sealedBody()));
                });
    }

    @Requires(Permission.RUN_JOBS)
    public void sent(Actor actor, long id) {
        messages.locked(id).ifPresent(message -> message.sent(clock.instant()));
    }

    @Requires(Permission.RUN_JOBS)
    public void refused(Actor actor, long id, String reason) {
        messages.locked(id).ifPresent(message -> message.refused(reason, clock.instant()));
    }

    /** What was handed over and never answered for. */
    @Requires(Permission.RUN_JOBS)
    public void giveUpUnanswered(Actor actor) {
        messages.due(MessageState.SENDING, clock.instant(), BATCH)
                .forEach(id -> messages.locked(id)
                        .ifPresent(message -> message.unanswered("no answer: it may have been sent")));
    }
}
