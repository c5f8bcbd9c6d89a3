package vn.khanhhoa.thecovid.notification.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribingAGatewayTest {
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "portal.sms.url", "https://sms.example/send", "portal.sms.body", "{\"to\":\"{to}\",\"text\":\"{text}\"}"));

    @Test
    void without_an_address_there_is_none() {
        settings.remove("portal.sms.url");

        assertThat(read()).isEmpty();
    }

    @Test
    void address_and_body_are_enough() {
        assertThat(read()).hasValueSatisfying(read -> {
            assertThat(read.method()).isEqualTo("POST");
            assertThat(read.keyed()).isFalse();
            assertThat(read.taken()).contains(200, 202, 299).doesNotContain(300);
            assertThat(read.notTaken()).containsExactlyInAnyOrder(429, 500, 503);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "url; sms.example/send; PORTAL_SMS_URL is no http or https address",
                "url; ftp://sms.example; PORTAL_SMS_URL is no http or https address",
                "url; https://sms example; PORTAL_SMS_URL is no http or https address",
                "method; GET; PORTAL_SMS_METHOD is GET; only POST",
                "body; {\"text\":\"{text}\"}; PORTAL_SMS_BODY lacks {to}",
                "body; {\"to\":\"{to}\"}; PORTAL_SMS_BODY lacks {text}",
                "headers; Bearer secret; PORTAL_SMS_HEADERS holds a part without a colon",
                "numbers; 084; PORTAL_SMS_NUMBERS is 084",
                "status.taken; 2xx; PORTAL_SMS_STATUS_TAKEN is \"2xx\"",
                "id.path; data.id; PORTAL_SMS_ID_PATH is \"data.id\"",
                "timeout; 0; PORTAL_SMS_TIMEOUT is 0",
                "abreast; many; PORTAL_SMS_ABREAST is many",
                "keyed; true; PORTAL_SMS_BODY lacks {key}"
            })
    void what_cannot_be_right_is_named(String setting, String value, String said) {
        settings.put("portal.sms." + setting, value);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(this::read)
                .withMessageContaining(said.split(";")[0]);
    }

    @Test
    void a_body_is_asked_for() {
        settings.remove("portal.sms.body");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(this::read)
                .withMessage("PORTAL_SMS_BODY is missing");
    }

    @Test
    void a_header_that_nobody_may_set_shows_at_the_start() {
        settings.put("portal.sms.headers", "Host: elsewhere.example");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new SmsGateway(read().orElseThrow(), Clock.systemUTC()))
                .withMessageContaining("Host");
    }

    @Test
    void nothing_of_the_settings_gets_into_a_log() {
        settings.put("portal.sms.headers", "Authorization: Bearer secret");

        assertThat(read().orElseThrow().toString()).doesNotContain("secret");
        assertThat(read().orElseThrow().headers()).hasToString("[Authorization, Content-Type]");
    }

    private Optional<SmsSettings> read() {
        return SmsSettings.read(name -> Optional.ofNullable(settings.get(name)));
    }
}
