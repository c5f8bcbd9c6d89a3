package vn.khanhhoa.thecovid.eligibility;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** A mode was proposed, agreed to or declined, or put in force. */
record ModeChanged(long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {}
