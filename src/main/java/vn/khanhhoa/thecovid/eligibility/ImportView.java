package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A file of records and the account of its rows: each is new, replaces an earlier version, is known already, or is bad.
 *
 * @param problemKey why it was refused or stopped; empty otherwise
 * @param sheets that were read; empty where the file has none with a name
 * @param ignored headings that the form does not know
 * @param total rows with data; 0 until the file was walked through
 * @param done of which it has come to
 * @param bundle whether it came as a bundle of FHIR: a row is an entry, from 1
 * @param people whom it names and the source had not named so before
 * @param matched of these, for whom people of the portal have been looked for
 * @param toMatch whether that is not over
 */
public record ImportView(
        PublicId id,
        PublicId sourceId,
        String facility,
        String fileName,
        int size,
        ImportState state,
        String problemKey,
        List<String> problemArgs,
        String sheets,
        String ignored,
        int total,
        int done,
        int added,
        int replacing,
        int same,
        int bad,
        int warned,
        int repaired,
        String sender,
        Instant sentAt,
        @Nullable Instant finishedAt,
        String withdrawer,
        @Nullable Instant withdrawnAt,
        String withdrawnWhy,
        boolean bundle,
        int people,
        int matched,
        boolean toMatch) {
    public boolean isBusy() {
        return state == ImportState.RECEIVED;
    }

    /** It is read, and people are being looked for. */
    public boolean isMatching() {
        return !isBusy() && toMatch;
    }

    /** People have been looked for, and there were some to look for. */
    public boolean isMatchingOver() {
        return state == ImportState.READ && !toMatch && people > 0;
    }

    public boolean isWithdrawable() {
        return (state == ImportState.READ || state == ImportState.STOPPED) && added + replacing > 0;
    }

    /** Nothing in it was new: perhaps the file of another day. */
    public boolean isOldNews() {
        return state == ImportState.READ && same > 0 && added + replacing == 0;
    }
}
