package vn.khanhhoa.thecovid.card;

import java.util.Locale;
import java.util.Set;

/** What can be done with a key that signs cards: one person asks for it, another approves. */
public enum KeyAct {
    CREATE(Set.of()),
    ACTIVATE(Set.of(KeyState.READY)),
    RETIRE(Set.of(KeyState.READY, KeyState.ACTIVE)),
    COMPROMISE(Set.of(KeyState.READY, KeyState.ACTIVE, KeyState.RETIRED));

    private final Set<KeyState> states;

    KeyAct(Set<KeyState> states) {
        this.states = states;
    }

    public boolean fits(KeyState state) {
        return states.contains(state);
    }

    public String key() {
        return "card.key-act." + name().toLowerCase(Locale.ROOT);
    }
}
