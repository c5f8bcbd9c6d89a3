package vn.khanhhoa.thecovid.notification.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Inside the portal, where there is somebody to read JSON. */
@InPortal
class ReadingAGatewaysAnswersIT {
    private final SmsStandIn gateway = new SmsStandIn();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "portal.sms.url", gateway.url(),
            "portal.sms.body", "{\"to\":\"{to}\",\"text\":\"{text}\"}",
            "portal.sms.id.path", "/data/id"));

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void the_id_that_the_gateway_gives_is_kept() {
        assertThat(carry()).isEqualTo(new Handover.Accepted("SMS-1"));

        gateway.answers(202, "{\"data\":{\"id\":4711}}");
        assertThat(carry()).isEqualTo(new Handover.Accepted("4711"));
    }

    @Test
    void a_message_without_an_id_is_sent_all_the_same() {
        gateway.answers(200, "accepted");
        assertThat(carry()).isEqualTo(new Handover.Accepted(""));

        gateway.answers(200, "{\"data\":[]}");
        assertThat(carry()).isEqualTo(new Handover.Accepted(""));
    }

    @Test
    void a_gateway_that_speaks_in_codes_is_understood() {
        settings.put("portal.sms.code.path", "/CodeResult");
        settings.put("portal.sms.code.taken", "100 124");
        settings.put("portal.sms.code.refused", "118");
        settings.put("portal.sms.id.path", "/SMSID");

        gateway.answers(200, "{\"CodeResult\":\"100\",\"SMSID\":\"a-1\"}");
        assertThat(carry()).isEqualTo(new Handover.Accepted("a-1"));
        gateway.answers(200, "{\"CodeResult\":124}");
        assertThat(carry()).isEqualTo(new Handover.Accepted(""));
        gateway.answers(200, "{\"CodeResult\":\"118\"}");
        assertThat(carry()).isEqualTo(new Handover.Refused("HTTP 200, code 118"));
        gateway.answers(200, "{\"CodeResult\":\"103\"}");
        assertThat(carry()).isEqualTo(new Handover.Deferred("HTTP 200, code 103"));
        gateway.answers(200, "<html>welcome</html>");
        assertThat(carry()).isInstanceOf(Handover.Unknown.class);
    }

    private Handover carry() {
        SmsSettings read = SmsSettings.read(name -> Optional.ofNullable(settings.get(name)))
                .orElseThrow();
        return new SmsGateway(read, Clock.systemUTC())
                .carry(new Outgoing(PublicId.random(), "0905123456", "", "xin chao"))
                .join();
    }
}
