package vn.khanhhoa.thecovid.review;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** A decision, or a bulk of them, for the trail. */
record EntryDecided(long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {}
