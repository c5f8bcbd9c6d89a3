package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A list with its counts: lines of the draft, and entries by what became of them.
 *
 * @param readyAgain of the new ones, those whose entry is under review already
 * @param sending lines on their way to becoming entries
 * @param approved entries in force
 * @param left leaves that were approved
 */
public record StaffListView(
        long listId,
        PublicId id,
        String name,
        String templateCode,
        boolean withdrawn,
        Instant createdAt,
        @Nullable Instant submittedAt,
        int readyNew,
        int readyAgain,
        int readyChanges,
        int readyLeaves,
        int sending,
        int bad,
        int waiting,
        int pending,
        int returned,
        int approved,
        int refused,
        int takenBack,
        int ended,
        int left) {
    /** Lines that can be sent: people to get a card, changes and leaves. */
    public int good() {
        return readyNew + readyChanges + readyLeaves;
    }

    public int entries() {
        return waiting + pending + returned + approved + refused + takenBack + ended + left;
    }

    /** Without those that the organisation has taken back. */
    public int standing() {
        return entries() - takenBack;
    }

    public int decided() {
        return approved + refused + ended + left;
    }

    /** Key of the label that says how far the list has come. */
    public String stateKey() {
        return "stafflist.state." + state();
    }

    /** How far the list has come: draft, submitted, in-review, reviewed or withdrawn. */
    public String state() {
        if (withdrawn) {
            return "withdrawn";
        } else if (standing() == 0) {
            return "draft";
        } else if (waiting + pending + returned == 0) {
            return "reviewed";
        }
        return decided() + returned == 0 ? "submitted" : "in-review";
    }

    public String tone() {
        return switch (state()) {
            case "reviewed" -> "good";
            case "submitted", "in-review" -> "progress";
            default -> "neutral";
        };
    }
}
