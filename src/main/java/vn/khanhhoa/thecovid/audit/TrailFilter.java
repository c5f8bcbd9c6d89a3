package vn.khanhhoa.thecovid.audit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which records to show; empty texts filter nothing.
 *
 * @param action how it begins, {@code card.} for all about cards
 * @param subjectId the public id of what it was done to
 * @param account 0 for all
 * @param to the day itself included
 */
public record TrailFilter(
        String action, String subjectId, long account, Optional<LocalDate> from, Optional<LocalDate> to) {}
