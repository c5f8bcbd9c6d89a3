package vn.khanhhoa.thecovid.card;

import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Something was asked of a key that signs cards, approved or declined. */
record KeyChanged(long actorId, String action, PublicId key, Map<String, String> details) implements AuditedEvent {
    @Override
    public String subjectKind() {
        return "key";
    }

    @Override
    public String subjectId() {
        return key.toString();
    }
}
