package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Set;

/**
 * @param requiredDoses of a full course
 * @param minIntervalDays after a dose of it, before which a next one does not count
 * @param aliases other ways in which sources write it
 */
public record Vaccine(String code, String name, int requiredDoses, int minIntervalDays, Set<String> aliases) {
    public Vaccine {
        if (requiredDoses < 1 || minIntervalDays < 1) {
            throw new IllegalArgumentException(code + " needs a dose and a day at least");
        }
        aliases = Set.copyOf(aliases);
    }
}
