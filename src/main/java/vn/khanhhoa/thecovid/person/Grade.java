package vn.khanhhoa.thecovid.person;

/** How sure it is that two sides are one person, the surest first. */
public enum Grade {
    /** The same document, name and date of birth. */
    A,
    /** The same document, and the name without its marks or the year of birth. */
    B,
    /** The same phone, name and date of birth. */
    C,
    /** The same name, date of birth and commune. */
    D,
    /** The same document, and neither name nor year of birth: one of the two has a wrong number. */
    X,
    /** Nothing speaks for it. */
    NONE;

    /** One person without anybody having to look. */
    public boolean isCertain() {
        return this == A || this == B;
    }

    /** Somebody has to look at both sides. */
    public boolean isQuestion() {
        return this == C || this == D;
    }

    public boolean isSurerThan(Grade other) {
        return compareTo(other) < 0;
    }
}
