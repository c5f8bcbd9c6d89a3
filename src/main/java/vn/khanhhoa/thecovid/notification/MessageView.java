package vn.khanhhoa.thecovid.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A message as the outbox lists it, without its body.
 *
 * @param recipient as a screen may show it: a person's number or address is masked
 * @param segments how many SMS it is; 0 for a mail
 * @param lastError empty where there was none
 * @param gatewayId what the gateway calls it; empty where it does not say
 */
public record MessageView(
        PublicId id,
        MessageKind kind,
        Channel channel,
        String recipient,
        String subject,
        MessageState state,
        int segments,
        int attempts,
        String lastError,
        String gatewayId,
        Instant createdAt,
        @Nullable Instant nextTry,
        @Nullable Instant sentAt) {}
