package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that would bring another level, and from when. Whoever assesses the facts with it at that moment finds this
 * row.
 *
 * @param detail code of the method, vaccine or exception; empty where there is none
 * @param adds facts that would be added
 * @param ends ids of facts that would be over now
 * @param because the cell that makes the difference when time alone brings it; empty otherwise
 * @param from the first moment of that level
 * @param until when it would be another again; empty for never
 */
public record Change(
        Kind kind,
        String detail,
        List<Fact> adds,
        Set<Long> ends,
        Optional<CellAnswer> because,
        CriteriaRow row,
        Instant from,
        Optional<Instant> until) {
    public enum Kind {
        /** Nothing but the clock. */
        TIME,
        NEGATIVE_TEST,
        NEXT_DOSE,
        REST_OF_COURSE,
        RECOVERY,
        ORDER_LIFTED,
        ZONE_LIFTED,
        EXCEPTION
    }

    public Change {
        adds = List.copyOf(adds);
        ends = Set.copyOf(ends);
    }

    public Level level() {
        return row.level();
    }
}
