package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.matrix.ScenarioOrder;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What was known of an order from one entry to the next.
 *
 * @param order the same of all versions
 * @param number counts the versions of all orders of the place
 * @param until none for open
 * @param endDocument number of the document that ended it; empty for none
 * @param takenBack that it is no order any more
 * @param knownTo when the next version was entered; none of the last
 */
record ScenarioVersion(
        long id,
        PublicId order,
        long areaId,
        long zoneId,
        int number,
        String scenario,
        String document,
        LocalDate documentDay,
        Instant from,
        @Nullable Instant until,
        String endDocument,
        @Nullable LocalDate endDay,
        boolean takenBack,
        Instant enteredAt,
        String enterer,
        @Nullable Instant knownTo) {

    String key() {
        return ScenarioPlace.keyOf(areaId, zoneId);
    }

    Instant end() {
        return until == null ? Instant.MAX : until;
    }

    /** Whether it is the last that is known, and an order. */
    boolean isLive() {
        return knownTo == null && !takenBack;
    }

    ScenarioOrder asOrder() {
        return new ScenarioOrder(
                id, scenario, key(), from, end(), document, enteredAt, knownTo == null ? Instant.MAX : knownTo);
    }

    ScenarioVersion endedAt(@Nullable Instant at, String byDocument, @Nullable LocalDate byDay) {
        return new ScenarioVersion(
                id,
                order,
                areaId,
                zoneId,
                number,
                scenario,
                document,
                documentDay,
                from,
                at,
                byDocument,
                byDay,
                false,
                enteredAt,
                enterer,
                null);
    }

    ScenarioVersion backTaken() {
        return new ScenarioVersion(
                id,
                order,
                areaId,
                zoneId,
                number,
                scenario,
                document,
                documentDay,
                from,
                until,
                endDocument,
                endDay,
                true,
                enteredAt,
                enterer,
                null);
    }
}
