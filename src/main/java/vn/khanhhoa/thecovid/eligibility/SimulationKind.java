package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;

/** What a simulation supposes to be in force. */
public enum SimulationKind {
    CRITERIA,
    MATRIX,
    SCENARIO;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
