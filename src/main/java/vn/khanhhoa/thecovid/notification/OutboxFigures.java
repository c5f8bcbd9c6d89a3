package vn.khanhhoa.thecovid.notification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a channel does.
 *
 * @param counts of the messages written in the last 24 hours, by state
 * @param waiting of all that wait, however old
 * @param closedSince since when the other side takes nothing; null where it does
 * @param closedReason what it says
 */
public record OutboxFigures(
        Channel channel,
        boolean isSet,
        Map<MessageState, Long> counts,
        long waiting,
        @Nullable Instant closedSince,
        @Nullable Instant closedUntil,
        String closedReason) {
    public long count(MessageState state) {
        return counts.getOrDefault(state, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether any came to an end. */
    public boolean isEnded() {
        return count(MessageState.SENT) + count(MessageState.FAILED) + count(MessageState.UNKNOWN) > 0;
    }

    /** Of those that came to an end, the share that was sent; 100 where none did. */
    public long percentSent() {
        long ended = count(MessageState.SENT) + count(MessageState.FAILED) + count(MessageState.UNKNOWN);
        return ended == 0 ? 100 : 100 * count(MessageState.SENT) / ended;
    }

    public boolean isClosed() {
        return closedSince != null;
    }
}
