package vn.khanhhoa.thecovid.stafflist;

import java.util.Optional;
import vn.khanhhoa.thecovid.intake.PhoneRule;

/** A Vietnamese number that takes an SMS: ten digits with the leading zero. Written out only where it is asked for. */
public record MobileNumber(String digits) {
    private static final int SHOWN = 3;

    public static Optional<MobileNumber> parse(String text) {
        return PhoneRule.mobile(text.strip()).map(MobileNumber::new);
    }

    /** What a screen may show. */
    public String masked() {
        int hidden = digits.length() - SHOWN;
        return "•".repeat(hidden) + digits.substring(hidden);
    }

    @Override
    public String toString() {
        return masked();
    }
}
