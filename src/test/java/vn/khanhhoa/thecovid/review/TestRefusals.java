package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** How use cases say no. */
final class TestRefusals {
    private TestRefusals() {}

    /** What the work says, or the code of the rule that refuses it. */
    static String tried(Supplier<String> work) {
        try {
            return work.get();
        } catch (RuleViolation refused) {
            return refused.code();
        } catch (NotFound notThere) {
            return "not found";
        }
    }

    static String tried(Runnable work) {
        return tried(() -> {
            work.run();
            return "done";
        });
    }

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
