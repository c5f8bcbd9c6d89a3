package vn.khanhhoa.thecovid.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.ToldReason;
import vn.khanhhoa.thecovid.stafflist.EntryState;

/**
 * What a person sees of their entry.
 *
 * @param changed whether this is newer than what the code was given out for
 * @param left whether it has ended because the person stopped working there
 * @param reasonText what the agency wrote to it; empty for most
 * @param card the newest of the entry, if there is one
 * @param individual made by the person, or by an officer of the commune for them, and by no organisation
 * @param reason that the agency chose, in its words for the person; empty unless there is one and the entry is an individual's
 * @param agency that reviews it
 * @param hotline of the agency; may be empty
 * @param activities names of what the card is for
 * @param severalCards whether others were given out for it before, which do not hold any more
 */
public record EntryStatus(
        EntryState state,
        boolean changed,
        boolean left,
        String name,
        String workplace,
        LocalDate validFrom,
        LocalDate validTo,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        String reasonText,
        boolean individual,
        String reason,
        String agency,
        String hotline,
        @Nullable CardView card,
        List<String> activities,
        boolean severalCards) {
    /** Returned to the person, who is the one to mend it. */
    public boolean isMendable() {
        return individual && state == EntryState.RETURNED;
    }

    public boolean isWithdrawable() {
        return individual && state.isOpen();
    }

    /** It was approved, and is looked at again; the card does not hold meanwhile. */
    public boolean isLookedAtAgain() {
        return state == EntryState.PENDING && card != null && card.state() == CardState.SUSPENDED;
    }

    /** The agency, with the number to call where there is one. */
    public String whomToAsk() {
        return hotline.isBlank() ? agency : agency + " (" + hotline + ")";
    }

    /** It was approved and has a card that does not hold, for whatever reason. */
    public boolean isStopped() {
        return state == EntryState.APPROVED && card != null && !hasCardToPrint();
    }

    /**
     * Key, behind its beginning, of the sentence on why the card does not hold and what to do. Who came without an organisation is
     * not sent to one.
     */
    public String cardKey() {
        if (card == null) {
            return "";
        }
        String stands = card.state().name().toLowerCase(Locale.ROOT);
        ToldReason why = ToldReason.of(card);
        return switch (card.state()) {
            case SUSPENDED, REVOKED -> why == ToldReason.NONE ? stands : stands + "-" + why.code();
            case EXPIRED, SUPERSEDED -> individual ? stands + "-individual" : stands;
            case VALID -> "";
        };
    }

    /** Only a valid card is handed out. */
    public boolean hasCardToPrint() {
        return card != null && card.state() == CardState.VALID;
    }
}
