package vn.khanhhoa.thecovid.notification.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.shared.PublicId;

class HandingSmsOverTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2021-12-01T03:00:00Z"), ZoneOffset.UTC);
    private static final Outgoing SMS =
            new Outgoing(PublicId.random(), "0905123456", "", "The Covid: \"da cap\" \\ het.\nXem {to} & {key}");

    private final SmsStandIn gateway = new SmsStandIn();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "portal.sms.url", gateway.url() + "/send",
            "portal.sms.headers", "Authorization: Bearer secret|Idempotency-Key: {key}",
            "portal.sms.body", "{\"to\":\"{to}\",\"text\":\"{text}\",\"ref\":\"{key}\"}",
            "portal.sms.timeout", "1"));

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void a_message_arrives_as_the_settings_describe_it() {
        Handover outcome = carry();

        assertThat(outcome).isEqualTo(new Handover.Accepted(""));
        SmsStandIn.Call call = gateway.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/send");
        assertThat(call.header("Authorization")).isEqualTo("Bearer secret");
        assertThat(call.header("Idempotency-key")).isEqualTo(SMS.id().toString());
        assertThat(call.header("Content-type")).startsWith("application/json");
        assertThat(call.body())
                .isEqualTo(
                        "{\"to\":\"84905123456\",\"text\":\"The Covid: \\\"da cap\\\" \\\\ het.\\u000aXem {to} & {key}\","
                                + "\"ref\":\"" + SMS.id() + "\"}");
    }

    @Test
    void a_form_is_written_as_forms_are() {
        settings.put("portal.sms.body", "phone={to}&content={text}");
        settings.put("portal.sms.numbers", "0");
        carry();

        SmsStandIn.Call call = gateway.calls().get(0);
        assertThat(call.header("Content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(call.body())
                .isEqualTo("phone=0905123456&content=The+Covid%3A+%22da+cap%22+%5C+het.%0AXem+%7Bto%7D+%26+%7Bkey%7D");
    }

    @Test
    void an_attempt_that_is_repeated_has_the_same_key() {
        carry();
        carry();

        assertThat(gateway.calls())
                .extracting(call -> call.header("Idempotency-key"))
                .containsOnly(SMS.id().toString());
    }

    @Test
    void a_busy_gateway_says_when_to_come_again() {
        gateway.answers(429, "Retry-After", "120");
        assertThat(carry()).isEqualTo(new Handover.Closed("HTTP 429", Optional.of(Duration.ofMinutes(2))));

        gateway.answers(503, "Retry-After", "Wed, 01 Dec 2021 03:05:00 GMT");
        assertThat(carry()).isEqualTo(new Handover.Closed("HTTP 503", Optional.of(Duration.ofMinutes(5))));

        gateway.answers(429, "Retry-After", "soon");
        assertThat(carry()).isEqualTo(new Handover.Closed("HTTP 429", Optional.empty()));
    }

    @Test
    void a_failure_that_says_so_is_not_taken() {
        gateway.answers(500, "oops");

        assertThat(carry()).isEqualTo(new Handover.Deferred("HTTP 500"));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void behind_a_gateway_in_between_nobody_knows(int status) {
        gateway.answers(status, "");

        assertThat(carry()).isEqualTo(new Handover.Unknown("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 302})
    void wrong_settings_hold_up_all_messages_and_spoil_none(int status) {
        gateway.answers(status, "");

        assertThat(carry()).isEqualTo(new Handover.Closed("HTTP " + status, Optional.empty()));
    }

    @Test
    void a_number_that_is_refused_is_refused_for_good() {
        gateway.answers(400, "{\"error\":\"0905123456 is not a number\"}");

        assertThat(carry()).isEqualTo(new Handover.Refused("HTTP 400"));
    }

    @Test
    void what_is_not_answered_in_time_is_of_unknown_fate() {
        gateway.hangs();

        assertThat(carry()).isInstanceOf(Handover.Unknown.class);
        assertThat(gateway.calls()).hasSize(1);
    }

    @Test
    void a_connection_that_breaks_off_after_the_call_is_of_unknown_fate_and_the_call_not_repeated() {
        gateway.breaksOff();

        assertThat(carry()).isInstanceOf(Handover.Unknown.class);
        assertThat(gateway.calls()).hasSize(1);
    }

    @Test
    void where_nobody_listens_nothing_was_handed_over() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            settings.put("portal.sms.url", "http://127.0.0.1:" + free.getLocalPort() + "/send");
        }

        assertThat(carry()).isInstanceOf(Handover.Closed.class);
    }

    private Handover carry() {
        SmsSettings read = SmsSettings.read(name -> Optional.ofNullable(settings.get(name)))
                .orElseThrow();
        return new SmsGateway(read, NOW).carry(SMS).join();
    }
}
