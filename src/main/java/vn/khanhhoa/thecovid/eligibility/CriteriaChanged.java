package vn.khanhhoa.thecovid.eligibility;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A criteria set was begun, edited, attested, put in force or discarded. */
record CriteriaChanged(long actorId, String action, String subjectId, Map<String, String> details)
        implements AuditedEvent {
    CriteriaChanged(long actorId, String action, PublicId set, Map<String, String> details) {
        this(actorId, action, set.toString(), details);
    }

    @Override
    public String subjectKind() {
        return "criteria-set";
    }
}
