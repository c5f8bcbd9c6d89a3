package vn.khanhhoa.thecovid.notification;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Somebody did something with messages, or with what is said in them. */
record MessageEvent(long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {
    /** With one message. */
    MessageEvent(long actorId, String action, PublicId message, Map<String, String> details) {
        this(actorId, action, "message", message.toString(), details);
    }
}
