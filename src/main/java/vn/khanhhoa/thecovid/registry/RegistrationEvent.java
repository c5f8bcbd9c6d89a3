package vn.khanhhoa.thecovid.registry;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Something in the life of a registration that only the trail needs to know. */
record RegistrationEvent(long actorId, String action, String subjectKind, PublicId subject, Map<String, String> details)
        implements AuditedEvent {
    RegistrationEvent(long actorId, String action, String subjectKind, PublicId subject) {
        this(actorId, action, subjectKind, subject, Map.of());
    }

    @Override
    public String subjectId() {
        return subject.toString();
    }
}
