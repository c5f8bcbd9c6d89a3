package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Which exceptions of the register.
 *
 * @param text a number of a document in full, or words of a name; empty for everybody
 * @param kind code; empty for all
 */
public record ExceptionFilter(String text, String kind, Part part) {
    /** A part of the register, in the order in which it is worked through. */
    public enum Part {
        /** The newest first. */
        ALL,
        ASKED,
        PROPOSED,
        /** Approved, and holds now or later: what ends first comes first. */
        IN_FORCE,
        /** Of those, what ends within two weeks. */
        ENDS_SOON,
        /** Approved, and over by its own end: the latest first. */
        OVER,
        /** Before its time. */
        ENDED,
        REFUSED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Part> of(String code) {
            return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
        }

        boolean isByEnd() {
            return this == IN_FORCE || this == ENDS_SOON || this == OVER;
        }

        ExceptionCaseState state() {
            return isByEnd() ? ExceptionCaseState.APPROVED : ExceptionCaseState.valueOf(name());
        }
    }

    /** Where a page begins: behind that exception, or before it. */
    public record Place(PublicId id, boolean forward) {}

    boolean isByNumber() {
        return text.chars().anyMatch(Character::isDigit);
    }
}
