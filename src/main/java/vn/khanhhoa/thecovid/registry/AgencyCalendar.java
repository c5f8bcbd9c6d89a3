package vn.khanhhoa.thecovid.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * When an agency works, as it is edited.
 *
 * @param revision goes on with each change
 * @param week the hours of seven days that hold today, Monday first; empty where none hold
 * @param weeks all, the last to begin first
 * @param days with hours of their own that are not over, in their order
 */
public record AgencyCalendar(
        PublicId agency, String name, int revision, List<String> week, List<Row> weeks, List<Row> days) {
    /**
     * @param hours of seven days, or of each of the days; empty for a day off
     * @param to last day; none of a week
     */
    public record Row(
            long id,
            List<String> hours,
            String note,
            LocalDate from,
            @Nullable LocalDate to) {
        public boolean isOff() {
            return hours.stream().allMatch(String::isEmpty);
        }
    }

    public boolean isEmpty() {
        return weeks.isEmpty();
    }
}
