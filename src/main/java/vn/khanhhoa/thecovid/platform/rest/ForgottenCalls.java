package vn.khanhhoa.thecovid.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Answers under an Idempotency-Key are forgotten after a day. */
@ApplicationScoped
class ForgottenCalls implements RecurringJob {
    @Inject
    private ApiCalls calls;

    @Override
    public String name() {
        return "platform.forgotten-calls";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        calls.forget();
    }
}
