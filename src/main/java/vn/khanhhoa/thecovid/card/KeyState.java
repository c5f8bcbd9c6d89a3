package vn.khanhhoa.thecovid.card;

import java.util.Locale;

/** Where a key that signs cards stands. */
public enum KeyState {
    /** Made and published, so that whoever checks cards knows it before it signs one. */
    READY,
    /** Signs from its day on, until a newer one does or it is retired. */
    ACTIVE,
    /** Signs no more; what it signed is good. */
    RETIRED,
    /** Known to somebody who must not know it: nothing that it signed is believed, and all of its cards get new codes. */
    COMPROMISED;

    boolean isBelieved() {
        return this != COMPROMISED;
    }

    public String key() {
        return "card.key-state." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (this) {
            case READY -> "progress";
            case ACTIVE -> "good";
            case RETIRED -> "neutral";
            case COMPROMISED -> "bad";
        };
    }
}
