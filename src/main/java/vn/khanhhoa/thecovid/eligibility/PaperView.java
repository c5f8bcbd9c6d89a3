package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A paper that a reviewer accepted as evidence.
 *
 * @param person as the desk of a source shows people: the number's end only
 * @param cells what it tells, by column of the source's form
 * @param agency whose reviewer accepted it
 * @param ends when it counts no longer, whatever has come by then
 * @param due by when the source is to answer
 * @param answer of the source; empty for none
 * @param own whether the reader accepted it, and so is not who confirms it
 */
public record PaperView(
        PublicId id,
        SourceView source,
        Person person,
        RecordKind kind,
        Map<String, String> cells,
        String number,
        String issuer,
        String fileName,
        String agency,
        String acceptor,
        Instant accepted,
        Instant ends,
        Instant due,
        State state,
        String answerer,
        @Nullable Instant answered,
        String answer,
        boolean own) {
    public PaperView {
        cells = Map.copyOf(cells);
    }

    public record Person(String name, String birth, String documentKind, String lastFour) {}

    public enum State {
        /** Counts, and waits for the source. */
        ACCEPTED("progress"),
        /** The source has a record of it. */
        CONFIRMED("good"),
        /** The source knows nothing of it, and it counts no longer. */
        REFUSED("bad");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String key() {
            return "eligibility.paper-state." + name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isWaiting() {
        return state == State.ACCEPTED;
    }

    public boolean isLate(Instant now) {
        return isWaiting() && now.isAfter(due);
    }
}
