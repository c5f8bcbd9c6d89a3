package vn.khanhhoa.thecovid.eligibility;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Something was done to a source, one of its facilities or what it brought. */
record HealthDataChanged(long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {
    HealthDataChanged(long actorId, String action, String subjectKind, PublicId subject, Map<String, String> details) {
        this(actorId, action, subjectKind, subject.toString(), details);
    }
}
