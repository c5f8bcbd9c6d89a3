package vn.khanhhoa.thecovid.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What somebody asked to be done with a key, and what became of it.
 *
 * @param kid of the key; empty where one is to be made
 * @param from when it is to sign from; none for at once, and for other acts
 * @param own whether the reader asked for it, and so cannot approve it
 * @param decider empty while nobody has decided
 */
public record KeyRequest(
        PublicId id,
        String kid,
        KeyAct act,
        @Nullable Instant from,
        String reason,
        String asker,
        Instant askedAt,
        boolean own,
        String decider,
        @Nullable Instant decidedAt,
        boolean approved) {
    public boolean isOpen() {
        return decidedAt == null;
    }

    /** Key of the sentence. */
    public String outcome() {
        return isOpen() ? "card.key-asked" : approved ? "card.key-approved" : "card.key-declined";
    }
}
