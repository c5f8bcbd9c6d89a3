package vn.khanhhoa.thecovid.eligibility;

import java.util.List;

/**
 * How many are due the next dose.
 *
 * @param withoutDocument doses of people without a document, of whom a later one would not be known
 */
public record DueDosesSum(List<Part> facilities, List<Part> communes, long withoutDocument) {
    public DueDosesSum {
        facilities = List.copyOf(facilities);
        communes = List.copyOf(communes);
    }

    /** A facility or a commune. @param code empty for people whose commune is not known */
    public record Part(String code, String name, long people) {}

    public long people() {
        return facilities.stream().mapToLong(Part::people).sum();
    }
}
