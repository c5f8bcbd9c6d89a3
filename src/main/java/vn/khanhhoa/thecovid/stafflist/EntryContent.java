package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.CheckedRow;

/**
 * What an entry asks for.
 *
 * @param activities codes between spaces
 * @param validFrom of a leave, the day from which the person does not work here
 * @param cells the line as it was submitted
 */
record EntryContent(
        long personId,
        String name,
        int birthYear,
        EntryPlace place,
        String activities,
        @Nullable String position,
        LocalDate validFrom,
        LocalDate validTo,
        Map<String, String> cells) {
    private static final List<String> PERIOD = List.of("valid_from", "valid_to");

    static EntryContent of(CheckedRow row, long personId, EntryPlace place, Map<String, String> cells) {
        return new EntryContent(
                personId,
                row.text(DraftRows.NAME).orElseThrow(),
                row.birthDate("birth_date").orElseThrow().from().getYear(),
                place,
                String.join(" ", row.codes("activities")),
                row.text("position").orElse(null),
                row.day("valid_from").orElseThrow(),
                row.day("valid_to").orElseThrow(),
                cells);
    }

    /** Whoever changes something else than the days keeps those of what is in force, which an agency may have made longer since. */
    EntryContent amending(@Nullable EntryContent inForce) {
        if (inForce == null || !days().equals(inForce.days())) {
            return this;
        }
        return new EntryContent(
                personId, name, birthYear, place, activities, position, inForce.validFrom(), inForce.validTo(), cells);
    }

    private List<String> days() {
        return PERIOD.stream().map(day -> cells.getOrDefault(day, "")).toList();
    }

    /** The same person, until the day before. */
    EntryContent leaving(LocalDate day) {
        return new EntryContent(
                personId,
                name,
                birthYear,
                place,
                activities,
                position,
                day,
                validTo.isBefore(day) ? day : validTo,
                cells);
    }
}
