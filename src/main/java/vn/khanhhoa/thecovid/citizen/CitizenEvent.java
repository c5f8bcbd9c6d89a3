package vn.khanhhoa.thecovid.citizen;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** Somebody without an account did something, or saw what is not told without proof. */
record CitizenEvent(String action, String subjectKind, String subjectId, Map<String, String> details)
        implements AuditedEvent {
    @Override
    public long actorId() {
        return 0;
    }
}
