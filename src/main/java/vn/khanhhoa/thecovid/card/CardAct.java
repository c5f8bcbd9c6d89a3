package vn.khanhhoa.thecovid.card;

import java.util.Locale;

/** What an officer does to many cards at once. */
public enum CardAct {
    SUSPEND(true),
    RESTORE(true),
    /** A longer period, and with it another number and code. */
    RENEW(true),
    /** Other numbers and codes: those of before are void, and their holders were told. */
    REISSUE(false),
    /** For good. */
    REVOKE(false);

    private final boolean undoable;

    CardAct(boolean undoable) {
        this.undoable = undoable;
    }

    /** Whether it can be taken back: what is final by law, or was told to people as new, cannot. */
    public boolean isUndoable() {
        return undoable;
    }

    public String key() {
        return "card.do." + name().toLowerCase(Locale.ROOT);
    }

    public String explained() {
        return "card.explain." + name().toLowerCase(Locale.ROOT);
    }
}
