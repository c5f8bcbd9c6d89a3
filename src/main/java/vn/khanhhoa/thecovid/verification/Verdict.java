package vn.khanhhoa.thecovid.verification;

import java.util.Locale;

/** What a check at a post came to. */
public enum Verdict {
    PASS,
    MORE,
    STOP,
    UNREADABLE;

    public String key() {
        return "verification.verdict." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (this) {
            case PASS -> "good";
            case MORE -> "warn";
            case STOP -> "bad";
            case UNREADABLE -> "neutral";
        };
    }
}
