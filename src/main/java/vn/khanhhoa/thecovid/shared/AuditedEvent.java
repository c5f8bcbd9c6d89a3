package vn.khanhhoa.thecovid.shared;

import java.util.Map;

/**
 * Something that the audit trail keeps. Fired inside the transaction that it tells of, so that both are stored or
 * neither. Details hold references and codes, never personal values.
 */
public interface AuditedEvent {
    /** Account that acted, or 0 for the portal itself. */
    long actorId();

    /** What was done, for example {@code card.revoked}. */
    String action();

    /** What it was done to, for example {@code card}, and its public id. */
    String subjectKind();

    String subjectId();

    default Map<String, String> details() {
        return Map.of();
    }

    /** A refused attempt: the work that it tells of is not done, so it is written by itself. */
    default boolean standsAlone() {
        return false;
    }
}
