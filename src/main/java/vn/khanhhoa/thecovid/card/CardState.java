package vn.khanhhoa.thecovid.card;

import java.util.Locale;

/** Where a card stands. That its validity has ended follows from the calendar and is not a state. */
public enum CardState {
    VALID,
    SUSPENDED,
    REVOKED,
    /** Another card took its place. */
    SUPERSEDED,
    /** Its time is over; told from the date, never stored. */
    EXPIRED;

    public boolean isCurrent() {
        return this == VALID || this == SUSPENDED;
    }

    public String key() {
        return "card.state." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (this) {
            case VALID -> "good";
            case SUSPENDED -> "warn";
            case REVOKED -> "bad";
            case SUPERSEDED, EXPIRED -> "neutral";
        };
    }
}
