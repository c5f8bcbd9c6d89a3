package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Tokens of programs that are over are forgotten. */
@ApplicationScoped
class ForgottenTokens implements RecurringJob {
    @Inject
    private ApiTokens tokens;

    @Override
    public String name() {
        return "access.forgotten-tokens";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        tokens.forget(Actor.PORTAL);
    }
}
