package vn.khanhhoa.thecovid.audit;

import java.time.Instant;

/** A record as the inspector's list shows it; the seal is 0 until it has one. */
public record TrailRow(
        long id,
        Instant at,
        long accountId,
        String action,
        String subjectKind,
        String subjectId,
        String details,
        long seal) {}
