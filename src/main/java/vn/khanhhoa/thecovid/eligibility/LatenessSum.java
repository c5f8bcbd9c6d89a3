package vn.khanhhoa.thecovid.eligibility;

import java.util.Collection;

/**
 * Several facility-days together.
 *
 * @param undeclared of those of which something has come, how many declared nothing
 */
public record LatenessSum(int declared, int inTime, int late, int missing, int awaited, int undeclared) {
    static LatenessSum of(Collection<FacilityDay> days) {
        return new LatenessSum(
                days.stream().mapToInt(day -> day.declared().orElse(0)).sum(),
                days.stream().mapToInt(FacilityDay::inTime).sum(),
                days.stream().mapToInt(FacilityDay::late).sum(),
                days.stream().mapToInt(FacilityDay::missing).sum(),
                days.stream().mapToInt(FacilityDay::awaited).sum(),
                (int) days.stream()
                        .filter(day -> day.isUndeclared() && day.arrived() > 0)
                        .count());
    }

    public int all() {
        return inTime + late + missing + awaited;
    }
}
