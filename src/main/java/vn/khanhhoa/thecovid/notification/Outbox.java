package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The administrator's view of what leaves the portal. */
@UseCase
public class Outbox {
    private static final Duration LATELY = Duration.ofHours(24);
    private static final String SENT_AGAIN = "state IN ('FAILED', 'UNKNOWN')";

    /** A message with its text, which may hold a code. */
    public record Opened(MessageView message, String body) {
        @Override
        public String toString() {
            return "Opened[" + message + "]";
        }
    }

    /** @param unknown those of the number that may have left: their recipients may get them twice */
    public record SentAgain(long all, long unknown) {}

    private record Count(Channel channel, MessageState state, long messages) {}

    private record Closing(
            Channel channel,
            @Nullable Instant since,
            @Nullable Instant until,
            String reason) {}

    @Inject
    @ConfigProperty(name = "portal.mail.host")
    private Optional<String> mailHost;

    @Inject
    @ConfigProperty(name = "portal.sms.url")
    private Optional<String> smsUrl;

    @Inject
    @ConfigProperty(name = "portal.trial", defaultValue = "false")
    private boolean trial;

    @Inject
    private Messages messages;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** The newest first, those written before one of them. */
    @Requires(Permission.ADMINISTER)
    public List<MessageView> list(Actor actor, OutboxFilter filter, Optional<PublicId> before, int count) {
        List<@Nullable Object> args = new ArrayList<>();
        StringBuilder where = new StringBuilder(filter.condition(messages::hash, args));
        before.flatMap(messages::byPublicId).ifPresent(last -> {
            // Both, for the index: a pair is compared without one.
            where.append(" AND created_at <= ? AND (created_at < ? OR id < ?)");
            args.addAll(List.of(last.view().createdAt(), last.view().createdAt(), last.id()));
        });
        args.add(count);
        return sql.list(
                "SELECT public_id, kind, channel, recipient, subject, state, segments, attempts, last_error, gateway_id,"
                        + " created_at, next_try, sent_at FROM notification_message WHERE " + where
                        + " ORDER BY created_at DESC, id DESC LIMIT ?",
                row -> {
                    MessageState state = MessageState.valueOf(row.getString("state"));
                    return new MessageView(
                            Sql.publicId(row, "public_id"),
                            MessageKind.valueOf(row.getString("kind")),
                            Channel.valueOf(row.getString("channel")),
                            row.getString("recipient"),
                            row.getString("subject"),
                            state,
                            row.getInt("segments"),
                            row.getInt("attempts"),
                            Objects.requireNonNullElse(row.getString("last_error"), ""),
                            Objects.requireNonNullElse(row.getString("gateway_id"), ""),
                            Objects.requireNonNull(Sql.instant(row, "created_at")),
                            state == MessageState.WAITING ? Sql.instant(row, "next_try") : null,
                            Sql.instant(row, "sent_at"));
                },
                args.toArray());
    }

    /** One of each channel: what was written in the last 24 hours, what waits, and whether it is taken. */
    @Requires(Permission.ADMINISTER)
    public List<OutboxFigures> figures(Actor actor) {
        List<Count> lately = sql.list(
                "SELECT channel, state, COUNT(*) FROM notification_message WHERE created_at >= ? GROUP BY channel, state",
                row -> new Count(
                        Channel.valueOf(row.getString(1)), MessageState.valueOf(row.getString(2)), row.getLong(3)),
                clock.instant().minus(LATELY));
        List<Closing> closings = sql.list(
                "SELECT channel, closed_since, closed_until, reason FROM notification_channel",
                row -> new Closing(
                        Channel.valueOf(row.getString(1)),
                        Sql.instant(row, "closed_since"),
                        Sql.instant(row, "closed_until"),
                        Objects.requireNonNullElse(row.getString(4), "")));
        return Arrays.stream(Channel.values())
                .map(channel -> figures(channel, lately, closings))
                .toList();
    }

