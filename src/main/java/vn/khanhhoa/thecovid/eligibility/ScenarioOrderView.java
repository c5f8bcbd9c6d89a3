package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A scenario put in force for a place and those within it that have none of their own.
 *
 * @param until none where it is open
 * @param endDocument number of the document that ended it, empty for none
 * @param enteredAt when this was entered
 */
public record ScenarioOrderView(
        PublicId id,
        ScenarioPlace place,
        Scenario scenario,
        String document,
        LocalDate documentDay,
        Instant from,
        @Nullable Instant until,
        String endDocument,
        @Nullable LocalDate endDay,
        State state,
        Instant enteredAt,
        String enterer) {
    public enum State {
        COMING,
        IN_FORCE,
        /** It would be in force, and another that began later is. */
        OVERTAKEN,
        OVER,
        TAKEN_BACK;

        public String key() {
            return "eligibility.scenario-state."
                    + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String tone() {
            return switch (this) {
                case IN_FORCE -> "good";
                case COMING -> "progress";
                default -> "neutral";
            };
        }
    }

    public boolean isLive() {
        return state != State.OVER && state != State.TAKEN_BACK;
    }
}
