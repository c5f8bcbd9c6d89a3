package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file that was taken.
 *
 * @param outcome when it was read
 * @param warned whether something in it was odd
 * @param name as the row has it
 * @param told what became of it, in its newest version; none where an earlier row of the file says the same
 */
public record AcceptedRow(
        int row,
        Outcome outcome,
        boolean warned,
        String name,
        @Nullable ToldRecord told) {
    public enum Outcome {
        /** Nothing counted of this record before. */
        ADDED("good"),
        /** It took the place of an earlier version. */
        REPLACING("progress"),
        /** It was known so. */
        SAME("neutral");

        private final String tone;

        Outcome(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String key() {
            return "eligibility.row-outcome." + name().toLowerCase(Locale.ROOT);
        }
    }
}
