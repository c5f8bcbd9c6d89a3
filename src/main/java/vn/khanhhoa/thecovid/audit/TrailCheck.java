package vn.khanhhoa.thecovid.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.audit.chain.ChainFault;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A check of the whole chain: under way, or with what it found, or with the incident for which it found nothing. */
public record TrailCheck(
        PublicId id,
        Instant askedAt,
        long checked,
        long total,
        @Nullable Instant finishedAt,
        Optional<String> incident,
        Optional<ChainFault> fault) {
    public boolean running() {
        return finishedAt == null && incident.isEmpty();
    }

    public boolean broken() {
        return finishedAt != null && fault.isPresent();
    }

    public boolean holds() {
        return finishedAt != null && fault.isEmpty();
    }
}
