package vn.khanhhoa.thecovid.notification.carrier;

import java.time.Duration;
import java.util.Optional;

/** What became of a message that was handed over. Reasons hold codes and words of the other side, and no recipient. */
public sealed interface Handover {
    /** @param gatewayId what the gateway calls it, empty where it does not say */
    record Accepted(String gatewayId) implements Handover {}

    /** Not taken, and it never will be: the recipient does not exist. */
    record Refused(String reason) implements Handover {}

    /** Not taken; this message may be tried later. */
    record Deferred(String reason) implements Handover {}

    /** Not taken, and no other message would be now. */
    record Closed(String reason, Optional<Duration> retryAfter) implements Handover {}

    /** It may have been taken, and it may not. */
    record Unknown(String reason) implements Handover {}
}
