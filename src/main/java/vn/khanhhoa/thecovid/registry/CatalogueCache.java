package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One snapshot a node, read anew after a few seconds, so that a change made on another node is soon seen here. */
@ApplicationScoped
class CatalogueCache {
    private static final Duration LIFE = Duration.ofSeconds(10);

    @Inject
    private CatalogueRows rows;

    @Inject
    private Clock clock;

    private final AtomicReference<@Nullable CatalogueSnapshot> kept = new AtomicReference<>();

    CatalogueSnapshot current() {
        CatalogueSnapshot snapshot = kept.get();
        if (snapshot == null || clock.instant().isAfter(snapshot.readAt().plus(LIFE))) {
            snapshot = new CatalogueSnapshot(rows.read(), clock.instant());
            kept.set(snapshot);
        }
        return snapshot;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CatalogueChanged change) {
        kept.set(null);
    }
}
