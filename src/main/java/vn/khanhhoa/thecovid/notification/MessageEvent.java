package vn.khanhhoa.thecovid.notification;

import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** An administrator did something with a message. */
record MessageEvent(long actorId, String action, PublicId message) implements AuditedEvent {
    @Override
    public String subjectKind() {
        return "message";
    }

    @Override
    public String subjectId() {
        return message.toString();
    }
}
