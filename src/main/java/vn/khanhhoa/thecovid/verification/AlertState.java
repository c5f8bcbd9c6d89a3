package vn.khanhhoa.thecovid.verification;

import java.util.Locale;

/** How far an agency is with an alert. */
public enum AlertState {
    NEW,
    LOOKED,
    /** Somebody has said what came of it. */
    SETTLED;

    public String key() {
        return "verification.alert-state." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (this) {
            case NEW -> "bad";
            case LOOKED -> "warn";
            case SETTLED -> "good";
        };
    }
}
