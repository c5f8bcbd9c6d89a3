package vn.khanhhoa.thecovid.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.stafflist.EntryState;

/**
 * What a person sees of their entry.
 *
 * @param reasonText what the agency wrote to it; empty for most
 * @param card the newest of the entry, if there is one
 * @param activities names of what the card is for
 */
public record EntryStatus(
        EntryState state,
        String name,
        String workplace,
        LocalDate validFrom,
        LocalDate validTo,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        String reasonText,
        @Nullable CardView card,
        List<String> activities) {

    /** Only a valid card is handed out. */
    public boolean hasCardToPrint() {
        return card != null && card.state() == CardState.VALID;
    }
}
