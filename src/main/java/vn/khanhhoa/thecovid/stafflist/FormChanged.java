package vn.khanhhoa.thecovid.stafflist;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** A version of a form template was begun, edited, published or discarded. */
record FormChanged(long actorId, String action, String subjectId, Map<String, String> details) implements AuditedEvent {
    FormChanged(long actorId, String action, String code, int version, Map<String, String> details) {
        this(actorId, action, code + "/" + version, details);
    }

    @Override
    public String subjectKind() {
        return "form";
    }
}
