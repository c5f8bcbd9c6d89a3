package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people have asked for and have: known to whoever keeps lists and cards, above this module. */
public interface WorkOfPeople {
    /**
     * An entry, and its newest card.
     *
     * @param workplace as its list says it
     * @param stateKey of the words for the entry's state; likewise of the card's
     * @param cardNumber empty without a card, as is the key
     */
    record Work(
            String workplace,
            String stateKey,
            String cardNumber,
            String cardStateKey,
            @Nullable LocalDate validTo) {}

    /** By person; the newest first. */
    Map<Long, List<Work>> of(Collection<Long> personIds);
}
