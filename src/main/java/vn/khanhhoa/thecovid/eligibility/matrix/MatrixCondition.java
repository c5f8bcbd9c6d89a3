package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be there besides the level. */
public enum MatrixCondition {
    /** An approved registration in the portal. */
    REGISTRATION("D"),
    /** A negative test, as fresh as the criteria set asks. */
    NEGATIVE_TEST("T"),
    /** Inside the own zone. */
    OWN_ZONE("Z"),
    /** Essential goods or services only. */
    ESSENTIAL("E"),
    TAKEAWAY("TA"),
    /** A shopping slip of the commune. */
    SHOPPING_SLIP("P"),
    /** As the hospital's triage directs. */
    TRIAGE("PL"),
    /** On official duty. */
    OFFICIAL_DUTY("CV");

    private final String letters;

    MatrixCondition(String letters) {
        this.letters = letters;
    }

    /** As it stands in a cell. */
    public String letters() {
        return letters;
    }

    static Optional<MatrixCondition> of(String letters) {
        return Stream.of(values())
                .filter(condition -> condition.letters.equals(letters))
                .findFirst();
    }

    String key() {
        return "eligibility.condition." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
