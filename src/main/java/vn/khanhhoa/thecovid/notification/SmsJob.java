package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import vn.khanhhoa.thecovid.notification.carrier.SmsGateway;
import vn.khanhhoa.thecovid.notification.carrier.SmsSettings;

/** Sends SMS where {@code portal.sms.url} names a gateway. */
@ApplicationScoped
class SmsJob extends SendingJob {
    @Inject
    private Config config;

    @Inject
    private Dispatch dispatch;

    @Inject
    private Clock clock;

    private Optional<SmsGateway> gateway = Optional.empty();

    SmsJob() {
        super(Channel.SMS);
    }

    /** A wrong setting shows at the start, not with the first message. */
    void begin(@Observes Startup start) {
        gateway = SmsSettings.read(name -> config.getOptionalValue(name, String.class))
                .map(settings -> new SmsGateway(settings, clock));
    }

    @Override
    public String name() {
        return "notification-sms";
    }

    @Override
    Dispatch dispatch() {
        return dispatch;
    }

    @Override
    Optional<SmsGateway> carrier() {
        return gateway;
    }
}
