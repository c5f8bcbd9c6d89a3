package vn.khanhhoa.thecovid.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A message as the outbox lists it, without its body; {@code lastError} is empty where there was none. */
public record MessageView(
        PublicId id,
        String recipient,
        String subject,
        MessageState state,
        int attempts,
        String lastError,
        Instant createdAt,
        @Nullable Instant sentAt) {}