    private OutboxFigures figures(Channel channel, List<Count> lately, List<Closing> closings) {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        lately.stream()
                .filter(count -> count.channel() == channel)
                .forEach(count -> counts.put(count.state(), count.messages()));
        Closing closing = closings.stream()
                .filter(each -> each.channel() == channel)
                .findFirst()
                .orElseThrow();
        return new OutboxFigures(
                channel,
                (channel == Channel.EMAIL ? mailHost : smsUrl).isPresent(),
                counts,
                sql.number(
                        "SELECT COUNT(*) FROM notification_message WHERE channel = ? AND state = 'WAITING'",
                        channel.name()),
                closing.since(),
                closing.until(),
                closing.reason());
    }

    /** News that could not be made into messages and is tried again; 0 in the usual case. */
    @Requires(Permission.ADMINISTER)
    public long untold(Actor actor) {
        return sql.number("SELECT COUNT(*) FROM notification_task WHERE attempts > 0");
    }

    /**
     * Leaves its mark on the trail, because whoever reads a code could use it. A link that opens an account is shown without
     * its secret, or an administrator could become the head of an agency, and so is a code that proves who somebody is; only where the
     * portal is tried out and no mail leaves it is either shown whole.
     */
    @Requires(Permission.ADMINISTER)
    public Opened open(Actor actor, PublicId id) {
        Message message = messages.byPublicId(id).orElseThrow(NotFound::new);
        trail.fire(new MessageEvent(actor.accountId(), "notification.opened", id, Map.of()));
        String body = cipher.open(message.sealedBody());
        String shown =
                message.kind() == MessageKind.PROOF_CODE ? ProofCodes.withoutCode(body) : Links.withoutSecrets(body);
        return new Opened(message.view(), trial ? body : shown);
    }

    @Requires(Permission.ADMINISTER)
    public MessageView message(Actor actor, PublicId id) {
        return messages.byPublicId(id).map(Message::view).orElseThrow(NotFound::new);
    }

    /** Under the id that it had: whoever has it already can tell. */
    @Requires(Permission.ADMINISTER)
    public void sendAgain(Actor actor, PublicId id) {
        Message message = messages.byPublicId(id).orElseThrow(NotFound::new);
        Map<String, String> was = Map.of("was", message.state().name());
        message.sendAgain(clock.instant());
        trail.fire(new MessageEvent(actor.accountId(), "notification.sent-again", id, was));
    }

    /** How many of the matching messages could be sent again. */
    @Requires(Permission.ADMINISTER)
    public SentAgain countSentAgain(Actor actor, OutboxFilter filter) {
        List<@Nullable Object> args = new ArrayList<>();
        String where = filter.condition(messages::hash, args);
        return sql.first(
                        "SELECT COUNT(*), IFNULL(SUM(state = 'UNKNOWN'), 0) FROM notification_message WHERE "
                                + SENT_AGAIN + " AND " + where,
                        row -> new SentAgain(row.getLong(1), row.getLong(2)),
                        args.toArray())
                .orElseThrow();
    }

    /** @param shown how many the administrator was told of; where more match by now, nothing is done */
    @Requires(Permission.ADMINISTER)
    public long sendAllAgain(Actor actor, OutboxFilter filter, long shown) {
        SentAgain now = countSentAgain(actor, filter);
        if (now.all() == 0 || now.all() > shown) {
            throw new RuleViolation("notification.other-number", now.all(), shown);
        }
        List<@Nullable Object> args = new ArrayList<>(List.of(clock.instant(), clock.instant()));
        String where = filter.condition(messages::hash, args);
        int sent = sql.update(
                "UPDATE notification_message SET state = 'WAITING', attempts = 0, next_try = ?, waiting_since = ?,"
                        + " version = version + 1 WHERE " + SENT_AGAIN + " AND " + where,
                args.toArray());
        trail.fire(new MessageEvent(
                actor.accountId(),
                "notification.all-sent-again",
                "messages",
                "outbox",
                Map.of("count", String.valueOf(sent), "unknown", String.valueOf(now.unknown()))));
        return sent;
    }
}
