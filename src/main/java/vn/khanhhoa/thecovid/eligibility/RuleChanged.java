package vn.khanhhoa.thecovid.eligibility;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A criteria set or a matrix was begun, edited, attested, put in force or discarded. */
record RuleChanged(long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {
    static RuleChanged of(RuleKind kind, long actorId, String what, PublicId id, Map<String, String> details) {
        return new RuleChanged(actorId, kind.action(what), kind.subject(), id.toString(), details);
    }
}
