package vn.khanhhoa.thecovid.verification;

import java.util.Locale;

/** What an alert is about. */
public enum AlertKind {
    /** The same card at two places between which nobody could have gone. */
    FAR,
    /** Many were stopped at one post. */
    REFUSALS,
    /** A code was used after its card was revoked or superseded. */
    ENDED;

    public String key() {
        return "verification.alert-kind." + name().toLowerCase(Locale.ROOT);
    }

    /** Key of what is told of it inside the portal. */
    String told() {
        return "verification.alert-told." + name().toLowerCase(Locale.ROOT);
    }
}
