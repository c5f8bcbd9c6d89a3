package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * What a facility says it had on a day, and what of it has come.
 *
 * @param declared empty where it has said nothing
 * @param inTime records known by their deadline, or without one
 * @param late known after it
 * @param over whether the deadline of the whole day has passed
 */
public record FacilityDay(
        FacilityView facility, LocalDate day, OptionalInt declared, int inTime, int late, boolean over) {
    public int arrived() {
        return inTime + late;
    }

    private int outstanding() {
        return Math.max(0, declared.orElse(0) - arrived());
    }

    /** Declared, not come, and the deadline has passed. */
    public int missing() {
        return over ? outstanding() : 0;
    }

    /** Declared, not come, and there is still time. */
    public int awaited() {
        return over ? 0 : outstanding();
    }

    /** Came beyond what was declared. */
    public int beyond() {
        return declared.isPresent() ? Math.max(0, arrived() - declared.getAsInt()) : 0;
    }

    public boolean isUndeclared() {
        return declared.isEmpty();
    }

    /** Whether anything is known of it. */
    public boolean isActive() {
        return declared.isPresent() || arrived() > 0;
    }
}
