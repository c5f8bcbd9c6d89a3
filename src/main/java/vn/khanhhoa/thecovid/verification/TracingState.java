package vn.khanhhoa.thecovid.verification;

import java.util.Locale;

/** Whether the contacts of somebody may be looked for. */
public enum TracingState {
    ASKED,
    APPROVED,
    DECLINED;

    public String key() {
        return "verification.tracing-state." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (this) {
            case ASKED -> "warn";
            case APPROVED -> "good";
            case DECLINED -> "neutral";
        };
    }
}
