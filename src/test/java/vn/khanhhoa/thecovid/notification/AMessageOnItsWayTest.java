package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.notification.carrier.Handover;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class AMessageOnItsWayTest {
    private static final Instant START = Instant.parse("2021-12-01T03:00:00Z");
    private static final Handover LATER = new Handover.Deferred("HTTP 500");
    private static final Handover CLOSED = new Handover.Closed("ConnectException", Optional.empty());
    private static final Handover NO_ANSWER = new Handover.Unknown("HttpTimeoutException");

    private final Message message = new Message(MessageKind.PERSON_APPROVED, Channel.SMS, START);
    private Instant now = START;

    @Test
    void waits_is_claimed_by_one_and_is_sent() {
        assertThat(message.isDue(now)).isTrue();
        message.claim(now);
        assertThat(message.isDue(now)).isFalse();
        settle(new Handover.Accepted("SMS-17"), false);

        assertThat(message.state()).isEqualTo(MessageState.SENT);
        assertThat(message.view().gatewayId()).isEqualTo("SMS-17");
    }

    @Test
    void a_refusal_is_the_end() {
        message.claim(now);
        settle(new Handover.Refused("HTTP 400"), true);

        assertThat(message.state()).isEqualTo(MessageState.FAILED);
        assertThat(message.view().lastError()).isEqualTo("HTTP 400");
    }

    @Test
    void what_is_put_off_comes_again_each_time_later_up_to_an_hour_and_for_three_days() {
        List<Duration> pauses = new ArrayList<>();
        while (message.state() == MessageState.WAITING) {
            message.claim(now);
            settle(LATER, false);
            Instant next = message.view().nextTry();
            if (next != null) {
                pauses.add(Duration.between(now, next));
                assertThat(message.isDue(next.minusMillis(1))).isFalse();
                now = next;
            }
        }

        assertThat(pauses.subList(0, 8))
                .extracting(Duration::toMinutes)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(message.state()).isEqualTo(MessageState.FAILED);
        assertThat(Duration.between(START, now)).isBetween(Duration.ofHours(71), Duration.ofHours(72));
    }

    @Test
    void a_channel_that_is_closed_costs_it_neither_its_place_nor_an_attempt() {
        message.claim(now);
        settle(CLOSED, false);

        assertThat(message.isDue(now)).isTrue();
        assertThat(message.attempts()).isZero();
        assertThat(message.view().nextTry()).isEqualTo(START);
        assertThat(message.view().lastError()).isEqualTo("ConnectException");
    }

    @Test
    void without_an_answer_its_fate_is_unknown_and_it_is_not_sent_by_itself() {
        message.claim(now);
        settle(NO_ANSWER, false);

        assertThat(message.state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(message.isDue(now.plus(Duration.ofDays(1)))).isFalse();
        assertThat(message.view().lastError()).isEqualTo("no answer: HttpTimeoutException");
    }

    @Test
    void where_a_repeat_is_told_by_its_key_it_goes_out_again_under_the_same_id() {
        var id = message.publicId();
        message.claim(now);
        settle(NO_ANSWER, true);

        assertThat(message.state()).isEqualTo(MessageState.WAITING);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(message.isDue(now)).isTrue();
        assertThat(message.publicId()).isEqualTo(id);
    }

    @Test
    void a_sender_that_died_is_waited_for_ten_minutes() {
        message.claim(now);
        message.giveUpWaiting(false, now.plus(Duration.ofMinutes(9)));
        assertThat(message.state()).isEqualTo(MessageState.SENDING);

        message.giveUpWaiting(false, now.plus(Duration.ofMinutes(10)));
        assertThat(message.state()).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void an_acceptance_that_is_heard_late_still_counts() {
        message.claim(now);
        message.giveUpWaiting(false, now.plus(Duration.ofMinutes(10)));
        settle(new Handover.Accepted(""), false);

        assertThat(message.state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void a_late_refusal_does_not_undo_what_was_sent() {
        message.claim(now);
        settle(new Handover.Accepted(""), false);
        settle(new Handover.Refused("HTTP 400"), false);

        assertThat(message.state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void only_what_failed_or_is_unknown_is_sent_again_and_then_has_its_three_days_anew() {
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> message.sendAgain(now));
        message.claim(now);
        settle(new Handover.Refused("HTTP 400"), false);
        now = now.plus(Duration.ofDays(10));
        message.sendAgain(now);

        message.claim(now);
        settle(LATER, false);
        assertThat(message.state()).isEqualTo(MessageState.WAITING);
    }

    private void settle(Handover outcome, boolean keyed) {
        message.settle(outcome, Math.max(1, message.attempts()), keyed, now);
    }
}
