package vn.khanhhoa.thecovid.notification.carrier;

import java.util.concurrent.CompletableFuture;

/** Who takes messages. */
public interface Carrier {
    /** Never fails by what the other side does: that is said in the answer. */
    CompletableFuture<Handover> carry(Outgoing message);

    /** Whether the other side takes a message with a key that it knows for the same message, so that it may be sent again. */
    boolean isKeyed();

    /** How many messages at a time. */
    int abreast();
}
