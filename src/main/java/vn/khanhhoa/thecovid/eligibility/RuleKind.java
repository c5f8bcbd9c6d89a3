package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;

/** What is written as a table, attested against its document and put in force for a place. */
enum RuleKind {
    CRITERIA("criteria-set"),
    MATRIX("condition-matrix");

    private final String subject;

    RuleKind(String subject) {
        this.subject = subject;
    }

    /** What the trail calls one of them. */
    String subject() {
        return subject;
    }

    /** What the trail calls something that was done to one. */
    String action(String what) {
        return name().toLowerCase(Locale.ROOT) + "." + what;
    }
}
