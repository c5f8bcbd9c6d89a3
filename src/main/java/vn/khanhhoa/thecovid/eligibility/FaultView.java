package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Something that somebody reports to be wrong in their health data.
 *
 * @param person none for the person, who knows; for the source the number's end only
 * @param words of the person; none for whoever has only proved to know a code
 * @param due by when it is to be answered
 * @param outcome none until it is answered, and for whoever has only proved to know a code: it would tell whether there are data
 * @param note of the officer; none for whoever has only proved to know a code
 */
public record FaultView(
        PublicId id,
        SourceView source,
        PaperView.@Nullable Person person,
        Kind kind,
        String words,
        Instant reported,
        Instant due,
        @Nullable Outcome outcome,
        String note,
        String answerer,
        @Nullable Instant answered) {
    public enum Kind {
        /** A dose, a result or a recovery that is not there. */
        MISSING,
        /** A day, a vaccine, a result that is not right. */
        WRONG,
        /** What is there is somebody else's. */
        NOT_MINE;

        public String key() {
            return "eligibility.fault-kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the person is told. */
    public enum Outcome {
        /** The data were wrong, and have been mended. */
        MENDED("good"),
        /** They are right as they are. */
        RIGHT("neutral"),
        /** Nothing was found; a paper has to be shown. */
        PAPER("warn");

        private final String tone;

        Outcome(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String key() {
            return "eligibility.fault-outcome." + name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isWaiting() {
        return answered == null;
    }

    public boolean isLate(Instant now) {
        return isWaiting() && now.isAfter(due);
    }
}
