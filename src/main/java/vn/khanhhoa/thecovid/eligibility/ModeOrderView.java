package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;

/** An order with its place. */
public record ModeOrderView(ModeOrder order, ScenarioPlace place, State state) {
    /** Whether it counts. */
    public enum State {
        IN_FORCE,
        COMING,
        OVER;

        public String key() {
            return "eligibility.mode-state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
