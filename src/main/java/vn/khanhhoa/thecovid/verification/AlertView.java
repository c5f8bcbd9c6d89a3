package vn.khanhhoa.thecovid.verification;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * An alert as an agency sees it.
 *
 * @param post where the last of it happened
 * @param otherPost where the card was before; empty for none
 * @param number of the card; none where it is about no card
 * @param card to look at; none for who does not keep it
 * @param holder empty for who does not keep the card
 * @param km how far the posts are apart, or 0
 * @param minutes from one to the other
 * @param scans how many it is about
 * @param word what came of it; empty until it is settled
 */
public record AlertView(
        PublicId id,
        AlertKind kind,
        AlertState state,
        String post,
        String otherPost,
        @Nullable CardNumber number,
        @Nullable PublicId card,
        String holder,
        int km,
        int minutes,
        int scans,
        Instant firstAt,
        Instant lastAt,
        Instant raisedAt,
        @Nullable Instant settledAt,
        String settler,
        String word) {
    public boolean isSettled() {
        return state == AlertState.SETTLED;
    }

    /** Key of the sentence that says what happened. */
    public String said() {
        return "verification.alert-said." + kind.name().toLowerCase(Locale.ROOT);
    }
}
