package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * A decision as it is spoken. The reason code comes from the catalogue of reasons and is empty for an approval; the text
 * may add to it.
 */
public record Verdict(Actor actor, Outcome outcome, String reasonCode, String reasonText) {
    private static final int LONGEST_TEXT = 1_000;

    public Verdict {
        if (outcome.needsReason() && reasonCode.isBlank()) {
            throw new RuleViolation("stafflist.reason-missing");
        }
        if (reasonText.length() > LONGEST_TEXT) {
            throw new RuleViolation("stafflist.reason-too-long", LONGEST_TEXT);
        }
    }

    EntriesDecided on(List<Entry> entries) {
        return new EntriesDecided(
                entries.stream().map(Entry::decided).toList(), outcome, reasonCode, reasonText, actor);
    }

    @Nullable String keptCode() {
        return outcome.needsReason() ? reasonCode : null;
    }

    @Nullable String keptText() {
        return reasonText.isBlank() ? null : reasonText;
    }
}
