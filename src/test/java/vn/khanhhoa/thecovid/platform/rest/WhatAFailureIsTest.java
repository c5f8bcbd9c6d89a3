package vn.khanhhoa.thecovid.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What callers did wrong is told them; what the portal did wrong is its own, and is in its log. */
class WhatAFailureIsTest {
    private static final Logger LOG = Logger.getLogger(Failure.class.getName());

    private final Kept kept = new Kept();

    private static final class Kept extends Handler {
        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord written) {
            records.add(written);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        LOG.setUseParentHandlers(false);
        LOG.addHandler(kept);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(kept);
        LOG.setUseParentHandlers(true);
    }

    static List<RuntimeException> bugs() {
        return List.of(new NullPointerException(), new ClassCastException(), new IllegalStateException("no database"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_bug_is_an_incident_and_in_the_log(RuntimeException bug) {
        Failure failure = Failure.of(bug);

        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.code()).isEqualTo("platform.incident");
        assertThat(failure.detail(Locale.ENGLISH)).contains(failure.incident());
        assertThat(kept.records).singleElement().satisfies(written -> {
            assertThat(written.getThrown()).isSameAs(bug);
            assertThat(written.getMessage()).contains(failure.incident());
        });
    }

    @Test
    void a_broken_rule_is_told_wherever_it_is_wrapped() {
        Failure failure = Failure.of(new IllegalStateException(new RuleViolation("stafflist.too-many-edits", 1_000)));

        assertThat(failure.status()).isEqualTo(422);
        assertThat(failure.detail(Locale.ENGLISH)).contains("1,000");
        assertThat(failure.incident()).isEmpty();
        assertThat(kept.records).isEmpty();
    }

    @Test
    void some_rules_are_about_the_moment_and_some_records_are_not_there() {
        assertThat(Failure.of(new RuleViolation("platform.call-in-flight")).status())
                .isEqualTo(409);
        assertThat(Failure.of(new OptimisticLockException()).code()).isEqualTo("platform.changed-meanwhile");
        assertThat(Failure.of(new NotFound()).status()).isEqualTo(404);
    }

    @Test
    void each_fault_of_what_was_sent_is_kept() {
        ApiFault fault = new ApiFault("event_date", "intake.date-invalid", List.of());

        assertThat(Failure.of(new ApiRefusal(422, "forms.details-wrong", List.of(fault)))
                        .faults())
                .containsExactly(fault);
    }
}
