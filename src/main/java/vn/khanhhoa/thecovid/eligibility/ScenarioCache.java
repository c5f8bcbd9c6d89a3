package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The register as everybody may ask for it at once: one a node, made anew after a few seconds and after each entry here. */
@ApplicationScoped
class ScenarioCache {
    private static final Duration LIFE = Duration.ofSeconds(10);

    @Inject
    private StoredScenarios stored;

    @Inject
    private ScenarioPlaces places;

    @Inject
    private Clock clock;

    private final AtomicReference<@Nullable ScenarioRegister> kept = new AtomicReference<>();

    ScenarioRegister current() {
        ScenarioRegister register = kept.get();
        Instant now = clock.instant();
        if (register == null || now.isAfter(register.now().plus(LIFE)) || now.isBefore(register.now())) {
            register = read();
            kept.set(register);
        }
        return register;
    }

    /** As it is this very moment, for whoever is about to change it. */
    ScenarioRegister read() {
        List<ScenarioVersion> versions = stored.all();
        return new ScenarioRegister(
                places.on(LocalDate.now(clock)),
                places.of(versions),
                versions,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScenarioChanged change) {
        kept.set(null);
    }
}
