package vn.khanhhoa.thecovid.verification;

import java.util.Locale;

/** How it is known that somebody was at a post. */
public enum KnownBy {
    /** The post checked them. */
    CHECK,
    /** They scanned the poster, which nobody else needs to have seen. */
    CHECK_IN,
    BOTH;

    KnownBy and(KnownBy other) {
        return this == other ? this : BOTH;
    }

    public String key() {
        return "verification.known-by." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
