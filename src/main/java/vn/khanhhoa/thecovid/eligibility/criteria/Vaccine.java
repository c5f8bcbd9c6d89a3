package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Set;

/**
 * @param requiredDoses of a full course
 * @param minIntervalDays after a dose of it, before which a next one does not count
 * @param nextDoseDays after a dose of it, on which a next one of the course is due
 * @param aliases other ways in which sources write it
 */
public record Vaccine(
        String code, String name, int requiredDoses, int minIntervalDays, int nextDoseDays, Set<String> aliases) {
    public Vaccine {
        if (requiredDoses < 1 || minIntervalDays < 1 || nextDoseDays < minIntervalDays) {
            throw new IllegalArgumentException(
                    code + " needs a dose and a day at least, and none is due before it counts");
        }
        aliases = Set.copyOf(aliases);
    }
}
