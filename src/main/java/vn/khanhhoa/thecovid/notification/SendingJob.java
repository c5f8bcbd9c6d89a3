package vn.khanhhoa.thecovid.notification;

import java.time.Duration;
import java.util.Optional;
import vn.khanhhoa.thecovid.notification.carrier.Carrier;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Sends what is due on one channel, where the operator has set who takes it. One job each: none holds up the other. */
abstract class SendingJob implements RecurringJob {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Channel channel;

    SendingJob(Channel channel) {
        this.channel = channel;
    }

    abstract Optional<? extends Carrier> carrier();

    abstract Dispatch dispatch();

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        carrier().ifPresent(carrier -> new Postman(channel, carrier, dispatch(), PAUSE).deliver());
    }
}
