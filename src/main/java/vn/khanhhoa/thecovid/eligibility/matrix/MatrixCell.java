package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One activity in one scenario. Its text is limits and one part for each level: {@code 50% <=10 yes/T/D+T/no}.
 *
 * @param capacity share of the places in hundredths, 0 for no limit
 * @param maxPeople 0 for no limit
 * @param parts one for each level of the matrix, in its order
 */
public record MatrixCell(int capacity, int maxPeople, List<Part> parts) {
    /** @param needs conditions that must all be met; none where it is denied */
    public record Part(boolean allowed, Set<MatrixCondition> needs) {
        static final Part YES = new Part(true, Set.of());
        static final Part NO = new Part(false, Set.of());

        public Part {
            Set<MatrixCondition> ordered = EnumSet.noneOf(MatrixCondition.class);
            ordered.addAll(needs);
            needs = Collections.unmodifiableSet(ordered);
        }

        String text() {
            if (needs.isEmpty()) {
                return allowed ? "yes" : "no";
            }
            return needs.stream().map(MatrixCondition::letters).collect(Collectors.joining("+"));
        }

        /** Allows where the other denies, or asks some of what the other asks and no more. */
        public boolean isLaxerThan(Part other) {
            return allowed && (!other.allowed || (other.needs.containsAll(needs) && other.needs.size() > needs.size()));
        }
    }

    public MatrixCell {
        parts = List.copyOf(parts);
    }

    /** Nothing denied, asked or limited, whatever the level. */
    boolean isOpen() {
        return capacity == 0 && maxPeople == 0 && parts.stream().allMatch(Part.YES::equals);
    }

    public String text() {
        String limits = (capacity == 0 ? "" : capacity + "% ") + (maxPeople == 0 ? "" : "<=" + maxPeople + " ");
        return limits + parts.stream().map(Part::text).collect(Collectors.joining("/"));
    }
}
