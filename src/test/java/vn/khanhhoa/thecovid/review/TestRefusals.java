package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** How use cases say no. */
final class TestRefusals {
    private TestRefusals() {}

    static void assertGone(ThrowingCallable work) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(work);
    }

    static void assertRefused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
