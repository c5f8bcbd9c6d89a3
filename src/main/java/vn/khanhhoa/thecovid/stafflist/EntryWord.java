package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** Where an entry stands, as its organisation is told: an {@link EntryState}, or that a decision on it is looked at again. */
public enum EntryWord {
    WAITING,
    PENDING,
    /** Pending once more, after a decision that had taken effect. */
    LOOKED_AT_AGAIN,
    RETURNED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    ENDED;

    static EntryWord of(EntryState state, boolean reopened) {
        return state == EntryState.PENDING && reopened ? LOOKED_AT_AGAIN : valueOf(state.name());
    }

    /** Key of the label. */
    public String key() {
        return "stafflist.entry." + name().toLowerCase(Locale.ROOT);
    }

    /** How the label is coloured; the word always says it too. */
    public String tone() {
        return this == LOOKED_AT_AGAIN ? "warn" : EntryState.valueOf(name()).tone();
    }
}
