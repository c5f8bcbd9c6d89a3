package vn.khanhhoa.thecovid.citizen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Proofs that are over are forgotten. */
@ApplicationScoped
class ForgottenProofs implements RecurringJob {
    @Inject
    private ProofSteps steps;

    @Override
    public String name() {
        return "citizen.forgotten-proofs";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        steps.forget();
    }
}
